import * as z from 'zod'
import { settleVerification } from '../books/hours/settle-verification'
import type { Context } from '../kernel/context'
import { type Holder, isOwnAffair, ownBodies, stillHolding } from '../kernel/holder'
import { count, identifier, statedReason } from '../kernel/inputs'
import { record } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { Transaction } from '../kernel/store/port'
import { claimIdentity } from '../people/claim-identity'
import type { PersonDocument } from '../people/documents'
import { type PersonToVerify, personToVerify } from './person-to-verify'

/** Made once for one tap: the same decision sent twice is one. */
export const bindingDecision = z.object({
  personId: identifier,
  decisionId: identifier,
  /** Of the registration that was read; absent from the phone of an earlier release. */
  version: count.optional(),
})
export const bindingDispute = bindingDecision.extend({ reason: statedReason })

export interface Decision extends z.infer<typeof bindingDecision> {
  verdict: { binding: 'verified' } | { binding: 'contested'; reason: string }
}

/**
 * The unit's reviewer answers for who belongs to it (SX22-13, SX22-16): confirms, or contests with a reason that the
 * person reads. It is of the registration that was read: who became another since is read again. Confirming makes the
 * ID number this person's alone, and lets the hours that waited count.
 */
export async function decideBinding(
  ctx: Context,
  holder: Holder,
  decision: Decision,
): Promise<PersonToVerify> {
  const person = await ctx.store.transact((tx) => commit(tx, ctx, { holder, decision }))
  // Outside the transaction, because the person may have years of hours; each account is its own, and repeating is
  // harmless.
  if (person.binding === 'verified') await settleVerification(ctx, person._id)
  return personToVerify(ctx, person)
}

decideBinding.refuses = [
  'BINDING_ALREADY_DECIDED',
  'ID_NUMBER_TAKEN',
  'OUT_OF_SCOPE',
  'REGISTRATION_CHANGED',
  'SELF_REVIEW',
] as const

async function commit(
  tx: Transaction,
  ctx: Context,
  { holder, decision }: { holder: Holder; decision: Decision },
): Promise<PersonDocument> {
  const { verdict, decisionId } = decision
  const reviewer = await stillHolding(tx, ctx, holder)
  const person = await tx.get('persons', decision.personId)
  // A registration without an account was set aside when its owner's account was bound to an earlier one.
  if (!person || person.openid === '' || !ownBodies(reviewer).includes(person.unitId))
    refuse('OUT_OF_SCOPE', {})
  if (isOwnAffair(reviewer, person._id)) refuse('SELF_REVIEW', {})
  if (person.decisionId === decisionId) return person
  if (person.binding === 'verified') refuse('BINDING_ALREADY_DECIDED', { binding: person.binding })
  const { version = person.version } = decision
  if (version !== person.version) refuse('REGISTRATION_CHANGED', {})
  if (verdict.binding === 'verified') await claimIdentity(tx, ctx, person)
  const note = verdict.binding === 'contested' ? verdict.reason : `${reviewer.person.name}核对通过`
  const decided = await tx.replace('persons', {
    ...person,
    binding: verdict.binding,
    bindingNote: note,
    decisionId,
  })
  await record(tx, ctx, {
    id: `binding:${person._id}:${decisionId}`,
    kind: verdict.binding === 'verified' ? 'binding-verified' : 'binding-contested',
    subject: { of: 'person', id: person._id },
    by: { actorId: reviewer.person._id, role: 'unit-reviewer', scope: person.unitId },
    before: person.binding,
    after: verdict.binding,
    payload: { personId: person._id },
  })
  return decided
}
