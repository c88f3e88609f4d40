import type { PersonToVerify } from '@server/membership/person-to-verify'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Popup } from '@/ui/Popup'

const REASONS = ['不是本单位的人', '已经离开本单位', '姓名和身份证号对不上', '重复登记'] as const
type Reason = (typeof REASONS)[number]

export interface DisputeSheetProps {
  person: PersonToVerify | null
  busy: boolean
  onDispute: (reason: Reason) => void
  onClose: () => void
}

/** The person reads the reason, so each reason tells them what to do. */
export function DisputeSheet({ person, busy, onDispute, onClose }: DisputeSheetProps) {
  const [reason, setReason] = useState<Reason | null>(null)
  const close = () => {
    setReason(null)
    onClose()
  }
  const send = () => {
    if (reason === null) return
    onDispute(reason)
    setReason(null)
  }
  return (
    <Popup visible={person !== null} title={`对${person?.name ?? ''}的登记有什么疑问？`} onClose={close}>
      <View>
        <Choice
          label="疑问的原因"
          value={reason}
          options={REASONS.map((text) => ({ value: text, label: text }))}
          onChange={setReason}
        />
        <Button block disabled={reason === null} loading={busy} onTap={send}>
          告诉本人
        </Button>
      </View>
    </Popup>
  )
}
