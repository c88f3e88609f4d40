import type { RowView } from '@server/outside/views'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Tag } from '@/ui/Tag'
import { dayText } from '@/wording/moment'
import { STATE_NAMES, STATE_TONES } from './outside-words'

/** One row: person, course, outcome with its reason, and the next step. */
export function RowCard({ row, providerName = '' }: { row: RowView; providerName?: string }) {
  return (
    <Card>
      <View className="x-head">
        <Text className="x-name">{row.name}</Text>
        <Tag tone={STATE_TONES[row.state]}>{STATE_NAMES[row.state]}</Tag>
      </View>
      <Text className="outside__course">{`${row.courseTitle} · ${row.category} ${row.hours} 学时`}</Text>
      <Text className="x-quiet">{`身份证 ${row.idNumberMasked}`}</Text>
      <Text className="x-quiet">{completedText(row)}</Text>
      {providerName === '' ? null : <Text className="x-quiet">{`由${providerName}送来`}</Text>}
      {row.state === 'taken' ? null : <Text className="outside__why">{row.why}</Text>}
      {row.cure === null ? null : <Text className="x-quiet">{row.cure}</Text>}
    </Card>
  )
}

/** A day that cannot be read stands as it was sent. */
function completedText({ completedOn, state, year }: RowView): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(completedOn) ? dayText(completedOn, true) : completedOn
  return state === 'taken' && year !== null ? `${day}完成，记入 ${year} 年度` : `${day}完成`
}
