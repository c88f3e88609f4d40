import type { Instant } from '../../domain/kernel/instant'
import type { PolicyPack } from '../../domain/policy/pack'
import { dueChallenge } from '../../domain/watch/challenge'
import { type Coverage, EMPTY_COVERAGE, rangesOf, secondsIn, union } from '../../domain/watch/coverage'
import { drawInterval, frozen, isAlive, openSession, requiredSecondsOf } from '../../domain/watch/session'
import type { PersonDocument } from '../account/documents'
import type { CourseDocument, Lecture } from '../catalog/documents'
import { visibleCourse } from '../catalog/show-course'
import type { Context } from '../context'
import { accept, refuse } from '../refused'
import type { Transaction } from '../store/port'
import type { CoverageDocument, EnrolmentDocument, OpenLecture, WatchDocument } from './documents'
import { sessionsOf } from './progress'
import type { SessionView } from './views'
import { watchView } from './watch-view'

export interface OpenInput {
  lectureId: string
  deviceId: string
  deviceName: string
  takeOver: boolean
}

/** Replaced sessions whose queues are still taken; the oldest beyond this number has long sent what it had. */
const REPLACED_MOST = 6

interface Opening {
  input: OpenInput
  person: PersonDocument
  course: CourseDocument
  lecture: Lecture
  pack: PolicyPack
  sessionId: string
}

/**
 * Opens a lecture on one phone. One lecture accrues at a time: whatever was open is frozen at this instant, and its
 * queue is still taken for a day. Where another phone plays, it is asked for first (`takeOver`).
 */
export async function openLecture(
  ctx: Context,
  person: PersonDocument,
  input: OpenInput,
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
  if (!challenges || challenges.challenges.length === 0) refuse('LECTURE_UNAVAILABLE', {})
  accept(packs.isYearOpen(course.region, course.year, now))
  const pack = accept(packs.standardOf(course.region, course.year))
  const sessionId = `${person._id}.${Buffer.from(dice.bytes(9)).toString('hex')}`
  const opening = { input, person, course, lecture, pack, sessionId }
  const watch = await store.transact((tx) =>
    commit(tx, ctx, { ...opening, questions: challenges.challenges }),
  )
  const video = await ports.files.temporaryUrl(lecture.fileId)
  return sessionView(watch, opening, { now, video })
}

type Commit = Opening & { questions: OpenLecture['session']['questions'] }

async function commit(tx: Transaction, ctx: Context, opening: Commit): Promise<WatchDocument> {
  const { input, person, course, lecture, pack } = opening
  const { now } = ctx
  const watch = await tx.get('watch', person._id)
  const current = watch?.current ?? null
  if (current && current.deviceId !== input.deviceId && isAlive(current.session, now) && !input.takeOver) {
    refuse('SESSION_ELSEWHERE', { lectureTitle: current.lectureTitle, deviceName: current.deviceName })
  }
  const replaced = replacedSessions(watch, now)
  const stored = await foldReplaced(tx, { replaced, person, pack, lectureId: lecture.id })
  const next: OpenLecture = {
    sessionId: opening.sessionId,
    deviceId: input.deviceId,
    deviceName: input.deviceName,
    courseId: course._id,
    lectureId: lecture.id,
    lectureTitle: lecture.title,
    packVersion: pack.version,
    replacedAt: null,
    session: newSession(ctx, opening, stored),
  }
  await enrol(tx, ctx, { person, course })
  const document = {
    openid: ctx.openid,
    current: next,
    replaced: stillTaken(replaced, now, pack).slice(0, REPLACED_MOST),
  }
  return watch
    ? tx.replace('watch', { ...watch, ...document })
    : tx.insert('watch', { _id: person._id, ...document })
}

function newSession({ now, dice }: Context, { lecture, pack, questions }: Commit, stored: Seen) {
  const integerBelow = (below: number): number => dice.integerBelow(below)
  const session = openSession(
    {
      durationSeconds: lecture.durationSeconds,
      questions,
      ...stored,
      now,
      challengeAtSeconds: drawInterval(pack.watching, integerBelow),
    },
    pack.watching,
  )
  return dueChallenge(session, { now, rules: pack.watching, integerBelow })
}

/** The one that played until now, frozen at this instant, and those before it: all are folded once more, with what came late. */
function replacedSessions(watch: WatchDocument | null, now: Instant): OpenLecture[] {
  const { current = null, replaced = [] } = watch ?? {}
  return [
    ...(current ? [{ ...current, replacedAt: now, session: frozen(current.session, now) }] : []),
    ...replaced,
  ]
}

const stillTaken = (
  replaced: readonly OpenLecture[],
  now: Instant,
  { watching }: PolicyPack,
): OpenLecture[] =>
  replaced.filter(({ replacedAt }) => now - (replacedAt ?? 0) < watching.takeOverGraceHours.value * 3_600_000)

interface Seen {
  verified: Coverage
  pending: Coverage
}

interface Folding {
  replaced: OpenLecture[]
  person: PersonDocument
  pack: PolicyPack
  lectureId: string
}

/** Writes what replaced sessions hold to the coverage of their lectures; answers with what is known of the one to open. */
async function foldReplaced(tx: Transaction, { replaced, person, pack, lectureId }: Folding): Promise<Seen> {
  for (const id of new Set(replaced.map((open) => open.lectureId)))
    await foldLecture(tx, { replaced, person, pack, lectureId: id })
  const stored = await tx.get('coverage', `${person._id}:${lectureId}`)
  return { verified: stored?.verified ?? EMPTY_COVERAGE, pending: stored?.pending ?? EMPTY_COVERAGE }
}

async function foldLecture(tx: Transaction, { replaced, person, pack, lectureId }: Folding): Promise<void> {
  const held = replaced.filter((open) => open.lectureId === lectureId)
  const [one] = held
  if (!one) return
  const id = `${person._id}:${lectureId}`
  const before = await tx.get('coverage', id)
  const verified = union(before?.verified ?? EMPTY_COVERAGE, ...held.map(({ session }) => session.verified))
  const pending = union(...held.map(({ session }) => session.pending))
  if (before && before.verified === verified && before.pending === pending) return
  await keepCoverage(tx, before, { _id: id, verified, pending })
  const enrolment = await tx.get('enrolments', `${person._id}:${one.courseId}`)
  const requiredSeconds = requiredSecondsOf(one.session.durationSeconds, pack.watching.coveragePercent.value)
  const verifiedSeconds = secondsIn(verified)
  const progress = { verifiedSeconds, requiredSeconds, done: verifiedSeconds >= requiredSeconds }
  if (enrolment)
    await tx.replace('enrolments', {
      ...enrolment,
      lectures: { ...enrolment.lectures, [lectureId]: progress },
    })
}

const keepCoverage = (
  tx: Transaction,
  before: CoverageDocument | null,
  next: Omit<CoverageDocument, 'version'>,
): Promise<CoverageDocument> =>
  before ? tx.replace('coverage', { ...before, ...next }) : tx.insert('coverage', next)

/** The first lecture opened enrols in the course, for the year that the course belongs to. */
async function enrol(
  tx: Transaction,
  { now }: Context,
  { person, course }: { person: PersonDocument; course: CourseDocument },
): Promise<void> {
  const id = `${person._id}:${course._id}`
  if (await tx.get('enrolments', id)) return
  const enrolment: Omit<EnrolmentDocument, 'version'> = {
    _id: id,
    personId: person._id,
    courseId: course._id,
    courseTitle: course.title,
    targetYear: course.year,
    lectures: {},
    exam: { attempts: 0, openAttemptId: null, nextAt: null, bestScorePercent: null, passed: false },
    startedAt: now,
  }
  await tx.insert('enrolments', enrolment)
}

function sessionView(
  watch: WatchDocument,
  { course, lecture, pack, sessionId }: Opening,
  { now, video }: { now: Instant; video: { url: string; expiresAt: Instant } },
): SessionView {
  const [open] = sessionsOf(watch, lecture.id)
  if (!open) throw new Error('the lecture was opened and is not there')
  const state = watchView(open.session, pack.watching.coveragePercent.value)
  const seen = union(open.session.verified, open.session.pending)
  return {
    sessionId,
    courseId: course._id,
    courseTitle: course.title,
    lecture: {
      id: lecture.id,
      number: lecture.number,
      title: lecture.title,
      durationSeconds: lecture.durationSeconds,
      nominalMinutes: lecture.nominalMinutes,
      sample: course.sample,
    },
    videoUrl: video.url,
    videoUrlExpiresAt: video.expiresAt,
    resumeAtSeconds: firstUnseen(seen, lecture.durationSeconds),
    reportEverySeconds: pack.watching.reportEverySeconds.value,
    watch: state,
    nextLectureId: course.lectures.find(({ number }) => number === lecture.number + 1)?.id ?? null,
    serverNow: now,
  }
}

/** Where to go on: the first second not seen yet; the beginning where all was. */
function firstUnseen(seen: Coverage, durationSeconds: number): number {
  const [first] = rangesOf(seen)
  if (!first || first[0] > 0) return 0
  return first[1] >= durationSeconds ? 0 : first[1]
}
