import { dayOf } from '../../domain/kernel/instant'
import type { RoleName } from '../../domain/organisation/roles'
import type { Context } from '../kernel/context'
import { grantOver } from '../kernel/holder'
import { refuse } from '../kernel/refused'
import type { Transaction } from '../kernel/store/port'
import { type Actor, keepAct, pathAbove } from './acting'
import { bodyName, nameKeyOf } from './body-name'
import type { OrganisationDocument } from './documents'
import { organisationView } from './organisation-view'
import { REVIEWERS } from './review-organisation'
import { keepTerms } from './search-terms'
import type { Line, OrganisationView } from './views'

/** Who says how a body is reviewed: bureaus, and nobody about a body above their own. */
export const BUREAU = ['bureau-reviewer', 'bureau-staff'] as const

interface Change {
  orgId: string
  actId: string
}

interface Changing extends Change {
  action: string
  roles: readonly RoleName[]
  /** Who is above changes what a body is; a top body changes itself. */
  above: boolean
  change(tx: Transaction, body: OrganisationDocument): Promise<OrganisationDocument> | OrganisationDocument
  of(body: OrganisationDocument): string
}

async function changed(ctx: Context, actor: Actor, changing: Changing): Promise<OrganisationDocument> {
  const { orgId, actId, action, roles, above, change, of } = changing
  return ctx.store.transact(async (tx) => {
    const body = await tx.get('organisations', orgId)
    const path = body && (above && body.parentId !== null ? pathAbove(body) : body.path)
    const grant = path && grantOver(actor.grants, { roles, path })
    if (!body || !grant) refuse('OUT_OF_SCOPE', {})
    const id = `${action}:${orgId}:${actId}`
    if (await tx.get('audit', id)) return body
    const next = await change(tx, body)
    if (of(next) === of(body)) return body
    const kept = await tx.replace('organisations', next)
    const said = { before: of(body), after: of(next), payload: { orgId } }
    await keepAct(tx, ctx, { id, action, grant, person: actor.person, subjectId: orgId, ...said })
    return kept
  })
}

/** A new official name from today on (NY22-15); the old one stays as an alias with its last day, and is still found. */
export async function renameOrganisation(
  ctx: Context,
  actor: Actor,
  { name: typedName, ...change }: Change & { name: string },
): Promise<OrganisationView> {
  const name = bodyName(typedName)
  const body = await changed(ctx, actor, {
    ...change,
    action: 'organisation-renamed',
    roles: REVIEWERS,
    above: true,
    of: (one) => one.name,
    async change(tx, before) {
      if (before.name === name) return before
      const key = nameKeyOf(before.parentId, name)
      const taken = await tx.get('organisation-names', key)
      if (taken && taken.orgId !== before._id) refuse('ORG_NAME_TAKEN', { orgName: name })
      if (!taken) await tx.insert('organisation-names', { _id: key, orgId: before._id })
      const aliases = [...before.aliases, { name: before.name, until: dayOf(ctx.now) }]
      return { ...before, name, aliases }
    },
  })
  if (body.state === 'verified') await keepTerms(ctx.store, body)
  return organisationView(body)
}

/** Health and accounting train and are verified under their own line (QH23-2): said of the body that leads it. */
export const setLine = async (
  ctx: Context,
  actor: Actor,
  { line, ...change }: Change & { line: Line },
): Promise<OrganisationView> =>
  organisationView(
    await changed(ctx, actor, {
      ...change,
      action: 'organisation-line',
      roles: BUREAU,
      above: true,
      of: (one) => one.line ?? '',
      change: (_, before) => ({ ...before, line }),
    }),
  )

/** Whether a unit verifies its own people's hours (自主审验单位, QH23-11). */
export const setSelfReviewing = async (
  ctx: Context,
  actor: Actor,
  { selfReviewing, ...change }: Change & { selfReviewing: boolean },
): Promise<OrganisationView> =>
  organisationView(
    await changed(ctx, actor, {
      ...change,
      action: 'organisation-self-reviewing',
      roles: BUREAU,
      above: true,
      of: (one) => (one.selfReviewing ? '自主审验' : '逐级审验'),
      change: (_, before) => {
        if (before.kind !== 'unit') refuse('INPUT_INVALID', { fields: ['orgId'] })
        return { ...before, selfReviewing }
      },
    }),
  )
