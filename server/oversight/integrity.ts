import * as z from 'zod'
import { yearOf } from '../../domain/kernel/instant'
import { standsInFor } from '../../domain/organisation/roles'
import { caseStateAt, decideCase, openedCase } from '../../domain/oversight/integrity-case'
import type { OrganisationDocument } from '../bodies/documents'
import { clauseView } from '../books/hours/clause-view'
import type { Context } from '../kernel/context'
import {
  chosenBodies,
  type Holder,
  isOwnAffair,
  namedBodies,
  type OwnBody,
  overBodies,
} from '../kernel/holder'
import { identifier, type OfBodies, statedReason, tapId, typed } from '../kernel/inputs'
import { record } from '../kernel/record'
import { accept, refuse } from '../kernel/refused'
import type { PersonDocument } from '../people/documents'
import { actingAs, actingOver, evidenceNote, stillActing } from './act'
import type { ActedBy, IntegrityCaseDocument } from './documents'
import type { CaseView } from './views'

const PAGE = 50

export const caseToOpen = z.object({
  /** From the phone: the same opening twice is one case. */
  caseId: tapId,
  subject: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), voidingId: identifier }),
    z.object({ kind: z.literal('unit'), unitId: identifier }),
  ]),
  conduct: z.enum(['false-hours', 'abuse-of-office']),
  statement: typed(500),
  evidenceNote,
})
type Opening = z.infer<typeof caseToOpen>

/**
 * Opens a case of dishonesty (QH23-24, QH23-25): about the person whose hours were voided, or about a unit. Refused where
 * the region's notice keeps no such record: we set none up in its place.
 */
export async function openCase(ctx: Context, overseer: Holder, opening: Opening): Promise<CaseView> {
  const { subject, unitId, voidingIds } = await subjectOf(ctx, opening)
  const { body, by } = await actingOver(ctx.store, overseer, unitId)
  if (isOwnAffair(overseer, subject.id)) refuse('SELF_REVIEW', {})
  const year = yearOf(ctx.now)
  const pack = accept(ctx.packs.standardOf(body.region, year))
  if (pack.integrityRecordYears.state === 'silent')
    refuse('INTEGRITY_UNRULED', { regionName: pack.labels.regionName })
  const id = `${overseer.person._id}:${opening.caseId}`
  const opened = await ctx.store.transact(async (tx) => {
    await stillActing(tx, ctx, overseer, by)
    const again = await tx.get('integrity-cases', id)
    if (again) return again
    const { conduct, statement } = opening
    const made = await tx.insert('integrity-cases', {
      _id: id,
      ...openedCase(),
      orgId: by.orgId,
      orgName: by.orgName,
      region: body.region,
      year,
      subject,
      subjectId: subject.id,
      conduct,
      statement,
      evidence: { voidingIds, note: opening.evidenceNote },
      by,
      openedAt: ctx.now,
    })
    const isPerson = subject.kind === 'person'
    await record(tx, ctx, {
      id: `case:${id}`,
      kind: 'integrity-opened',
      subject: { of: isPerson ? 'person' : 'organisation', id: subject.id },
      by: actingAs(by),
      after: statement,
      payload: { caseId: id, personId: isPerson ? subject.id : null },
    })
    return made
  })
  return caseView(ctx, opened)
}

openCase.refuses = ['INTEGRITY_UNRULED', 'OUT_OF_SCOPE', 'SELF_REVIEW'] as const

async function subjectOf({ store }: Context, { subject }: Opening) {
  if (subject.kind === 'unit') {
    const unit = await store.get('organisations', subject.unitId)
    if (!unit) refuse('OUT_OF_SCOPE', {})
    const named = { kind: 'unit' as const, id: unit._id, name: unit.name, unitName: unit.name }
    return { subject: named, unitId: unit._id, voidingIds: [] }
  }
  const voiding = await store.get('voidings', subject.voidingId)
  if (!voiding) refuse('OUT_OF_SCOPE', {})
  const { personId: id, personName: name, unitId, unitName } = voiding
  return { subject: { kind: 'person' as const, id, name, unitName }, unitId, voidingIds: [voiding._id] }
}

export const caseDecision = z.object({
  caseId: identifier,
  decisionId: tapId,
  verdict: z.enum(['record', 'dismiss']),
  reason: statedReason,
})

/** Records the decision of one of the two deciders; the second agreeing decision begins the record. */
export async function decideOnCase(
  ctx: Context,
  overseer: Holder,
  decided: z.infer<typeof caseDecision>,
): Promise<CaseView> {
  const { caseId, decisionId, verdict, reason } = decided
  const found = await ctx.store.get('integrity-cases', caseId)
  if (!found) refuse('OUT_OF_SCOPE', {})
  const { body, by } = await actingOver(ctx.store, overseer, found.orgId)
  const notice = accept(ctx.packs.standardOf(found.region, found.year))
  const after = await ctx.store.transact(async (tx) => {
    const standing = await stillActing(tx, ctx, overseer, by)
    const actor = { id: by.personId, name: by.name, orgName: by.orgName, at: ctx.now }
    const before = await tx.get('integrity-cases', caseId)
    if (!before) refuse('OUT_OF_SCOPE', {})
    if (isOwnAffair(standing, before.subjectId)) refuse('SELF_REVIEW', {})
    const given = { decisionId, verdict, reason, orgId: by.orgId }
    const above = verdict === 'dismiss' ? recordedAbove(before, body, by) : null
    if (above) refuse('DECIDED_ABOVE', { orgName: above.orgName })
    const actingFor = standsInFor(standing.grants)
    const next = accept(decideCase(before, given, { actor, actingFor, subjectId: before.subjectId, notice }))
    if (next === before) return before
    const { subject, subjectId } = before
    const isPerson = subject.kind === 'person'
    const act = {
      id: `case:${caseId}:${decisionId}`,
      subject: { of: isPerson ? ('person' as const) : ('organisation' as const), id: subjectId },
      by: actingAs(by),
      before: before.state,
      after: reason,
    }
    const told = { caseId, personId: isPerson && next.state !== 'open' ? subjectId : null }
    if (verdict === 'dismiss') await record(tx, ctx, { ...act, kind: 'integrity-dismiss', payload: told })
    else {
      const payload = { ...told, lapsesOn: next.lapsesOn ?? '' }
      await record(tx, ctx, { ...act, kind: 'integrity-record', payload })
    }
    return tx.replace('integrity-cases', { ...before, ...next })
  })
  return caseView(ctx, after)
}

/** The decision of a body above that the person be recorded: one below it does not end the case. */
const recordedAbove = (
  { decisions }: IntegrityCaseDocument,
  { path }: Pick<OrganisationDocument, 'path'>,
  { orgId }: ActedBy,
): IntegrityCaseDocument['decisions'][number] | null =>
  decisions.find(
    (one) =>
      one.verdict === 'record' &&
      one.orgId !== undefined &&
      path.indexOf(one.orgId) >= 0 &&
      path.indexOf(one.orgId) < path.indexOf(orgId),
  ) ?? null

decideOnCase.refuses = [
  'CASE_CLOSED',
  'DECIDED_ABOVE',
  'INTEGRITY_UNRULED',
  'OUT_OF_SCOPE',
  'SECOND_PERSON_NEEDED',
  'SELF_REVIEW',
] as const

/** The cases of the overseer's bodies, a body after the other, newest first. */
export async function listCases(
  ctx: Context,
  overseer: Holder,
  { orgId: chosen, after }: OfBodies,
): Promise<{ bodies: OwnBody[]; cases: CaseView[]; next: string | null }> {
  const { items, next } = await overBodies(chosenBodies(overseer, chosen), after, (orgId, paging) =>
    ctx.store.query('integrity-cases', 'byOrg', { equals: { orgId }, limit: PAGE, ...paging }),
  )
  const bodies = await namedBodies(ctx.store, overseer)
  return { bodies, cases: items.map((one) => caseView(ctx, one)), next }
}

listCases.refuses = ['INPUT_INVALID', 'OUT_OF_SCOPE'] as const

/** The caller's own records: a person can always read the record that is kept on them. */
export async function myCases(
  ctx: Context,
  { _id: subjectId }: PersonDocument,
): Promise<{ cases: CaseView[] }> {
  const page = await ctx.store.query('integrity-cases', 'bySubject', { equals: { subjectId }, limit: PAGE })
  return { cases: page.items.map((one) => caseView(ctx, one)) }
}

/** A record whose last day has passed is shown as lapsed, without any act. */
function caseView({ packs, now }: Pick<Context, 'packs' | 'now'>, one: IntegrityCaseDocument): CaseView {
  const pack = accept(packs.standardOf(one.region, one.year))
  const { subject, conduct, statement, evidence, lapsesOn, orgName, by, openedAt } = one
  return {
    caseId: one._id,
    subject: { kind: subject.kind, name: subject.name, unitName: subject.unitName },
    conduct,
    statement,
    evidenceNote: evidence.note,
    state: caseStateAt(one, now),
    decisions: one.decisions.map(({ verdict, reason, byName, orgName: of, at }) => ({
      verdict,
      reason,
      byName,
      orgName: of,
      at,
    })),
    lapsesOn,
    clause: clauseView(pack.integrityRecordYears, pack),
    orgName,
    openedBy: by.name,
    openedAt,
  }
}
