import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useAct } from '@/cloud/use-cloud'
import { useEntry } from '@/cloud/use-entry'
import { open } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { StepFrame } from '../step-frame'
import { useEnrolDraft } from '../use-enrol-draft'
import { nextStepOf, routeOf } from '../way'

export default function Phone() {
  const { draft, keep } = useEnrolDraft()
  const [declined, setDeclined] = useState(false)
  const kept = useEntry().data?.registration.mobileMasked ?? ''
  const mobile = draft.mobileMasked === '' ? kept : draft.mobileMasked
  // The platform's code works once: a lost answer is asked for again with a new code, never with this one.
  const give = useAct((code: string) => cloud.account.phone.mutate({ code }), {
    once: true,
    onDone: ({ mobileMasked }) => keep({ mobileMasked }),
  })
  const receive = (code: string | null) => {
    setDeclined(code === null)
    if (code !== null) give.mutate(code)
  }
  const goOn = () => {
    keep({ mobileMasked: mobile })
    open(routeOf(nextStepOf({ ...draft, mobileMasked: mobile })))
  }
  const ask = (
    <Button block loading={give.isPending} openType="getPhoneNumber" onPhoneNumber={receive}>
      用微信手机号
    </Button>
  )
  return (
    <StepFrame
      step="phone"
      title="留一个手机号"
      lead="单位核对时用它联系你，不会用来推销"
      footer={
        mobile === '' ? (
          ask
        ) : (
          <Button block onTap={goOn}>
            下一步
          </Button>
        )
      }
    >
      {mobile === '' ? null : <Notice tone="done" title={mobile} text="已从微信取得" />}
      {mobile === '' && !declined ? (
        <Notice title="不用输入，也不用验证码" text="点下面的按钮，在微信的提示里选“允许”就好" />
      ) : null}
      {declined ? (
        <Notice tone="due" title="没有取到手机号" text="再点一次按钮，选“允许”。单位核对时需要能联系到你" />
      ) : null}
      <ActRefused error={give.error} />
    </StepFrame>
  )
}
