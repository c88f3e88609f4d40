import type { ClaimToReview } from '@server/claims/review/claim-views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Check } from '@/ui/Check'
import { Popup } from '@/ui/Popup'
import { TextArea } from '@/ui/TextArea'
import type { GivenVerdict } from './use-claim'

interface ReturnSheetProps {
  visible: boolean
  shown: ClaimToReview
  busy: boolean
  onDecide: (verdict: GivenVerdict) => void
  onClose: () => void
}

const PHOTO = { id: 'photo', label: '证明材料', text: '' }
const SUGGESTED: Record<string, string> = { photo: '请补一张盖章、能看清的证明材料' }

/** The requests of a return, each beside its field, where the trainee sees it too. */
export function ReturnSheet({ visible, shown, busy, onDecide, onClose }: ReturnSheetProps) {
  const [asks, setAsks] = useState<Record<string, string>>({})
  const fields = [PHOTO, ...shown.claim.fields]
  const chosen = fields.filter(({ id }) => asks[id] !== undefined)
  const ready = chosen.length > 0 && chosen.every(({ id }) => (asks[id] ?? '').trim() !== '')
  const toggle = (id: string, checked: boolean) => {
    const { [id]: _gone, ...rest } = asks
    setAsks(checked ? { ...rest, [id]: SUGGESTED[id] ?? '' } : rest)
  }
  const decide = () =>
    onDecide({
      kind: 'return',
      asks: chosen.map(({ id }) => ({ field: id, text: (asks[id] ?? '').trim() })),
    })
  return (
    <Popup visible={visible} title="退回，请本人补正" onClose={onClose}>
      <View className="x-popup__scroll">
        {fields.map(({ id, label, text }) => (
          <View key={id}>
            <Check
              checked={asks[id] !== undefined}
              label={text === '' ? label : `${label}：${text}`}
              onChange={(checked) => toggle(id, checked)}
            />
            {asks[id] === undefined ? null : (
              <TextArea
                label={`${label}要怎样补正`}
                value={asks[id] ?? ''}
                placeholder="写清楚要什么，本人照着改"
                maxLength={200}
                onChange={(value) => setAsks({ ...asks, [id]: value })}
              />
            )}
          </View>
        ))}
      </View>
      <View className="x-popup__act">
        <Button block disabled={!ready} loading={busy} onTap={decide}>
          {chosen.length === 0 ? '选出要补正的' : `退回，要补正 ${chosen.length} 处`}
        </Button>
      </View>
    </Popup>
  )
}
