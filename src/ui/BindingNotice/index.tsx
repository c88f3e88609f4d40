import type { PersonView } from '@server/people/views'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'

/** Until the unit has verified the trainee, hours stay pending: said before a trainee wonders. */
export function BindingNotice({ person }: { person: PersonView }) {
  if (person.binding === 'verified') return null
  if (person.binding === 'claimed') {
    return (
      <Notice
        tone="due"
        title={`等${person.unit.name}核对`}
        text={
          person.bindingNote === ''
            ? '学到的学时先记为待核验，单位核对后自动计入，不影响你现在学习'
            : person.bindingNote
        }
      >
        <Button tone="plain" size="medium" onTap={() => open(routes.enrolContest())}>
          换过微信，申请改绑
        </Button>
      </Notice>
    )
  }
  const reason = person.bindingNote === '' ? '' : `单位说：${person.bindingNote}。`
  return (
    <Notice
      tone="refused"
      title="单位对你的登记有疑问"
      text={`${reason}请联系${person.unit.name}的人事说明情况，学过的都在，核对后自动计入。填错了，或者换过微信，可以更正登记`}
    >
      <Button tone="plain" size="medium" onTap={() => open(routes.enrolConsent())}>
        更正登记
      </Button>
    </Notice>
  )
}
