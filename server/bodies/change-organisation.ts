import * as z from 'zod'
import { dayOf } from '../../domain/kernel/instant'
import type { Context } from '../kernel/context'
import { grantIn, type Holder, stillHolding } from '../kernel/holder'
import { identifier, tapId, typed } from '../kernel/inputs'
import { record, wasRecorded } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { Transaction } from '../kernel/store/port'
import { actingAs, pathAbove } from './acting'
import { bodyName, LONGEST_COUNTY, LONGEST_NAME } from './body-name'
import { type OrganisationDocument, type Said, UNIT_NATURES } from './documents'
import { takeName } from './names'
import { organisationView } from './organisation-view'
import { saidByName, sayingOver } from './said-by'
import { keepTerms } from './search-terms'
import type { OrganisationView } from './views'

const bodyChange = z.object({ orgId: identifier, actId: tapId })
type Change = z.infer<typeof bodyChange>

export const newName = bodyChange.extend({ name: typed(LONGEST_NAME) })
export const newLine = bodyChange.extend({ line: z.enum(['health', 'accounting']).nullable() })
export const newStanding = bodyChange.extend({
  nature: z.enum(UNIT_NATURES).nullable(),
  /** Empty where it is taken back. */
  county: z.union([z.literal(''), typed(LONGEST_COUNTY)]),
})
export const newReviewing = bodyChange.extend({ selfReviewing: z.boolean() })

interface Changing extends Change {
  kind: 'organisation-renamed' | 'organisation-line' | 'organisation-standing' | 'organisation-self-reviewing'
  says: Said
  /** Whether the body above makes the change; a top body changes itself. */
  above: boolean
  change(tx: Transaction, body: OrganisationDocument): Promise<OrganisationDocument> | OrganisationDocument
  of(body: OrganisationDocument): string
}

async function changed(ctx: Context, holder: Holder, changing: Changing): Promise<OrganisationDocument> {
  const { orgId, actId, kind, says, above, change, of } = changing
  return ctx.store.transact(async (tx) => {
    const body = await tx.get('organisations', orgId)
    const path = body && (above && body.parentId !== null ? pathAbove(body) : body.path)
    const standing = await stillHolding(tx, ctx, holder)
    const { person } = standing
    if (!body || !path || !grantIn(standing, path)) refuse('OUT_OF_SCOPE', {})
    const id = `${kind}:${orgId}:${actId}`
    if (await wasRecorded(tx, { id, kind })) return body
    const next = await change(tx, body)
    if (of(next) === of(body)) return body
    const saying = sayingOver(standing, { ...body, path }, says)
    if (!saying) refuse('DECIDED_ABOVE', { orgName: await saidByName(tx, body, says) })
    const kept = await tx.replace('organisations', {
      ...next,
      saidBy: { ...body.saidBy, [says]: saying.orgId },
    })
    await record(tx, ctx, {
      id,
      kind,
      subject: { of: 'organisation', id: orgId },
      by: actingAs(person, saying),
      before: of(body),
      after: of(next),
    })
    return kept
  })
}

/** A new official name from today on (NY22-15); the old one stays as an alias with its last day, and is still found. */
export async function renameOrganisation(
  ctx: Context,
  holder: Holder,
  { name: typedName, ...asked }: z.infer<typeof newName>,
): Promise<OrganisationView> {
  const name = bodyName(typedName)
  const body = await changed(ctx, holder, {
    ...asked,
    kind: 'organisation-renamed',
    says: 'naming',
    above: true,
    of: (one) => one.name,
    async change(tx, before) {
      if (before.name === name) return before
      await takeName(tx, { name, parentId: before.parentId }, before)
      const aliases = [...before.aliases, { name: before.name, until: dayOf(ctx.now) }]
      return { ...before, name, aliases }
    },
  })
  if (body.state === 'verified') await keepTerms(ctx.store, body)
  return organisationView(body)
}

renameOrganisation.refuses = ['DECIDED_ABOVE', 'INPUT_INVALID', 'ORG_NAME_TAKEN', 'OUT_OF_SCOPE'] as const

/** Health and accounting train and are verified under their own line (QH23-2): said of the body that leads it. */
export const setLine = async (
  ctx: Context,
  holder: Holder,
  { line, ...asked }: z.infer<typeof newLine>,
): Promise<OrganisationView> =>
  organisationView(
    await changed(ctx, holder, {
      ...asked,
      kind: 'organisation-line',
      says: 'line',
      above: true,
      of: (one) => one.line ?? '',
      change: (_, before) => ({ ...before, line }),
    }),
  )

setLine.refuses = ['DECIDED_ABOVE', 'OUT_OF_SCOPE'] as const

/**
 * What a unit is for the law, and its county: recorded by the body above, and read wherever a notice tells people apart
 * (NY22-3, QH23-19, SX20-11). The log keeps what it was before, and since when.
 */
export const setStanding = async (
  ctx: Context,
  holder: Holder,
  { nature, county, ...asked }: z.infer<typeof newStanding>,
): Promise<OrganisationView> =>
  organisationView(
    await changed(ctx, holder, {
      ...asked,
      kind: 'organisation-standing',
      says: 'standing',
      above: true,
      of: (one) => `${one.nature ?? ''} ${one.county}`.trim(),
      change: (_, before) => ({ ...before, nature, county }),
    }),
  )

setStanding.refuses = ['DECIDED_ABOVE', 'OUT_OF_SCOPE'] as const

/** Whether a unit verifies its own people's hours (自主审验单位, QH23-11). */
export const setSelfReviewing = async (
  ctx: Context,
  holder: Holder,
  { selfReviewing, ...asked }: z.infer<typeof newReviewing>,
): Promise<OrganisationView> =>
  organisationView(
    await changed(ctx, holder, {
      ...asked,
      kind: 'organisation-self-reviewing',
      says: 'selfReviewing',
      above: true,
      of: (one) => (one.selfReviewing ? '自主审验' : '逐级审验'),
      change: (_, before) => {
        if (before.kind !== 'unit') refuse('INPUT_INVALID', { fields: ['orgId'] })
        return { ...before, selfReviewing }
      },
    }),
  )

setSelfReviewing.refuses = ['DECIDED_ABOVE', 'INPUT_INVALID', 'OUT_OF_SCOPE'] as const
