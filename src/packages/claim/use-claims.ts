import { cloud } from '@/cloud/client'
import { useAct, usePages, useRead } from '@/cloud/use-cloud'

/** The kinds that can be claimed for a year; null is the present one. */
export const useKinds = (year: number | null) => useRead(cloud.claim.kinds, year === null ? {} : { year })

export const useDrafts = () => useRead(cloud.claim.drafts, undefined, { onShow: 'ask' })

/** One's own claims, newest first. */
export function useMyClaims() {
  const { list, items } = usePages(cloud.claim.mine, {}, 'claims', { onShow: 'ask' })
  return { list, claims: items }
}

export const useClaim = (claimId: string) => useRead(cloud.claim.claim, { claimId }, { onShow: 'ask' })

/** Taking it back twice is once, so a lost call is tried again. */
export const useWithdraw = (claimId: string) =>
  useAct(() => cloud.claim.withdraw.mutate({ claimId }), { touches: ['claim', 'home'] })

export const usePreview = (draftId: string) => useRead(cloud.claim.preview, { draftId }, { staleTime: 0 })

/** The same draft is the same claim, so a lost call is tried again. */
export const useSubmit = (draftId: string, onSubmitted: (claimId: string) => void) =>
  useAct(() => cloud.claim.submit.mutate({ draftId }), {
    touches: ['claim', 'home'],
    onDone: ({ claimId }) => onSubmitted(claimId),
  })
