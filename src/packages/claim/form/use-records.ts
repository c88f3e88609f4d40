import type { ArchiveLineView } from '@server/claims/archive/views'
import type { KindView } from '@server/claims/filing/views'
import { useQuery } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { queryKeys } from '@/cloud/query-keys'

/** Whether a form begins with a line of the archive that the unit keeps. */
export const asksForRecord = ({ fields }: KindView): boolean => fields.some(({ input }) => input === 'record')

/** The archive lines of the trainee's units for a year; fetched only where the kind of learning needs them. */
export function useRecords(kind: KindView, year: number) {
  const records = useQuery({
    queryKey: queryKeys.archive.mine(year),
    queryFn: () => cloud.archive.mine.query({ year }),
    enabled: asksForRecord(kind),
  })
  useDidShow(() => {
    if (records.data !== undefined) void records.refetch()
  })
  return records
}

/** Lines of this kind that can be claimed now: free ones, and the one that this very claim stands on. */
export const claimable = (
  lines: readonly ArchiveLineView[],
  kind: string,
  claimId: string,
): ArchiveLineView[] =>
  lines.filter((line) => line.kind === kind && (line.claimed === null || line.claimed.claimId === claimId))
