import type { EntryView } from '@server/books/hours/views'
import { useEffect } from 'react'
import { knownEntry, useAccount } from '../use-account'

export interface EntryWhy {
  entry: EntryView | undefined
  error: unknown
  isLoading: boolean
  retry: () => void
}

/**
 * One line of the ledger. Opened from the ledger it is already here; opened from a result, the year's newest lines
 * are asked for, page by page until it is found.
 */
export function useEntryWhy(year: number, entryId: string): EntryWhy {
  const { account, entries } = useAccount(year)
  const entry = entries.find(({ id }) => id === entryId) ?? knownEntry(entryId)
  const mustSearch = entry === undefined && account.hasNextPage && !account.isFetching
  const { fetchNextPage } = account
  useEffect(() => {
    if (mustSearch) void fetchNextPage()
  }, [mustSearch, fetchNextPage])
  return {
    entry,
    error: account.error,
    isLoading: account.isFetching || mustSearch,
    retry: () => void account.refetch(),
  }
}
