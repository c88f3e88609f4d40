import { type Instant, plusHours } from '../../../domain/kernel/instant'
import type { PolicyPack } from '../../../domain/policy/pack'
import { type Coverage, EMPTY_COVERAGE, secondsIn, union, without } from '../../../domain/watch/coverage'
import { frozen, handedOver, NEW_QUIZ, type Quiz, requiredSecondsOf } from '../../../domain/watch/session'
import type { Transaction } from '../../kernel/store/port'
import type { OpenLecture, WatchDocument } from './documents'

/** Replaced sessions whose queues are still accepted; the oldest beyond this number has sent its queue long ago. */
const REPLACED_MOST = 6

interface Folding {
  personId: string
  now: Instant
  pack: PolicyPack
}

/**
 * Makes room for a new session. The playing session is frozen at this instant; its seconds, and those that came late
 * to earlier replaced sessions, go to the coverage of their lectures and to their enrolments. Answers with the
 * sessions whose queues are still accepted.
 */
export async function foldSessions(
  tx: Transaction,
  watch: WatchDocument | null,
  folding: Folding,
): Promise<OpenLecture[]> {
  const { now, pack } = folding
  const { current = null, replaced = [] } = watch ?? {}
  const stopped = current ? { ...current, replacedAt: now, session: frozen(current.session, now) } : null
  const late = replaced.filter(({ session }) => session.pending !== EMPTY_COVERAGE)
  for (const lectureId of new Set([stopped, ...late].flatMap((open) => open?.lectureId ?? []))) {
    const held = late.filter((open) => open.lectureId === lectureId)
    await foldLecture(tx, { stopped: stopped?.lectureId === lectureId ? stopped : null, held }, folding)
  }
  const graceHours = pack.watching.takeOverGraceHours.value
  return [...(stopped ? [stopped] : []), ...replaced]
    .filter(({ replacedAt }) => now < plusHours(replacedAt ?? now, graceHours))
    .slice(0, REPLACED_MOST)
    .map((open) => ({ ...open, session: handedOver(open.session) }))
}

interface Held {
  /**
   * The session that played until now; its pending seconds include those that were pending in the lecture before it.
   */
  stopped: OpenLecture | null
  /** Earlier sessions of that lecture, with the seconds that came late to them. */
  held: OpenLecture[]
}

async function foldLecture(
  tx: Transaction,
  { stopped, held }: Held,
  { personId, pack }: Folding,
): Promise<void> {
  const open = stopped ?? held[0]
  if (!open) return
  const id = `${personId}:${open.lectureId}`
  const before = await tx.get('coverage', id)
  const verified = union(before?.verified ?? EMPTY_COVERAGE, open.session.verified)
  const waiting = stopped?.session.pending ?? before?.pending ?? EMPTY_COVERAGE
  const pending = without(union(waiting, ...held.map(({ session }) => session.pending)), verified)
  const quiz = stopped?.session.quiz ?? before?.quiz ?? NEW_QUIZ
  await tx.upsert('coverage', before, { _id: id, verified, pending, quiz })
  await keepProgress(tx, { personId, open, verified, quiz, pack })
}

interface Kept {
  personId: string
  open: OpenLecture
  verified: Coverage
  quiz: Quiz
  pack: PolicyPack
}

async function keepProgress(tx: Transaction, { personId, open, verified, quiz, pack }: Kept): Promise<void> {
  const enrolment = await tx.get('enrolments', `${personId}:${open.courseId}`)
  if (!enrolment) return
  const requiredSeconds = requiredSecondsOf(open.session.durationSeconds, pack.watching.coveragePercent.value)
  const verifiedSeconds = secondsIn(verified)
  const wrong = quiz.wrong + quiz.forgiven
  const progress = { verifiedSeconds, requiredSeconds, done: verifiedSeconds >= requiredSeconds, wrong }
  await tx.replace('enrolments', {
    ...enrolment,
    lectures: { ...enrolment.lectures, [open.lectureId]: progress },
  })
}
