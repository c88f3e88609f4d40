import type { CourseView, LectureLine } from '@server/learning/catalog/views'
import { Text, View } from '@tarojs/components'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { Loaded } from '@/ui/Loaded'
import { ProgressLine } from '@/ui/ProgressLine'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { hoursText } from '@/wording/labels'
import { examWords, isClosed, lectureState, lengthText, stepOf } from '../course-words'
import { useCourse } from '../use-course'
import { ConfirmSheet } from './confirm-sheet'
import { MakeUpNotice } from './make-up-notice'
import { useMakeUp } from './use-make-up'
import './index.css'

export default function Course() {
  const { courseId } = useRouteParameters('courseId')
  const query = useCourse(courseId)
  const makeUp = useMakeUp(query.data)
  return (
    <Loaded query={query} skeleton="card">
      {(course) => {
        const step = stepOf(course)
        return (
          <Screen
            footer={
              <Button block onTap={() => (step.begins ? makeUp.ask(step.go) : step.go())}>
                {step.caption}
              </Button>
            }
          >
            {course.makeUp === null ? null : <MakeUpNotice makeUp={course.makeUp} />}
            <About course={course} />
            <Lectures course={course} onOpen={(go) => makeUp.ask(go)} />
            <Exam course={course} />
            {course.makeUp === null ? null : (
              <ConfirmSheet
                visible={makeUp.isAsking}
                makeUp={course.makeUp}
                isSending={makeUp.isSending}
                error={makeUp.error}
                onConfirm={makeUp.confirm}
                onCancel={makeUp.cancel}
              />
            )}
          </Screen>
        )
      }}
    </Loaded>
  )
}

function About({ course }: { course: CourseView }) {
  const { teacher, gives } = course
  return (
    <Card>
      <View className="course__tags">
        <View className="course__tag">
          <Tag tone="brand">{course.categoryName}</Tag>
        </View>
        {course.sample ? <Tag tone="due">样例课程</Tag> : null}
      </View>
      <Text className="course__title">{course.title}</Text>
      {course.subjectName === null || course.subjectName === course.title ? null : (
        <Text className="x-quiet">{course.subjectName}</Text>
      )}
      <View className="course__gives">
        <Text className="course__hours">{hoursText(gives.hours)}</Text>
        <Text className="x-quiet">{`计入 ${course.year} 年度${course.categoryName}`}</Text>
      </View>
      <Text className="x-quiet">{`依据 ${gives.clauseId}：${gives.words}`}</Text>
      <Text className="course__summary">{course.summary}</Text>
      <Text className="x-quiet">{`${teacher.name} · ${teacher.title} · ${teacher.unit}`}</Text>
      {teacher.unit === course.baseName ? null : <Text className="x-quiet">{course.baseName}</Text>}
    </Card>
  )
}

type Opening = (go: () => void) => void

function Lectures({ course, onOpen }: { course: CourseView; onOpen: Opening }) {
  return (
    <Card>
      <View className="course__heading">
        <Text className="course__heading-text">{`共 ${course.lectureCount} 讲`}</Text>
      </View>
      <View className="course__progress">
        <ProgressLine
          percent={course.progressPercent}
          label={`看完 ${course.lecturesDone}/${course.lectureCount} 讲`}
        />
      </View>
      {course.lectures.map((lecture) => (
        <Lecture key={lecture.id} lecture={lecture} course={course} onOpen={onOpen} />
      ))}
    </Card>
  )
}

interface LectureProps {
  lecture: LectureLine
  course: CourseView
  onOpen: Opening
}

/** Of a year that has ended nothing opens: the page above says until when it did. */
function Lecture({ lecture, course, onOpen }: LectureProps) {
  const state = lectureState(lecture)
  const isOver = isClosed(course)
  return (
    <View
      className="course__lecture"
      hoverClass={isOver ? 'none' : 'course__lecture--pressed'}
      ariaRole={isOver ? 'text' : 'button'}
      ariaLabel={`第 ${lecture.number} 讲 ${lecture.title}，${state}`}
      onClick={() => {
        if (!isOver) onOpen(() => open(routes.player({ courseId: course.id, lectureId: lecture.id })))
      }}
    >
      <View className={lecture.done ? 'course__mark course__mark--done' : 'course__mark'}>
        <Icon name={lecture.done ? 'check-circle' : isOver ? 'lock-on' : 'play-circle'} size={24} />
      </View>
      <View className="x-fill">
        <Text className="course__lecture-title">{`${lecture.number}. ${lecture.title}`}</Text>
        <Text className="x-quiet">{`${course.sample ? '样片 ' : ''}${lengthText(lecture, course.sample)}`}</Text>
        <Text className={lecture.done ? 'course__state course__state--done' : 'course__state'}>{state}</Text>
      </View>
    </View>
  )
}

function Exam({ course }: { course: CourseView }) {
  const { title, text } = examWords(course)
  const passed = course.exam.state === 'passed'
  return (
    <Card>
      <View className="course__heading">
        <View className={passed ? 'course__mark course__mark--done' : 'course__mark'}>
          <Icon
            name={passed ? 'check-circle' : course.exam.state === 'locked' ? 'lock-on' : 'file'}
            size={24}
          />
        </View>
        <View className="x-fill">
          <Text className="course__lecture-title">{title}</Text>
          {text === '' ? null : <Text className="x-quiet">{text}</Text>}
        </View>
      </View>
    </Card>
  )
}
