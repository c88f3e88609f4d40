import type { BatchView } from '@server/outside/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chips } from '@/ui/Chips'
import { LoadedPart } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { momentText } from '@/wording/moment'
import { batchLine, lateText, monthText } from '../outside-words'
import { RowCard } from '../row-card'
import { useBatches, useUnmatched } from '../use-outside'
import '../outside.css'

type Shown = 'batches' | 'unmatched'
const OPTIONS = [
  { value: 'batches', label: '各批数据' },
  { value: 'unmatched', label: '还没匹配的人' },
] as const

/** The batches of platforms, bases and departments; or the rows whose people are not registered yet. */
export default function Outside() {
  const [shown, setShown] = useState<Shown>('batches')
  return (
    <Screen
      offline="没有网络。看过的批次仍可查看"
      footer={
        <Button tone="plain" block onTap={() => open(routes.officeOutsideKeys())}>
          推送单位和公钥
        </Button>
      }
    >
      <Chips label="看什么" value={shown} options={OPTIONS} onChange={setShown} />
      {shown === 'batches' ? <Batches /> : <Unmatched />}
    </Screen>
  )
}

const NO_BATCHES = {
  title: '还没有收到数据',
  text: '先登记推送单位的公钥。平台每月月底推送，收到后出现在这里，逐条对账',
} as const

function Batches() {
  const { list, batches } = useBatches()
  return (
    <LoadedPart query={list} empty={() => batches.length === 0 && NO_BATCHES}>
      {() => (
        <View>
          {batches.map((batch) => (
            <BatchCard key={batch.id} batch={batch} />
          ))}
          {list.hasNextPage ? <Text className="x-quiet x-quiet--apart">往下滑，看更多</Text> : null}
        </View>
      )}
    </LoadedPart>
  )
}

function BatchCard({ batch }: { batch: BatchView }) {
  const title = `${batch.providerName}，${monthText(batch.month)}第 ${batch.sequence} 批`
  return (
    <Card label={`对账 ${title}`} onTap={() => open(routes.officeOutsideBatch({ batchId: batch.id }))}>
      <View className="x-head">
        <Text className="x-name">{monthText(batch.month)}</Text>
        {batch.late ? <Tag tone="due">迟报</Tag> : null}
        <Tag tone={batch.state === 'done' ? 'done' : 'brand'}>
          {batch.state === 'done' ? '处理完' : '处理中'}
        </Tag>
      </View>
      <Text className="outside__course">{`${batch.providerName} · 第 ${batch.sequence} 批`}</Text>
      <Text className="x-quiet">{batchLine(batch)}</Text>
      <Text className="x-quiet">{`${momentText(batch.receivedAt)} 收到，签名核对无误`}</Text>
      {batch.late ? <Text className="x-quiet x-quiet--due">{lateText(batch)}</Text> : null}
    </Card>
  )
}

const ALL_MATCHED = {
  title: '都匹配上了',
  text: '送来的数据里的人都已登记、核对，学时都在本人名下',
  icon: 'check-circle',
  tone: 'done',
} as const

function Unmatched() {
  const { list, rows } = useUnmatched()
  return (
    <LoadedPart query={list} empty={() => rows.length === 0 && ALL_MATCHED}>
      {() => (
        <View>
          <Text className="x-quiet x-quiet--apart">
            这些人登记并经单位核对后，学时自动记入，不用平台再送一次
          </Text>
          {rows.map((row) => (
            <RowCard key={row.id} row={row} providerName={row.providerName} />
          ))}
          {list.hasNextPage ? <Text className="x-quiet x-quiet--apart">往下滑，看更多</Text> : null}
        </View>
      )}
    </LoadedPart>
  )
}
