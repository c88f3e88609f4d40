import type { CaseView } from '@server/oversight/views'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { cloud } from '@/cloud/client'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { ReasonSheet } from '@/ui/ReasonSheet'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { caseText } from '@/wording/integrity'
import { dayText, momentText } from '@/wording/moment'
import { useCases, useOversight } from '../use-oversight'
import { CaseSheet } from './case-sheet'
import '../oversight.css'

const REASONS = {
  record: ['事实清楚，证据确凿', '本人已经承认'],
  dismiss: ['证据不足', '情节轻微，已经改正'],
} as const
type Verdict = keyof typeof REASONS

/** Cases of dishonesty: opened, decided by two, lapsing by themselves. */
export default function Integrity() {
  const { voidingId, unitId, name } = useRouteParameters('voidingId', 'unitId', 'name')
  const query = useCases()
  const [isOpening, setIsOpening] = useState(name !== '')
  const [deciding, setDeciding] = useState<{ caseId: string; verdict: Verdict } | null>(null)
  const opened = useOversight(cloud.oversight.openCase, () => setIsOpening(false))
  const decide = useOversight(cloud.oversight.decideCase, ({ state }) => {
    void Taro.showToast({ title: state === 'open' ? '等另一人决定' : '已办结', icon: 'success' })
  })
  const subject =
    voidingId === '' ? ({ kind: 'unit', unitId } as const) : ({ kind: 'person', voidingId } as const)
  const send = (reason: string) => {
    if (deciding !== null) decide.mutate({ ...deciding, decisionId: newActId(), reason })
    setDeciding(null)
  }
  return (
    <Loaded query={query}>
      {(all) => (
        <Screen>
          <ActRefused error={opened.error ?? decide.error} />
          {all.cases.length === 0 ? (
            <Empty
              title="没有失信记录"
              text="在抽查里作废学时以后，或在单位的认证权限里，可以立案；两个人都认定才列入"
              icon="check-circle"
              tone="done"
            />
          ) : (
            all.cases.map((one) => (
              <Case
                key={one.caseId}
                one={one}
                onDecide={(verdict) => setDeciding({ caseId: one.caseId, verdict })}
              />
            ))
          )}
          <CaseSheet
            visible={isOpening}
            name={name}
            busy={opened.isPending}
            onOpen={(facts) => opened.mutate({ caseId: newActId(), subject, ...facts })}
            onClose={() => setIsOpening(false)}
          />
          <ReasonSheet
            visible={deciding !== null}
            subject={deciding === null ? '' : `${deciding.caseId}:${deciding.verdict}`}
            title={deciding?.verdict === 'dismiss' ? '为什么不予列入？' : '为什么列入失信记录？'}
            reasons={REASONS[deciding?.verdict ?? 'record']}
            caption={deciding?.verdict === 'dismiss' ? '不予列入' : '同意列入'}
            busy={decide.isPending}
            onSend={send}
            onClose={() => setDeciding(null)}
          />
        </Screen>
      )}
    </Loaded>
  )
}

function Case({ one, onDecide }: { one: CaseView; onDecide: (verdict: Verdict) => void }) {
  const { text, tone } = caseText[one.state]
  return (
    <Card>
      <View className="oversight__line">
        <View className="oversight__what">
          <Text className="oversight__title">{one.subject.name}</Text>
          <Text className="x-quiet">{one.subject.kind === 'person' ? one.subject.unitName : '单位'}</Text>
        </View>
        <Tag tone={tone}>{text}</Tag>
      </View>
      <Text className="oversight__text">{one.statement}</Text>
      {one.evidenceNote === '' ? null : <Text className="x-quiet">{`证据：${one.evidenceNote}`}</Text>}
      <Text className="x-quiet">{`${momentText(one.openedAt)} ${one.openedBy}立案`}</Text>
      {one.decisions.map(({ byName, verdict, reason, at }) => (
        <Text className="x-quiet" key={`${byName} ${at}`}>
          {`${momentText(at)} ${byName}${verdict === 'record' ? '同意列入' : '不予列入'}：${reason}`}
        </Text>
      ))}
      {one.lapsesOn === null ? null : (
        <Text className="x-quiet">{`${dayText(one.lapsesOn, true)}自动失效`}</Text>
      )}
      {one.state === 'open' ? (
        <View className="oversight__row">
          <Text className="x-quiet">
            {one.decisions.length === 0 ? '须两个人都认定' : '还须另一个人认定'}
          </Text>
          <View className="oversight__acts">
            <View className="oversight__act">
              <Button tone="plain" size="medium" block onTap={() => onDecide('dismiss')}>
                不予列入
              </Button>
            </View>
            <View className="oversight__act">
              <Button size="medium" block onTap={() => onDecide('record')}>
                同意列入
              </Button>
            </View>
          </View>
        </View>
      ) : null}
    </Card>
  )
}
