import type { CaseView } from '@server/oversight/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Popup } from '@/ui/Popup'
import { TextArea } from '@/ui/TextArea'

type Conduct = CaseView['conduct']

export interface CaseSheetProps {
  visible: boolean
  name: string
  busy: boolean
  onOpen: (facts: { conduct: Conduct; statement: string; evidenceNote: string }) => void
  onClose: () => void
}

/** The facts of a case and their evidence. */
export function CaseSheet({ visible, name, busy, onOpen, onClose }: CaseSheetProps) {
  const [conduct, setConduct] = useState<Conduct | null>(null)
  const [statement, setStatement] = useState('')
  const [evidenceNote, setEvidenceNote] = useState('')
  return (
    <Popup visible={visible} title={`立案：${name}`} onClose={onClose}>
      <View>
        <Choice
          label="哪一种行为"
          value={conduct}
          options={[
            { value: 'false-hours', label: '学时弄虚作假' },
            { value: 'abuse-of-office', label: '利用工作便利谋取利益' },
          ]}
          onChange={setConduct}
        />
        <TextArea
          label="事实"
          value={statement}
          placeholder="什么时候，做了什么。本人会看到"
          maxLength={500}
          onChange={setStatement}
        />
        <TextArea
          label="证据"
          value={evidenceNote}
          placeholder="材料、谈话记录、核实经过"
          maxLength={500}
          onChange={setEvidenceNote}
        />
        <Button
          block
          disabled={conduct === null || statement.trim() === ''}
          loading={busy}
          onTap={() => {
            if (conduct !== null)
              onOpen({ conduct, statement: statement.trim(), evidenceNote: evidenceNote.trim() })
          }}
        >
          立案
        </Button>
      </View>
    </Popup>
  )
}
