import * as z from 'zod'
import { type Instant, plusHours } from '../../../domain/kernel/instant'
import type { PolicyPack } from '../../../domain/policy/pack'
import { type Applied, applyReport, checkRanges } from '../../../domain/watch/apply-report'
import { answerChallenge, isStopped, type Moment } from '../../../domain/watch/challenge'
import { EMPTY_COVERAGE } from '../../../domain/watch/coverage'
import { handedOver, isAlive, withLateSeconds } from '../../../domain/watch/session'
import type { Context } from '../../kernel/context'
import { identifier } from '../../kernel/inputs'
import { accept, refuse } from '../../kernel/refused'
import { settled } from '../../kernel/store/idioms'
import type { OpenLecture, WatchDocument } from './documents'
import { stopLecture } from './stopped-lecture'
import type { ChallengeAnswerView, ReportView } from './views'
import { ranges, watchView } from './watch-view'

const second = z.int().min(-1).max(100_000)

export const playedSeconds = z.object({
  sessionId: identifier,
  sequence: z.int().min(0).max(1_000_000_000),
  // How many there may be is the rule's to say (REPORT_MALFORMED).
  ranges: z.array(z.tuple([second, second]).readonly()),
  phase: z.enum(['playing', 'paused', 'hidden', 'ended']),
})
export type PlayedSeconds = z.infer<typeof playedSeconds>

/**
 * Takes a phone's report of played seconds: one document read and one conditional write, in the first hour or the
 * thousandth. The session's id names the document, and the caller must be its owner.
 */
export function report(ctx: Context, input: PlayedSeconds): Promise<ReportView> {
  accept(checkRanges(input.ranges))
  // Only the phone's own reports write this document, so a conflict is rare.
  return settled(async () => {
    const { watch, open } = await sessionOf(ctx, input.sessionId)
    const pack = packOf(ctx, open)
    if (isTooLate(open, ctx.now, pack)) return tooLate(open, input, { now: ctx.now, pack })
    const applied = applyReport(open.session, input, momentOf(ctx, pack))
    const next = await ctx.store.replace('watch', withSession(watch, open, applied))
    return reportView(applied, { open, now: ctx.now, pack, current: next.current })
  })
}

report.refuses = ['REPORT_MALFORMED', 'SESSION_FOREIGN', 'SESSION_UNKNOWN'] as const

export const challengeAnswer = z.object({
  sessionId: identifier,
  challengeId: identifier,
  choice: z.int().min(0).max(20),
})
export type ChallengeAnswer = z.infer<typeof challengeAnswer>

/**
 * An answer to a challenge: one read, one conditional write. Sent twice, it is one answer. The wrong one that stops the
 * lecture is told to the person and to their unit in the same transaction.
 */
export function answer(ctx: Context, input: ChallengeAnswer): Promise<ChallengeAnswerView> {
  return settled(async () => {
    const { watch, open } = await sessionOf(ctx, input.sessionId)
    if (open.replacedAt !== null) refuse('SESSION_REPLACED', { replacedAt: open.replacedAt })
    const pack = packOf(ctx, open)
    const { session, correct, putAside } = accept(answerChallenge(open.session, input, momentOf(ctx, pack)))
    const next = { ...watch, current: { ...open, session } }
    const view = watchView(session, pack.watching.coveragePercent.value)
    // A lecture that is done has nothing left to verify: nobody has to lift anything.
    const stops = isStopped(session.quiz) && !isStopped(open.session.quiz) && !view.done
    if (stops) await stopLecture(ctx, next, next.current)
    else await ctx.store.replace('watch', next)
    return {
      correct,
      watch: view,
      putAside: ranges(putAside),
      serverNow: ctx.now,
    }
  })
}

answer.refuses = ['CHALLENGE_UNKNOWN', 'SESSION_FOREIGN', 'SESSION_REPLACED', 'SESSION_UNKNOWN'] as const

async function sessionOf(
  { store, openid }: Context,
  sessionId: string,
): Promise<{ watch: WatchDocument; open: OpenLecture }> {
  const watch = await store.get('watch', sessionId.split('.')[0] ?? '')
  if (!watch) refuse('SESSION_UNKNOWN', {})
  if (watch.openid !== openid) refuse('SESSION_FOREIGN', {})
  const open = [watch.current, ...watch.replaced].find((candidate) => candidate?.sessionId === sessionId)
  if (!open) refuse('SESSION_UNKNOWN', {})
  return { watch, open }
}

/** A session is judged by the rules it was opened under: a pack corrected meanwhile takes no played second away. */
const packOf = ({ packs }: Context, { packVersion, region, year }: OpenLecture): PolicyPack =>
  accept(packs.decidedBy(packVersion, { region, year }))

export const momentOf = ({ now, dice }: Context, { watching }: PolicyPack): Moment => ({
  now,
  rules: watching,
  integerBelow: (below) => dice.integerBelow(below),
})

const isTooLate = ({ replacedAt }: OpenLecture, now: Instant, { watching }: PolicyPack): boolean =>
  replacedAt !== null && now >= plusHours(replacedAt, watching.takeOverGraceHours.value)

/**
 * The watch document after a report. Late seconds of a replaced phone go to the session in which the same lecture
 * plays now; otherwise they wait in their own session until the next lecture is opened.
 */
function withSession(watch: WatchDocument, open: OpenLecture, applied: Applied): WatchDocument {
  if (open.replacedAt === null) return { ...watch, current: { ...open, session: applied.session } }
  const current = watch.current?.lectureId === open.lectureId ? watch.current : null
  const session = current ? handedOver(applied.session) : applied.session
  return {
    ...watch,
    current: current
      ? { ...current, session: withLateSeconds(current.session, applied.accepted) }
      : watch.current,
    replaced: watch.replaced.map((other) =>
      other.sessionId === open.sessionId ? { ...other, session } : other,
    ),
  }
}

interface Seen {
  open: OpenLecture
  now: Instant
  pack: PolicyPack
  current: OpenLecture | null
}

function reportView(
  { session, acceptedSeconds, refused }: Applied,
  { open, now, pack, current }: Seen,
): ReportView {
  // A replaced phone shows the verified seconds of the session in which the lecture plays now.
  const shown = current && current.lectureId === open.lectureId ? current.session : session
  const state = watchView(shown, pack.watching.coveragePercent.value)
  const stopped = open.replacedAt !== null ? 'replaced' : isAlive(session, now) ? null : 'lease-ended'
  return {
    acknowledged: session.acknowledged,
    acceptedSeconds,
    refused,
    stopped,
    reportEverySeconds: pack.watching.reportEverySeconds.value,
    watch: state,
    lectureDone: state.done,
    courseReadyForExam: state.done && open.othersDone,
    serverNow: now,
  }
}

function tooLate(
  open: OpenLecture,
  input: PlayedSeconds,
  { now, pack }: { now: Instant; pack: PolicyPack },
): ReportView {
  const refused = input.ranges.map((range) => ({ range, reason: 'queue-too-old' as const }))
  const applied = {
    session: { ...open.session, acknowledged: input.sequence },
    acceptedSeconds: 0,
    accepted: EMPTY_COVERAGE,
    refused,
  }
  return reportView(applied, { open, now, pack, current: null })
}
