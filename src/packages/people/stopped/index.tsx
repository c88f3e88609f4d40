import type { StoppedLecturesView } from '@server/learning/study/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useAct, usePages } from '@/cloud/use-cloud'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Loaded } from '@/ui/Loaded'
import { More } from '@/ui/More'
import { ReasonSheet } from '@/ui/ReasonSheet'
import { Screen } from '@/ui/Screen'
import { momentText } from '@/wording/moment'

type Line = StoppedLecturesView['lines'][number]

const REASONS = ['本人说明了情况，确实在看', '看过本人的学习记录，没有异常'] as const

const NOTHING = {
  title: '没有停下的课',
  text: '同事的随堂问题答错太多次时，那一讲会停下，列在这里等你处理',
  icon: 'check-circle',
  tone: 'done',
} as const

const useStopped = () => usePages(cloud.study.stopped, {}, 'lines', { onShow: 'ask' })

/** Lectures of the unit's people that stopped: who, which, how many answers were wrong; and the way on. */
export default function Stopped() {
  const { list, items: lines } = useStopped()
  const [asked, setAsked] = useState<Line | null>(null)
  const close = () => setAsked(null)
  const lift = useAct(cloud.study.lift, { touches: ['study'], onDone: close })
  return (
    <Loaded query={list} empty={() => lines.length === 0 && !list.hasNextPage && NOTHING}>
      {() => (
        <Screen offline="没有网络。连上后再处理">
          <ActRefused error={lift.error} />
          {lines.map((line) => (
            <StopCard key={line.stopId} line={line} onLift={() => setAsked(line)} />
          ))}
          <More list={list}>看更早的</More>
          <ReasonSheet
            visible={asked !== null}
            subject={asked?.stopId ?? ''}
            title={`让${asked?.personName ?? ''}接着学？`}
            note="看过的都在，从停下的地方接着看；答错的次数留在记录里"
            reasons={REASONS}
            caption="同意接着学"
            placeholder="写明怎样核对的"
            busy={lift.isPending}
            onSend={(reason) => {
              if (asked !== null) lift.mutate({ stopId: asked.stopId, reason })
            }}
            onClose={close}
          />
        </Screen>
      )}
    </Loaded>
  )
}

function StopCard({ line, onLift }: { line: Line; onLift: () => void }) {
  const { personName, lectureTitle, wrong, times, at, mayLift } = line
  return (
    <Card>
      <Text className="x-name">{personName}</Text>
      <Text className="x-line">{lectureTitle}</Text>
      <Text className="x-quiet">
        {`随堂问题一共答错 ${wrong} 次${times > 1 ? `，这是第 ${times} 次停下` : ''} · ${momentText(at)}`}
      </Text>
      {mayLift ? (
        <View className="x-acts">
          <View className="x-fill">
            <Button block tone="plain" onTap={onLift}>
              问明情况，让他接着学
            </Button>
          </View>
        </View>
      ) : (
        <Text className="x-quiet">是你本人或委托你代审的人的，要由别的审核人处理</Text>
      )}
    </Card>
  )
}
