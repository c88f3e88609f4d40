import { formatYuan } from '@domain/kernel/money'
import type { LabelsView, PlanCourseView } from '@server/titles/views'
import { Text, View } from '@tarojs/components'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { hoursIn } from '../title-words'

/** A course of a plan; enrolment happens by opening it. */
export function PlanCourse({ course, labels }: { course: PlanCourseView; labels: LabelsView }) {
  const { courseId, title, year, category, hours, baseName, isEnrolled } = course
  const act = isEnrolled ? '去学习' : '报名'
  return (
    <Card>
      <View className="plan-course__line">
        <View className="plan-course__what">
          <Text className="x-strong">{title}</Text>
          <Text className="x-quiet">{`${year} 年度 · ${labels[category]} · ${hoursIn(hours, labels)}`}</Text>
          <Text className="x-quiet">
            {[baseName, feeText(course)].filter((part) => part !== '').join(' · ')}
          </Text>
        </View>
        <Button
          size="medium"
          tone="plain"
          label={`${act}《${title}》`}
          onTap={() => open(routes.course({ courseId }))}
        >
          {act}
        </Button>
      </View>
    </Card>
  )
}

function feeText({ fee }: PlanCourseView): string {
  if (fee === null) return ''
  return `${fee.kind === 'ceiling' ? '不超过 ' : ''}${formatYuan(fee.fen)} 元`
}
