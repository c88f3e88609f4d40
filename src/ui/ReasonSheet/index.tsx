import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../Button'
import { Choice } from '../Choice'
import { Popup } from '../Popup'
import { TextArea } from '../TextArea'

export interface ReasonSheetProps {
  visible: boolean
  title: string
  reasons: readonly string[]
  caption: string
  busy: boolean
  /** The consequence of the act, shown before it is sent. */
  note?: string
  /** Names the reader of the typed words. */
  placeholder?: string
  maxLength?: number
  onSend: (reason: string) => void
  onClose: () => void
}

const OTHER = '其他原因'
const LONGEST = 200

/** Why one does it: a frequent reason at a tap, or in one's own words. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { visible, title, reasons, caption, busy, onSend, onClose } = props
  const { note = '', placeholder = '登记人会看到这段话', maxLength = LONGEST } = props
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
        {note === '' ? null : <Text className="x-reason__note">{note}</Text>}
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
            placeholder={placeholder}
            maxLength={maxLength}
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
