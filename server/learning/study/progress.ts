import { UNVERIFIED_SITTINGS } from '../../../domain/exam/sit-again'
import type { Instant } from '../../../domain/kernel/instant'
import { EMPTY_COVERAGE, secondsIn, union } from '../../../domain/watch/coverage'
import { requiredSecondsOf } from '../../../domain/watch/session'
import type { CourseDocument, Lecture } from '../course/documents'
import type { EnrolmentDocument, LectureProgress, OpenLecture, WatchDocument } from './documents'
import type { CourseState, ExamView } from './views'

/** What an exam's state depends on besides the progress. */
export interface SittingNow {
  now: Instant
  /** How many the notice gives. */
  attempts: number
  /** Whether the unit confirmed who this is. */
  isVerified: boolean
  /** Sittings with this bank under the person's number, in whatever account or course; known where a course is shown. */
  sat?: number
}

export interface Progress {
  state: CourseState
  lectures: Record<string, LectureProgress>
  lecturesDone: number
  /** 0 to 100 of the seconds that must be watched; rounded down, so that 100 means done. */
  percent: number
  nextLectureId: string | null
  nextLectureNumber: number | null
  examAt(when: SittingNow): ExamView
}

interface Evidence {
  course: CourseDocument
  enrolment: EnrolmentDocument | null
  watch: WatchDocument | null
  coveragePercent: number
}

/**
 * The trainee's progress in a course: the seconds folded into the enrolment, plus those still in the watch document.
 */
export function progressOf({ course, enrolment, watch, coveragePercent }: Evidence): Progress {
  const lectures = Object.fromEntries(
    course.lectures.map((lecture) => [
      lecture.id,
      lectureProgress(lecture, { enrolment, watch, coveragePercent }),
    ]),
  )
  const open = course.lectures.find(({ id }) => !lectures[id]?.done)
  const all = Object.values(lectures)
  const required = all.reduce((sum, { requiredSeconds }) => sum + requiredSeconds, 0)
  const verified = all.reduce(
    (sum, { verifiedSeconds, requiredSeconds }) => sum + Math.min(verifiedSeconds, requiredSeconds),
    0,
  )
  const lecturesDone = all.filter(({ done }) => done).length
  const isSeen = course.lectures.length > 0 && lecturesDone === course.lectures.length
  const state = enrolment?.exam.passed ? 'passed' : isSeen ? 'exam-ready' : enrolment ? 'learning' : 'new'
  return {
    state,
    lectures,
    lecturesDone,
    percent: required === 0 ? 0 : Math.floor((verified * 100) / required),
    nextLectureId: open?.id ?? null,
    nextLectureNumber: open?.number ?? null,
    examAt: (when) => examOf(enrolment, isSeen, when),
  }
}

/** Sessions of a lecture that the watch document still holds: the one that plays, and those that were replaced. */
const sessionsOf = (watch: WatchDocument | null, lectureId: string): OpenLecture[] =>
  watch
    ? [watch.current, ...watch.replaced].filter((open): open is OpenLecture => open?.lectureId === lectureId)
    : []

function lectureProgress(
  lecture: Lecture,
  { enrolment, watch, coveragePercent }: Omit<Evidence, 'course'>,
): LectureProgress {
  const requiredSeconds = requiredSecondsOf(lecture.durationSeconds, coveragePercent)
  const held = secondsIn(
    union(EMPTY_COVERAGE, ...sessionsOf(watch, lecture.id).map(({ session }) => session.verified)),
  )
  const kept = enrolment?.lectures[lecture.id]
  const verifiedSeconds = Math.max(held, kept?.verifiedSeconds ?? 0)
  const answered = sessionsOf(watch, lecture.id).map(({ session: { quiz } }) => quiz.wrong + quiz.forgiven)
  const wrong = Math.max(0, kept?.wrong ?? 0, ...answered)
  return { verifiedSeconds, requiredSeconds, done: verifiedSeconds >= requiredSeconds, wrong }
}

function examOf(
  enrolment: EnrolmentDocument | null,
  isSeen: boolean,
  { now, attempts, isVerified, sat = 0 }: SittingNow,
): ExamView {
  const exam = enrolment?.exam
  const used = Math.max(exam?.attempts ?? 0, sat)
  const attemptsLeft = Math.max(0, attempts - used)
  const facts = {
    nextAt: exam?.nextAt ?? null,
    bestScorePercent: exam?.bestScorePercent ?? null,
    attemptsLeft,
    openAttemptId: exam?.openAttemptId ?? null,
  }
  if (exam?.passed) return { state: 'passed', ...facts }
  if (exam?.openAttemptId) return { state: 'open', ...facts }
  if (!isSeen) return { state: 'locked', ...facts }
  if (attemptsLeft === 0) return { state: 'exhausted', ...facts }
  if (!isVerified && used >= UNVERIFIED_SITTINGS) return { state: 'unverified', ...facts }
  return { state: facts.nextAt !== null && now < facts.nextAt ? 'waiting' : 'ready', ...facts }
}
