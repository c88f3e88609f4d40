import type { ArchiveView } from '@server/claims/archive/views'
import type { AttachmentView } from '@server/claims/filing/views'
import { cloud } from '@/cloud/client'
import { openEvidence } from '@/cloud/open-evidence'
import { useAttachments } from '@/cloud/use-attachments'
import { keep, touch, useAct, usePages, useRead } from '@/cloud/use-cloud'

export interface ArchiveOf {
  personId: string
  year: number
}

/** The unit's people with the sums of their year: of the first of one's own units, and its latest open year. */
export function useArchivePeople({ orgId, year }: { orgId: string | null; year: number | null }) {
  const input = { ...(orgId === null ? {} : { orgId }), ...(year === null ? {} : { year }) }
  const { list, items } = usePages(cloud.archive.people, input, 'people', { onShow: 'ask-if-stale' })
  return { list, people: items }
}

export const useArchive = ({ personId, year }: ArchiveOf) =>
  useRead(cloud.archive.person, { personId, year }, { onShow: 'ask-if-stale' })

/** The server's answer is the archive at present; the totals of the unit's list follow from it. */
function took({ personId, year }: ArchiveOf, after: ArchiveView): void {
  keep(cloud.archive.person, { personId, year }, after)
  void touch('archive')
}

export type GivenLine = Parameters<typeof cloud.archive.keep.mutate>[0]['line']

/** A line carries its own id: sent twice it is one, so a lost call may be tried again. */
export const useKeepLine = (of: ArchiveOf) =>
  useAct(
    (given: { lineId: string; revision: number; line: GivenLine }) =>
      cloud.archive.keep.mutate({ ...of, ...given }),
    { onDone: (after) => took(of, after) },
  )

export const useWithdrawLine = (of: ArchiveOf) =>
  useAct((record: string) => cloud.archive.withdraw.mutate({ record }), {
    onDone: (after) => took(of, after),
  })

/** The sheets of one line that is there already. */
export function useLineFiles(of: ArchiveOf, record: string) {
  return useAttachments({
    saved: async () => undefined,
    attach: async (file) => took(of, await cloud.archive.attach.mutate({ record, ...file })),
    detach: async ({ sha256 }) => took(of, await cloud.archive.detach.mutate({ record, sha256 })),
  })
}

export async function openSheet(record: string, file: AttachmentView): Promise<void> {
  const { url } = await cloud.archive.fileUrl.query({ record, sha256: file.sha256 })
  await openEvidence(file, url)
}
