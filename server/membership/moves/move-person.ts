import * as z from 'zod'
import { yearOf } from '../../../domain/kernel/instant'
import { emptyAccount } from '../../../domain/ledger/account'
import type { OrganisationDocument } from '../../bodies/documents'
import type { MoveView } from '../../bodies/views'
import { accountIdOf } from '../../books/hours/account-id'
import { spendIn } from '../../kernel/budget'
import type { Context } from '../../kernel/context'
import {
  chosenBodies,
  type Holder,
  isOwnAffair,
  namedBodies,
  type OwnBody,
  overBodies,
  ownBodies,
  stillHolding,
} from '../../kernel/holder'
import { identifier, type OfBodies, statedReason, tapId } from '../../kernel/inputs'
import { record } from '../../kernel/record'
import { refuse } from '../../kernel/refused'
import type { Transaction } from '../../kernel/store/port'
import { followContests } from '../../people/contests-against'
import type { PersonDocument } from '../../people/documents'
import { endLent, type Lent, lentBy, withoutGrant } from '../../people/held-roles'
import { hashesOf } from '../../people/number-hashes'
import type { MoveDocument } from './documents'
import { followClaims } from './follow-claims'

const PAGE = 20

export const moveWish = z.object({ toUnitId: identifier, moveId: tapId })

/** A person asks to belong to another unit, which decides; one wish at a time. The same wish again is one. */
export async function requestMove(
  ctx: Context,
  person: PersonDocument,
  { toUnitId, moveId }: z.infer<typeof moveWish>,
): Promise<MoveView> {
  const move = await ctx.store.transact(async (tx) => {
    const before = await tx.get('moves', person._id)
    if (before?.moveId === moveId) return before
    // A person whom no unit has confirmed yet corrects their registration instead: there is no membership to move.
    if (person.binding !== 'verified') refuse('BINDING_UNVERIFIED', {})
    const unit = await tx.get('organisations', toUnitId)
    if (unit?.kind !== 'unit' && unit?.kind !== 'township') refuse('UNIT_UNKNOWN', {})
    if (unit.state !== 'verified') refuse('ORG_NOT_VERIFIED', { orgName: unit.name })
    if (unit._id === person.unitId) refuse('INPUT_INVALID', { fields: ['toUnitId'] })
    await spendIn(tx, ctx, { limit: 'move-wish', key: person._id })
    const wish = { ...wishOf(person, unit), moveId, at: ctx.now }
    const move = await tx.upsert('moves', before, wish)
    await record(tx, ctx, moveAct(move, 'move-requested', person._id))
    return move
  })
  return moveView(move)
}

requestMove.refuses = [
  'BINDING_UNVERIFIED',
  'INPUT_INVALID',
  'ORG_NOT_VERIFIED',
  'TOO_OFTEN',
  'UNIT_UNKNOWN',
] as const

const wishOf = (person: PersonDocument, unit: OrganisationDocument) => ({
  _id: person._id,
  personName: person.name,
  idNumberMasked: person.idNumberMasked,
  fromUnitId: person.unitId,
  fromUnitName: person.unitName,
  toUnitId: unit._id,
  toUnitName: unit.name,
  state: 'waiting' as const,
  note: '',
})

export async function withdrawMove(ctx: Context, person: PersonDocument): Promise<MoveView | null> {
  const move = await ctx.store.transact(async (tx) => {
    const before = await tx.get('moves', person._id)
    if (before?.state !== 'waiting') return before
    const after = await tx.replace('moves', { ...before, state: 'withdrawn' })
    await record(tx, ctx, moveAct(after, 'move-withdrawn', person._id))
    return after
  })
  return move && moveView(move)
}

export async function movesTo(
  { store }: Context,
  holder: Holder,
  { orgId, after }: OfBodies,
): Promise<{ bodies: OwnBody[]; moves: MoveView[]; next: string | null }> {
  const { items, next } = await overBodies(chosenBodies(holder, orgId), after, (toUnitId, paging) =>
    store.query('moves', 'byUnit', { equals: { toUnitId, state: 'waiting' }, limit: PAGE, ...paging }),
  )
  return { bodies: await namedBodies(store, holder), moves: items.map(moveView), next }
}

movesTo.refuses = ['INPUT_INVALID', 'OUT_OF_SCOPE'] as const

export const movedPerson = z.object({ personId: identifier, moveId: tapId })
export const moveRefusal = movedPerson.extend({ reason: statedReason })

export interface MoveDecision extends z.infer<typeof movedPerson> {
  verdict: { kind: 'confirm' } | { kind: 'refuse'; reason: string }
}

/**
 * The new unit confirms: the person belongs to it from now on, their roles at the old one end, and open claims follow.
 * Hours and past decisions stay where they are; in another region a new account is opened beside the old one.
 */
export async function decideMove(ctx: Context, holder: Holder, decision: MoveDecision): Promise<MoveView> {
  const person = await ctx.store.get('persons', decision.personId)
  const lent = person ? await lentBy(ctx, { personId: person._id, orgId: person.unitId }) : []
  const move = await ctx.store.transact((tx) => commit(tx, ctx, { holder, decision, lent }))
  // Outside the transaction, one claim at a time: repeating the decision finishes what was cut off.
  if (move.state === 'confirmed') {
    await followClaims(ctx, move)
    await followContests(ctx, { personId: move._id, unitId: move.toUnitId })
  }
  return moveView(move)
}

decideMove.refuses = ['MOVE_CLOSED', 'OUT_OF_SCOPE', 'PERSON_UNKNOWN', 'SELF_REVIEW', 'UNIT_UNKNOWN'] as const

interface Deciding {
  holder: Holder
  decision: MoveDecision
  /** What the person lent of their roles at the old unit, which end with them. */
  lent: readonly Lent[]
}

async function commit(
  tx: Transaction,
  ctx: Context,
  { holder, decision, lent }: Deciding,
): Promise<MoveDocument> {
  const { personId, moveId, verdict } = decision
  const reviewer = await stillHolding(tx, ctx, holder)
  const move = await tx.get('moves', personId)
  if (!move || !ownBodies(reviewer).includes(move.toUnitId)) refuse('OUT_OF_SCOPE', {})
  if (isOwnAffair(reviewer, personId)) refuse('SELF_REVIEW', {})
  const wanted = verdict.kind === 'confirm' ? 'confirmed' : 'refused'
  if (move.moveId === moveId && move.state === wanted) return move
  if (move.moveId !== moveId || move.state !== 'waiting') refuse('MOVE_CLOSED', { state: move.state })
  const person = await tx.get('persons', personId)
  const unit = await tx.get('organisations', move.toUnitId)
  if (!person) refuse('PERSON_UNKNOWN', {})
  if (!unit) refuse('UNIT_UNKNOWN', {})
  const note = verdict.kind === 'refuse' ? verdict.reason : ''
  const decided = await tx.replace('moves', { ...move, state: wanted, note })
  if (wanted === 'confirmed') await settleIn(tx, ctx, { person, unit, lent })
  const kind = wanted === 'confirmed' ? 'move-confirmed' : 'move-refused'
  const payload = { personId, unitId: move.toUnitId, unitName: move.toUnitName }
  await record(tx, ctx, { ...moveAct(decided, kind, reviewer.person._id), payload })
  return decided
}

async function settleIn(
  tx: Transaction,
  ctx: Context,
  { person, unit, lent }: { person: PersonDocument; unit: OrganisationDocument } & Pick<Deciding, 'lent'>,
): Promise<void> {
  await keepMemberships(tx, ctx, { person, unit })
  for (const hash of hashesOf(person, ctx.ports.secrets)) {
    const key = await tx.get('identity-keys', hash)
    if (key) await tx.replace('identity-keys', { ...key, unitName: unit.name })
  }
  if (unit.region !== person.region) await openAccount(tx, ctx, { personId: person._id, region: unit.region })
  let moved = person
  for (const grant of person.roles.filter(({ orgId }) => orgId === person.unitId)) {
    moved = await withoutGrant(tx, moved, grant)
    if (grant.until === null) await endLent(tx, { ...grant, personId: person._id }, lent)
  }
  await tx.replace('persons', {
    ...moved,
    unitId: unit._id,
    unitName: unit.name,
    unitParentName: unit.parentName,
    region: unit.region,
    memberSince: ctx.now,
  })
}

/** The first move writes where the person was before it, too. */
async function keepMemberships(
  tx: Transaction,
  ctx: Context,
  { person, unit }: { person: PersonDocument; unit: OrganisationDocument },
): Promise<void> {
  const from = person.memberSince ?? person.registeredAt
  const id = `${person._id}:${from}`
  const before = await tx.get('memberships', id)
  const { unitId, unitName, region } = person
  const ended = { personId: person._id, unitId, unitName, region, from, until: ctx.now }
  await tx.upsert('memberships', before, before ? { ...before, until: ctx.now } : { _id: id, ...ended })
  await tx.insert('memberships', {
    _id: `${person._id}:${ctx.now}`,
    personId: person._id,
    unitId: unit._id,
    unitName: unit.name,
    region: unit.region,
    from: ctx.now,
    until: null,
  })
}

/** A year begun elsewhere goes on here in an account of its own; the old one keeps what it holds. */
async function openAccount(
  tx: Transaction,
  { now, packs }: Context,
  { personId, region }: Pick<PersonDocument, 'region'> & { personId: string },
): Promise<void> {
  const key = { personId, region, year: yearOf(now) }
  if (!packs.standardOf(region, key.year).ok) return
  const id = accountIdOf(key)
  if (await tx.get('accounts', id)) return
  await tx.insert('accounts', { _id: id, ...key, ...emptyAccount() })
}

type MoveKind = 'move-requested' | 'move-withdrawn' | 'move-confirmed' | 'move-refused'

/** The person asks for a move or takes it back; the new unit's reviewer decides, and the person is told. */
const moveAct = <K extends MoveKind>(move: MoveDocument, kind: K, actorId: string) => ({
  id: `${kind}:${move._id}:${move.moveId}`,
  kind,
  subject: { of: 'person' as const, id: move._id },
  by: {
    actorId,
    role: actorId === move._id ? ('trainee' as const) : ('unit-reviewer' as const),
    scope: move.toUnitId,
  },
  before: move.fromUnitName,
  after: move.toUnitName,
})

export const moveView = (move: MoveDocument): MoveView => ({
  personId: move._id,
  moveId: move.moveId,
  personName: move.personName,
  idNumberMasked: move.idNumberMasked,
  fromUnitName: move.fromUnitName,
  toUnitId: move.toUnitId,
  toUnitName: move.toUnitName,
  state: move.state,
  note: move.note,
  at: move.at,
})
