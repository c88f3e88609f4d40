import type { RoleName } from '../../../domain/organisation/roles'
import { settleVerification } from '../../books/hours/settle-verification'
import type { Context } from '../../kernel/context'
import { type Holder, organisationInScope, stillHolding } from '../../kernel/holder'
import { record } from '../../kernel/record'
import type { New, Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import { isProven, PROVEN_NOTE } from '../../people/proof'
import type { RosterLineDocument, RosterRow } from './documents'
import { type Judged, judgeRow, lineIdOf } from './judge-row'

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
export async function applyRow(ctx: Context, bringing: Bringing, row: RosterRow): Promise<AppliedRow> {
  if (row.idNumberHash === '' || row.verdict === 'refused') return { row, verified: false }
  const judged = await judgeRow(ctx, row, bringing.keeper.person._id)
  if (judged.verdict === 'refused')
    return { row: { ...row, verdict: 'refused', reason: judged.reason }, verified: false }
  const isOwn = judged.line?.details?.importId === bringing.importId
  const verdict = isOwn ? row.verdict : judged.verdict
  const applied = { ...row, verdict, reason: judged.reason ?? (isOwn ? row.reason : null) }
  const line = lineOf(bringing, row)
  const verified = judged.confirms
    ? await ctx.store.transact((tx) => confirm(tx, ctx, { bringing, line, person: judged.confirms }))
    : null
  if (verified) await settleVerification(ctx, verified._id)
  else await keepLine(ctx, line, judged)
  // A step that died after its row was carried out counts it when it is taken again.
  const { holder } = judged
  const before = holder !== null && holder.decisionId === decisionOf(bringing, holder._id)
  return { row: applied, verified: verified !== null || before }
}

const decisionOf = ({ importId }: Bringing, personId: string): string => `roster:${importId}:${personId}`

const lineOf = ({ importId }: Bringing, row: RosterRow): New<RosterLineDocument> => ({
  _id: lineIdOf(row),
  unitId: row.unitId,
  name: row.name,
  details: {
    importId,
    idNumberMasked: row.idNumberMasked,
    mobileMasked: row.mobileMasked,
    mobileHash: row.mobileHash,
    position: row.position,
    remark: row.remark,
  },
})

/** One document of its own: no transaction is needed, and the same line again changes nothing. */
async function keepLine(
  { store }: Context,
  line: New<RosterLineDocument>,
  { line: before }: Judged,
): Promise<void> {
  if (before) {
    if (!saysTheSame(before, line)) await store.replace('roster-lines', { ...before, ...line })
    return
  }
  // The same row may be carried out by a step that runs at the same time.
  await store.insertIfAbsent('roster-lines', line)
}

function saysTheSame(before: RosterLineDocument, line: New<RosterLineDocument>): boolean {
  const { details: old } = before
  const { details } = line
  return (
    before.name === line.name &&
    old?.idNumberMasked === details?.idNumberMasked &&
    old?.mobileHash === details?.mobileHash &&
    old?.position === details?.position &&
    old?.remark === details?.remark
  )
}

interface Confirming {
  bringing: Bringing
  line: New<RosterLineDocument>
  person: PersonDocument | null
}

/**
 * The line and whom it confirms, together: as registering with the line already there would have done. Null where the
 * person has been decided on meanwhile, or another holds the number; then the line alone is kept.
 */
async function confirm(
  tx: Transaction,
  ctx: Context,
  { bringing, line, person: seen }: Confirming,
): Promise<PersonDocument | null> {
  const person = seen ? await tx.get('persons', seen._id) : null
  if (person?.binding !== 'claimed' || person.unitId !== line.unitId) return null
  if (!isProven(line, person, ctx.ports.secrets)) return null
  const taken = await tx.get('identity-keys', person.idNumberHash)
  if (taken && taken.personId !== person._id) return null
  await organisationInScope(tx, await stillHolding(tx, ctx, bringing.keeper), person.unitId)
  const before = await tx.get('roster-lines', line._id)
  await tx.upsert('roster-lines', before, { ...before, ...line })
  if (!taken)
    await tx.insert('identity-keys', {
      _id: person.idNumberHash,
      personId: person._id,
      unitName: person.unitName,
    })
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
