import type { AttachmentView, DraftView } from '@server/claims/filing/views'
import { cloud } from '@/cloud/client'
import { queries } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'
import { openFile, useAttachments } from '@/cloud/use-attachments'

/** `saved`: the draft as the server has it, which it must before a file can belong to it. */
export function useClaimFiles(draftId: string, saved: () => Promise<DraftView>) {
  const keep = (draft: DraftView) => queries.setQueryData(queryKeys.claim.draft(draftId), draft)
  return useAttachments({
    saved,
    attach: async (file) => keep(await cloud.claim.attach.mutate({ draftId, ...file })),
    detach: async ({ sha256 }) => keep(await cloud.claim.detach.mutate({ draftId, sha256 })),
  })
}

export async function openAttachment(
  of: { draftId: string } | { claimId: string },
  file: AttachmentView,
): Promise<void> {
  const { url } = await cloud.claim.attachmentUrl.query({ ...of, sha256: file.sha256 })
  await openFile(file, url)
}
