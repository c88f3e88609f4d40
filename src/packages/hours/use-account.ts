import type { AccountView, EntryView } from '@server/books/hours/views'
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { cloud } from '@/cloud/client'
import { queries } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'
import { useFresh } from '@/cloud/use-fresh'

/** One year of the ledger, newest first, twenty lines at a time. Without a year: the present one. */
export function useAccount(year: number | null) {
  const account = useInfiniteQuery({
    queryKey: queryKeys.hours.account(year),
    queryFn: ({ pageParam }) =>
      cloud.hours.account.query({
        ...(year === null ? {} : { year }),
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  useFresh(account)
  const pages = account.data?.pages ?? []
  return { account, first: pages[0], entries: pages.flatMap((page) => page.entries) }
}

/** An entry that some page of the ledger already brought: opening its why costs no call. */
export function knownEntry(entryId: string): EntryView | undefined {
  const known = queries.getQueriesData<InfiniteData<AccountView>>({ queryKey: queryKeys.hours.all })
  return known
    .flatMap(([, data]) => data?.pages ?? [])
    .flatMap(({ entries }) => entries)
    .find(({ id }) => id === entryId)
}
