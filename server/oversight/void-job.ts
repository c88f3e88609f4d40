import * as z from 'zod'
import { instant } from '../../domain/kernel/instant'
import type { ClaimDocument } from '../claims/filing/documents'
import type { Context } from '../kernel/context'
import { chosenBodies, type Holder, namedBodies, type OwnBody, overBodies } from '../kernel/holder'
import { identifier, type OfBodies, statedReason, tapId } from '../kernel/inputs'
import { record } from '../kernel/record'
import { caught, refuse } from '../kernel/refused'
import { placeOf } from '../kernel/store/lanes'
import { actingAs, actingOver, stillActing } from './act'
import type { VoidJobDocument } from './documents'
import type { JobView } from './views'
import { voidOne } from './void-one'
import { creditOfClaim } from './voiding-target'

/** Claims looked at in one step: each is a transaction of its own, and a function has seconds. */
const CHUNK = 20

const moment = z.int().min(0).max(8_640_000_000_000_000).transform(instant)

export const voidOrder = z.object({
  /** From the phone: the same order twice is one job. */
  jobId: tapId,
  unitId: identifier,
  from: moment,
  until: moment,
  reason: statedReason,
})
type VoidOrder = z.infer<typeof voidOrder>

/**
 * Orders that all claims that a unit approved in a period be voided (SX22-16). This call voids nothing: the job is
 * stepped by the clock's door, and by an overseer who watches its progress. Claims approved after the order are not
 * in it.
 */
export async function orderVoidJob(ctx: Context, overseer: Holder, ordered: VoidOrder): Promise<JobView> {
  const { unitId, from, reason } = ordered
  const { body, by } = await actingOver(ctx.store, overseer, unitId)
  // Up to and with this moment.
  const until = instant(Math.min(ordered.until, ctx.now + 1))
  if (from >= until) refuse('INPUT_INVALID', { fields: ['until'] })
  const id = `${overseer.person._id}:${ordered.jobId}`
  const existing = await ctx.store.get('void-jobs', id)
  if (existing) return jobView(existing)
  const job = await ctx.store.transact(async (tx) => {
    await stillActing(tx, ctx, overseer, by)
    const again = await tx.get('void-jobs', id)
    if (again) return again
    const made = await tx.insert('void-jobs', {
      _id: id,
      orgId: by.orgId,
      unitId,
      unitName: body.name,
      from,
      until,
      reason,
      by,
      state: 'waiting',
      cursor: null,
      looked: 0,
      voided: 0,
      startedAt: ctx.now,
      finishedAt: null,
    })
    const due = {
      _id: `void-job:${id}`,
      kind: 'void-job',
      ref: id,
      dueAt: ctx.now,
      ...placeOf(by.personId, 'long'),
      state: 'waiting',
    } as const
    await tx.insert('due-items', due)
    await record(tx, ctx, {
      id: `void-job:${id}`,
      kind: 'void-job-ordered',
      subject: { of: 'organisation', id: unitId },
      by: actingAs(by),
      after: reason,
    })
    return made
  })
  return jobView(job)
}

orderVoidJob.refuses = ['INPUT_INVALID', 'OUT_OF_SCOPE'] as const

/** Steps the job by one bounded chunk, for an overseer who watches it. */
export async function stepVoidJob(ctx: Context, overseer: Holder, jobId: string): Promise<JobView> {
  await visibleJob(ctx, overseer, jobId)
  await stepJob(ctx, jobId)
  return showVoidJob(ctx, overseer, jobId)
}

stepVoidJob.refuses = ['OUT_OF_SCOPE'] as const
/** A job that comes to hours which another has voided leaves them as they are. */
stepVoidJob.cannotRefuse = ['STEP_ALREADY_DECIDED'] as const

export const showVoidJob = async (ctx: Context, overseer: Holder, jobId: string): Promise<JobView> =>
  jobView(await visibleJob(ctx, overseer, jobId))

showVoidJob.refuses = ['OUT_OF_SCOPE'] as const

async function visibleJob(ctx: Context, overseer: Holder, jobId: string): Promise<VoidJobDocument> {
  const job = await ctx.store.get('void-jobs', jobId)
  if (!job) refuse('OUT_OF_SCOPE', {})
  await actingOver(ctx.store, overseer, job.unitId)
  return job
}

/**
 * Voids a chunk and moves the cursor on. Each claim is voided in a transaction of its own that counts it here; if a
 * run dies in the middle, the next one begins at the same cursor and finds the voided claims revoked. Answers whether
 * more is left.
 */
export async function stepJob(ctx: Context, jobId: string): Promise<'more' | 'done'> {
  const job = await ctx.store.get('void-jobs', jobId)
  if (!job || job.state === 'done') return 'done'
  const page = await ctx.store.query('claims', 'byUnit', {
    equals: { unitId: job.unitId, state: 'credited' },
    before: job.until,
    limit: CHUNK,
    ...(job.cursor === null ? {} : { after: job.cursor }),
  })
  for (const claim of page.items) if (isVoidedBy(job, claim)) await voidClaim(ctx, job, claim)
  await movedOn(ctx, job, { looked: page.items.length, cursor: page.next ?? null })
  return page.next === undefined ? 'done' : 'more'
}

/** Whether a job takes it back: its unit's own level approved it in the period, and it counts. */
export const isVoidedBy = (
  { unitId, from, until }: VoidJobDocument,
  { unitId: ofUnit, state, steps }: ClaimDocument,
): boolean =>
  ofUnit === unitId &&
  state === 'credited' &&
  steps.some(
    ({ orgId, outcome, decidedAt }) =>
      orgId === unitId &&
      outcome === 'approved' &&
      decidedAt !== null &&
      decidedAt >= from &&
      decidedAt < until,
  )

async function voidClaim(ctx: Context, { _id, by, reason }: VoidJobDocument, claim: ClaimDocument) {
  const { store } = ctx
  const person = await store.get('persons', claim.personId)
  if (!person) return
  const entry = await creditOfClaim(store, claim)
  const target = { person, claim, entry, by, overseer: null, unitId: claim.unitId, unitName: claim.unitName }
  // Decided above: an objection was upheld there, and the hours are not this body's to take again. Closed: credited no
  // more since it was read, or a yearly submission, which is no learning: nothing to take back.
  await caught(voidOne(ctx, target, { reason, jobId: _id }), ['CLAIM_CLOSED', 'DECIDED_ABOVE'])
}

/** Another step may have been here at the same time: then it has moved on, and this one has nothing to add. */
async function movedOn(
  { store, now }: Context,
  { _id, cursor: from }: VoidJobDocument,
  { looked, cursor }: { looked: number; cursor: string | null },
): Promise<void> {
  await store.transact(async (tx) => {
    const job = await tx.get('void-jobs', _id)
    if (!job || job.state === 'done' || job.cursor !== from) return
    const ended = cursor === null ? ({ state: 'done', finishedAt: now } as const) : {}
    await tx.replace('void-jobs', { ...job, looked: job.looked + looked, cursor, ...ended })
  })
}

const jobView = (job: VoidJobDocument): JobView => {
  const { _id: jobId, unitName, from, until, reason, state, looked, voided, by, startedAt, finishedAt } = job
  return {
    jobId,
    unitName,
    from,
    until,
    reason,
    state,
    looked,
    voided,
    byName: by.name,
    startedAt,
    finishedAt,
  }
}

const JOBS_SHOWN = 20

/** The jobs of the overseer's bodies, a body after the other, newest first. */
export async function listVoidJobs(
  ctx: Context,
  overseer: Holder,
  { orgId: chosen, after }: OfBodies,
): Promise<{ bodies: OwnBody[]; jobs: JobView[]; next: string | null }> {
  const { items, next } = await overBodies(chosenBodies(overseer, chosen), after, (orgId, paging) =>
    ctx.store.query('void-jobs', 'byOrg', { equals: { orgId }, limit: JOBS_SHOWN, ...paging }),
  )
  return { bodies: await namedBodies(ctx.store, overseer), jobs: items.map(jobView), next }
}

listVoidJobs.refuses = ['INPUT_INVALID', 'OUT_OF_SCOPE'] as const
