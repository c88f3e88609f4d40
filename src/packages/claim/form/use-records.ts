import type { ArchiveLineView } from '@server/claims/archive/views'
import type { KindView } from '@server/claims/filing/views'
import { cloud } from '@/cloud/client'
import { useRead } from '@/cloud/use-cloud'

/** Whether a form begins with a line of the archive that the unit keeps. */
export const asksForRecord = ({ fields }: KindView): boolean => fields.some(({ input }) => input === 'record')

/** The archive lines of the trainee's units for a year; fetched only where the kind of learning needs them. */
export const useRecords = (kind: KindView, year: number) =>
  useRead(cloud.archive.mine, { year }, { enabled: asksForRecord(kind), onShow: 'ask' })

/** Lines of this kind that can be claimed now: free ones, and the one that this very claim stands on. */
export const claimable = (
  lines: readonly ArchiveLineView[],
  kind: string,
  claimId: string,
): ArchiveLineView[] =>
  lines.filter((line) => line.kind === kind && (line.claimed === null || line.claimed.claimId === claimId))
