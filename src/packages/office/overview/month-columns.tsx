import type { OverviewView } from '@server/stats/views'
import { Text, View } from '@tarojs/components'
import { columnsOf } from './overview-words'

/** Hours by the month in which they were earned: twelve columns, the highest as high as the chart. */
export function MonthColumns({ year, months }: { year: number; months: OverviewView['months'] }) {
  const columns = columnsOf(year, months)
  return (
    <View className="overview__months">
      {columns.map(({ month, heightPercent, label, words }) => (
        <View key={month} className="overview__month" ariaRole="img" ariaLabel={words}>
          <Text className="overview__month-value">{label}</Text>
          <View className="overview__month-track">
            <View className="overview__month-fill" style={{ height: `${heightPercent}%` }} />
          </View>
          <Text className="overview__month-name">{month}</Text>
        </View>
      ))}
    </View>
  )
}
