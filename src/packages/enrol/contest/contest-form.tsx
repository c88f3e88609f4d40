import { useState } from 'react'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Input } from '@/ui/Input'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { TextArea } from '@/ui/TextArea'
import { idNumberHint, nameHint, typedIdNumber, typedName } from '../identity-hints'
import { useEnrolDraft } from '../use-enrol-draft'
import { useFileContest } from './use-contest'

const ID_NUMBER_LENGTH = 18
const LONGEST_STATEMENT = 200
const SHORTEST_STATEMENT = 4

/**
 * Contests a number that another WeChat account may hold, in the caller's own words. The typed registration is wiped once
 * the server has it: then name and number are typed here.
 */
export function ContestForm({ onFiled }: { onFiled: () => void }) {
  const { draft } = useEnrolDraft()
  const [typed, setTyped] = useState({ name: draft.name, idNumber: draft.idNumber })
  const [statement, setStatement] = useState('')
  const send = useFileContest(onFiled)
  const { name, idNumber } = typed
  const isReady =
    nameHint(name, idNumber) === '' &&
    idNumberHint(idNumber) === '' &&
    statement.trim().length >= SHORTEST_STATEMENT
  return (
    <Screen
      footer={
        <Button
          block
          loading={send.isPending}
          disabled={!isReady}
          onTap={() => send.mutate({ name, idNumber, statement: statement.trim() })}
        >
          请单位核对
        </Button>
      }
    >
      <Notice
        title="从前用别的微信登记过"
        text="写明情况，由登记过这个号码的单位核对。学时不会丢。号码没有人登记过的话，不会有结果"
      />
      <Input
        label="姓名"
        value={name}
        placeholder="身份证上的姓名"
        maxLength={60}
        error={name === '' ? '' : nameHint(name, idNumber)}
        onChange={(text) => setTyped({ ...typed, name: typedName(text) })}
      />
      <Input
        label="身份证号"
        value={idNumber}
        placeholder="18 位，末位可能是 X"
        type="idcard"
        maxLength={20}
        error={idNumber.length >= ID_NUMBER_LENGTH ? idNumberHint(idNumber) : ''}
        onChange={(text) => setTyped({ ...typed, idNumber: typedIdNumber(text) })}
      />
      <TextArea
        label="情况说明"
        value={statement}
        placeholder="比如：换了微信号，原来的已经不用了"
        maxLength={LONGEST_STATEMENT}
        onChange={setStatement}
      />
      <ActRefused error={send.error} />
    </Screen>
  )
}
