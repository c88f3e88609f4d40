import { formatHours } from '@domain/kernel/hours'
import type { DoubleCard, DoubleLine } from '@server/oversight/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { cloud } from '@/cloud/client'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Loaded } from '@/ui/Loaded'
import { More } from '@/ui/More'
import { ReasonSheet } from '@/ui/ReasonSheet'
import { Screen } from '@/ui/Screen'
import { dateText, dayText } from '@/wording/moment'
import { useDoubles, useOversight } from '../use-oversight'
import { WAYS } from '../words'
import '../oversight.css'

const REASONS = {
  keep: ['两次不同的学习，日期或内容不同', '同名的另一门课'],
  take: ['和施教机构报送的是同一次学习', '同一次学习申报了两次'],
} as const

const NOTHING = {
  title: '没有可能重复的学时',
  text: '同一次学习从两处记入时，会列在这里等你核对',
  icon: 'check-circle',
  tone: 'done',
} as const

type Asked = { double: DoubleCard; line: DoubleLine | null }

/** Credits of one person that look like one: both side by side, and what to do with them. */
export default function Doubles() {
  const { list, doubles } = useDoubles()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const keep = useOversight(cloud.oversight.keepDouble, close)
  const take = useOversight(cloud.oversight.voidEntry, close)
  const send = (reason: string) => {
    if (asked === null) return
    const { double, line } = asked
    if (line === null) keep.mutate({ doubleId: double.doubleId, decisionId: newActId(), reason })
    else take.mutate({ named: { entryId: line.entryId }, reason })
  }
  const taking = asked !== null && asked.line !== null
  return (
    <Loaded query={list} empty={() => doubles.length === 0 && !list.hasNextPage && NOTHING}>
      {() => (
        <Screen offline="没有网络。看到的是上次打开的内容，连上后再办">
          <ActRefused error={keep.error ?? take.error} />
          {doubles.map((double) => (
            <Pair key={double.doubleId} double={double} onAsk={(line) => setAsked({ double, line })} />
          ))}
          <More list={list}>看更早的</More>
          <ReasonSheet
            visible={asked !== null}
            subject={asked === null ? '' : `${asked.double.doubleId}:${asked.line?.entryId ?? ''}`}
            title={taking ? `为什么作废《${asked?.line?.title ?? ''}》？` : '为什么是两次不同的学习？'}
            reasons={taking ? REASONS.take : REASONS.keep}
            note={taking ? '这一笔退回，年度和证书一并更正；本人会收到原因，可以提出异议' : ''}
            caption={taking ? '作废这一笔' : '两笔都保留'}
            placeholder="本人会看到这段话"
            busy={keep.isPending || take.isPending}
            onSend={send}
            onClose={close}
          />
        </Screen>
      )}
    </Loaded>
  )
}

function Pair({ double, onAsk }: { double: DoubleCard; onAsk: (line: DoubleLine | null) => void }) {
  const { personName, unitName, hourName, lines, at } = double
  return (
    <Card>
      <Text className="oversight__name">{personName}</Text>
      <Text className="x-quiet">{`${unitName} · ${dateText(at)}发现`}</Text>
      {lines.map((line) => (
        <View key={line.entryId} className="oversight__line oversight__row">
          <View className="oversight__what">
            <Text className="oversight__title">{line.title}</Text>
            <Text className="x-quiet">
              {`${line.year} 年度 · ${formatHours(line.hours)} ${hourName} · ${daysOf(line)}`}
            </Text>
            <Text className="x-quiet">{wayOf(line)}</Text>
          </View>
          <Button
            tone="danger"
            size="medium"
            label={`作废${line.title}，${wayOf(line)}`}
            onTap={() => onAsk(line)}
          >
            作废
          </Button>
        </View>
      ))}
      <View className="x-acts">
        <View className="x-fill">
          <Button block tone="plain" onTap={() => onAsk(null)}>
            是两次学习，都保留
          </Button>
        </View>
      </View>
    </Card>
  )
}

const wayOf = ({ way }: DoubleLine): string => WAYS[way] ?? '已经记入'
const daysOf = ({ from, to }: DoubleLine): string =>
  from === to ? dayText(from) : `${dayText(from)}至${dayText(to)}`
