import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Popup } from '@/ui/Popup'
import { TextArea } from '@/ui/TextArea'

export interface ReasonSheetProps {
  visible: boolean
  title: string
  reasons: readonly string[]
  caption: string
  busy: boolean
  onSend: (reason: string) => void
  onClose: () => void
}

const OTHER = '其他原因'
const LONGEST = 200

/** Why something is not accepted: a frequent reason at a tap, or in one's own words. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { visible, title, reasons, caption, busy, onSend, onClose } = props
  const [reason, setReason] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const said = reason === OTHER ? words.trim() : (reason ?? '')
  const close = () => {
    setReason(null)
    setWords('')
    onClose()
  }
  return (
    <Popup visible={visible} title={title} onClose={close}>
      <View>
        <Choice
          label="原因"
          value={reason}
          options={[...reasons, OTHER].map((text) => ({ value: text, label: text }))}
          onChange={setReason}
        />
        {reason === OTHER ? (
          <TextArea
            label="写明原因"
            value={words}
            placeholder="登记人会看到这段话"
            maxLength={LONGEST}
            onChange={setWords}
          />
        ) : null}
        <Button
          block
          disabled={said === ''}
          loading={busy}
          onTap={() => {
            onSend(said)
            close()
          }}
        >
          {caption}
        </Button>
      </View>
    </Popup>
  )
}
