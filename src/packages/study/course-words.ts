import type { CourseView, LectureLine } from '@server/learning/catalog/views'
import { courseFilter } from '@/cloud/course-filter'
import { open, type Route, replace, routes } from '@/routes'
import { durationText, momentText } from '@/wording/moment'

export interface CourseStep {
  caption: string
  go: () => void
  /** Whether it opens a lecture: of a past year that wants a word first. */
  begins: boolean
}

const to = (caption: string, route: Route): CourseStep => ({ caption, go: () => open(route), begins: false })

/** A past year that can no longer be made up, or of which no notice speaks. */
export const isClosed = ({ makeUp }: CourseView): boolean => makeUp !== null && makeUp.state !== 'open'

const toThisYear = (): CourseStep => ({
  caption: '选今年的课程',
  go: () => {
    courseFilter.save({ year: null, category: null, length: null })
    open(routes.courses())
  },
  begins: false,
})

const lectureOf = (course: CourseView, lectureId: string | null): LectureLine | undefined =>
  course.lectures.find(({ id }) => id === lectureId)

/** The one main button of a course. */
export function stepOf(course: CourseView): CourseStep {
  const { id: courseId, exam, lectures } = course
  const next = lectureOf(course, course.nextLectureId)
  if (exam.state === 'passed') return to('查看学时', routes.ledger({ year: course.year }))
  if (exam.state === 'open') return to('继续考试', routes.exam({ courseId }))
  if (isClosed(course)) return toThisYear()
  if (exam.state === 'ready') return to('参加考试', routes.exam({ courseId }))
  if (exam.state === 'exhausted')
    return { caption: '选另一门课', go: () => replace(routes.courses()), begins: false }
  const lecture = next ?? lectures[0]
  if (lecture === undefined)
    return { caption: '回到课程', go: () => replace(routes.courses()), begins: false }
  const step = to(
    `${verbOf(course, next)} 第 ${lecture.number} 讲`,
    routes.player({ courseId, lectureId: lecture.id }),
  )
  return { ...step, begins: true }
}

function verbOf(course: CourseView, next: LectureLine | undefined): string {
  if (next === undefined) return '再看一遍'
  if (isBegun(course)) return '继续学习'
  return course.makeUp === null ? '开始学习' : '开始补学'
}

const isBegun = (course: CourseView): boolean =>
  course.lectures.some(({ done, verifiedSeconds }) => done || verifiedSeconds > 0)

export interface ExamWords {
  title: string
  text: string
}

/** The state of the exam, and the next step. */
export function examWords({ exam, lectureCount, lecturesDone }: CourseView): ExamWords {
  const left = `还有 ${exam.attemptsLeft} 次机会`
  const best = exam.bestScorePercent === null ? '' : `最好成绩 ${exam.bestScorePercent} 分，`
  switch (exam.state) {
    case 'locked':
      return { title: '看完课程就能考试', text: `还有 ${lectureCount - lecturesDone} 讲没有看完` }
    case 'ready':
      return { title: '可以考试了', text: `${best}${left}` }
    case 'open':
      return { title: '考试还没有交卷', text: '答过的都在，时间以服务器为准，接着答就好' }
    case 'waiting':
      return {
        title: exam.nextAt === null ? '稍后可以再考' : `${momentText(exam.nextAt)} 起可以再考`,
        text: `${best}${left}。这段时间可以把没把握的几讲再看一遍`,
      }
    case 'passed':
      return {
        title: '考试已通过',
        text: exam.bestScorePercent === null ? '' : `${exam.bestScorePercent} 分`,
      }
    case 'unverified':
      return { title: '单位核对后可以再考', text: `${best}可以提醒单位人事核对你的登记，核对后马上就能再考` }
    case 'exhausted':
      return { title: '考试机会已经用完', text: `${best}选同类的另一门课，一样可以补足学时` }
  }
}

/** How far a lecture is, in a word; seconds only where they say something. */
export function lectureState({ done, verifiedSeconds, requiredSeconds }: LectureLine): string {
  if (done) return '已看完'
  if (verifiedSeconds === 0) return '未看'
  return `已核验 ${durationText(verifiedSeconds)}，还差 ${durationText(requiredSeconds - verifiedSeconds)}`
}

/** A sample shows both lengths: the real and the nominal one. */
export const lengthText = (
  { durationSeconds, nominalMinutes }: { durationSeconds: number; nominalMinutes: number },
  sample: boolean,
): string =>
  sample
    ? `${durationText(durationSeconds)}，代表 ${durationText(nominalMinutes * 60)}的课`
    : durationText(durationSeconds)
