import type { Actor, Claim } from '../../../domain/review/claim'
import { contentDigest } from '../../../domain/review/content-digest'
import {
  resubmitClaim,
  type Submission,
  submitClaim,
  withdrawClaim,
} from '../../../domain/review/submit-claim'
import type { LearnedLine } from '../../books/hours/documents'
import { keepAllLearned } from '../../books/hours/learned'
import type { Act } from '../../kernel/acts'
import type { Context } from '../../kernel/context'
import { record } from '../../kernel/record'
import { accept, refuse } from '../../kernel/refused'
import { placeOf } from '../../kernel/store/lanes'
import type { New, Reads, Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import { holdRecord } from '../archive/record-behind'
import { type Assessed, assess } from './assess'
import type { ClaimDocument, ClaimDraftDocument } from './documents'
import { ownDraft } from './drafts'
import { dayOddities, keepEvidence, type Oddity, sharedEvidence } from './duplicates'
import { besideRecord } from './filled-from'
import { queuePlace } from './queue-place'
import { undeclaredOddities, waitingOddities } from './same-learning'
import { claimView } from './show-claim'
import type { ClaimView } from './views'

/** Overlapping days are looked for among this many of a person's latest claims. */
const CLAIMS_COMPARED = 50

/**
 * Hands in a draft, new or corrected: claim, evidence, audit and event in one transaction. The same draft again is the
 * same claim. The phone is never believed: everything is read and judged here once more.
 */
export async function submitDraft(ctx: Context, person: PersonDocument, draftId: string): Promise<ClaimView> {
  const [others, learned] = await Promise.all([claimsOf(ctx, person), keepAllLearned(ctx.store, person._id)])
  const claim = await ctx.store.transact(async (tx) => {
    const draft = await ownDraft(tx, person, draftId)
    const claimId = draft.claimId ?? draft._id
    const before = await tx.get('claims', claimId)
    if (draft.state === 'submitted') return before ?? refuse('CLAIM_UNKNOWN', {})
    const assessed = await assess(tx, ctx, { person, draft })
    const oddities = await odditiesOf(tx, ctx, { person, draft, claimId, assessed, others, learned })
    await keepEvidence(tx, ctx, { person, draft: ownEvidence(assessed, draft), claimId, pack: assessed.pack })
    if (assessed.record) await holdRecord(tx, assessed.record, claimId)
    await tx.replace('claim-drafts', { ...draft, state: 'submitted' })
    return commit(tx, ctx, { person, draft: assessed.draft, before, assessed, oddities })
  })
  return claimView(ctx, claim)
}

submitDraft.refuses = [
  'CLAIM_CATEGORY',
  'CLAIM_CLOSED',
  'CLAIM_EXCLUDED',
  'CLAIM_KIND_UNKNOWN',
  'CLAIM_MAKE_UP',
  'CLAIM_TOO_LATE',
  'CLAIM_UNKNOWN',
  'EVIDENCE_MISSING',
  'EVIDENCE_USED',
  'INPUT_INVALID',
  'LEARNED_ALREADY',
  'STUDY_RECORD_MISSING',
  'STUDY_RECORD_USED',
  'UNIT_UNKNOWN',
  'YEAR_CLOSED',
] as const

export const claimsOf = async (
  { store }: Pick<Context, 'store'>,
  { _id: personId }: PersonDocument,
): Promise<ClaimDocument[]> =>
  (await store.query('claims', 'byPerson', { equals: { personId }, limit: CLAIMS_COMPARED })).items

const ownEvidence = ({ record }: Assessed, draft: ClaimDraftDocument): ClaimDraftDocument =>
  record ? { ...draft, attachments: besideRecord(draft, record.line) } : draft

interface Weighed {
  person: PersonDocument
  draft: ClaimDraftDocument
  claimId: string
  assessed: Assessed
  others: readonly ClaimDocument[]
  /** All that the claimant was credited for. */
  learned: readonly LearnedLine[]
}

/**
 * The oddities that a reviewer should look at twice; refuses evidence that this person has used already, and learning that
 * was recorded without a claim.
 */
export async function odditiesOf(
  reads: Reads,
  { ports: { secrets } }: Pick<Context, 'ports'>,
  weighed: Weighed,
): Promise<Oddity[]> {
  const { person, draft, claimId, assessed, learned } = weighed
  const { pack } = assessed
  const own = ownEvidence(assessed, draft)
  const others = weighed.others.filter(({ _id }) => _id !== claimId)
  const { kind, targetYear, fields } = assessed.draft
  const { subject, claimedHours } = assessed
  const title = titleOf(assessed)
  const claim = { _id: claimId, kind, title, targetYear, fields, subject, claimedHours }
  return [
    ...(await sharedEvidence(reads, { person, draft: own, claimId, pack, secrets })),
    ...(await undeclaredOddities(reads, { claim, learned, pack })),
    ...waitingOddities(claim, others),
    ...dayOddities(assessed.draft, others),
  ]
}

export const titleOf = ({ draft: { fields }, form }: Pick<Assessed, 'draft' | 'form'>): string =>
  fields.title?.trim() || form.label

interface Submitting {
  person: PersonDocument
  draft: ClaimDraftDocument
  before: ClaimDocument | null
  assessed: Assessed
  oddities: Oddity[]
}

async function commit(tx: Transaction, ctx: Context, submitting: Submitting): Promise<ClaimDocument> {
  const { person, before } = submitting
  const actor = actorOf(person, ctx)
  const document = before
    ? await tx.replace('claims', { ...before, ...resubmitted(before, submitting, actor) })
    : await tx.insert('claims', firstOf(submitting, actor))
  const kind = before ? 'claim-resubmitted' : 'claim-submitted'
  await record(tx, ctx, ownAct(document, kind, before?.state ?? ''))
  // The law's close is armed once; what has ended by then is left as it is.
  if (!before && document.closesAt !== null)
    await tx.insert('due-items', {
      _id: `claim:${document._id}`,
      kind: 'claim',
      ref: document._id,
      dueAt: document.closesAt,
      ...placeOf(document.personId),
      state: 'waiting',
    })
  return document
}

const actorOf = ({ _id: id, name, unitName: orgName }: PersonDocument, { now: at }: Context): Actor => ({
  id,
  name,
  orgName,
  at,
})

type Submitted = Omit<ClaimDocument, '_id' | 'version' | 'before' | 'entryId' | 'submittedAt'>

/** The part that every submission says anew: the unit, the notice and the form as they are today. */
function said({ person, draft, assessed, oddities }: Submitting, claim: Claim): Submitted {
  const { fields, attachments, kind, targetYear } = draft
  return {
    ...claim,
    ...queuePlace(claim),
    personId: person._id,
    personName: person.name,
    unitId: person.unitId,
    unitName: person.unitName,
    region: assessed.pack.region,
    targetYear,
    kind,
    kindLabel: assessed.form.label,
    title: titleOf(assessed),
    fields,
    attachments,
    bureauId: assessed.bureauId,
    policyVersion: assessed.pack.version,
    oddities,
  }
}

const submissionOf = ({ assessed, draft: { fields, attachments } }: Submitting): Submission => {
  const { subject, claimedHours, accountHead, steps, dueAt, closesAt } = assessed
  const files = attachments.map(({ sha256 }) => sha256)
  const digest = contentDigest({ subject, claimedHours, fields, files, accountHead })
  return { subject, claimedHours, digest, steps, dueAt, closesAt }
}

const firstOf = (submitting: Submitting, actor: Actor): New<ClaimDocument> => ({
  _id: submitting.draft._id,
  ...said(submitting, submitClaim(submissionOf(submitting), actor)),
  before: null,
  submittedAt: actor.at,
  entryId: null,
})

/** The item keeps the claim's own id, whichever draft corrected it. */
function resubmitted(before: ClaimDocument, submitting: Submitting, actor: Actor): Partial<ClaimDocument> {
  const claim = accept(resubmitClaim(before, submissionOf(submitting), actor))
  return { ...said(submitting, claim), before: { fields: before.fields, attachments: before.attachments } }
}

type OwnAct = 'claim-submitted' | 'claim-resubmitted' | 'claim-withdrawn'

/** An act of the claimant on their own claim: once a revision. */
export const ownAct = (claim: ClaimDocument, kind: OwnAct, before: string): Act<OwnAct> => ({
  id: `${kind}:${claim._id}:${claim.revision}`,
  kind,
  subject: { of: 'claim', id: claim._id },
  by: { actorId: claim.personId, role: 'trainee', scope: claim.unitId },
  before,
  after: claim.state,
  payload: { personId: claim.personId, claimId: claim._id, title: claim.title, orgId: claim.queueOrgId },
})

/** Takes a claim back, as long as nobody has ended it; taking it back twice is once. */
export async function withdraw(ctx: Context, person: PersonDocument, claimId: string): Promise<ClaimView> {
  const claim = await ctx.store.transact(async (tx) => {
    const before = await tx.get('claims', claimId)
    if (!before || before.personId !== person._id) refuse('CLAIM_UNKNOWN', {})
    if (before.state === 'withdrawn') return before
    const after = accept(withdrawClaim(before, actorOf(person, ctx)))
    const document = await tx.replace('claims', { ...before, ...after, ...queuePlace(after) })
    await record(tx, ctx, ownAct(document, 'claim-withdrawn', before.state))
    return document
  })
  return claimView(ctx, claim)
}

withdraw.refuses = ['CLAIM_CLOSED', 'CLAIM_UNKNOWN'] as const
