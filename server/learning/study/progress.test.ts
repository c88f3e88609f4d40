import { hoursOf } from '../../../domain/kernel/hours'
import { type Instant, instant, plusSeconds } from '../../../domain/kernel/instant'
import { type Coverage, EMPTY_COVERAGE } from '../../../domain/watch/coverage'
import { NEW_QUIZ, openSession } from '../../../domain/watch/session'
import { lecturesOf } from '../../../tests/harness/courses'
import { packs } from '../../kernel/packs'
import { accept } from '../../kernel/refused'
import type { CourseDocument } from '../course/documents'
import type { EnrolmentDocument, LectureProgress, OpenLecture, WatchDocument } from './documents'
import { progressOf } from './progress'

const NOW = instant(Date.parse('2022-08-15T10:00:00+08:00'))

const courseOf = (...durations: number[]): CourseDocument => ({
  ...{ _id: 'c', version: 1, region: 'shaanxi', year: 2022, category: 'professional', kind: 'online-course' },
  ...{ providerId: 'platform', meets: [], order: 1, title: '课', summary: '', hours: hoursOf(8) },
  ...{ subjectId: null, baseName: '基地', baseLevel: 'province', bankId: '', sample: false },
  ...{ teacher: { name: '', title: '', unit: '' } },
  lectures: lecturesOf('c', durations).map(({ lecture }) => lecture),
})

const seconds = (verifiedSeconds: number): LectureProgress => ({
  ...{ verifiedSeconds, requiredSeconds: 0, done: false, wrong: 0 },
})

const enrolled = (
  lectures: Record<string, LectureProgress> = {},
  exam: Partial<EnrolmentDocument['exam']> = {},
): EnrolmentDocument => ({
  ...{ _id: 'p:c', version: 1, personId: 'p', courseId: 'c', courseTitle: '课', targetYear: 2022, lectures },
  exam: { attempts: 0, openAttemptId: null, nextAt: null, bestScorePercent: null, passed: false, ...exam },
  ...{ startedAt: NOW, makeUpConfirmedAt: null },
})

const pack = accept(packs.standardOf('shaanxi', 2022))

/** A lecture of 100 s as a phone has it open, with its first seconds verified. */
const open = (lectureId: string, verified: string): OpenLecture => ({
  ...{ sessionId: 's', deviceId: 'd', deviceName: '手机', courseId: 'c', lectureId, lectureTitle: '一' },
  ...{ packVersion: pack.version, region: 'shaanxi', year: 2022, othersDone: false, replacedAt: null },
  session: openSession(
    {
      ...{ durationSeconds: 100, questions: [], pending: EMPTY_COVERAGE, now: NOW, challengeAtSeconds: 60 },
      quiz: NEW_QUIZ,
      verified: verified as Coverage,
    },
    pack.watching,
  ),
})

const of = (
  course: CourseDocument,
  enrolment: EnrolmentDocument | null,
  watch: WatchDocument | null = null,
) => progressOf({ course, enrolment, watch, coveragePercent: 95 })

describe('where a trainee stands in a course of 100 and 200 s, of which 95 % are watched', () => {
  const course = courseOf(100, 200)

  test('not begun', () => {
    expect(of(course, null)).toMatchObject({
      ...{ state: 'new', lecturesDone: 0, percent: 0, nextLectureId: 'c-1', nextLectureNumber: 1 },
      lectures: {
        'c-1': { verifiedSeconds: 0, requiredSeconds: 95, done: false },
        'c-2': { verifiedSeconds: 0, requiredSeconds: 190, done: false },
      },
    })
  })

  test.each([
    [94, false, 32],
    [95, true, 33],
    [100, true, 33],
  ])('%d s of the first lecture: done %s, %d %% of the course', (verified, done, percent) => {
    const progress = of(course, enrolled({ 'c-1': seconds(verified) }))
    expect(progress.lectures['c-1']).toMatchObject({ verifiedSeconds: verified, done })
    expect(progress).toMatchObject({
      ...{ state: 'learning', percent, lecturesDone: done ? 1 : 0 },
      ...(done ? { nextLectureId: 'c-2', nextLectureNumber: 2 } : { nextLectureId: 'c-1' }),
    })
  })

  test('one second short of all is 99 %, all is 100 % and no next lecture', () => {
    expect(of(course, enrolled({ 'c-1': seconds(95), 'c-2': seconds(189) }))).toMatchObject({
      ...{ state: 'learning', percent: 99, nextLectureId: 'c-2' },
    })
    expect(of(course, enrolled({ 'c-1': seconds(95), 'c-2': seconds(190) }))).toMatchObject({
      ...{ state: 'exam-ready', percent: 100, lecturesDone: 2, nextLectureId: null, nextLectureNumber: null },
    })
  })

  test('seconds that a phone still holds count with those kept, each once', () => {
    const held = (current: OpenLecture | null, ...replaced: OpenLecture[]): WatchDocument => ({
      ...{ _id: 'p', version: 1, openid: 'o-p', current, replaced },
    })
    const firstOf = (watch: WatchDocument, kept = 0) =>
      of(course, enrolled({ 'c-1': seconds(kept) }), watch).lectures['c-1']?.verifiedSeconds
    const eight = 'ff'
    const nextEight = '00ff'
    expect(firstOf(held(open('c-1', eight)))).toBe(8)
    expect(firstOf(held(open('c-2', eight)))).toBe(0)
    expect(firstOf(held(open('c-1', eight), open('c-1', nextEight), open('c-1', eight)))).toBe(16)
    expect(firstOf(held(null, open('c-1', eight), open('c-2', nextEight)))).toBe(8)
    expect(firstOf(held(open('c-1', eight)), 7)).toBe(8)
    expect(firstOf(held(open('c-1', eight)), 9)).toBe(9)
  })

  test('a course without lectures has nothing to examine', () => {
    expect(of(courseOf(), enrolled())).toMatchObject({ state: 'learning', percent: 0, nextLectureId: null })
  })
})

describe('an exam', () => {
  const course = courseOf(100)
  const seen = { 'c-1': seconds(100) }
  const when = { now: NOW, attempts: 3, isVerified: true }
  const view = (exam: Partial<EnrolmentDocument['exam']>, lectures = seen) =>
    of(course, enrolled(lectures, exam)).examAt(when)
  const at = (later: number): Instant => plusSeconds(NOW, later)

  test.each<[state: string, exam: Partial<EnrolmentDocument['exam']>, left: number]>([
    ['ready', {}, 3],
    ['ready', { attempts: 2, nextAt: at(0) }, 1],
    ['ready', { attempts: 2, nextAt: at(-1) }, 1],
    ['waiting', { attempts: 2, nextAt: at(1) }, 1],
    ['exhausted', { attempts: 3, nextAt: at(1), bestScorePercent: 59 }, 0],
    ['exhausted', { attempts: 4 }, 0],
    ['open', { attempts: 3, openAttemptId: 'a' }, 0],
    ['passed', { attempts: 1, passed: true, bestScorePercent: 80 }, 2],
    ['passed', { attempts: 1, passed: true, openAttemptId: 'a' }, 2],
  ])('%s: %j', (state, exam, attemptsLeft) => {
    expect(view(exam)).toEqual({
      ...{ nextAt: null, bestScorePercent: null, openAttemptId: null },
      ...Object.fromEntries(Object.entries(exam).filter(([name]) => !/^(attempts|passed)$/.test(name))),
      ...{ state, attemptsLeft },
    })
  })

  test('whom nobody has verified sits once', () => {
    const unverified = { ...when, isVerified: false }
    expect(of(course, enrolled(seen)).examAt(unverified).state).toBe('ready')
    expect(of(course, enrolled(seen, { attempts: 1 })).examAt(unverified).state).toBe('unverified')
    expect(of(course, enrolled(seen, { attempts: 3 })).examAt(unverified).state).toBe('exhausted')
  })

  test('counts the sittings of the number with that bank, in whatever account they were', () => {
    const sat = (count: number, isVerified = true) =>
      of(course, enrolled(seen, { attempts: 1 })).examAt({ ...when, isVerified, sat: count })
    expect(sat(0)).toMatchObject({ state: 'ready', attemptsLeft: 2 })
    expect(sat(2)).toMatchObject({ state: 'ready', attemptsLeft: 1 })
    expect(sat(3)).toMatchObject({ state: 'exhausted', attemptsLeft: 0 })
    expect(of(course, enrolled(seen)).examAt({ ...when, isVerified: false, sat: 1 }).state).toBe('unverified')
  })

  test('is locked until all lectures are seen, and not before one is enrolled', () => {
    expect(view({}, { 'c-1': seconds(94) }).state).toBe('locked')
    expect(of(course, null).examAt(when)).toEqual({
      ...{ state: 'locked', nextAt: null, bestScorePercent: null, attemptsLeft: 3, openAttemptId: null },
    })
  })

  test('a passed course stays passed, whatever of it is still to be seen', () => {
    expect(of(course, enrolled({}, { passed: true }))).toMatchObject({ state: 'passed' })
  })
})
