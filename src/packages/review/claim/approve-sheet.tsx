import { formatHours, type Hours, hoursOf } from '@domain/kernel/hours'
import type { ClaimToReview } from '@server/claims/review/claim-views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Input } from '@/ui/Input'
import { Popup } from '@/ui/Popup'
import { TextArea } from '@/ui/TextArea'
import type { GivenVerdict } from './use-claim'

interface ApproveSheetProps {
  visible: boolean
  shown: ClaimToReview
  busy: boolean
  onDecide: (verdict: GivenVerdict) => void
  onClose: () => void
}

/** Approves as claimed, or with fewer hours and why: the person reads the reason in their ledger. */
export function ApproveSheet({ visible, shown, busy, onDecide, onClose }: ApproveSheetProps) {
  const { mostHours, claim } = shown
  const claimsHours = mostHours !== null || shown.needsHours
  const [typed, setTyped] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const text = typed ?? (mostHours === null ? '' : formatHours(mostHours))
  const hours = readHours(text)
  const fewer = mostHours !== null && hours !== null && hours < mostHours
  const error = claimsHours ? faultOf(text, mostHours) : ''
  const ready = error === '' && !(fewer && reason.trim() === '') && !(claimsHours && hours === null)
  const decide = () =>
    onDecide({
      kind: 'approve',
      ...(claimsHours && hours !== null ? { hours } : {}),
      ...(fewer ? { reason: reason.trim() } : {}),
    })
  return (
    <Popup visible={visible} title={`通过${shown.personName}的${claim.kindLabel}`} onClose={onClose}>
      {claimsHours ? (
        <Input
          label={`认定${claim.hourName}`}
          value={text}
          type="text"
          maxLength={8}
          error={error}
          hint={
            mostHours === null
              ? '按材料认定，可以有两位小数'
              : `申报 ${formatHours(mostHours)}，可以改少，不能改多`
          }
          onChange={setTyped}
        />
      ) : (
        <Text className="x-popup__text">通过后报上一级；已是最后一级的，直接记入。</Text>
      )}
      {fewer ? (
        <TextArea label="减少的原因，本人会看到" value={reason} maxLength={200} onChange={setReason} />
      ) : null}
      <View className="x-popup__act">
        <Button block disabled={!ready} loading={busy} onTap={decide}>
          {claimsHours && hours !== null ? `通过，认定 ${formatHours(hours)} ${claim.hourName}` : '确认通过'}
        </Button>
      </View>
    </Popup>
  )
}

function faultOf(text: string, most: Hours | null): string {
  if (text.trim() === '') return ''
  const hours = readHours(text)
  if (hours === null) return '请写数字，例如 12 或 6.5'
  if (hours <= 0) return '认定 0 学时请用“不予通过”'
  return most !== null && hours > most ? `最多 ${formatHours(most)}，与申报的或前一级认定的相同` : ''
}

function readHours(text: string): Hours | null {
  return /^\d{1,4}(\.\d{1,2})?$/.test(text.trim()) ? hoursOf(Number(text)) : null
}
