import { maskIdNumber } from '../../domain/identity/id-number'
import { isSameName } from '../../domain/identity/name'
import { formatHours } from '../../domain/kernel/hours'
import type { SentRow } from '../../domain/outside/batch'
import { decideRow, type RowDecision } from '../../domain/outside/decide-row'
import { earnedAtOf, type OutsideRow, readRow } from '../../domain/outside/read-row'
import { sameCourseKeys } from '../../domain/outside/same-course'
import { standingOf } from '../bodies/standing'
import { keepAllLearned } from '../books/hours/learned'
import { type HoursPosting, postHours } from '../books/hours/post-hours'
import type { Context } from '../kernel/context'
import { keyedHash } from '../kernel/ports/sealing'
import { record } from '../kernel/record'
import { foundUnder } from '../kernel/store/found-under'
import type { New, Transaction } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import { accountsOf, hashesOfNumber } from '../people/number-hashes'
import type {
  OutsideBatchDocument,
  OutsideCourseDocument,
  OutsideProviderDocument,
  OutsideRowDocument,
  RowState,
} from './documents'
import { providerOf } from './provider-acts'

export interface Line {
  batch: OutsideBatchDocument
  provider: OutsideProviderDocument
  sent: SentRow
  position: number
}

export const rowIdOf = (batchId: string, position: number): string => `${batchId}:${position}`

type Fate = Pick<OutsideRowDocument, 'state' | 'reason' | 'by' | 'personId' | 'entryId'>

const fate = (state: Fate['state'], reason: Fate['reason'], more: Partial<Fate> = {}): Fate => ({
  state,
  reason,
  by: null,
  personId: null,
  entryId: null,
  ...more,
})

/**
 * Decides one row, once: reads it, judges it by the notice of its year, matches it with a verified person, posts it.
 * A second run finds its own document and changes nothing, unless the row was unmatched and its person is verified
 * now.
 */
export async function settleRow(ctx: Context, line: Line): Promise<OutsideRowDocument> {
  const { batch, provider, sent, position } = line
  const known = await ctx.store.get('outside-rows', rowIdOf(batch._id, position))
  if (known && known.state !== 'unmatched') return known
  const allowInventedAreas = ctx.ports.sampleContent === 'allowed'
  const read = readRow(sent, { batch, receivedAt: batch.receivedAt, allowInventedAreas })
  if (!read.ok) return keep(ctx, line, { row: null, fate: fate('refused', read.reason) })
  const { row } = read
  const base = provider.base && { name: provider.name, ...provider.base }
  const whose = await ownerOf(ctx, row)
  const person = typeof whose === 'string' ? null : await ctx.store.get('persons', whose.personId)
  const standing = person && (await standingOf(ctx.store, person))
  const sender = { id: provider._id, region: provider.region, kind: provider.kind, base }
  const decision = decideRow(ctx.packs, { sender, person: standing }, row)
  if (decision.kind === 'refuse') {
    const { reason, by } = decision
    return keep(ctx, line, { row, fate: fate('refused', reason, { by }) })
  }
  if (typeof whose === 'string') return keep(ctx, line, { row, fate: fate('unmatched', whose) })
  await keepAllLearned(ctx.store, whose.personId)
  return ctx.store.transact((tx) => take(tx, ctx, { line, row, decision, personId: whose.personId }))
}

/** Only a verified binding owns an ID number: a row is never posted to a person who merely claims the number. */
async function ownerOf(
  { store, ports }: Context,
  { idNumber }: OutsideRow,
): Promise<{ personId: string } | 'PERSON_UNKNOWN' | 'PERSON_UNVERIFIED'> {
  const hashes = hashesOfNumber(idNumber, ports.secrets)
  const key = await foundUnder(store, 'identity-keys', hashes)
  if (key) return { personId: key.personId }
  const claimed = await accountsOf(store, hashes, 1)
  return claimed.length > 0 ? 'PERSON_UNVERIFIED' : 'PERSON_UNKNOWN'
}

interface Taking {
  line: Line
  row: OutsideRow
  decision: Extract<RowDecision, { kind: 'take' }>
  personId: string
}

/** Writes the hours, the row, the key of its course and the message to its person: together or not at all. */
async function take(tx: Transaction, ctx: Context, taking: Taking): Promise<OutsideRowDocument> {
  const { line, row, personId } = taking
  const id = rowIdOf(line.batch._id, line.position)
  const before = await tx.get('outside-rows', id)
  if (before && before.state !== 'unmatched') return before
  const person = await tx.get('persons', personId)
  if (person?.binding !== 'verified')
    return put(tx, before, documentOf(ctx, line, { row, fate: fate('unmatched', 'PERSON_UNVERIFIED') }))
  const refusing = misfit(person, line, row)
  if (refusing) return put(tx, before, documentOf(ctx, line, { row, fate: refusing }))
  const keys = sameCourseKeys(row, { personId, providerId: line.provider._id })
  const counted = await tx.getMany('outside-courses', keys)
  const already = counted.find((course) => course !== null)
  if (already) return put(tx, before, documentOf(ctx, line, { row, fate: repeated(already, row, personId) }))
  const { entry } = await postHours(tx, postingOf(ctx, person, taking))
  for (const key of keys)
    await tx.upsert('outside-courses', null, { _id: key, rowId: id, entryId: entry._id, hours: row.hours })
  await record(tx, ctx, {
    id: `outside-taken:${id}`,
    kind: 'outside-taken',
    subject: { of: 'outside-row', id },
    by: providerOf(line.batch),
    payload: { personId, batchId: line.batch._id, rowId: id, entryId: entry._id, year: row.year },
  })
  const taken = fate('taken', null, { personId, entryId: entry._id })
  return put(tx, before, documentOf(ctx, line, { row, fate: taken }))
}

/** The number has a verified person, but the row's name or region differs. */
function misfit(person: PersonDocument, { batch }: Line, row: OutsideRow): Fate | null {
  if (!isSameName(person.name, row.name)) return fate('refused', 'NAME_DIFFERS')
  if (person.region !== batch.region) return fate('refused', 'REGION_OTHER')
  return null
}

/** The first line stands: a correction of its hours is for people, and never happens by sending it again. */
const repeated = (
  { hours, entryId, rowId }: OutsideCourseDocument,
  row: OutsideRow,
  personId: string,
): Fate =>
  fate('already', hours === row.hours ? 'ALREADY_THERE' : 'ALREADY_OTHERWISE', {
    by: `${rowId}|${formatHours(hours)}`,
    personId,
    entryId,
  })

function postingOf({ now }: Context, person: PersonDocument, { line, row, decision }: Taking): HoursPosting {
  const { batch, position, provider } = line
  const { pack, item } = decision
  const earnedAt = earnedAtOf(row)
  const rowId = rowIdOf(batch._id, position)
  const passed = row.examPassed ? '，考试合格' : ''
  const hours = `${formatHours(row.hours)} ${pack.labels.hour}`
  const [year, month] = batch.month.split('-').map(Number)
  const late = batch.late ? '；晚于通知规定的当月月底，按迟报接收' : ''
  return {
    person,
    region: batch.region,
    targetYear: row.year,
    item,
    title: row.courseTitle,
    cause: { kind: 'outside', batchId: batch._id, rowId },
    earnedAt,
    recordedAt: now,
    evidence: [
      { at: earnedAt, dayOnly: true, text: `在${provider.name}学完，${hours}${passed}` },
      {
        at: batch.receivedAt,
        text: `${provider.name}送来${year}年${month}月的数据（第 ${batch.sequence} 批），签名核对无误${late}`,
      },
    ],
    pack,
  }
}

interface Decided {
  row: OutsideRow | null
  fate: Fate
}

/** A line that posts nothing stands alone. Another run at the same moment may have written it: then it stands. */
async function keep(ctx: Context, line: Line, decided: Decided): Promise<OutsideRowDocument> {
  const document = documentOf(ctx, line, decided)
  return ctx.store.transact(async (tx) => {
    const before = await tx.get('outside-rows', document._id)
    if (before && (before.state !== 'unmatched' || before.reason === document.reason)) return before
    return put(tx, before, document)
  })
}

async function put(
  tx: Transaction,
  before: OutsideRowDocument | null,
  document: New<OutsideRowDocument>,
): Promise<OutsideRowDocument> {
  if (before) await recount(tx, before, document.state)
  return tx.upsert('outside-rows', before, document)
}

/**
 * Moves a row from one count of a finished batch to another. A batch still in progress is written all the same, so
 * that a run that is counting its rows at this moment counts again.
 */
async function recount(tx: Transaction, before: OutsideRowDocument, to: RowState): Promise<void> {
  const batch = await tx.get('outside-batches', before.batchId)
  if (!batch) return
  const { counts } = batch
  const moved = { ...counts, [before.state]: counts[before.state] - 1 }
  const after = { ...moved, [to]: moved[to] + 1 }
  await tx.replace('outside-batches', batch.state === 'done' ? { ...batch, counts: after } : batch)
}

function documentOf(
  { now, ports }: Context,
  { batch, sent, position }: Line,
  { row, fate: decided }: Decided,
): New<OutsideRowDocument> {
  const idNumber = row?.idNumber ?? null
  return {
    _id: rowIdOf(batch._id, position),
    batchId: batch._id,
    position,
    rowId: sent.rowId,
    providerId: batch.providerId,
    region: batch.region,
    idNumberHash: idNumber === null ? '' : keyedHash('id-number', idNumber, ports.secrets),
    idNumberMasked: idNumber === null ? maskedAsSent(sent.idNumber) : maskIdNumber(idNumber),
    name: row?.name ?? sent.name,
    courseCode: row?.courseCode ?? sent.courseCode,
    courseTitle: row?.courseTitle ?? sent.courseTitle,
    category: sent.category,
    hoursText: sent.hours,
    hours: row?.hours ?? null,
    completedOn: sent.completedOn,
    year: row?.year ?? null,
    ...decided,
    receivedAt: batch.receivedAt,
    decidedAt: now,
  }
}

/** Of a number that cannot be read the ends are enough to find the line at its provider. */
const maskedAsSent = (text: string): string =>
  text.length <= 8
    ? '********'
    : `${text.slice(0, 4)}${'*'.repeat(Math.min(10, text.length - 8))}${text.slice(-4)}`
