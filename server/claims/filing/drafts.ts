import * as z from 'zod'
import { plainText } from '../../../domain/kernel/plain-text'
import { spendIn } from '../../kernel/budget'
import type { Context } from '../../kernel/context'
import { calendarYear, draftedId, identifier } from '../../kernel/inputs'
import { accept, refuse } from '../../kernel/refused'
import type { Reads, Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import { formOf } from './claim-form'
import type { ClaimDocument, ClaimDraftDocument } from './documents'
import type { DraftView } from './views'

const MOST_OPEN = 30
const MOST_FIELDS = 40

/** Named as the forms name them: what is kept under a name is kept by a name that means nothing to the store. */
const fieldName = z.string().regex(/^[A-Za-z][A-Za-z0-9:-]{0,59}$/)

export const typedDraft = z.object({
  draftId: draftedId,
  kind: identifier,
  targetYear: calendarYear,
  fields: z
    .record(fieldName, z.string().max(500).overwrite(plainText))
    .refine((given) => Object.keys(given).length <= MOST_FIELDS),
  /** Of the returned claim that the draft corrects. */
  claimId: identifier.optional(),
})
export type TypedDraft = z.infer<typeof typedDraft>

type Needs = Pick<Context, 'store' | 'now' | 'packs' | 'ports'>

export const draftKey = ({ _id }: Pick<PersonDocument, '_id'>, draftId: string): string => `${_id}:${draftId}`

/**
 * Keeps the typed draft, complete or not; the same again writes nothing. A correction begins with the returned
 * claim's content, its files included. Refuses CLAIM_KIND_UNKNOWN for a kind that the year's notice does not have.
 */
export async function saveDraft(ctx: Needs, person: PersonDocument, input: TypedDraft): Promise<DraftView> {
  const pack = accept(ctx.packs.standardOf(person.region, input.targetYear))
  if (!formOf(pack, input.kind)) refuse('CLAIM_KIND_UNKNOWN', { kind: input.kind })
  const open = await openDrafts(ctx, person._id)
  const saved = await ctx.store.transact(async (tx) => {
    const before = await tx.get('claim-drafts', draftKey(person, input.draftId))
    if (!before) {
      if (open.length >= MOST_OPEN) refuse('INPUT_INVALID', { fields: ['drafts'] })
      await spendIn(tx, ctx, { limit: 'new-draft', key: person._id })
      return begin(tx, ctx, { person, input })
    }
    const { kind, targetYear, fields } = input
    if (before.state === 'submitted' || isSame(before, input)) return before
    // A correction keeps its kind and its year, which were chosen when it was first submitted.
    const chosen = before.claimId === null ? { kind, targetYear } : {}
    return tx.replace('claim-drafts', { ...before, ...chosen, fields, state: 'open', savedAt: ctx.now })
  })
  return draftView(ctx, person, saved)
}

saveDraft.refuses = [
  'CLAIM_CLOSED',
  'CLAIM_KIND_UNKNOWN',
  'CLAIM_UNKNOWN',
  'INPUT_INVALID',
  'TOO_OFTEN',
] as const

async function begin(
  tx: Transaction,
  { now }: Needs,
  { person, input }: { person: PersonDocument; input: TypedDraft },
): Promise<ClaimDraftDocument> {
  const { draftId, kind, targetYear, fields, claimId = null } = input
  const returned = claimId === null ? null : await returnedClaim(tx, person, claimId)
  return tx.insert('claim-drafts', {
    _id: draftKey(person, draftId),
    personId: person._id,
    kind: returned?.kind ?? kind,
    targetYear: returned?.targetYear ?? targetYear,
    fields: returned && Object.keys(fields).length === 0 ? returned.fields : fields,
    attachments: returned?.attachments ?? [],
    claimId,
    state: 'open',
    savedAt: now,
  })
}

async function returnedClaim(reads: Reads, person: PersonDocument, claimId: string): Promise<ClaimDocument> {
  const claim = await reads.get('claims', claimId)
  if (!claim || claim.personId !== person._id) refuse('CLAIM_UNKNOWN', {})
  if (claim.state !== 'returned') refuse('CLAIM_CLOSED', { state: claim.state })
  return claim
}

const isSame = (before: ClaimDraftDocument, { kind, targetYear, fields }: TypedDraft): boolean =>
  before.state === 'open' &&
  (before.claimId !== null || (before.kind === kind && before.targetYear === targetYear)) &&
  Object.keys({ ...before.fields, ...fields }).every((id) => before.fields[id] === fields[id])

/** Discards a draft with what it holds, so that nothing piles up; a claim already submitted from it stays. */
export async function discardDraft(ctx: Needs, person: PersonDocument, draftId: string): Promise<void> {
  await ctx.store.transact(async (tx) => {
    const draft = await ownDraft(tx, person, draftId)
    if (draft.state !== 'open') return
    // A correction that is taken up again goes on with what its claim had.
    const emptied = draft.claimId === null ? { fields: {}, attachments: [] } : {}
    await tx.replace('claim-drafts', { ...draft, ...emptied, state: 'dropped' })
  })
}

discardDraft.refuses = ['CLAIM_UNKNOWN'] as const

/** Refuses CLAIM_UNKNOWN for a draft that does not exist, or belongs to another person. */
export async function ownDraft(
  reads: Reads,
  person: Pick<PersonDocument, '_id'>,
  draftId: string,
): Promise<ClaimDraftDocument> {
  const draft = await reads.get('claim-drafts', draftKey(person, draftId))
  if (!draft) refuse('CLAIM_UNKNOWN', {})
  return draft
}

const openDrafts = async (
  { store }: Pick<Context, 'store'>,
  personId: string,
): Promise<ClaimDraftDocument[]> =>
  (await store.query('claim-drafts', 'byPerson', { equals: { personId, state: 'open' }, limit: MOST_OPEN }))
    .items

export async function listDrafts(ctx: Needs, person: PersonDocument): Promise<{ drafts: DraftView[] }> {
  const open = await openDrafts(ctx, person._id)
  return { drafts: await Promise.all(open.map((draft) => draftView(ctx, person, draft))) }
}

export const showDraft = async (ctx: Needs, person: PersonDocument, draftId: string): Promise<DraftView> =>
  draftView(ctx, person, await ownDraft(ctx.store, person, draftId))

showDraft.refuses = ['CLAIM_UNKNOWN'] as const

/** With the requests of the return, where it corrects one. */
export async function draftView(
  { store, packs }: Pick<Context, 'store' | 'packs'>,
  { _id, region }: Pick<PersonDocument, '_id' | 'region'>,
  draft: ClaimDraftDocument,
): Promise<DraftView> {
  const { kind, targetYear, fields, attachments, claimId, state, savedAt } = draft
  const standard = packs.standardOf(region, targetYear)
  const claim = claimId === null ? null : await store.get('claims', claimId)
  return {
    draftId: draft._id.slice(_id.length + 1),
    kind,
    kindLabel: (standard.ok && formOf(standard.value, kind)?.label) || '',
    targetYear,
    fields,
    attachments: attachments.map(({ fileId: _fileId, ...shown }) => shown),
    claimId,
    asks: claim?.asks.map((ask) => ({ ...ask })) ?? [],
    submitted: state === 'submitted',
    savedAt,
  }
}
