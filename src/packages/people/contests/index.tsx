import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { ContestList } from '../contest-list'
import { useContests } from '../use-contests'

/** For a body above: contests that its units cannot decide, because no reviewer there may. */
export default function Contests() {
  const shown = useContests('above')
  return (
    <Screen offline="没有网络。名单仍可查看，连上后再核对">
      <Notice
        title="下属单位自己办不了的账号争议"
        text="单位没有别的审核人、还差第二位同意、原来的微信不同意，或者登记人还有单位以外的权限，由你核对"
      />
      <ContestList shown={shown} />
    </Screen>
  )
}
