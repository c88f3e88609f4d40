import { yearOf } from '../../domain/kernel/instant'
import { voidEntry } from '../../domain/ledger/void-entry'
import { revokeClaim } from '../../domain/review/decide-claim'
import { type Corrected, correctCertificate } from '../books/certificate/correct'
import { type CertificateDraft, certificateDraft } from '../books/certificate/issue'
import { accountIdOf } from '../books/hours/account-id'
import type { AccountDocument, CreditFacts } from '../books/hours/documents'
import { entryDocument } from '../books/hours/post-hours'
import type { ClaimDocument } from '../claims/filing/documents'
import type { ActPayloads } from '../kernel/acts'
import type { Context } from '../kernel/context'
import { recordNew } from '../kernel/record'
import { accept, refuse } from '../kernel/refused'
import type { New, Transaction } from '../kernel/store/port'
import { actingAs, stillActing } from './act'
import type { VoidingDocument, VoidJobDocument } from './documents'
import type { VoidingTarget } from './voiding-target'

export interface VoidingAct {
  reason: string
  /** The check it was found in, or the job that does it; empty where it stands for itself. */
  checkId?: string
  jobId?: string
}

interface Voiding {
  ctx: Context
  target: VoidingTarget
  act: VoidingAct
  draft: CertificateDraft
  clauseId: string
}

/**
 * Voids one credit (SX22-16) in one transaction of at most nine reads and eleven writes: the reversal in the ledger,
 * whose freed hours flow back under their caps; the claim revoked; a deeming no longer valid; the year's certificate
 * corrected; the trainee told. The same voiding sent twice is one; a second overseer with another reason is told who
 * was first.
 */
export async function voidOne(
  ctx: Context,
  target: VoidingTarget,
  act: VoidingAct,
): Promise<VoidingDocument> {
  const { claim, entry, person } = target
  if (!entry && claim?.subject.type !== 'deeming') refuse('CLAIM_CLOSED', { state: claim?.state ?? '' })
  const account = entry ? await ctx.store.get('accounts', entry.accountId) : null
  const key = {
    personId: person._id,
    region: account?.region ?? claim?.region ?? person.region,
    year: account?.year ?? claim?.targetYear ?? yearOf(ctx.now),
  }
  const draft = await certificateDraft(ctx, person, key)
  const { clause } = draft.pack.oversight.voidsFalseHours
  return ctx.store.transact((tx) => commit(tx, { ctx, target, act, draft, clauseId: clause ?? 'reading' }))
}

voidOne.refuses = ['CLAIM_CLOSED', 'DECIDED_ABOVE', 'OUT_OF_SCOPE', 'STEP_ALREADY_DECIDED'] as const

async function commit(tx: Transaction, voiding: Voiding): Promise<VoidingDocument> {
  const { ctx, target, act } = voiding
  if (target.overseer) await stillActing(tx, ctx, target.overseer, target.by)
  const claim = target.claim ? await tx.get('claims', target.claim._id) : null
  const id = voidingIdOf(target, claim)
  const before = await tx.get('voidings', id)
  if (before) return repeated(before, act)
  await refuseUpheld(tx, target, claim)
  // clause SX22-16
  if (claim) await revoke(tx, voiding, claim)
  const account = target.entry ? await reverse(tx, voiding) : null
  const certificate = account ? await correctCertificate(tx, voiding.draft, account) : null
  const voided = await tx.insert('voidings', voidingDocument(voiding, { id, certificate }))
  if (act.jobId) await countIn(tx, act.jobId)
  await recordNew(tx, ctx, {
    id,
    kind: 'hours-voided',
    subject: { of: 'person', id: target.person._id },
    by: actingAs(target.by),
    before: claim?.state ?? 'counted',
    after: `void：${act.reason}`,
    payload: payloadOf(voided),
  })
  return voided
}

/** One reversal an entry; a claim that credited none can be revoked again after it was reinstated, so it counts. */
function voidingIdOf({ entry }: VoidingTarget, claim: ClaimDocument | null): string {
  if (entry) return `void:${entry._id}`
  const revoked = claim?.events.filter(({ kind }) => kind === 'revoked').length ?? 0
  return `revoke:${claim?._id ?? ''}:${claim?.state === 'revoked' ? revoked : revoked + 1}`
}

/**
 * Hours that came back because an objection was upheld are not taken again by a body below the one that heard it: new
 * facts go to that one, which knows what it decided.
 */
async function refuseUpheld(
  tx: Transaction,
  { entry, unitId, by }: VoidingTarget,
  claim: ClaimDocument | null,
): Promise<void> {
  const cause = entry?.facts.kind === 'credit' ? entry.facts.cause : null
  const revoked = claim?.events.filter(({ kind }) => kind === 'revoked').length ?? 0
  const earlierId = cause?.kind === 'objection' ? cause.voidingId : `revoke:${claim?._id ?? ''}:${revoked}`
  const earlier = await tx.get('voidings', earlierId)
  if (earlier?.objectionState !== 'upheld') return
  const unit = await tx.get('organisations', unitId)
  const path = unit?.path ?? []
  if (path.indexOf(by.orgId) <= path.indexOf(earlier.hearingOrgId)) return
  const heardBy = await tx.get('organisations', earlier.hearingOrgId)
  refuse('DECIDED_ABOVE', { orgName: heardBy?.name ?? '' })
}

function repeated(before: VoidingDocument, { reason, jobId = '' }: VoidingAct): VoidingDocument {
  if (before.reason === reason || jobId !== '') return before
  return refuse('STEP_ALREADY_DECIDED', { byName: before.by.name, at: before.at })
}

async function revoke(tx: Transaction, { ctx, target, act }: Voiding, claim: ClaimDocument): Promise<void> {
  const { by } = target
  const actor = { id: by.personId, name: by.name, orgName: by.orgName, at: ctx.now }
  await tx.replace('claims', { ...claim, ...accept(revokeClaim(claim, act.reason, actor)) })
  if (claim.subject.type !== 'deeming') return
  const deeming = await tx.get('deemings', claim._id)
  if (deeming) await tx.replace('deemings', { ...deeming, state: 'revoked' })
}

/** The ledger's reversal: nothing is edited, and the freed hours flow back in the same entry. */
async function reverse(tx: Transaction, voiding: Voiding): Promise<AccountDocument> {
  const { ctx, target, act, draft, clauseId } = voiding
  const accountId = accountIdOf(draft.key)
  const account = await tx.get('accounts', accountId)
  const entryId = target.entry?._id ?? ''
  if (!account) throw new Error(`${accountId} is gone`)
  const { reason } = act
  const { version: policyVersion } = draft.pack
  const voided = accept(voidEntry(account, { entryId, reason, clauseId, at: ctx.now, policyVersion }))
  if (voided.kind === 'repeated') return account
  const facts = { kind: 'void', entryId, reason, clauseId } as const
  await tx.insert('entries', entryDocument(voided.entry, accountId, facts))
  return tx.replace('accounts', { ...account, ...voided.account })
}

/** Counts within the voiding's transaction, so that the count of an interrupted job is exact. */
async function countIn(tx: Transaction, jobId: string): Promise<void> {
  const job: VoidJobDocument | null = await tx.get('void-jobs', jobId)
  if (job) await tx.replace('void-jobs', { ...job, voided: job.voided + 1 })
}

function voidingDocument(
  { ctx, target, act, draft, clauseId }: Voiding,
  { id, certificate }: { id: string; certificate: Corrected | null },
): New<VoidingDocument> {
  const { person, claim, entry, by, unitId, unitName } = target
  const facts = entry?.facts.kind === 'credit' ? (entry.facts satisfies CreditFacts) : null
  return {
    _id: id,
    personId: person._id,
    personName: person.name,
    unitId,
    unitName,
    region: draft.pack.region,
    year: draft.key.year,
    title: facts?.title ?? claim?.title ?? '',
    hours: facts?.hours ?? null,
    entryId: entry?._id ?? null,
    claimId: claim?._id ?? null,
    reason: act.reason,
    clauseId,
    by,
    orgId: by.orgId,
    at: ctx.now,
    checkId: act.checkId ?? '',
    jobId: act.jobId ?? '',
    certificate,
    objection: null,
    objectionState: 'none',
    objectedAt: 0,
    hearingOrgId: '',
    restoredEntryId: null,
  }
}

/** The message to the trainee: which hours, why, by which clause, and that they can object. */
const payloadOf = ({
  _id,
  personId,
  title,
  year,
  reason,
  clauseId,
  entryId,
  certificate,
}: VoidingDocument): ActPayloads['hours-voided'] => ({
  personId,
  voidingId: _id,
  title,
  year,
  reason,
  clauseId,
  entryId: entryId ?? '',
  certificate: certificate?.became ?? '',
})
