import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { cloud } from '@/cloud/client'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { hoursText } from '@/wording/labels'
import { momentText } from '@/wording/moment'
import { ActRefused } from '../../oversight/act-refused'
import { useAct, useObjection } from '../../oversight/use-oversight'
import { OBJECTION } from '../../oversight/words'
import { ReasonSheet } from '../../reason-sheet'
import '../../oversight/oversight.css'

const REASONS = {
  upheld: ['补充的材料能够证明', '主办方更正了先前的答复', '原来的核查有误'],
  dismissed: ['补充的材料仍不能证明', '主办方再次确认查无此人', '所述与材料不符'],
} as const

/** An objection, heard by somebody else than who voided: what was voided and why, and what the person says. */
export default function Objection() {
  const { voidingId } = useRouteParameters('voidingId')
  const { data: voiding, error, refetch } = useObjection(voidingId)
  const [verdict, setVerdict] = useState<'upheld' | 'dismissed' | null>(null)
  const hear = useAct(cloud.oversight.hear.mutate, () => {
    void Taro.showToast({ title: '已办结，本人会看到', icon: 'success' })
  })
  if (voiding === undefined || voiding.objection === null) {
    const refused = { error, onRetry: () => void refetch() }
    return <Screen state={error === null ? 'loading' : 'refused'} skeleton="paper" refused={refused} />
  }
  const { objection } = voiding
  const send = (reason: string) => {
    if (verdict !== null) hear.mutate({ voidingId, decisionId: newActId(), verdict, reason })
    setVerdict(null)
  }
  const footer = voiding.mayHear ? (
    <View className="oversight__acts">
      <View className="oversight__act">
        <Button tone="plain" block onTap={() => setVerdict('dismissed')}>
          维持作废
        </Button>
      </View>
      <View className="oversight__act">
        <Button block loading={hear.isPending} onTap={() => setVerdict('upheld')}>
          异议成立
        </Button>
      </View>
    </View>
  ) : null
  return (
    <Screen footer={footer}>
      <ActRefused error={hear.error} />
      {objection.state === 'open' && !voiding.mayHear ? (
        <Notice title="由另一人复查" text="你作废的学时，须由同事或上一级来听取异议" />
      ) : null}
      <Card>
        <View className="oversight__line">
          <View className="oversight__what">
            <Text className="oversight__name">{voiding.title}</Text>
            <Text className="oversight__quiet">{`${voiding.personName} · ${voiding.unitName}`}</Text>
            <Text className="oversight__quiet">
              {`${voiding.year} 年度${voiding.hours === null ? '' : ` · ${hoursText(voiding.hours)}`}`}
            </Text>
          </View>
          <Tag tone={OBJECTION[objection.state].tone}>{OBJECTION[objection.state].text}</Tag>
        </View>
      </Card>
      <Card>
        <Text className="oversight__heading">为什么作废</Text>
        <Text className="oversight__text">{voiding.reason}</Text>
        <Text className="oversight__quiet">
          {`${voiding.orgName}${voiding.byName} ${momentText(voiding.at)}`}
        </Text>
      </Card>
      <Card>
        <Text className="oversight__heading">本人怎样说</Text>
        <Text className="oversight__text">{objection.statement}</Text>
        {objection.timeline.map(({ kind, at, byName, orgName, note }) => (
          <Text className="oversight__quiet" key={`${kind} ${at}`}>
            {kind === 'filed'
              ? `${momentText(at)} ${byName}提出`
              : `${momentText(at)} ${orgName}${byName}：${OBJECTION[kind].text}，${note}`}
          </Text>
        ))}
      </Card>
      <ReasonSheet
        visible={verdict !== null}
        title={verdict === 'upheld' ? '异议成立，学时恢复。为什么？' : '维持作废。为什么？'}
        reasons={REASONS[verdict ?? 'upheld']}
        caption="告诉本人"
        busy={hear.isPending}
        onSend={send}
        onClose={() => setVerdict(null)}
      />
    </Screen>
  )
}
