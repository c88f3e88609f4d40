import { useEffect } from 'react'
import { knownEntry, useAccount } from '../use-account'

/**
 * One line of the ledger. Opened from the ledger it is already here; opened from a result, the year's newest lines
 * are asked for, page by page until it is found; null where none of them is it.
 */
export function useEntryWhy(year: number, entryId: string) {
  const { account, entries } = useAccount(year)
  const entry = entries.find(({ id }) => id === entryId) ?? knownEntry(entryId)
  const mustSearch = entry === undefined && account.hasNextPage && !account.isFetching
  const { fetchNextPage } = account
  useEffect(() => {
    if (mustSearch) void fetchNextPage()
  }, [mustSearch, fetchNextPage])
  const isOver = account.error === null && !account.isFetching && !mustSearch
  return {
    data: entry ?? (isOver ? null : undefined),
    error: account.error,
    refetch: account.refetch,
  }
}
