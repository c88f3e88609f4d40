import * as z from 'zod'
import { ADMINISTERS } from '../../domain/organisation/roles'
import { settleVerification } from '../books/hours/settle-verification'
import type { Context } from '../kernel/context'
import { grantIn, type Holder, stillHolding } from '../kernel/holder'
import { identifier, statedReason, tapId } from '../kernel/inputs'
import { record, wasRecorded } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { Transaction } from '../kernel/store/port'
import { claimIdentity } from '../people/claim-identity'
import type { PersonDocument } from '../people/documents'
import { actingAs, pathAbove } from './acting'
import type { OrganisationDocument } from './documents'
import { organisationView } from './organisation-view'
import { withGrant } from './roles'
import { keepTerms } from './search-terms'
import type { OrganisationView } from './views'

export const bodyDecision = z.object({ orgId: identifier, decisionId: tapId })
export const bodyReturn = bodyDecision.extend({ reason: statedReason })

export interface OrganisationReview extends z.infer<typeof bodyDecision> {
  verdict: { kind: 'verify' } | { kind: 'return'; reason: string }
}

/**
 * The body above confirms a body that registered itself, or returns it with a reason (NY22-14). With the body, its
 * registrar is confirmed as one of its people and becomes its administrator: no person below could do that.
 */
export async function reviewOrganisation(
  ctx: Context,
  holder: Holder,
  review: OrganisationReview,
): Promise<OrganisationView> {
  const { body, registrarId } = await ctx.store.transact((tx) => commit(tx, ctx, { holder, review }))
  if (body.state === 'verified') {
    await keepTerms(ctx.store, body)
    if (registrarId !== null) await settleVerification(ctx, registrarId)
  }
  return organisationView(body)
}

reviewOrganisation.refuses = [
  'ID_NUMBER_TAKEN',
  'OUT_OF_SCOPE',
  'PERSON_UNKNOWN',
  'SELF_REVIEW',
  'STEP_ALREADY_DECIDED',
] as const

interface Reviewed {
  body: OrganisationDocument
  registrarId: string | null
}

async function commit(
  tx: Transaction,
  ctx: Context,
  { holder, review }: { holder: Holder; review: OrganisationReview },
): Promise<Reviewed> {
  const standing = await stillHolding(tx, ctx, holder)
  const { person } = standing
  const { orgId, decisionId, verdict } = review
  const body = await tx.get('organisations', orgId)
  const grant = body && grantIn(standing, pathAbove(body))
  // clause NY22-14
  if (!body || !grant) refuse('OUT_OF_SCOPE', {})
  if (body.registrarOpenid === ctx.openid) refuse('SELF_REVIEW', {})
  const binding = body.registrarOpenid === '' ? null : await tx.get('bindings', body.registrarOpenid)
  const registrarId = binding?.personId ?? null
  const kind = 'organisation-reviewed'
  const id = `${kind}:${orgId}:${decisionId}`
  if (await wasRecorded(tx, { id, kind })) return { body, registrarId }
  const isDecided = body.state === 'verified' || (body.state === 'returned' && verdict.kind === 'return')
  if (isDecided)
    refuse('STEP_ALREADY_DECIDED', { byName: body.decidedByName, at: body.decidedAt ?? body.registeredAt })
  const decided = await tx.replace('organisations', {
    ...body,
    state: verdict.kind === 'verify' ? 'verified' : 'returned',
    reviewNote: verdict.kind === 'return' ? verdict.reason : '',
    decidedByName: person.name,
    decidedAt: ctx.now,
  })
  if (verdict.kind === 'verify') await appoint(tx, ctx, { body: decided, registrarId, by: person })
  await record(tx, ctx, {
    id,
    kind,
    subject: { of: 'organisation', id: orgId },
    by: actingAs(person, grant),
    before: body.state,
    after: decided.state,
    payload: { personId: registrarId, orgName: body.name, verified: decided.state === 'verified' },
  })
  return { body: decided, registrarId }
}

interface Appointment {
  body: OrganisationDocument
  registrarId: string | null
  by: PersonDocument
}

async function appoint(tx: Transaction, ctx: Context, { body, registrarId, by }: Appointment): Promise<void> {
  const registrar = registrarId === null ? null : await tx.get('persons', registrarId)
  // A body without a person who answers for it would wait for nobody: they register under their own name first.
  if (!registrar) refuse('PERSON_UNKNOWN', {})
  const belongs = registrar.unitId === body._id && registrar.binding !== 'verified'
  if (belongs) await claimIdentity(tx, registrar)
  let person: PersonDocument = belongs
    ? { ...registrar, binding: 'verified', bindingNote: `${by.name}核准${body.name}时一并核对` }
    : registrar
  for (const role of ADMINISTERS[body.kind])
    person = await withGrant(tx, person, { giving: { role, orgId: body._id, until: null, by }, now: ctx.now })
  await tx.replace('persons', person)
}
