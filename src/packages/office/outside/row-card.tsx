import type { RowView } from '@server/outside/views'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Tag } from '@/ui/Tag'
import { STATE_NAMES, STATE_TONES } from './outside-words'

/** One line: who, what, what became of it and why, and who can do what about it. */
export function RowCard({ row, providerName = '' }: { row: RowView; providerName?: string }) {
  const year = row.year === null ? '' : `，计入 ${row.year} 年度`
  return (
    <Card>
      <View className="outside__head">
        <Text className="outside__name">{row.name}</Text>
        <Tag tone={STATE_TONES[row.state]}>{STATE_NAMES[row.state]}</Tag>
      </View>
      <Text className="outside__course">{`${row.courseTitle} · ${row.category} ${row.hours} 学时`}</Text>
      <Text className="outside__line">{`身份证 ${row.idNumberMasked} · ${row.completedOn} 完成${year}`}</Text>
      {providerName === '' ? null : <Text className="outside__line">{`由${providerName}送来`}</Text>}
      {row.state === 'taken' ? null : <Text className="outside__why">{row.why}</Text>}
      {row.cure === null ? null : <Text className="outside__cure">{row.cure}</Text>}
    </Card>
  )
}
