import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Popup } from '@/ui/Popup'
import { TextArea } from '@/ui/TextArea'
import type { ContestDecision } from './use-contests'

type Kind = ContestDecision['verdict']['kind']

const OTHER = '其他，写明原因'
const WORDS: Record<Kind, { title: string; act: string; reasons: readonly string[] }> = {
  rebind: {
    title: '怎样核对了是本人？',
    act: '下一步',
    reasons: ['本人带身份证到场核对', '按登记的手机号联系上本人，确实换了微信', OTHER],
  },
  keep: {
    title: '为什么不改绑？',
    act: '不改绑，告诉双方',
    reasons: ['原来的微信仍是本人在用', '联系不上申请的人', '姓名和身份证号对不上', OTHER],
  },
}

interface ContestSheetProps {
  kind: Kind | null
  name: string
  busy: boolean
  onReason: (reason: string) => void
  onClose: () => void
}

/** The contester reads the reason, and it stays in the log. */
export function ContestSheet({ kind, name, busy, onReason, onClose }: ContestSheetProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [text, setText] = useState('')
  const { title, act, reasons } = WORDS[kind ?? 'keep']
  const reason = chosen === OTHER ? text.trim() : (chosen ?? '')
  const clear = () => {
    setChosen(null)
    setText('')
  }
  const close = () => {
    clear()
    onClose()
  }
  const send = () => {
    onReason(reason)
    clear()
  }
  return (
    <Popup visible={kind !== null} title={`${name}：${title}`} onClose={close}>
      <View className="x-popup__scroll">
        <Choice
          label="原因"
          value={chosen}
          options={reasons.map((one) => ({ value: one, label: one }))}
          onChange={setChosen}
        />
        {chosen === OTHER ? (
          <TextArea label="原因，申请的人会看到" value={text} maxLength={200} onChange={setText} />
        ) : null}
      </View>
      <View className="x-popup__act">
        <Button block disabled={reason === ''} loading={busy} onTap={send}>
          {act}
        </Button>
      </View>
    </Popup>
  )
}
