import type { AttachmentView } from '@server/claims/filing/views'
import type { ClaimToReview } from '@server/claims/review/claim-views'
import { newActId } from '@/cloud/act-id'
import { cloud } from '@/cloud/client'
import { isPhoto, openEvidence } from '@/cloud/open-evidence'
import { useAct, useRead, useReadBy } from '@/cloud/use-cloud'

export type GivenVerdict = Parameters<typeof cloud.review.decide.mutate>[0]['verdict']

export const useClaimToReview = (claimId: string) =>
  useRead(cloud.review.claim, { claimId }, { staleTime: 0 })

/** One tap is one decision, with the revision and the level that were on the screen. */
export function useDecideClaim(claim: ClaimToReview | undefined, onDecided: (text: string) => void) {
  return useAct(
    ({ verdict, decisionId }: { verdict: GivenVerdict; decisionId: string }) =>
      cloud.review.decide.mutate({
        claimId: claim?.claim.claimId ?? '',
        revision: claim?.revision ?? 0,
        stepIndex: claim?.stepIndex ?? 0,
        decisionId,
        verdict,
      }),
    {
      touches: ['review', 'home'],
      onDone: (decided, { verdict }) => onDecided(doneText(verdict, decided.waitsFor)),
    },
  )
}

export const givenNow = (verdict: GivenVerdict) => ({ verdict, decisionId: newActId() })

function doneText(verdict: GivenVerdict, waitsFor: string): string {
  switch (verdict.kind) {
    case 'approve':
      return waitsFor === '' ? '已通过并记入' : '已通过，报上一级'
    case 'return':
      return '已退回，本人会看到'
    case 'reject':
      return '已告诉本人'
    case 'transfer':
      return '已转办'
    case 'opinion':
      return '意见已保存'
  }
}

/** Addresses of photos, so that they stand on the page; a document is fetched when it is opened. */
export function usePhotos(claimId: string, attachments: readonly AttachmentView[]) {
  const photos = attachments.filter(isPhoto)
  const addresses = async (): Promise<Record<string, string>> => {
    const found = photos.map(async ({ sha256 }) => {
      const { url } = await cloud.claim.attachmentUrl.query({ claimId, sha256 })
      return [sha256, url] as const
    })
    return Object.fromEntries(await Promise.all(found))
  }
  const input = { claimId, photos: photos.map(({ sha256 }) => sha256) }
  return useReadBy(cloud.review.claim, input, addresses, { enabled: photos.length > 0 })
}

export async function openDocument(claimId: string, file: AttachmentView): Promise<void> {
  const { url } = await cloud.claim.attachmentUrl.query({ claimId, sha256: file.sha256 })
  await openEvidence(file, url)
}
