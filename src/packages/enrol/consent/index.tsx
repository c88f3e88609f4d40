import { ScrollView } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useAct } from '@/cloud/use-cloud'
import { useEntry } from '@/cloud/use-entry'
import { open } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Check } from '@/ui/Check'
import { Privacy } from '@/ui/Privacy'
import { StepFrame } from '../step-frame'
import { useEnrolDraft } from '../use-enrol-draft'
import { nextStepOf, routeOf } from '../way'

export default function Consent() {
  const { draft, keep } = useEnrolDraft()
  const entry = useEntry()
  const version = entry.data?.registration.consentVersion ?? ''
  const hadAgreed = draft.consentVersion !== '' && draft.consentVersion === version
  const [hasRead, setHasRead] = useState(hadAgreed)
  const [allowsIdNumber, setAllowsIdNumber] = useState(hadAgreed)
  const agree = useAct(() => cloud.account.consent.mutate({ version }), {
    onDone: (given) => {
      keep({ consentVersion: given.version })
      open(routeOf(nextStepOf({ ...draft, consentVersion: given.version })))
    },
  })
  return (
    <StepFrame
      step="consent"
      title="先看看我们怎样处理你的信息"
      lead="大约 3 分钟，中途退出也会留着"
      footer={
        <Button
          block
          loading={agree.isPending}
          disabled={!hasRead || !allowsIdNumber}
          onTap={() => agree.mutate()}
        >
          同意，继续登记
        </Button>
      }
    >
      <ScrollView scrollY className="enrol__text">
        <Privacy />
      </ScrollView>
      <Check checked={hasRead} label="我已阅读并同意《个人信息处理说明》" onChange={setHasRead} />
      <Check
        checked={allowsIdNumber}
        label="我单独同意处理我的身份证号，用来确认本人、记录学时"
        onChange={setAllowsIdNumber}
      />
      <ActRefused error={agree.error} />
    </StepFrame>
  )
}
