import { useState } from 'react'
import { open } from '@/routes'
import { Button } from '@/ui/Button'
import { Input } from '@/ui/Input'
import { idNumberHint, nameHint, typedIdNumber, typedName } from '../identity-hints'
import { StepFrame } from '../step-frame'
import { useEnrolDraft } from '../use-enrol-draft'
import { nextStepOf, routeOf } from '../way'

const ID_NUMBER_LENGTH = 18

export default function Identity() {
  const { draft, keep } = useEnrolDraft()
  const [left, setLeft] = useState({ name: draft.name !== '', idNumber: draft.idNumber !== '' })
  // A hint comes when a field was left, or is as long as it gets: nobody is corrected in the middle of a word.
  const nameError = left.name ? nameHint(draft.name, draft.idNumber) : ''
  const complete = draft.idNumber.length >= ID_NUMBER_LENGTH
  const idNumberError = left.idNumber || complete ? idNumberHint(draft.idNumber) : ''
  const goOn = () => {
    setLeft({ name: true, idNumber: true })
    const step = nextStepOf(draft)
    if (step !== 'identity') open(routeOf(step))
  }
  return (
    <StepFrame
      step="identity"
      title="填写实名信息"
      lead="学时会记在你的名下，请和证件一致"
      footer={
        <Button block onTap={goOn}>
          下一步
        </Button>
      }
    >
      <Input
        label="姓名"
        value={draft.name}
        placeholder="身份证上的姓名"
        maxLength={60}
        error={nameError}
        hint="少数民族姓名中间用“·”"
        onChange={(text) => keep({ name: typedName(text) })}
        onBlur={() => setLeft((before) => ({ ...before, name: true }))}
      />
      <Input
        label="身份证号"
        value={draft.idNumber}
        placeholder="18 位，末位可能是 X"
        type="idcard"
        maxLength={20}
        error={idNumberError}
        hint="加密保存，页面上只显示头尾几位"
        onChange={(text) => keep({ idNumber: typedIdNumber(text) })}
        onBlur={() => setLeft((before) => ({ ...before, idNumber: true }))}
      />
    </StepFrame>
  )
}
