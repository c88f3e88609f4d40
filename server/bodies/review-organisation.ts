import * as z from 'zod'
import { ADMINISTERS } from '../../domain/organisation/roles'
import { settleVerification } from '../books/hours/settle-verification'
import type { Context } from '../kernel/context'
import { grantIn, type Holder, isOwnAffair, stillHolding } from '../kernel/holder'
import { count, identifier, statedReason, tapId } from '../kernel/inputs'
import { record, wasRecorded } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { Transaction } from '../kernel/store/port'
import { claimIdentity } from '../people/claim-identity'
import type { PersonDocument } from '../people/documents'
import { withGrant } from '../people/held-roles'
import { actingAs, pathAbove } from './acting'
import type { OrganisationDocument } from './documents'
import { namesakesOf, takeName } from './names'
import { organisationView } from './organisation-view'
import { saidByName, sayingOver } from './said-by'
import { keepTerms } from './search-terms'
import type { OrganisationView } from './views'

const ofBody = z.object({ orgId: identifier, decisionId: tapId })
export const bodyReturn = ofBody.extend({ reason: statedReason })

/** Who becomes the administrator, and the version of their registration that was read. */
const readRegistrar = z.object({ personId: identifier, version: count })
export const bodyDecision = ofBody.extend({
  registrar: readRegistrar,
  /** Other registrations of the same name that were shown beside it. */
  beside: z.array(identifier).max(20).default([]),
})

export interface OrganisationReview extends z.infer<typeof ofBody> {
  verdict:
    | { kind: 'verify'; registrar: z.infer<typeof readRegistrar>; beside: readonly string[] }
    | { kind: 'return'; reason: string }
}

/**
 * The body above confirms a body that registered itself, or returns it with a reason (NY22-14). With the body, its
 * registrar is confirmed as one of its people and becomes its administrator: no person below could do that. It is the
 * registrar whom the reviewer read: who has registered anew since, under another name perhaps, is read again first.
 */
export async function reviewOrganisation(
  ctx: Context,
  holder: Holder,
  review: OrganisationReview,
): Promise<OrganisationView> {
  const hasUnread = await unreadNamesakes(ctx, review)
  const { body, registrarId } = await ctx.store.transact((tx) =>
    commit(tx, ctx, { holder, review, hasUnread }),
  )
  if (body.state === 'verified') {
    await keepTerms(ctx.store, body)
    if (registrarId !== null) await settleVerification(ctx, registrarId)
  }
  return organisationView(body)
}

reviewOrganisation.refuses = [
  'ID_NUMBER_TAKEN',
  'ORG_NAMESAKE',
  'ORG_NAME_TAKEN',
  'DECIDED_ABOVE',
  'OUT_OF_SCOPE',
  'PERSON_UNKNOWN',
  'REGISTRATION_CHANGED',
  'SELF_REVIEW',
  'STEP_ALREADY_DECIDED',
] as const

/** Whether there is a registration of the same name that the reviewer was not shown: looked for before the act, by name. */
async function unreadNamesakes(ctx: Context, { orgId, verdict }: OrganisationReview): Promise<boolean> {
  if (verdict.kind === 'return') return false
  const body = await ctx.store.get('organisations', orgId)
  const namesakes = body ? await namesakesOf(ctx, body) : []
  return namesakes.some(({ _id }) => !verdict.beside.includes(_id))
}

interface Reviewing {
  holder: Holder
  review: OrganisationReview
  hasUnread: boolean
}

interface Reviewed {
  body: OrganisationDocument
  registrarId: string | null
}

async function commit(
  tx: Transaction,
  ctx: Context,
  { holder, review, hasUnread }: Reviewing,
): Promise<Reviewed> {
  const standing = await stillHolding(tx, ctx, holder)
  const { person } = standing
  const { orgId, decisionId, verdict } = review
  const body = await tx.get('organisations', orgId)
  // clause NY22-14
  if (!body || !grantIn(standing, pathAbove(body))) refuse('OUT_OF_SCOPE', {})
  const binding = body.registrarOpenid === '' ? null : await tx.get('bindings', body.registrarOpenid)
  const registrarId = binding?.personId ?? null
  const isOwn = registrarId !== null && isOwnAffair(standing, registrarId)
  if (isOwn || body.registrarOpenid === ctx.openid) refuse('SELF_REVIEW', {})
  const kind = 'organisation-reviewed'
  const id = `${kind}:${orgId}:${decisionId}`
  if (await wasRecorded(tx, { id, kind })) return { body, registrarId }
  const isDecided = body.state === 'verified' || (body.state === 'returned' && verdict.kind === 'return')
  if (isDecided)
    refuse('STEP_ALREADY_DECIDED', { byName: body.decidedByName, at: body.decidedAt ?? body.registeredAt })
  const saying = sayingOver(standing, { ...body, path: pathAbove(body) }, 'returned')
  if (!saying) refuse('DECIDED_ABOVE', { orgName: await saidByName(tx, body, 'returned') })
  const decided = await tx.replace('organisations', {
    ...body,
    saidBy: { ...body.saidBy, ...(verdict.kind === 'return' ? { returned: saying.orgId } : {}) },
    state: verdict.kind === 'verify' ? 'verified' : 'returned',
    reviewNote: verdict.kind === 'return' ? verdict.reason : '',
    decidedByName: person.name,
    decidedAt: ctx.now,
  })
  if (verdict.kind === 'verify') {
    await takeName(tx, body, body)
    if (hasUnread) refuse('ORG_NAMESAKE', { orgName: body.name })
    const registrar = await registrarRead(tx, registrarId, verdict.registrar)
    await appoint(tx, ctx, { body: decided, registrar, by: person })
  }
  await record(tx, ctx, {
    id,
    kind,
    subject: { of: 'organisation', id: orgId },
    by: actingAs(person, saying),
    before: body.state,
    after: decided.state,
    payload: { personId: registrarId, orgName: body.name, verified: decided.state === 'verified' },
  })
  return { body: decided, registrarId }
}

/** The registrar as they stand, where they are still the very registration that was read. */
async function registrarRead(
  tx: Transaction,
  registrarId: string | null,
  { personId, version }: z.infer<typeof readRegistrar>,
): Promise<PersonDocument> {
  const registrar = registrarId === null ? null : await tx.get('persons', registrarId)
  // A body without a person who answers for it would wait for nobody: they register under their own name first.
  if (!registrar) refuse('PERSON_UNKNOWN', {})
  if (registrar._id !== personId || registrar.version !== version) refuse('REGISTRATION_CHANGED', {})
  return registrar
}

interface Appointment {
  body: OrganisationDocument
  registrar: PersonDocument
  by: PersonDocument
}

async function appoint(tx: Transaction, ctx: Context, { body, registrar, by }: Appointment): Promise<void> {
  const isVerified = registrar.binding === 'verified'
  const belongs = registrar.unitId === body._id && !isVerified
  // Who is neither one of its people, to be confirmed with it, nor confirmed elsewhere, is nobody yet.
  if (!isVerified && !belongs) refuse('REGISTRATION_CHANGED', {})
  if (belongs) await claimIdentity(tx, ctx, registrar)
  let person: PersonDocument = belongs
    ? { ...registrar, binding: 'verified', bindingNote: `${by.name}核准${body.name}时一并核对` }
    : registrar
  for (const role of ADMINISTERS[body.kind])
    person = await withGrant(tx, person, { giving: { role, orgId: body._id, until: null, by }, now: ctx.now })
  await tx.replace('persons', person)
}
