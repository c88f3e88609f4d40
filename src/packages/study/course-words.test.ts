import { hoursOf } from '@domain/kernel/hours'
import type { CourseView, MakeUpView } from '@server/learning/catalog/views'
import Taro from '@tarojs/taro'
import { courseFilter } from '@/cloud/course-filter'
import { isClosed, stepOf } from './course-words'

const exam = { nextAt: null, bestScorePercent: null, attemptsLeft: 5, openAttemptId: null }
const makeUp = (state: MakeUpView['state']): MakeUpView => ({
  year: 2021,
  state,
  lastDay: '2022-09-30',
  rule: null,
  currentYear: 2022,
  confirmed: false,
})

const course = (of: Partial<CourseView>): CourseView => ({
  id: 'c',
  title: '课',
  year: 2021,
  category: 'professional',
  categoryName: '专业课',
  hours: hoursOf(8),
  baseName: '',
  baseLevel: 'province',
  state: 'new',
  lectureCount: 1,
  lecturesDone: 0,
  progressPercent: 0,
  sample: false,
  summary: '',
  teacher: { name: '', title: '', unit: '' },
  subjectName: null,
  lectures: [
    {
      id: 'l',
      number: 1,
      title: '一',
      durationSeconds: 20,
      nominalMinutes: 60,
      verifiedSeconds: 0,
      requiredSeconds: 19,
      done: false,
    },
  ],
  nextLectureId: 'l',
  exam: { state: 'locked', ...exam },
  gives: { hours: hoursOf(8), category: 'professional', clauseId: '', words: '' },
  makeUp: null,
  ...of,
})

test.each<[string, boolean, CourseView]>([
  ['开始学习 第 1 讲', true, course({})],
  ['开始补学 第 1 讲', true, course({ makeUp: makeUp('open') })],
  ['选今年的课程', false, course({ makeUp: makeUp('closed') })],
  ['选今年的课程', false, course({ makeUp: makeUp('unruled') })],
  ['继续考试', false, course({ makeUp: makeUp('closed'), exam: { state: 'open', ...exam } })],
  ['查看学时', false, course({ makeUp: makeUp('closed'), exam: { state: 'passed', ...exam } })],
])('%s', (caption, begins, of) => expect(stepOf(of)).toMatchObject({ caption, begins }))

test('only a past year that is not open is closed', () => {
  expect(isClosed(course({}))).toBe(false)
  expect(isClosed(course({ makeUp: makeUp('open') }))).toBe(false)
  expect(isClosed(course({ makeUp: makeUp('closed') }))).toBe(true)
})

test('from a year that is over, the courses open with the present year and nothing else filtered', () => {
  courseFilter.save({ year: 2021, category: 'public', length: 'short' })
  stepOf(course({ makeUp: makeUp('closed') })).go()
  expect(courseFilter.load()).toEqual({ year: null, category: null, length: null })
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/courses/index' })
})
