import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../Button'
import { Choice } from '../Choice'
import { Popup } from '../Popup'
import { TextArea } from '../TextArea'

export interface ReasonSheetProps {
  visible: boolean
  /** Whom or what the reason is about, '' while nobody is asked: its words stay through a refusal, until it is about another. */
  subject: string
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

interface Said {
  about: string
  reason: string | null
  words: string
}

/** Why one does it: a frequent reason at a tap, or in one's own words. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { visible, subject, title, reasons, caption, busy, onSend, onClose } = props
  const { note = '', placeholder = '登记人会看到这段话', maxLength = LONGEST } = props
  const [kept, keep] = useState<Said>({ about: '', reason: null, words: '' })
  const isOfAnother = subject !== '' && subject !== kept.about
  const said = isOfAnother ? { about: subject, reason: null, words: '' } : kept
  const { reason, words } = said
  const toSend = reason === OTHER ? words.trim() : (reason ?? '')
  return (
    <Popup visible={visible} title={title} onClose={onClose}>
      <View>
        {note === '' ? null : <Text className="x-reason__note">{note}</Text>}
        <Choice
          label="原因"
          value={reason}
          options={[...reasons, OTHER].map((text) => ({ value: text, label: text }))}
          onChange={(chosen) => keep({ ...said, reason: chosen })}
        />
        {reason === OTHER ? (
          <TextArea
            label="写明原因"
            value={words}
            placeholder={placeholder}
            maxLength={maxLength}
            onChange={(typed) => keep({ ...said, words: typed })}
          />
        ) : null}
        <View className="x-popup__act">
          <Button
            block
            disabled={toSend === ''}
            loading={busy}
            onTap={() => {
              onSend(toSend)
              onClose()
            }}
          >
            {caption}
          </Button>
        </View>
      </View>
    </Popup>
  )
}
