import type { ContestToDecide } from '@server/membership/contests/views'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { ActRefused } from '@/ui/ActRefused'
import { Dialog } from '@/ui/Dialog'
import { LoadedPart } from '@/ui/Loaded'
import { ReasonSheet } from '@/ui/ReasonSheet'
import { ContestCard } from './contest-card'
import { type ContestDecision, type useContests, useDecideContest } from './use-contests'

interface Deciding {
  contest: ContestToDecide
  kind: ContestDecision['verdict']['kind']
  /** Given already; only the confirmation is left. */
  reason: string
}

const ASKED: Record<Deciding['kind'], { title: string; caption: string; reasons: readonly string[] }> = {
  rebind: {
    title: '怎样核对了是本人？',
    caption: '下一步',
    reasons: ['本人带身份证到场核对', '按登记的手机号联系上本人，确实换了微信'],
  },
  keep: {
    title: '为什么不改绑？',
    caption: '不改绑，告诉双方',
    reasons: ['原来的微信仍是本人在用', '联系不上申请的人', '姓名和身份证号对不上'],
  },
}

const DONE = {
  open: '等另一位同意',
  moving: '已告诉原微信',
  rebound: '已改绑',
  kept: '已告诉双方',
} as const

/** Open contests, with both sides of each; moving a binding is confirmed once more. */
export function ContestList({ shown }: { shown: ReturnType<typeof useContests> }) {
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const decide = useDecideContest(({ state }) => {
    void Taro.showToast({ title: DONE[state], icon: 'success' })
  })
  const send = ({ contest, kind, reason }: Deciding) => {
    decide.mutate({
      contestId: contest.contestId,
      decisionId: newActId(),
      verdict: { kind, reason },
    })
    setDeciding(null)
  }
  const given = (reason: string) => {
    if (deciding === null) return
    if (deciding.kind === 'keep') send({ ...deciding, reason })
    else setDeciding({ ...deciding, reason })
  }
  const isSure = deciding !== null && deciding.reason !== ''
  const { title, ...asked } = ASKED[deciding?.kind ?? 'keep']
  return (
    <View>
      <ActRefused error={decide.error} />
      <Cards shown={shown} onDecide={(contest, kind) => setDeciding({ contest, kind, reason: '' })} />
      <ReasonSheet
        visible={deciding !== null && !isSure}
        subject={deciding === null ? '' : `${deciding.contest.contestId}:${deciding.kind}`}
        title={`${deciding?.contest.name ?? ''}：${title}`}
        {...asked}
        placeholder="申请的人会看到这段话"
        busy={decide.isPending}
        onSend={given}
        onClose={() => setDeciding((now) => (now?.reason === '' ? null : now))}
      />
      <Dialog
        visible={isSure}
        title={`把${deciding?.contest.holder.name ?? ''}改绑到新的微信？`}
        text="要两位审核人同意，或由上级同意。然后通知原来的微信，三天里没有异议，学时、考试、申报和权限才到新的微信"
        confirm="同意改绑"
        cancel="再核对一下"
        tone="danger"
        onConfirm={() => {
          if (deciding !== null) send(deciding)
        }}
        onCancel={() => setDeciding(null)}
      />
    </View>
  )
}

interface CardsProps {
  shown: ReturnType<typeof useContests>
  onDecide: (contest: ContestToDecide, kind: Deciding['kind']) => void
}

const NOTHING = {
  title: '没有账号争议',
  text: '有人换了微信、身份证号在旧微信上时，会请你在这里核对',
  icon: 'usergroup',
} as const

function Cards({ shown: { list, contests }, onDecide }: CardsProps) {
  return (
    <LoadedPart query={list} empty={() => contests.length === 0 && !list.hasNextPage && NOTHING}>
      {() => (
        <View>
          {contests.map((contest) => (
            <ContestCard
              key={contest.contestId}
              contest={contest}
              onRebind={() => onDecide(contest, 'rebind')}
              onKeep={() => onDecide(contest, 'keep')}
            />
          ))}
          {list.hasNextPage ? <Text className="x-quiet">往下滑，看更多</Text> : null}
        </View>
      )}
    </LoadedPart>
  )
}
