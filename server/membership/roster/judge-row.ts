import { isSameName, isWholeName, maskName } from '../../../domain/identity/name'
import { likenessOf } from '../../../domain/identity/name-likeness'
import type { Context } from '../../kernel/context'
import { foundUnder } from '../../kernel/store/found-under'
import type { PersonDocument } from '../../people/documents'
import { accountsOf } from '../../people/number-hashes'
import { isProven } from '../../people/proof'
import type { RosterLineDocument, RosterRow, RowVerdict } from './documents'
import { type KnownRow, lineIdsOf } from './row-numbers'
import type { RowReason } from './row-reason'

/** Accounts of one ID number: at most one verified, and any others that claim it. */
const MOST_ACCOUNTS = 10

export interface Judged {
  verdict: RowVerdict
  reason: RowReason | null
  line: RosterLineDocument | null
  /** The person verified under this number. */
  holder: PersonDocument | null
  /** The claimed person whom this line confirms. */
  confirms: PersonDocument | null
}

/**
 * The effect of a row at present: some reads and one query, for a unit and roster of any size. `keeperId` is the person
 * who imports the sheet; the sheet never confirms them.
 */
export async function judgeRow(
  { store, ports }: Pick<Context, 'store' | 'ports'>,
  { row, hashes }: Pick<KnownRow, 'row' | 'hashes'>,
  keeperId: string,
): Promise<Judged> {
  const [line, key, items] = await Promise.all([
    foundUnder(store, 'roster-lines', lineIdsOf(row.unitId, hashes)),
    foundUnder(store, 'identity-keys', hashes),
    accountsOf(store, hashes, MOST_ACCOUNTS),
  ])
  // Nearly every row of a new roster: nothing is known of its number.
  if (!line && !key && items.length === 0) return NEW_LINE
  // Any number of accounts may claim a number: its holder is found by the key, however many they are.
  const holder =
    items.find(({ binding }) => binding === 'verified') ?? (key && (await store.get('persons', key.personId)))
  const waiting = items.filter(
    ({ binding, unitId, name, _id }) =>
      binding === 'claimed' && unitId === row.unitId && isSameName(name, row.name) && _id !== keeperId,
  )
  const proven = waiting.find((person) => isProven(lineOf(row), person, ports.secrets)) ?? null
  return judgedBy(row, { line, people: items, holder, waits: waiting.length > 0, proven })
}

const NEW_LINE: Judged = { verdict: 'created', reason: null, line: null, holder: null, confirms: null }

/** The line as the sheet would write it. */
const lineOf = ({ name, idNumberMasked, mobileMasked, mobileHash, position, remark }: RosterRow) => ({
  name,
  details: { importId: '', idNumberMasked, mobileMasked, mobileHash, position, remark },
})

interface Met extends Pick<Judged, 'line' | 'holder'> {
  people: readonly PersonDocument[]
  /** Somebody waits under the row's name and number at its unit; `proven` is whom the line confirms. */
  waits: boolean
  proven: PersonDocument | null
}

function judgedBy(row: RosterRow, { line, people, holder, waits, proven }: Met): Judged {
  const nothing = { line, holder, confirms: null }
  if (holder && !isSameName(holder.name, row.name))
    return { ...nothing, verdict: 'refused', reason: differing(holder, row) }
  const isThere = line !== null && isSameName(line.name, row.name)
  const elsewhere = registeredElsewhere(row, holder ? [holder] : people)
  if (elsewhere) {
    const verdict = isThere ? 'matched' : 'moved'
    return { ...nothing, verdict, reason: { code: 'REGISTERED_ELSEWHERE', unitName: elsewhere.unitName } }
  }
  const verdict = isThere ? 'matched' : 'created'
  if (!holder && proven) return { ...nothing, verdict, reason: { code: 'WILL_VERIFY' }, confirms: proven }
  const waiting = holder ? null : waitingAlmost(row, people, waits)
  if (waiting) return { ...nothing, verdict, reason: waiting }
  if (line && !isThere)
    return { ...nothing, verdict, reason: { code: 'LINE_RENAMED', formerName: line.name } }
  return { ...nothing, verdict, reason: null }
}

/** A person of another unit is never named in full by their number alone, nor is it told how near a name came. */
function differing(holder: PersonDocument, { name, unitId }: RosterRow): RowReason {
  if (holder.unitId !== unitId) return { code: 'NAME_DIFFERS', registeredName: maskName(holder.name) }
  const code = likenessOf(holder.name, name) === 'near' ? 'NAME_NEAR' : 'NAME_DIFFERS'
  return { code, registeredName: holder.name }
}

/** Somebody of this unit waits under this number whom the row does not confirm by itself, and nearly does. */
function waitingAlmost(row: RosterRow, people: readonly PersonDocument[], waits: boolean): RowReason | null {
  if (waits) return { code: isWholeName(row.name) ? 'WAITS_FOR_REVIEW' : 'NAME_OF_ONE_CHARACTER' }
  const claimed = people.filter(({ binding, unitId }) => binding === 'claimed' && unitId === row.unitId)
  const near = claimed.find(({ name }) => likenessOf(name, row.name) === 'near')
  return near ? { code: 'CLAIMED_AS_NEAR', registeredName: near.name } : null
}

/** The first of those who have the row's name, where all of them have registered with other units; else null. */
function registeredElsewhere(row: RosterRow, people: readonly PersonDocument[]): PersonDocument | null {
  const namesakes = people.filter(({ name }) => isSameName(name, row.name))
  return namesakes.every(({ unitId }) => unitId !== row.unitId) ? (namesakes[0] ?? null) : null
}
