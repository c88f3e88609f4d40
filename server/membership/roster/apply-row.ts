import type { RoleName } from '../../../domain/organisation/roles'
import { settleVerification } from '../../books/hours/settle-verification'
import type { Context } from '../../kernel/context'
import { type Holder, organisationInScope, stillHolding } from '../../kernel/holder'
import { record } from '../../kernel/record'
import { foundUnder, putUnder } from '../../kernel/store/found-under'
import type { New, Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import { holdNumber } from '../../people/number-hashes'
import { isProven, PROVEN_NOTE } from '../../people/proof'
import type { RosterLineDocument, RosterRow } from './documents'
import { type Judged, judgeRow } from './judge-row'
import { type KnownRow, lineIdsOf } from './row-numbers'

export interface Bringing {
  importId: string
  keeper: Holder
  role: RoleName
}

export interface AppliedRow {
  row: RosterRow
  verified: boolean
}

/**
 * Applies one row, judged anew, because a person may have registered since the preview. Applied twice is once: a line
 * that this very import wrote keeps its verdict.
 */
export async function applyRow(ctx: Context, bringing: Bringing, known: KnownRow): Promise<AppliedRow> {
  const { row } = known
  if (row.idNumberHash === '' || row.verdict === 'refused') return { row, verified: false }
  const judged = await judgeRow(ctx, known, bringing.keeper.person._id)
  if (judged.verdict === 'refused')
    return { row: { ...row, verdict: 'refused', reason: judged.reason }, verified: false }
  const isOwn = judged.line?.details?.importId === bringing.importId
  const verdict = isOwn ? row.verdict : judged.verdict
  const applied = { ...row, verdict, reason: judged.reason ?? (isOwn ? row.reason : null) }
  const line = lineOf(bringing, known)
  const { confirms: person } = judged
  const verified =
    person && (await ctx.store.transact((tx) => confirm(tx, ctx, { bringing, known, line, person })))
  if (verified) await settleVerification(ctx, verified._id)
  else await keepLine(ctx, { known, line }, judged)
  // A step that died after its row was carried out counts it when it is taken again.
  const { holder } = judged
  const before = holder !== null && holder.decisionId === decisionOf(bringing, holder._id)
  return { row: applied, verified: verified !== null || before }
}

const decisionOf = ({ importId }: Bringing, personId: string): string => `roster:${importId}:${personId}`

function lineOf({ importId }: Bringing, { row, hashes, place }: KnownRow): New<RosterLineDocument> {
  const { unitId, name, idNumberMasked, mobileMasked, mobileHash, position, remark } = row
  const [_id] = lineIdsOf(unitId, hashes)
  return {
    _id,
    unitId,
    name,
    ...(place ? { numbers: place } : {}),
    details: { importId, idNumberMasked, mobileMasked, mobileHash, position, remark },
  }
}

type Keeping = Pick<Confirming, 'known' | 'line'>

/** One document of its own: no transaction is needed, and the same line again changes nothing. */
async function keepLine(
  { store }: Context,
  { known, line }: Keeping,
  { line: before }: Judged,
): Promise<void> {
  // The same row may be carried out by a step that runs at the same time.
  if (!before) await store.insertIfAbsent('roster-lines', line)
  // Kept under an earlier index key: it goes over to the current one with what it says now.
  else if (before._id !== line._id)
    await store.transact((tx) => putUnder(tx, 'roster-lines', lineIdsOf(line.unitId, known.hashes), line))
  else if (!saysTheSame(before, line)) await store.replace('roster-lines', { ...before, ...line })
}

function saysTheSame(before: RosterLineDocument, line: New<RosterLineDocument>): boolean {
  const { details: old } = before
  const { details } = line
  return (
    before.name === line.name &&
    (before.numbers !== undefined || line.numbers === undefined) &&
    old?.idNumberMasked === details?.idNumberMasked &&
    old?.mobileHash === details?.mobileHash &&
    old?.position === details?.position &&
    old?.remark === details?.remark
  )
}

interface Confirming {
  bringing: Bringing
  known: KnownRow
  line: New<RosterLineDocument>
  person: PersonDocument
}

/**
 * The line and whom it confirms, together: as registering with the line already there would have done. Null where the
 * person has been decided on meanwhile, or another holds the number; then the line alone is kept.
 */
async function confirm(
  tx: Transaction,
  ctx: Context,
  { bringing, known, line, person: seen }: Confirming,
): Promise<PersonDocument | null> {
  const person = await tx.get('persons', seen._id)
  if (person?.binding !== 'claimed' || person.unitId !== line.unitId) return null
  if (!isProven(line, person, ctx.ports.secrets)) return null
  const { hashes } = known
  const taken = await foundUnder(tx, 'identity-keys', hashes)
  if (taken && taken.personId !== person._id) return null
  await organisationInScope(tx, await stillHolding(tx, ctx, bringing.keeper), person.unitId)
  await putUnder(tx, 'roster-lines', lineIdsOf(line.unitId, hashes), line)
  if (!taken) await holdNumber(tx, hashes, { personId: person._id, unitName: person.unitName })
  const id = decisionOf(bringing, person._id)
  const verified = await tx.replace('persons', {
    ...person,
    binding: 'verified',
    bindingNote: PROVEN_NOTE,
    decisionId: id,
  })
  await record(tx, ctx, {
    id,
    kind: 'binding-verified',
    subject: { of: 'person', id: person._id },
    by: { actorId: bringing.keeper.person._id, role: bringing.role, scope: person.unitId },
    before: person.binding,
    after: 'verified',
    payload: { personId: person._id },
  })
  return verified
}
