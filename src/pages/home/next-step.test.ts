import { hoursOf } from '@domain/kernel/hours'
import type { HomeView, NextStep } from '@server/home/views'
import Taro from '@tarojs/taro'
import { courseFilter } from '@/cloud/course-filter'
import { stepOf } from './next-step'

const LONG = '深入学习习近平总书记三次来陕考察重要讲话精神，解放思想改革创新'
const learn = (courseTitle: string): NextStep => ({
  kind: 'learn',
  courseId: 'c1',
  courseTitle,
  lectureId: 'l3',
  lectureNumber: 3,
})
const none = { required: null, counted: hoursOf(0), pending: hoursOf(0) }
const rings: HomeView['rings'] = [
  { category: 'public', name: '公需科目', ...none },
  { category: 'professional', name: '专业科目', ...none },
]
const begun: HomeView['underway'] = [{ courseId: 'c1', title: '', progressPercent: 5, hours: hoursOf(8) }]

test.each<[string, NextStep, HomeView['underway']]>([
  ['继续学习《法规与学时管理》第 3 讲', learn('法规与学时管理'), begun],
  ['开始学习《法规与学时管理》第 3 讲', learn('法规与学时管理'), []],
  ['开始学习《深入学习习近平总书记三次来陕…》第 3 讲', learn(LONG), []],
  ['开始学习《继续教育经费与收费…》第 3 讲', learn('继续教育经费与收费，规定和问答'), []],
  ['去考试《法规与学时管理》', { kind: 'exam', courseId: 'c1', courseTitle: '法规与学时管理' }, begun],
  ['选一门公需科目', { kind: 'choose', category: 'public' }, []],
  ['看看学时记录', { kind: 'wait-verification', unitName: '设计院' }, []],
  ['领取 2022 年度证书', { kind: 'certificate', year: 2022 }, []],
])('%s', (caption, next, underway) =>
  expect(stepOf({ next, year: 2022, underway, rings }).caption).toBe(caption),
)

test('choosing opens the courses with the year and category already filtered', () => {
  stepOf({ next: { kind: 'choose', category: 'professional' }, year: 2022, underway: [], rings }).go()
  expect(courseFilter.load()).toEqual({ year: 2022, category: 'professional', length: null })
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/courses/index' })
})
