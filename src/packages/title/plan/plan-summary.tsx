import { formatYuan } from '@domain/kernel/money'
import type { PlanView } from '@server/titles/views'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Tag } from '@/ui/Tag'
import { dayText } from '@/wording/moment'

/** A plan in three numbers: money, evenings, the day it is done. */
export function PlanSummary({ plan }: { plan: PlanView }) {
  const figures = [
    { name: plan.feeKind === 'ceiling' ? '费用不超过' : '费用', amount: feeText(plan) },
    { name: '要用', amount: `${plan.evenings} 个晚上` },
    { name: '最早学完', amount: dayText(plan.doneOn, true) },
  ]
  return (
    <Card>
      {figures.map(({ name, amount }) => (
        <View className="plan-summary__figure" key={name}>
          <Text className="plan-summary__name">{name}</Text>
          <Text className="plan-summary__amount">{amount}</Text>
        </View>
      ))}
      {plan.isLate ? (
        <View className="plan-summary__late">
          <Tag tone="due">照这个进度赶不上截止日期</Tag>
        </View>
      ) : null}
    </Card>
  )
}

/** Outside providers state their own fees; the fees of our courses are the notice's. */
function feeText({ feeKind, feeFen, courses }: PlanView): string {
  if (courses.length === 0) return '以学习平台为准'
  return feeKind === null ? '通知没有规定收费' : `${formatYuan(feeFen)} 元`
}
