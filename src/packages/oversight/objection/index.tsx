import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { cloud } from '@/cloud/client'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { ReasonSheet } from '@/ui/ReasonSheet'
import { Screen } from '@/ui/Screen'
import { useRouteParameters } from '@/use-route-parameters'
import { useObjection, useOversight } from '../use-oversight'
import { ObjectionStory } from './objection-story'
import '../oversight.css'

const REASONS = {
  upheld: ['补充的材料能够证明', '主办方更正了先前的答复', '原来的核查有误'],
  dismissed: ['补充的材料仍不能证明', '主办方再次确认查无此人', '所述与材料不符'],
} as const

const NOT_OBJECTED = {
  title: '本人没有提出异议',
  text: '提出后会列在异议里，请你或同事来听取',
  icon: 'check-circle',
} as const

/**
 * An objection, heard by another person than the one who voided: the voided hours with the reason, and the trainee's
 * statement.
 */
export default function Objection() {
  const { voidingId } = useRouteParameters('voidingId')
  const objected = useObjection(voidingId)
  const [verdict, setVerdict] = useState<'upheld' | 'dismissed' | null>(null)
  const hear = useOversight(cloud.oversight.hear, () => {
    void Taro.showToast({ title: '已办结，本人会看到', icon: 'success' })
  })
  const send = (reason: string) => {
    if (verdict !== null) hear.mutate({ voidingId, decisionId: newActId(), verdict, reason })
    setVerdict(null)
  }
  return (
    <Loaded query={objected} skeleton="paper">
      {(voiding) => {
        const { objection } = voiding
        if (objection === null) return <Screen state="empty" empty={NOT_OBJECTED} />
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
              <Notice
                title="由上一级或另一人复查"
                text="异议由作废学时的机构的上一级来听取；作废的人、当初审核通过的人都不参加"
              />
            ) : null}
            <ObjectionStory voiding={voiding} objection={objection} />
            <ReasonSheet
              visible={verdict !== null}
              subject={verdict ?? ''}
              title={verdict === 'upheld' ? '异议成立，学时恢复。为什么？' : '维持作废。为什么？'}
              reasons={REASONS[verdict ?? 'upheld']}
              caption="告诉本人"
              busy={hear.isPending}
              onSend={send}
              onClose={() => setVerdict(null)}
            />
          </Screen>
        )
      }}
    </Loaded>
  )
}
