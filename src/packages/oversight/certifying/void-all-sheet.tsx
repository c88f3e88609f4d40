import { day, dayOf, endOfDay, instant, startOfDay } from '@domain/kernel/instant'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { DayField } from '@/ui/DayField'
import { Popup } from '@/ui/Popup'
import { TextArea } from '@/ui/TextArea'
import '../oversight.css'

export interface VoidAllSheetProps {
  visible: boolean
  unitName: string
  busy: boolean
  onSend: (order: { from: number; until: number; reason: string }) => void
  onClose: () => void
}

/** All that a unit approved from one day to another, both included. */
export function VoidAllSheet({ visible, unitName, busy, onSend, onClose }: VoidAllSheetProps) {
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const today = dayOf(instant(Date.now()))
  const isReady = from !== '' && until !== '' && from <= until && reason.trim() !== ''
  const send = () =>
    onSend({ from: startOfDay(day(from)), until: endOfDay(day(until)), reason: reason.trim() })
  return (
    <Popup visible={visible} title={`作废${unitName}认证的学时`} onClose={onClose}>
      <View>
        <Text className="x-quiet">
          这段时间里由它审核通过的学时逐份作废，每个人都会收到原因，可以提出异议。
        </Text>
        <DayField label="从哪天" value={from} last={today} onChange={setFrom} />
        <DayField label="到哪天" value={until} last={today} onChange={setUntil} />
        <TextArea
          label="查明的情况"
          value={reason}
          placeholder="每个人都会看到这段话"
          maxLength={200}
          onChange={setReason}
        />
        <Button tone="danger" block disabled={!isReady} loading={busy} onTap={send}>
          逐份作废
        </Button>
      </View>
    </Popup>
  )
}
