import type { ClaimToReview } from '@server/claims/review/claim-views'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useReveal } from '@/cloud/use-reveal'
import { back } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { RevealSheet } from '@/ui/IdNumber'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { useRouteParameters } from '@/use-route-parameters'
import { ApproveSheet } from './approve-sheet'
import { ClaimEvidence } from './claim-evidence'
import { ClaimEffect, ClaimFacts, ClaimOdd, ClaimPast } from './claim-facts'
import { type OtherKind, OtherSheet } from './other-sheet'
import { ReturnSheet } from './return-sheet'
import { type GivenVerdict, givenNow, useClaimToReview, useDecideClaim } from './use-claim'
import './index.css'

type Sheet = 'approve' | 'return' | OtherKind

/** One claim: evidence first, oddities and caps in sight, 退回 and 通过 at the thumb. */
export default function ReviewClaim() {
  const { claimId } = useRouteParameters('claimId')
  const query = useClaimToReview(claimId)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const reveal = useReveal()
  const decide = useDecideClaim(query.data, (text) => {
    void Taro.showToast({ title: text, icon: 'none' })
    back()
  })
  const close = () => setSheet(null)
  const onDecide = (verdict: GivenVerdict) => decide.mutate(givenNow(verdict), { onSettled: close })
  return (
    <Loaded query={query} skeleton="paper">
      {(shown) => {
        const given = { shown, busy: decide.isPending, onDecide, onClose: close }
        return (
          <Screen
            offline="没有网络。连上后再审核，看到的是上次打开的内容"
            footer={shown.canDecide ? <Acts onChoose={setSheet} /> : null}
          >
            <ActRefused error={decide.error} />
            {shown.canDecide ? null : <Notice title={shown.whyNot} />}
            <ClaimEvidence claimId={claimId} attachments={shown.claim.attachments} />
            <ClaimOdd odd={shown.odd} />
            <ClaimFacts shown={shown} reveal={reveal} />
            <ClaimEffect shown={shown} />
            <ClaimPast claim={shown.claim} />
            <Others shown={shown} onChoose={setSheet} />
            <ApproveSheet visible={sheet === 'approve'} {...given} />
            <ReturnSheet visible={sheet === 'return'} {...given} />
            <OtherSheet
              kind={sheet === 'reject' || sheet === 'transfer' || sheet === 'opinion' ? sheet : null}
              {...given}
            />
            <RevealSheet reveal={reveal} />
          </Screen>
        )
      }}
    </Loaded>
  )
}

function Acts({ onChoose }: { onChoose: (sheet: Sheet) => void }) {
  return (
    <View className="review-claim__acts">
      <View className="review-claim__act">
        <Button block tone="plain" onTap={() => onChoose('return')}>
          退回
        </Button>
      </View>
      <View className="review-claim__act">
        <Button block onTap={() => onChoose('approve')}>
          通过
        </Button>
      </View>
    </View>
  )
}

function Others({ shown, onChoose }: { shown: ClaimToReview; onChoose: (sheet: Sheet) => void }) {
  if (!shown.canDecide) return null
  return (
    <CellGroup title="其他办法">
      <Cell title="不予通过" description="写明原因，本人会看到" onTap={() => onChoose('reject')} />
      {shown.transferTo.length === 0 ? null : (
        <Cell title="转办" description="人已调走，由别的单位审核" onTap={() => onChoose('transfer')} />
      )}
      <Cell title="提出意见" description="不作决定，写给后面审核的人" onTap={() => onChoose('opinion')} />
    </CellGroup>
  )
}
