import * as z from 'zod'
import type { EntryDocument } from '../books/hours/documents'
import type { ClaimDocument } from '../claims/filing/documents'
import type { Context } from '../kernel/context'
import { type Holder, isOwnAffair } from '../kernel/holder'
import { identifier, statedReason } from '../kernel/inputs'
import { refuse } from '../kernel/refused'
import type { Reads } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import { actingOver } from './act'
import type { ActedBy } from './documents'

/** The target of a voiding: a line of a ledger, a credited claim, or both as one. */
export interface VoidingTarget {
  person: PersonDocument
  claim: ClaimDocument | null
  entry: EntryDocument | null
  by: ActedBy
  /** The overseer who asked for it; null where a job carries out an order. */
  overseer: Holder | null
  unitId: string
  unitName: string
}

const named = z.union([z.object({ claimId: identifier }), z.object({ entryId: identifier })])
type Named = z.infer<typeof named>

export const hoursToVoid = z.object({
  named,
  reason: statedReason,
  /** The check it was found in; empty where it stands for itself. */
  checkId: z.string().max(200).default(''),
})

/**
 * Finds line and claim by either of them, and the body in whose name the overseer acts on the responsible unit. A
 * target outside their subtree is refused like an unknown one; overseers cannot void their own hours.
 */
export async function targetOf(ctx: Context, overseer: Holder, of: Named): Promise<VoidingTarget> {
  const target = 'claimId' in of ? await byClaim(ctx, of.claimId) : await byEntry(ctx, of.entryId)
  if (!target) refuse('OUT_OF_SCOPE', {})
  const { by } = await actingOver(ctx.store, overseer, target.unitId)
  if (isOwnAffair(overseer, target.person._id)) refuse('SELF_REVIEW', {})
  return { ...target, by, overseer }
}

targetOf.refuses = ['OUT_OF_SCOPE', 'SELF_REVIEW'] as const

type Halves = Omit<VoidingTarget, 'by' | 'overseer'>

async function byClaim({ store }: Context, claimId: string): Promise<Halves | null> {
  const claim = await store.get('claims', claimId)
  const person = claim ? await store.get('persons', claim.personId) : null
  if (!claim || !person) return null
  const { unitId, unitName } = claim
  return { person, claim, entry: await creditOfClaim(store, claim), unitId, unitName }
}

/** The line that a claim credited; a yearly submission only releases other credits, and has none. */
export async function creditOfClaim(reads: Reads, { entryId }: ClaimDocument): Promise<EntryDocument | null> {
  const entry = entryId === null ? null : await reads.get('entries', entryId)
  return entry?.facts.kind === 'credit' ? entry : null
}

async function byEntry({ store }: Context, entryId: string): Promise<Halves | null> {
  const entry = await store.get('entries', entryId)
  if (entry?.facts.kind !== 'credit') return null
  const { cause } = entry.facts
  const account = await store.get('accounts', entry.accountId)
  const person = account ? await store.get('persons', account.personId) : null
  if (!account || !person) return null
  const claimId = cause.kind === 'claim' || cause.kind === 'objection' ? cause.claimId : null
  const claim = claimId === null ? null : await store.get('claims', claimId)
  const unit = claim ?? (await unitIn(store, person, account.region))
  return unit && { person, entry, claim, unitId: unit.unitId, unitName: unit.unitName }
}

/** Moves are rare; of a person with more memberships, the latest ones answer. */
const MEMBERSHIPS_LOOKED = 20

/** The responsible unit in a region that the trainee has left: the last one they belonged to there. */
async function unitIn(
  store: Context['store'],
  person: PersonDocument,
  region: string,
): Promise<Pick<VoidingTarget, 'unitId' | 'unitName'> | null> {
  if (person.region === region) return person
  const equals = { personId: person._id }
  const { items } = await store.query('memberships', 'byPerson', { equals, limit: MEMBERSHIPS_LOOKED })
  return items.find((membership) => membership.region === region) ?? null
}
