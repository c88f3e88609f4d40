import type { EntryView } from '@server/books/hours/views'
import { cloud } from '@/cloud/client'
import { knownPages, usePages } from '@/cloud/use-cloud'

/** One year of the ledger, newest first, twenty lines at a time. Without a year: the present one. */
export function useAccount(year: number | null) {
  const { list, items } = usePages(cloud.hours.account, year === null ? {} : { year }, 'entries', {
    onShow: 'ask',
  })
  return { account: list, entries: items }
}

/** An entry that some page of the ledger already brought: opening its why costs no call. */
export const knownEntry = (entryId: string): EntryView | undefined =>
  knownPages(cloud.hours.account)
    .flatMap(({ entries }) => entries)
    .find(({ id }) => id === entryId)
