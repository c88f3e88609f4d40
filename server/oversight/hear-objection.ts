import * as z from 'zod'
import { standsInFor } from '../../domain/organisation/roles'
import { hearObjection } from '../../domain/oversight/objection'
import type { PolicyPack } from '../../domain/policy/pack'
import type { Actor } from '../../domain/review/claim'
import { reinstateClaim } from '../../domain/review/decide-claim'
import { renewCertificate } from '../books/certificate/correct'
import { type CertificateDraft, certificateDraft } from '../books/certificate/issue'
import type { EntryDocument } from '../books/hours/documents'
import { postHours } from '../books/hours/post-hours'
import type { ClaimDocument } from '../claims/filing/documents'
import type { Context } from '../kernel/context'
import { chosenBodies, type Holder, namedBodies, type OwnBody, overBodies, ownBodies } from '../kernel/holder'
import { identifier, ofBodies, statedReason, tapId } from '../kernel/inputs'
import { record } from '../kernel/record'
import { accept, refuse } from '../kernel/refused'
import type { Transaction } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import { actingAs, actingOver, stillActing } from './act'
import type { ActedBy, VoidingDocument } from './documents'
import type { ObjectionCard, VoidingView } from './views'
import { involvedIn, objectionCards, voidingView } from './voiding-view'

const PAGE = 50
const HEARD = 'heard:'
const OURS = 'ours::'

export const objectionsAsked = ofBodies.extend({ state: z.enum(['open', 'upheld', 'dismissed']) })

/**
 * The cases that wait to be heard by the overseer's bodies, or were voided by them, a body after the other, the longest
 * waiting first.
 */
export async function listObjections(
  ctx: Context,
  overseer: Holder,
  { state, orgId: chosen, after }: z.infer<typeof objectionsAsked>,
): Promise<{ bodies: OwnBody[]; objections: ObjectionCard[]; next: string | null }> {
  const { store } = ctx
  // Two lists a body, as if it were two bodies: what waits to be heard there, then what it voided and another hears.
  const lists = chosenBodies(overseer, chosen).flatMap((orgId) => [`${HEARD}${orgId}`, `${OURS}${orgId}`])
  const { items, next } = await overBodies(lists, after, async (list, paging) => {
    const orgId = list.slice(HEARD.length)
    const limits = { limit: PAGE, ...paging }
    if (list.startsWith(HEARD))
      return store.query('voidings', 'byHearing', {
        equals: { hearingOrgId: orgId, objectionState: state },
        ...limits,
      })
    const ours = await store.query('voidings', 'byOrg', {
      equals: { orgId, objectionState: state },
      ...limits,
    })
    const own = ownBodies(overseer)
    return { ...ours, items: ours.items.filter(({ hearingOrgId }) => !own.includes(hearingOrgId)) }
  })
  return {
    bodies: await namedBodies(store, overseer),
    objections: await objectionCards(store, overseer, items),
    next,
  }
}

listObjections.refuses = ['INPUT_INVALID', 'OUT_OF_SCOPE'] as const

/** One objection, for an overseer of its unit. */
export async function showObjection(
  ctx: Context,
  overseer: Holder,
  voidingId: string,
): Promise<VoidingView & { mayHear: boolean }> {
  const voiding = await ctx.store.get('voidings', voidingId)
  if (!voiding) refuse('OUT_OF_SCOPE', {})
  await actingOver(ctx.store, overseer, voiding.unitId)
  const [card] = await objectionCards(ctx.store, overseer, [voiding])
  return { ...voidingView(ctx, voiding), mayHear: card?.mayHear ?? false }
}

showObjection.refuses = ['OUT_OF_SCOPE'] as const

interface Restoring {
  ctx: Context
  person: PersonDocument
  pack: PolicyPack
  draft: CertificateDraft
  entry: EntryDocument | null
  actor: Actor
  reason: string
}

export const hearing = z.object({
  voidingId: identifier,
  decisionId: tapId,
  verdict: z.enum(['upheld', 'dismissed']),
  reason: statedReason,
})

/**
 * The grant of who hears it: at that very body, which stands above the one that voided. Another body over the unit reads
 * the objection and is told whose it is to hear.
 */
async function hearingAs(
  { store }: Context,
  overseer: Holder,
  { unitId, hearingOrgId, objection }: VoidingDocument,
): Promise<ActedBy> {
  const { by } = await actingOver(store, overseer, unitId)
  if (!objection) refuse('OBJECTION_CLOSED', { state: 'none' })
  const grant = overseer.grants.find(({ orgId }) => orgId === hearingOrgId)
  const body = await store.get('organisations', hearingOrgId)
  if (!grant) refuse('DECIDED_ABOVE', { orgName: body?.name ?? '' })
  return { ...by, role: grant.role, orgId: grant.orgId, orgName: body?.name ?? '' }
}

/**
 * Hears an objection. Upheld, the hours come back by a new entry that the objection causes, the claim stands again, and
 * where that completes the year a new certificate is issued with the date of today; dismissed, all stays as it is. In one
 * transaction, with the person told.
 */
export async function hear(
  ctx: Context,
  overseer: Holder,
  { voidingId, ...given }: z.infer<typeof hearing>,
): Promise<VoidingView> {
  const found = await ctx.store.get('voidings', voidingId)
  if (!found) refuse('OUT_OF_SCOPE', {})
  const by = await hearingAs(ctx, overseer, found)
  const person = await ctx.store.get('persons', found.personId)
  if (!person) refuse('PERSON_UNKNOWN', {})
  const entry = found.entryId === null ? null : await ctx.store.get('entries', found.entryId)
  const key = { personId: person._id, region: found.region, year: found.year }
  const draft = await certificateDraft(ctx, person, key)
  const pack = entry ? accept(ctx.packs.decidedBy(entry.policyVersion, key)) : draft.pack
  const heard = await ctx.store.transact(async (tx) => {
    const { grants } = await stillActing(tx, ctx, overseer, by)
    const actor = { id: by.personId, name: by.name, orgName: by.orgName, at: ctx.now }
    const restoring = { ctx, person, pack, draft, entry, actor, reason: given.reason }
    const voiding = await tx.get('voidings', voidingId)
    if (!voiding) refuse('OUT_OF_SCOPE', {})
    const { objection } = voiding
    if (!objection) refuse('OBJECTION_CLOSED', { state: 'none' })
    const claim = voiding.claimId === null ? null : await tx.get('claims', voiding.claimId)
    const parties = { actor, actingFor: standsInFor(grants), involved: involvedIn(voiding, claim) }
    const decided = accept(hearObjection(objection, given, { ...parties, personId: person._id }))
    if (decided === objection) return voiding
    const restoredEntryId = decided.state === 'upheld' ? await restore(tx, restoring, voiding) : null
    await record(tx, ctx, {
      id: `hearing:${voidingId}`,
      kind: `objection-${given.verdict}`,
      subject: { of: 'voiding', id: voidingId },
      by: actingAs(by),
      before: 'open',
      after: given.reason,
      payload: { personId: person._id, voidingId, title: voiding.title },
    })
    return tx.replace('voidings', {
      ...voiding,
      objection: decided,
      objectionState: decided.state,
      restoredEntryId,
    })
  })
  return voidingView(ctx, heard)
}

hear.refuses = [
  'CLAIM_CLOSED',
  'DECIDED_ABOVE',
  'OBJECTION_CLOSED',
  'OUT_OF_SCOPE',
  'PERSON_UNKNOWN',
  'SECOND_PERSON_NEEDED',
  'SELF_REVIEW',
] as const
/** The procedure takes no reason of blanks. */
hear.cannotRefuse = ['INPUT_INVALID'] as const

/**
 * Restores hours without editing: the voided line stays void, and the same hours are credited anew with their
 * original earned-at.
 */
async function restore(
  tx: Transaction,
  restoring: Restoring,
  voiding: VoidingDocument,
): Promise<string | null> {
  const claim = voiding.claimId === null ? null : await tx.get('claims', voiding.claimId)
  const entryId = await restoreHours(tx, restoring, voiding)
  if (claim) await reinstate(tx, restoring, { claim, entryId })
  return entryId
}

async function restoreHours(
  tx: Transaction,
  { ctx, person, pack, draft, entry, reason }: Restoring,
  { _id: voidingId, claimId, region, year }: VoidingDocument,
): Promise<string | null> {
  if (entry?.facts.kind !== 'credit') return null
  const { facts } = entry
  const account = await tx.get('accounts', entry.accountId)
  const line = account?.lines.find(({ entryId }) => entryId === entry._id)
  const posted = await postHours(tx, {
    person,
    region,
    targetYear: year,
    item: facts.item,
    title: facts.title,
    cause: { kind: 'objection', voidingId, entryId: entry._id, claimId },
    earnedAt: entry.earnedAt,
    recordedAt: ctx.now,
    evidence: [...facts.evidence, { at: ctx.now, text: `异议成立，恢复${pack.labels.hour}：${reason}` }],
    pack,
    verified: line?.verified ?? false,
  })
  await renewCertificate(tx, draft, posted.account)
  return posted.entry._id
}

async function reinstate(
  tx: Transaction,
  { actor, reason }: Restoring,
  { claim, entryId }: { claim: ClaimDocument; entryId: string | null },
): Promise<void> {
  const standing = accept(reinstateClaim(claim, reason, actor))
  await tx.replace('claims', { ...claim, ...standing, entryId: entryId ?? claim.entryId })
  if (claim.subject.type !== 'deeming') return
  const deeming = await tx.get('deemings', claim._id)
  if (deeming) await tx.replace('deemings', { ...deeming, state: 'valid' })
}
