import * as z from 'zod'
import type { Instant } from '../../../domain/kernel/instant'
import type { PolicyPack } from '../../../domain/policy/pack'
import { challengeAtOpening, isStopped } from '../../../domain/watch/challenge'
import { type Coverage, EMPTY_COVERAGE, rangesOf, secondsIn, union } from '../../../domain/watch/coverage'
import {
  drawInterval,
  isAlive,
  NEW_QUIZ,
  openSession,
  requiredSecondsOf,
  type WatchSession,
} from '../../../domain/watch/session'
import type { Context } from '../../kernel/context'
import { identifier, typed } from '../../kernel/inputs'
import { accept, caught, refuse } from '../../kernel/refused'
import type { Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { CourseDocument, Lecture } from '../course/documents'
import { visibleCourse } from '../course/visible-course'
import type { EnrolmentDocument, OpenLecture, WatchDocument } from './documents'
import { enrolled } from './enrol'
import { foldSessions } from './fold-sessions'
import { progressOf } from './progress'
import { momentOf } from './report'
import { followStop } from './stopped-lecture'
import type { SessionView } from './views'
import { watchView } from './watch-view'

export const lectureToOpen = z.object({
  lectureId: identifier,
  deviceId: z.string().min(1).max(64),
  deviceName: typed(60),
  takeOver: z.boolean(),
})
export type LectureToOpen = z.infer<typeof lectureToOpen>

/** For which an address plays a lecture; the player asks for another when it ends. */
export const VIDEO_OPENS_SECONDS = 7_200

interface Opening {
  input: LectureToOpen
  person: PersonDocument
  course: CourseDocument
  lecture: Lecture
  pack: PolicyPack
  questions: WatchSession['questions']
  sessionId: string
}

/**
 * Opens a lecture on one phone. One lecture accrues at a time: the open one is frozen at this instant, and its queue
 * is still accepted for a day. Where another phone plays, the trainee must ask to take over (`takeOver`).
 */
export async function openLecture(
  ctx: Context,
  person: PersonDocument,
  input: LectureToOpen,
): Promise<SessionView> {
  const { store, packs, now, ports, dice } = ctx
  const home = await store.get('lecture-courses', input.lectureId)
  if (!home) refuse('LECTURE_UNKNOWN', {})
  const [course, challenges] = await Promise.all([
    visibleCourse(ctx, person, home.courseId),
    store.get('lecture-challenges', input.lectureId),
  ])
  const lecture = course.lectures.find(({ id }) => id === input.lectureId)
  if (!lecture) refuse('LECTURE_UNKNOWN', {})
  const questions = challenges?.challenges ?? []
  if (questions.length === 0) refuse('LECTURE_UNAVAILABLE', {})
  // clause SX22-15
  accept(packs.isYearOpen(course.region, course.year, now))
  const pack = accept(packs.standardOf(course.region, course.year))
  const sessionId = `${person._id}.${Buffer.from(dice.bytes(9)).toString('hex')}`
  const opening = { input, person, course, lecture, pack, questions, sessionId }
  const opened = await caught(
    store.transact((tx) => commit(tx, ctx, opening)),
    ['LECTURE_STOPPED'],
  )
  if (!opened.ok) await followStop(ctx, person, input.lectureId)
  const session = accept(opened)
  const video = await ports.files.temporaryUrl(lecture.fileId, VIDEO_OPENS_SECONDS)
  return sessionView(session, opening, { now, video })
}

openLecture.refuses = [
  'COURSE_UNKNOWN',
  'LECTURE_STOPPED',
  'LECTURE_UNAVAILABLE',
  'LECTURE_UNKNOWN',
  'MAKE_UP_UNCONFIRMED',
  'SESSION_ELSEWHERE',
  'YEAR_CLOSED',
] as const

async function commit(tx: Transaction, ctx: Context, opening: Opening): Promise<WatchSession> {
  const { input, person, course, lecture, pack, sessionId } = opening
  const { now, openid } = ctx
  const watch = await tx.get('watch', person._id)
  const current = watch?.current ?? null
  if (current && current.deviceId !== input.deviceId && isAlive(current.session, now) && !input.takeOver) {
    refuse('SESSION_ELSEWHERE', { lectureTitle: current.lectureTitle, deviceName: current.deviceName })
  }
  const replaced = await foldSessions(tx, watch, { personId: person._id, now, pack })
  const enrolment = await enrolled(tx, ctx, { person, course, confirmedYear: null })
  const session = await newSession(tx, ctx, opening)
  const next: OpenLecture = {
    sessionId,
    deviceId: input.deviceId,
    deviceName: input.deviceName,
    courseId: course._id,
    lectureId: lecture.id,
    lectureTitle: lecture.title,
    packVersion: pack.version,
    region: course.region,
    year: course.year,
    othersDone: othersDone(opening, enrolment),
    replacedAt: null,
    session,
  }
  const document = { openid, current: next, replaced }
  if (watch) await tx.replace('watch', { ...watch, ...document })
  else await tx.insert('watch', { _id: person._id, ...document } satisfies Omit<WatchDocument, 'version'>)
  return session
}

/** On top of all that is known of the lecture; a question that was open on it is asked again at once. */
async function newSession(
  tx: Transaction,
  ctx: Context,
  { person, lecture, pack, questions }: Opening,
): Promise<WatchSession> {
  const stored = await tx.get('coverage', `${person._id}:${lecture.id}`)
  const quiz = stored?.quiz ?? NEW_QUIZ
  const required = requiredSecondsOf(lecture.durationSeconds, pack.watching.coveragePercent.value)
  // A lecture that is done can be seen again whatever was answered: there is nothing left to verify.
  if (isStopped(quiz) && secondsIn(stored?.verified ?? EMPTY_COVERAGE) < required)
    refuse('LECTURE_STOPPED', { lectureTitle: lecture.title, unitName: person.unitName })
  const moment = momentOf(ctx, pack)
  const wasAsked = quiz.openQuestionId !== null
  const session = openSession(
    {
      durationSeconds: lecture.durationSeconds,
      questions,
      verified: stored?.verified ?? EMPTY_COVERAGE,
      pending: stored?.pending ?? EMPTY_COVERAGE,
      quiz,
      now: ctx.now,
      challengeAtSeconds: wasAsked ? 0 : drawInterval(pack.watching, moment.integerBelow),
    },
    pack.watching,
  )
  return challengeAtOpening(session, moment)
}

function othersDone({ course, lecture, pack }: Opening, enrolment: EnrolmentDocument): boolean {
  const coveragePercent = pack.watching.coveragePercent.value
  const { lectures } = progressOf({ course, enrolment, watch: null, coveragePercent })
  return course.lectures.every(({ id }) => id === lecture.id || lectures[id]?.done)
}

function sessionView(
  session: WatchSession,
  { course, lecture, pack, sessionId }: Opening,
  { now, video }: { now: Instant; video: { url: string; expiresAt: Instant } },
): SessionView {
  const { id, number, title, durationSeconds, nominalMinutes } = lecture
  return {
    sessionId,
    courseId: course._id,
    courseTitle: course.title,
    lecture: { id, number, title, durationSeconds, nominalMinutes, sample: course.sample },
    videoUrl: video.url,
    videoUrlExpiresAt: video.expiresAt,
    resumeAtSeconds: firstUnseen(union(session.verified, session.pending), durationSeconds),
    reportEverySeconds: pack.watching.reportEverySeconds.value,
    watch: watchView(session, pack.watching.coveragePercent.value),
    nextLectureId: course.lectures.find((other) => other.number === number + 1)?.id ?? null,
    serverNow: now,
  }
}

/** Where to go on: the first second not seen yet; the beginning where all was. */
function firstUnseen(seen: Coverage, durationSeconds: number): number {
  const [first] = rangesOf(seen)
  if (!first || first[0] > 0) return 0
  return first[1] >= durationSeconds ? 0 : first[1]
}
