import { hoursOf } from '../../domain/kernel/hours'
import { instant } from '../../domain/kernel/instant'
import { personOf } from '../../tests/harness/person-of'
import type { CategoryRing } from '../books/hours/views'
import type { CourseInView } from '../learning/catalog/course-card'
import type { PersonDocument } from '../people/documents'
import { nextStep } from './next-step'

const NOW = instant(Date.parse('2022-08-15T10:00:00+08:00'))
const person = (binding: PersonDocument['binding']): PersonDocument => ({
  ...personOf('p', { at: NOW, binding }),
  version: 1,
})

type Category = CategoryRing['category']

const ring = (
  category: Category,
  [counted, pending, required]: [counted: number, pending: number, required: number | null],
): CategoryRing => ({
  category,
  name: category,
  counted: hoursOf(counted),
  pending: hoursOf(pending),
  required: required === null ? null : hoursOf(required),
})
const FILLED = [ring('public', [30, 0, 30]), ring('professional', [50, 10, 60])]

interface Made {
  category?: Category
  state?: CourseInView['card']['state']
  exam?: ReturnType<CourseInView['progress']['examAt']>['state']
  lecture?: [id: string | null, number: number | null]
}

function course(
  id: string,
  { category = 'professional', state = 'new', exam = 'locked', lecture = [`${id}-1`, 1] }: Made = {},
): CourseInView {
  const [nextLectureId, nextLectureNumber] = lecture
  const facts = { nextAt: null, bestScorePercent: null, attemptsLeft: 3, openAttemptId: null }
  return {
    card: {
      ...{ id, title: `《${id}》`, year: 2022, category, state, hours: hoursOf(8), sample: false },
      ...{
        baseName: '演示基地',
        baseLevel: 'province',
        lectureCount: 1,
        lecturesDone: 0,
        progressPercent: 0,
      },
    },
    progress: {
      state,
      lectures: {},
      lecturesDone: 0,
      percent: 0,
      nextLectureId,
      nextLectureNumber,
      examAt: ({ now, attempts, isVerified: _ }) => {
        expect({ now, attempts }).toEqual({ now: NOW, attempts: 3 })
        return { state: exam, ...facts }
      },
    },
  }
}

const next = (change: Partial<Parameters<typeof nextStep>[0]>) =>
  nextStep({
    ...{ person: person('verified'), year: 2022, complete: false, courses: [], now: NOW, attempts: 3 },
    ...{ rings: FILLED, handedInTo: null },
    ...change,
  })

const LACKING = [ring('public', [10, 19.99, 30]), ring('professional', [60, 0, 60])]

describe('a year that is complete', () => {
  test('is certified, once the unit has confirmed the person', () => {
    expect(next({ complete: true })).toEqual({ kind: 'certificate', year: 2022 })
    expect(next({ complete: true, person: person('claimed') })).toEqual({
      kind: 'wait-verification',
      unitName: '青松勘察设计院',
    })
  })
})

describe('an exam that may be taken goes before all learning', () => {
  const begun = course('begun', { state: 'learning', category: 'public' })
  test.each(['ready', 'open'] as const)('%s', (exam) => {
    const courses = [begun, course('seen', { state: 'exam-ready', exam })]
    expect(next({ rings: LACKING, courses })).toEqual({
      kind: 'exam',
      courseId: 'seen',
      courseTitle: '《seen》',
    })
  })
  test.each(['locked', 'waiting', 'passed', 'exhausted'] as const)('%s: not to be taken now', (exam) => {
    const courses = [course('seen', { state: 'exam-ready', exam }), begun]
    expect(next({ rings: LACKING, courses })).toMatchObject({ kind: 'learn', courseId: 'begun' })
  })
})

describe('all hours are there, and do not count yet', () => {
  test('where a year is handed in: it is handed in, then its level is waited for', () => {
    expect(next({ handedInTo: '' })).toEqual({ kind: 'submit-year', year: 2022 })
    expect(next({ handedInTo: '演示主管部门' })).toEqual({
      kind: 'wait-verification',
      unitName: '演示主管部门',
    })
  })
  test('nobody hands in a year before the unit has confirmed them', () => {
    expect(next({ handedInTo: '', person: person('claimed') })).toEqual({
      kind: 'wait-verification',
      unitName: '青松勘察设计院',
    })
  })
  test('where no year is handed in, the unit is waited for', () => {
    expect(next({})).toEqual({ kind: 'wait-verification', unitName: '青松勘察设计院' })
  })
})

describe('what is learned next', () => {
  const professional = course('professional')
  const publicCourse = course('public', { category: 'public' })

  test('a course of the category that lacks hours, in the order of the catalogue', () => {
    const courses = [professional, publicCourse, course('later', { category: 'public' })]
    expect(next({ rings: LACKING, courses })).toEqual({
      kind: 'learn',
      courseId: 'public',
      courseTitle: '《public》',
      lectureId: 'public-1',
      lectureNumber: 1,
    })
  })
  test('a course begun goes before a new one, at the lecture that is next', () => {
    const begun = course('begun', { category: 'public', state: 'learning', lecture: ['begun-3', 3] })
    expect(next({ rings: LACKING, courses: [publicCourse, begun] })).toMatchObject({
      courseId: 'begun',
      lectureId: 'begun-3',
      lectureNumber: 3,
    })
  })
  test('neither a course that was passed nor one whose lectures are all seen', () => {
    const passed = course('passed', { category: 'public', state: 'passed' })
    const seen = course('seen', { category: 'public', state: 'exam-ready', lecture: [null, null] })
    expect(next({ rings: LACKING, courses: [passed, seen, publicCourse] })).toMatchObject({
      courseId: 'public',
    })
  })
  test('without such a course the first category that lacks is chosen for', () => {
    expect(next({ rings: LACKING, courses: [professional] })).toEqual({ kind: 'choose', category: 'public' })
    const rings = [ring('public', [30, 0, 30]), ring('professional', [59.99, 0, 60])]
    expect(next({ rings })).toEqual({ kind: 'choose', category: 'professional' })
  })
  test('hours that wait are not learned again; where no hours are asked, learning goes on', () => {
    const rings = [ring('public', [0, 30, 30]), ring('professional', [500, 0, null])]
    expect(next({ rings })).toEqual({ kind: 'choose', category: 'professional' })
  })
})
