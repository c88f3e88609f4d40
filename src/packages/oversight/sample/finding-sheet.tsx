import { CHECKLIST, type ChecklistItem } from '@domain/oversight/spot-check'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Check } from '@/ui/Check'
import { Popup } from '@/ui/Popup'
import { TextArea } from '@/ui/TextArea'
import { CHECKLIST_TEXT } from '../words'

export interface FindingSheetProps {
  visible: boolean
  busy: boolean
  onFound: (found: { failed: ChecklistItem[]; reason: string; evidenceNote: string }) => void
  onClose: () => void
}

/** The failed items, the reason, and where it was seen: the trainee reads the reason. */
export function FindingSheet({ visible, busy, onFound, onClose }: FindingSheetProps) {
  const [failed, setFailed] = useState<readonly ChecklistItem[]>([])
  const [reason, setReason] = useState('')
  const [evidenceNote, setEvidenceNote] = useState('')
  const toggle = (item: ChecklistItem, isOn: boolean) =>
    setFailed((before) => (isOn ? [...before, item] : before.filter((one) => one !== item)))
  return (
    <Popup visible={visible} title="哪里不属实？" onClose={onClose}>
      <View>
        {CHECKLIST.map((item) => (
          <Check
            key={item}
            checked={failed.includes(item)}
            label={CHECKLIST_TEXT[item]}
            onChange={(isOn) => toggle(item, isOn)}
          />
        ))}
        <TextArea
          label="查明的情况"
          value={reason}
          placeholder="本人会看到这段话"
          maxLength={200}
          onChange={setReason}
        />
        <TextArea
          label="凭据"
          value={evidenceNote}
          placeholder="例如：已致电主办方核实，有记录"
          maxLength={200}
          onChange={setEvidenceNote}
        />
        <Button
          block
          disabled={failed.length === 0 || reason.trim() === ''}
          loading={busy}
          onTap={() =>
            onFound({ failed: [...failed], reason: reason.trim(), evidenceNote: evidenceNote.trim() })
          }
        >
          记下：不属实
        </Button>
      </View>
    </Popup>
  )
}
