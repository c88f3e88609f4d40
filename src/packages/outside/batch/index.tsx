import type { RowState } from '@server/outside/documents'
import type { BatchView, RowView } from '@server/outside/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chips } from '@/ui/Chips'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { momentText } from '@/wording/moment'
import { batchLine, lateText, monthText, STATE_NAMES } from '../outside-words'
import { RowCard } from '../row-card'
import { useBatch, useSheet } from '../use-outside'
import '../outside.css'

type Filter = RowState | 'all'
const STATES = Object.keys(STATE_NAMES) as RowState[]

/** One batch against the register: each row with its outcome and the next step. */
export default function OutsideBatch() {
  const { batchId } = useRouteParameters('batchId')
  const [filter, setFilter] = useState<Filter>('all')
  const { list, rows } = useBatch(batchId, filter === 'all' ? null : filter)
  const sheet = useSheet(batchId)
  return (
    <Loaded query={list}>
      {({ batch }) => (
        <Screen
          offline="没有网络。看过的仍可查看"
          footer={
            <Button tone="plain" block loading={sheet.isPending} onTap={() => sheet.mutate()}>
              打开对账表
            </Button>
          }
        >
          <Head batch={batch} />
          <ActRefused title="对账表没有打开" error={sheet.error} />
          <Chips label="结果" value={filter} options={optionsOf(batch)} onChange={setFilter} />
          <Lines rows={rows} batch={batch} hasMore={list.hasNextPage} />
        </Screen>
      )}
    </Loaded>
  )
}

function Head({ batch }: { batch: BatchView }) {
  const late = lateText(batch)
  return (
    <Card>
      <View className="x-head">
        <Text className="x-name">{`${monthText(batch.month)}第 ${batch.sequence} 批`}</Text>
        {batch.late ? <Tag tone="due">迟报</Tag> : null}
      </View>
      <Text className="outside__course">{batch.providerName}</Text>
      <Text className="x-quiet">{batchLine(batch)}</Text>
      <Text className="x-quiet">{`${momentText(batch.receivedAt)} 收到，签名核对无误`}</Text>
      {late === null ? null : <Text className="x-quiet x-quiet--due">{late}</Text>}
    </Card>
  )
}

/** Only states that occur; a batch in progress has no counts yet. */
function optionsOf({ state, rows, counts }: BatchView): { value: Filter; label: string }[] {
  const all = { value: 'all' as const, label: `全部 ${rows}` }
  if (state === 'waiting') return [all]
  return [
    all,
    ...STATES.filter((one) => counts[one] > 0).map((one) => ({
      value: one,
      label: `${STATE_NAMES[one]} ${counts[one]}`,
    })),
  ]
}

function Lines({ rows, batch, hasMore }: { rows: readonly RowView[]; batch: BatchView; hasMore: boolean }) {
  if (rows.length === 0)
    return batch.state === 'waiting' ? (
      <Empty title="正在逐条处理" text="几分钟内处理完，请稍后再打开这一页" icon="time" />
    ) : (
      <Empty title="没有这样的记录" text="换一个结果看看" icon="check-circle" />
    )
  return (
    <View>
      {rows.map((row) => (
        <RowCard key={row.id} row={row} />
      ))}
      {hasMore ? <Text className="x-quiet x-quiet--apart">往下滑，看更多</Text> : null}
    </View>
  )
}
