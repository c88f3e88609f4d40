import type { AttachmentView, DraftView } from '@server/claims/filing/views'
import { cloud } from '@/cloud/client'
import { openEvidence } from '@/cloud/open-evidence'
import { useAttachments } from '@/cloud/use-attachments'
import { keep } from '@/cloud/use-cloud'

/** `saved`: the draft as the server has it, which it must before a file can belong to it. */
export function useClaimFiles(draftId: string, saved: () => Promise<DraftView>) {
  const shown = (draft: DraftView) => keep(cloud.claim.draft, { draftId }, draft)
  return useAttachments({
    saved,
    attach: async (file) => shown(await cloud.claim.attach.mutate({ draftId, ...file })),
    detach: async ({ sha256 }) => shown(await cloud.claim.detach.mutate({ draftId, sha256 })),
  })
}

export async function openAttachment(
  of: { draftId: string } | { claimId: string },
  file: AttachmentView,
): Promise<void> {
  const { url } = await cloud.claim.attachmentUrl.query({ ...of, sha256: file.sha256 })
  await openEvidence(file, url)
}
