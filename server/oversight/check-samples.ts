import * as z from 'zod'
import { CHECKLIST, withFinding } from '../../domain/oversight/spot-check'
import { claimView } from '../claims/filing/show-claim'
import type { Context } from '../kernel/context'
import {
  chosenBodies,
  type Holder,
  isOwnAffair,
  namedBodies,
  type OwnBody,
  overBodies,
} from '../kernel/holder'
import { identifier, type OfBodies, tapId } from '../kernel/inputs'
import { record, wasRecorded } from '../kernel/record'
import { accept, refuse } from '../kernel/refused'
import { actingAs, actingOver, evidenceNote, stillActing } from './act'
import { checkCard, checkView } from './check-view'
import type { SpotCheckDocument } from './documents'
import { effectOf } from './effect-of'
import type { CheckCard, CheckView, SampleView } from './views'
import { creditOfClaim } from './voiding-target'
import { voidingClause, voidingView } from './voiding-view'

const PAGE = 20

/** The checks of the overseer's bodies, a body after the other, newest first. */
export async function listChecks(
  ctx: Context,
  overseer: Holder,
  { orgId: chosen, after }: OfBodies,
): Promise<{ bodies: OwnBody[]; checks: CheckCard[]; next: string | null }> {
  const { items, next } = await overBodies(chosenBodies(overseer, chosen), after, (orgId, paging) =>
    ctx.store.query('spot-checks', 'byOrg', { equals: { orgId }, limit: PAGE, ...paging }),
  )
  return { bodies: await namedBodies(ctx.store, overseer), checks: items.map(checkCard), next }
}

listChecks.refuses = ['INPUT_INVALID', 'OUT_OF_SCOPE'] as const

async function checkOf(ctx: Context, overseer: Holder, checkId: string): Promise<SpotCheckDocument> {
  const check = await ctx.store.get('spot-checks', checkId)
  if (!check) refuse('OUT_OF_SCOPE', {})
  await actingOver(ctx.store, overseer, check.orgId)
  return check
}

export const showCheck = async (ctx: Context, overseer: Holder, checkId: string): Promise<CheckView> =>
  checkView(ctx.store, await checkOf(ctx, overseer, checkId))

showCheck.refuses = ['OUT_OF_SCOPE'] as const

export const oneSample = z.object({ checkId: identifier, claimId: identifier })

/** One sample with its evidence, and the effect that voiding it would have. */
export async function showSample(
  ctx: Context,
  overseer: Holder,
  { checkId, claimId }: z.infer<typeof oneSample>,
): Promise<SampleView> {
  const check = await checkView(ctx.store, await checkOf(ctx, overseer, checkId))
  const sample = check.samples.find((one) => one.claimId === claimId)
  const claim = sample ? await ctx.store.get('claims', claimId) : null
  if (!sample || !claim) refuse('CLAIM_UNKNOWN', {})
  const entry = await creditOfClaim(ctx.store, claim)
  const voiding = entry ? await ctx.store.get('voidings', `void:${entry._id}`) : null
  const { fields, attachments } = claimView(ctx, claim)
  return {
    ...sample,
    state: claim.state,
    checklist: CHECKLIST,
    fields: fields.map(({ label, text }) => ({ label, text })),
    attachments,
    reviewers: claim.steps.flatMap(({ outcome, orgName, decidedByName, decidedAt }) =>
      outcome === 'approved' && decidedAt !== null ? [{ orgName, byName: decidedByName, at: decidedAt }] : [],
    ),
    effect: entry ? await effectOf(ctx, entry) : null,
    clause: voidingClause(ctx, { region: claim.region, year: claim.targetYear }),
    voiding: voiding && voidingView(ctx, voiding),
  }
}

showSample.refuses = ['CLAIM_UNKNOWN', 'OUT_OF_SCOPE'] as const

export const sampleFinding = oneSample.extend({
  /** Of the tap: sent twice it is one. */
  decisionId: tapId,
  finding: z.object({
    verdict: z.enum(['in-order', 'false']),
    failed: z.array(z.enum(CHECKLIST)).max(CHECKLIST.length),
    reason: z.string().trim().max(200),
    evidenceNote,
  }),
})

/** Records the finding on one sample. It voids nothing: voiding is an act of its own, confirmed by itself. */
export async function recordFinding(
  ctx: Context,
  overseer: Holder,
  found: z.infer<typeof sampleFinding>,
): Promise<CheckView> {
  const { by } = await actingOver(ctx.store, overseer, (await checkOf(ctx, overseer, found.checkId)).orgId)
  const { claimId, finding, decisionId } = found
  const id = `finding:${found.checkId}:${claimId}:${decisionId}`
  const recorded = await ctx.store.transact(async (tx) => {
    const standing = await stillActing(tx, ctx, overseer, by)
    const actor = { id: by.personId, name: by.name, at: ctx.now }
    const check = await tx.get('spot-checks', found.checkId)
    if (!check) refuse('OUT_OF_SCOPE', {})
    if (await wasRecorded(tx, { id, kind: 'sample-found' })) return check
    // A check may draw the checker's own claim: another inspector looks at that one.
    const claim = await tx.get('claims', claimId)
    if (claim && isOwnAffair(standing, claim.personId)) refuse('SELF_REVIEW', {})
    const samples = accept(withFinding(check.samples, { claimId, finding }, actor))
    await record(tx, ctx, {
      id,
      kind: 'sample-found',
      subject: { of: 'claim', id: claimId },
      by: actingAs(by),
      after: `${finding.verdict}：${finding.reason}`,
    })
    return tx.replace('spot-checks', { ...check, samples: [...samples] })
  })
  return checkView(ctx.store, recorded)
}

recordFinding.refuses = ['CLAIM_UNKNOWN', 'INPUT_INVALID', 'OUT_OF_SCOPE', 'SELF_REVIEW'] as const
