import { View } from '@tarojs/components'
import { landAfterRegistration } from '@/cloud/arrive'
import { refusalOf } from '@/cloud/refusal'
import { open, replace, routes } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { maskedIdNumber } from '../identity-hints'
import { StepFrame } from '../step-frame'
import { useEnrolDraft } from '../use-enrol-draft'
import { type EnrolStep, nextStepOf, routeOf, stepMending } from '../way'
import { type Registration, useRegister } from './use-register'

export default function Confirm() {
  const { draft } = useEnrolDraft()
  const register = useRegister()
  if (register.data !== undefined) return <Registered {...register.data} />
  const unfinished = nextStepOf(draft)
  const change = (step: EnrolStep) => replace(routeOf(step))
  const submit = () => (unfinished === 'confirm' ? register.mutate(draft) : change(unfinished))
  return (
    <StepFrame
      step="confirm"
      title="核对一遍，就好了"
      lead="要改哪一项，点它就能回去改"
      footer={
        <Button block loading={register.isPending} onTap={submit}>
          {unfinished === 'confirm' ? '提交登记' : '先把没填完的补上'}
        </Button>
      }
    >
      <CellGroup>
        <Cell title="姓名" note={draft.name} onTap={() => change('identity')} />
        <Cell title="身份证号" note={maskedIdNumber(draft.idNumber)} onTap={() => change('identity')} />
        <Cell title="手机号" note={draft.mobileMasked} onTap={() => change('phone')} />
        <Cell title="单位" note={draft.unit?.name ?? '还没有选'} onTap={() => change('unit')} />
      </CellGroup>
      <Mending error={register.error} onMend={change} />
    </StepFrame>
  )
}

/** The refusal, and the button to the step that mends it. */
function Mending({ error, onMend }: { error: unknown; onMend: (step: EnrolStep) => void }) {
  const code = refusalOf(error)?.code
  if (error === null) return null
  const step = code === undefined ? null : stepMending(code)
  return (
    <View>
      <ActRefused error={error} />
      {step === null ? null : (
        <Button tone="quiet" block onTap={() => onMend(step)}>
          回去改这一项
        </Button>
      )}
    </View>
  )
}

function Registered({ note, ...registered }: Registration) {
  const { title, text, next } = doneWords(registered)
  return (
    <Screen
      footer={
        <Button block onTap={() => void landAfterRegistration()}>
          {next}
        </Button>
      }
    >
      <Empty title={title} text={text} icon="check-circle" tone="done" />
      {registered.binding === 'verified' ? null : <Earlier note={note} />}
    </Screen>
  )
}

/** A role comes with registration by a founding code alone: that person begins with others' work, not with a course. */
function doneWords({ binding, roles }: Omit<Registration, 'note'>) {
  if (roles.length > 0)
    return {
      title: '登记好了，你是第一位审核人',
      text: '在“我的”里给同事看登记二维码，核准来登记的下级机构',
      next: '进入首页',
    }
  if (binding === 'verified')
    return {
      title: '登记好了，单位也核对过了',
      text: '你在单位的名册里，学时学到就计入',
      next: '开始学习',
    }
  return {
    title: '登记好了',
    text: '现在就可以学习。学时先记为待核验，单位核对后自动计入',
    next: '开始学习',
  }
}

/** Offered to everybody alike, because the registration does not tell whether the number is known. */
function Earlier({ note }: Pick<Registration, 'note'>) {
  return (
    <Notice
      tone="brand"
      title="从前用别的微信登记过？"
      text={note === '' ? '改绑以后，从前的学时都在这里。由单位核对本人' : note}
    >
      <Button tone="plain" size="medium" onTap={() => open(routes.enrolContest())}>
        申请改绑
      </Button>
    </Notice>
  )
}
