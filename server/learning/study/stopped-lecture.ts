import * as z from 'zod'
import { isStopped, lifted } from '../../../domain/watch/challenge'
import type { Quiz } from '../../../domain/watch/session'
import type { Context } from '../../kernel/context'
import {
  chosenBodies,
  grantIn,
  type Holder,
  isOwnAffair,
  overBodies,
  stillHolding,
} from '../../kernel/holder'
import { identifier, type OfBodies, statedReason } from '../../kernel/inputs'
import { record } from '../../kernel/record'
import { refuse } from '../../kernel/refused'
import type { Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { OpenLecture, StoppedLectureDocument, WatchDocument } from './documents'
import type { StoppedLecturesView } from './views'

const PAGE = 20

const idOf = (personId: string, lectureId: string): string => `${personId}:${lectureId}`

/** Writes the stop with the answer that caused it, for the reviewer of the person's unit, and tells the person. */
export async function stopLecture(ctx: Context, watch: WatchDocument, open: OpenLecture): Promise<void> {
  await ctx.store.transact(async (tx) => {
    const person = await tx.get('persons', watch._id)
    if (!person) throw new Error(`${watch._id} watches and is nobody`)
    const id = idOf(person._id, open.lectureId)
    const before = await tx.get('stopped-lectures', id)
    const { wrong, forgiven } = open.session.quiz
    const times = (before?.times ?? 0) + 1
    await tx.replace('watch', watch)
    const { lectureId, lectureTitle, courseId } = open
    await tx.upsert('stopped-lectures', before, {
      _id: id,
      personId: person._id,
      personName: person.name,
      unitId: person.unitId,
      courseId,
      lectureId,
      lectureTitle,
      times,
      wrong: wrong + forgiven,
      state: 'stopped',
      at: ctx.now,
      lifted: null,
    })
    await record(tx, ctx, {
      id: `lecture-stopped:${id}:${times}`,
      kind: 'lecture-stopped',
      subject: { of: 'person', id: person._id },
      by: { actorId: person._id, role: 'trainee', scope: person.unitId },
      after: lectureTitle,
      payload: { personId: person._id, unitName: person.unitName, lectureTitle },
    })
  })
}

/** A stop waits at the unit to which its person belongs now, whoever's reviewer it was told to. Repeating it does nothing. */
export async function followStop(
  { store }: Pick<Context, 'store'>,
  { _id, unitId }: Pick<PersonDocument, '_id' | 'unitId'>,
  lectureId: string,
): Promise<void> {
  const stop = await store.get('stopped-lectures', idOf(_id, lectureId))
  if (stop?.state === 'stopped' && stop.unitId !== unitId)
    await store.replaceIfUnchanged('stopped-lectures', { ...stop, unitId })
}

/** The lectures that wait for the reviewer of one body, or of all their own, newest first of each. */
export async function listStopped(
  { store }: Pick<Context, 'store'>,
  holder: Holder,
  { orgId, after }: OfBodies,
): Promise<StoppedLecturesView> {
  const { items, next } = await overBodies(chosenBodies(holder, orgId), after, (unitId, paging) =>
    store.query('stopped-lectures', 'byUnit', {
      equals: { unitId, state: 'stopped' },
      limit: PAGE,
      ...paging,
    }),
  )
  return {
    lines: items.map(({ _id, personName, lectureTitle, wrong, times, at, personId }) => ({
      stopId: _id,
      personName,
      lectureTitle,
      wrong,
      times,
      at,
      mayLift: !isOwnAffair(holder, personId),
    })),
    next,
  }
}

listStopped.refuses = ['INPUT_INVALID', 'OUT_OF_SCOPE'] as const

export const liftOrder = z.object({ stopId: identifier, reason: statedReason })

/**
 * Lifts a stop: the person may go on where they were, with all that they watched. Whoever learns never lifts their own,
 * nor does who stands in for them.
 * Lifting twice is once.
 */
export async function liftStopped(
  ctx: Context,
  holder: Holder,
  { stopId, reason }: z.infer<typeof liftOrder>,
): Promise<{ stopId: string }> {
  await ctx.store.transact(async (tx) => {
    const standing = await stillHolding(tx, ctx, holder)
    const { person: reviewer } = standing
    const stop = await tx.get('stopped-lectures', stopId)
    const person = stop ? await tx.get('persons', stop.personId) : null
    const body = person ? await tx.get('organisations', person.unitId) : null
    const grant = body ? grantIn(standing, body.path) : null
    if (!stop || !grant) refuse('OUT_OF_SCOPE', {})
    if (isOwnAffair(standing, stop.personId)) refuse('SELF_REVIEW', {})
    if (stop.state === 'lifted') return
    await goOn(tx, stop)
    await tx.replace('stopped-lectures', {
      ...stop,
      state: 'lifted',
      lifted: { by: reviewer._id, byName: reviewer.name, reason, at: ctx.now },
    })
    await record(tx, ctx, {
      id: `lecture-lifted:${stopId}:${stop.times}`,
      kind: 'lecture-lifted',
      subject: { of: 'person', id: stop.personId },
      by: { actorId: reviewer._id, role: grant.role, scope: grant.orgId },
      after: `${stop.lectureTitle}：${reason}`,
      payload: { personId: stop.personId, lectureTitle: stop.lectureTitle },
    })
  })
  return { stopId }
}

liftStopped.refuses = ['OUT_OF_SCOPE', 'SELF_REVIEW'] as const

/** The count begins anew where it stands: in the session that is open, or in what was kept of the lecture. */
async function goOn(tx: Transaction, { _id, personId, lectureId }: StoppedLectureDocument): Promise<void> {
  const watch = await tx.get('watch', personId)
  const current = watch?.current
  if (watch && current?.lectureId === lectureId && isStopped(current.session.quiz))
    await tx.replace('watch', { ...watch, current: withQuiz(current, lifted(current.session.quiz)) })
  const kept = await tx.get('coverage', _id)
  if (kept && isStopped(kept.quiz)) await tx.replace('coverage', { ...kept, quiz: lifted(kept.quiz) })
}

const withQuiz = (open: OpenLecture, quiz: Quiz): OpenLecture => ({
  ...open,
  session: { ...open.session, quiz },
})
