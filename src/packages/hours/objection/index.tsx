import type { VoidingView } from '@server/oversight/views'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { TextArea } from '@/ui/TextArea'
import { Timeline } from '@/ui/Timeline'
import { useRouteParameters } from '@/use-route-parameters'
import { hoursText } from '@/wording/labels'
import { momentText } from '@/wording/moment'
import { useObject, useVoiding } from './use-voiding'
import './index.css'

const LONGEST = 500

/** The reason of a voiding, in the words of its decider and of the notice; and the trainee's own statement. */
export default function Objection() {
  const { entryId } = useRouteParameters('entryId')
  const query = useVoiding(entryId)
  const [statement, setStatement] = useState('')
  const object = useObject(() => void Taro.showToast({ title: '已收到', icon: 'success' }))
  return (
    <Loaded query={query} skeleton="paper">
      {(voiding) => {
        const isOpen = voiding.objection === null
        return (
          <Screen
            offline="没有网络。写好的话留在这里，连上后再提交"
            footer={
              isOpen ? (
                <Button
                  block
                  disabled={statement.trim() === ''}
                  loading={object.isPending}
                  onTap={() => object.mutate({ entryId, statement: statement.trim() })}
                >
                  提交异议
                </Button>
              ) : null
            }
          >
            {object.error === null ? null : <ActRefused error={object.error} />}
            <Reason voiding={voiding} />
            {isOpen ? (
              <Card>
                <Text className="objection__heading">你的理由</Text>
                <TextArea
                  label="为什么这笔学时是真实的"
                  value={statement}
                  placeholder="写明经过，以及能证明的人或材料。由另一位工作人员复查，不是作废的那一位"
                  maxLength={LONGEST}
                  onChange={setStatement}
                />
              </Card>
            ) : (
              <Way voiding={voiding} />
            )}
          </Screen>
        )
      }}
    </Loaded>
  )
}

function Reason({ voiding }: { voiding: VoidingView }) {
  const { clause } = voiding
  return (
    <Card>
      <Tag tone="refused">已作废</Tag>
      <Text className="objection__title">{voiding.title}</Text>
      {voiding.hours === null ? null : (
        <Text className="x-quiet">{`${voiding.year} 年度 · ${hoursText(voiding.hours)}`}</Text>
      )}
      <Text className="objection__heading">为什么作废</Text>
      <Text className="objection__text">{voiding.reason}</Text>
      <Text className="x-quiet">{`${voiding.orgName}${voiding.byName} ${momentText(voiding.at)}`}</Text>
      <View className="objection__clause">
        <Text className="objection__text">{clause.reading ? clause.words : `“${clause.words}”`}</Text>
        <Text className="x-quiet">
          {clause.reading ? '通知没有写明，这是平台的做法' : `${clause.document} · ${clause.id}`}
        </Text>
      </View>
    </Card>
  )
}

const STATES = {
  filed: '提出异议',
  upheld: '异议成立，学时已恢复',
  dismissed: '维持作废',
} as const

function Way({ voiding }: { voiding: VoidingView }) {
  const { objection } = voiding
  if (objection === null) return null
  const events = objection.timeline.map(({ kind, at, byName, orgName, note }) => ({
    id: `${kind} ${at}`,
    title: STATES[kind],
    text: `${kind === 'filed' ? '' : `${orgName}${byName} `}${momentText(at)}\n${note}`,
  }))
  const waits = { id: 'waits', title: '等待复查', text: '由上一级或另一位工作人员复查，结果会通知你' }
  const items = objection.state === 'open' ? [...events, waits] : events
  return (
    <View>
      {objection.state === 'upheld' ? (
        <Notice
          tone="done"
          title="学时已经恢复"
          text="恢复的学时是新的一笔，在学时记录里。年度达标的，证书按今天的日期重新开具"
        />
      ) : null}
      <Card>
        <Text className="objection__heading">进度</Text>
        <Timeline items={items} current={events.length} label="异议的进度" />
      </Card>
    </View>
  )
}
