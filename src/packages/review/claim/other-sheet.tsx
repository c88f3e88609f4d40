import type { ClaimToReview } from '@server/claims/review/claim-views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Popup } from '@/ui/Popup'
import { TextArea } from '@/ui/TextArea'
import type { GivenVerdict } from './use-claim'

export type OtherKind = 'reject' | 'transfer' | 'opinion'

interface OtherSheetProps {
  kind: OtherKind | null
  shown: ClaimToReview
  busy: boolean
  onDecide: (verdict: GivenVerdict) => void
  onClose: () => void
}

const WORDS: Record<OtherKind, { title: string; label: string; act: string }> = {
  reject: { title: '不予通过', label: '原因，本人会看到', act: '不予通过' },
  transfer: { title: '转给别的单位审核', label: '为什么转办', act: '转办' },
  opinion: { title: '提出意见，不作决定', label: '写给后面审核的人', act: '保存意见' },
}

/** The rarer decisions: a refusal, a transfer, an opinion for later levels. Each with its reason. */
export function OtherSheet({ kind, shown, busy, onDecide, onClose }: OtherSheetProps) {
  const [text, setText] = useState('')
  const [orgId, setOrgId] = useState<string | null>(null)
  const words = WORDS[kind ?? 'reject']
  const given = text.trim()
  const ready = given !== '' && !(kind === 'transfer' && orgId === null)
  const decide = () => {
    if (kind === 'reject') onDecide({ kind, reason: given })
    if (kind === 'opinion') onDecide({ kind, text: given })
    if (kind === 'transfer' && orgId !== null) onDecide({ kind, orgId, reason: given })
  }
  return (
    <Popup visible={kind !== null} title={words.title} onClose={onClose}>
      {kind === 'transfer' ? (
        <View className="x-popup__scroll">
          <Choice
            label="转给谁"
            value={orgId}
            options={shown.transferTo.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setOrgId}
          />
        </View>
      ) : null}
      <TextArea label={words.label} value={text} maxLength={200} onChange={setText} />
      <View className="x-popup__act">
        <Button
          block
          tone={kind === 'reject' ? 'danger' : 'primary'}
          disabled={!ready}
          loading={busy}
          onTap={decide}
        >
          {words.act}
        </Button>
      </View>
    </Popup>
  )
}
