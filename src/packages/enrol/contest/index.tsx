import type { MyContestView } from '@server/people/views'
import { useState } from 'react'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { momentText } from '@/wording/moment'
import { ContestForm } from './contest-form'
import { enterRebound, useContest } from './use-contest'

/** The unit decides whose the number is; the contester reads the state here until they can come in. */
export default function Contest() {
  const contest = useContest()
  const [isAsking, setIsAsking] = useState(false)
  return (
    <Loaded query={contest}>
      {(mine) => {
        const filed = mine.contest
        if (filed === null || isAsking) return <ContestForm onFiled={() => setIsAsking(false)} />
        if (filed.state === 'rebound') return <Rebound contest={filed} />
        if (filed.state === 'kept') return <Kept contest={filed} onAgain={() => setIsAsking(true)} />
        return <Waiting contest={filed} onLook={() => void contest.refetch()} busy={contest.isFetching} />
      }}
    </Loaded>
  )
}

interface StateProps {
  contest: MyContestView
}

function Waiting({ contest, busy, onLook }: StateProps & { busy: boolean; onLook: () => void }) {
  return (
    <Screen
      footer={
        <Button block onTap={() => open(routes.home())}>
          知道了
        </Button>
      }
    >
      <Notice
        tone="due"
        title={contest.movesAt === null ? '等待单位核对' : '单位同意了，等几天生效'}
        text={
          contest.movesAt === null
            ? '核对是你本人后，这个身份证号会转到这个微信，从前的学时都在。也可以带身份证直接找单位人事，会更快'
            : `${momentText(contest.movesAt)} 改绑到这个微信。在那之前原来的微信还可以提出异议，这是为了不让别人拿走你的账号`
        }
      />
      <CellGroup>
        <Cell title="身份证号" note={contest.idNumberMasked} />
        <Cell title="提交时间" note={momentText(contest.filedAt)} />
      </CellGroup>
      <Button tone="plain" block loading={busy} onTap={onLook}>
        看看有没有结果
      </Button>
    </Screen>
  )
}

function Rebound({ contest }: StateProps) {
  return (
    <Screen
      footer={
        <Button block onTap={() => void enterRebound()}>
          进入
        </Button>
      }
    >
      <Notice
        tone="done"
        title="已改绑，请重新进入"
        text={`${contest.orgName}核对了你本人。从前的学时、考试和申报都在，原来的微信已退出`}
      />
      <Decided contest={contest} />
    </Screen>
  )
}

function Kept({ contest, onAgain }: StateProps & { onAgain: () => void }) {
  return (
    <Screen
      footer={
        <Button block onTap={() => open(routes.home())}>
          知道了
        </Button>
      }
    >
      <Notice
        tone="refused"
        title="没有改绑"
        text={`原因：${contest.reason}。请带身份证找${contest.orgName}的人事，或者写得更清楚些再提交一次`}
      />
      <Decided contest={contest} />
      <Button tone="plain" block onTap={onAgain}>
        再说明一次
      </Button>
    </Screen>
  )
}

function Decided({ contest }: StateProps) {
  return (
    <CellGroup>
      <Cell title="身份证号" note={contest.idNumberMasked} />
      <Cell title="核对单位" description={contest.orgName} />
      {contest.decidedAt === null ? null : <Cell title="核对时间" note={momentText(contest.decidedAt)} />}
    </CellGroup>
  )
}
