import { hundredths } from '@domain/kernel/hours'
import type { OverviewView } from '@server/afterwards/stats/views'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Chart } from '@/ui/Chart'
import { hoursText } from '@/wording/labels'
import { completedByMonth, elsewhereHours, hoursPicture, hoursWords } from './overview-series'

/** The year by month: people who had completed it, and hours earned. */
export function MonthCharts({ first }: { first: OverviewView }) {
  const { year, months } = first
  const { picture, words, withoutMonth } = completedByMonth(first, first.own)
  const elsewhere = elsewhereHours(year, months)
  return (
    <View>
      <Card>
        <Text className="overview__title">{`${year} 年完成进度`}</Text>
        <Text className="overview__hint">{words}</Text>
        <Chart picture={picture} label={`${year} 年各月累计完成率`} />
        {withoutMonth === 0 ? null : (
          <Text className="overview__hint">
            {`另有 ${withoutMonth} 人不分月份：视同完成，或在其他年份补完`}
          </Text>
        )}
      </Card>
      <Card>
        <Text className="overview__title">{`${year} 年各月学到的学时`}</Text>
        <Text className="overview__hint">{hoursWords(first)}</Text>
        <Chart picture={hoursPicture(first)} label={`${year} 年各月学时`} />
        {elsewhere === 0 ? null : (
          <Text className="overview__hint">{`另有 ${hoursText(hundredths(elsewhere))}在其他年份补学`}</Text>
        )}
      </Card>
    </View>
  )
}
