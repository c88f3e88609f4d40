import type { EnterView } from '@server/people/views'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { momentText } from '@/wording/moment'

/** For an account without a person: that it was signed out, or how its contest stands. */
export function ContestNotice({ entry: { contest, moved } }: { entry: EnterView }) {
  if (contest?.state === 'waiting')
    return (
      <Notice
        tone="due"
        title="等待单位核对身份"
        text={`身份证 ${contest.idNumberMasked}，${momentText(contest.filedAt)} 提交。核对后从前的学时都会过来`}
      />
    )
  if (contest?.state === 'kept')
    return (
      <Notice tone="refused" title="没有改绑到这个微信" text={`原因：${contest.reason}。`}>
        <Button tone="plain" size="medium" onTap={() => open(routes.enrolContest())}>
          查看
        </Button>
      </Notice>
    )
  if (moved === null) return null
  return (
    <Notice
      tone="refused"
      title="你的账号已改绑到另一个微信"
      text={`${momentText(moved.at)} 由${moved.orgName}核对后改绑，这个微信已退出。学时都在那个账号里。不是你本人的意思，请马上联系${moved.orgName}，或重新登记后点“申请改绑”`}
    />
  )
}
