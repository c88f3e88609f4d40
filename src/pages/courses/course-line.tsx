import type { CourseCard, CourseState } from '@server/learning/catalog/views'
import { Text, View } from '@tarojs/components'
import { open, routes } from '@/routes'
import { Card } from '@/ui/Card'
import { ProgressLine } from '@/ui/ProgressLine'
import { Tag, type TagProps } from '@/ui/Tag'
import { courseStateText, hoursText } from '@/wording/labels'

const TONES: Record<CourseState, NonNullable<TagProps['tone']>> = {
  new: 'quiet',
  learning: 'brand',
  'exam-ready': 'due',
  passed: 'done',
}

export function CourseLine({ course }: { course: CourseCard }) {
  const facts = `${course.categoryName} · ${hoursText(course.hours)} · ${course.lectureCount} 讲`
  return (
    <Card
      label={`${course.title}，${facts}，${courseStateText[course.state]}`}
      onTap={() => open(routes.course({ courseId: course.id }))}
    >
      <View className="courses__head">
        <Text className="courses__title">{course.title}</Text>
        <Tag tone={TONES[course.state]}>{courseStateText[course.state]}</Tag>
      </View>
      <Text className="courses__facts">{facts}</Text>
      <Text className="courses__base">{course.sample ? `${course.baseName} · 样例` : course.baseName}</Text>
      {course.state === 'learning' ? (
        <ProgressLine
          percent={course.progressPercent}
          label={`看完 ${course.lecturesDone}/${course.lectureCount} 讲`}
        />
      ) : null}
    </Card>
  )
}
