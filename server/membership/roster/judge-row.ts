import { maskName } from '../../../domain/identity/name'
import type { Context } from '../../kernel/context'
import type { PersonDocument } from '../../people/documents'
import { isProven } from '../../people/proof'
import type { RosterLineDocument, RosterRow, RowVerdict } from './documents'
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

export const lineIdOf = ({ unitId, idNumberHash }: RosterRow): string => `${unitId}:${idNumberHash}`

/**
 * The effect of a row at present: some reads and one query, for a unit and roster of any size. `keeperId` is the person
 * who imports the sheet; the sheet never confirms them.
 */
export async function judgeRow(
  { store, ports }: Pick<Context, 'store' | 'ports'>,
  row: RosterRow,
  keeperId: string,
): Promise<Judged> {
  const { idNumberHash } = row
  const [line, key, { items }] = await Promise.all([
    store.get('roster-lines', lineIdOf(row)),
    store.get('identity-keys', idNumberHash),
    store.query('persons', 'byNumber', { equals: { idNumberHash }, limit: MOST_ACCOUNTS }),
  ])
  // Any number of accounts may claim a number: its holder is found by the key, however many they are.
  const holder =
    items.find(({ binding }) => binding === 'verified') ?? (key && (await store.get('persons', key.personId)))
  const waiting = items.filter(
    ({ binding, unitId, name, _id }) =>
      binding === 'claimed' && unitId === row.unitId && name === row.name && _id !== keeperId,
  )
  const proven = waiting.find((person) => isProven(lineOf(row), person, ports.secrets)) ?? null
  return judgedBy(row, { line, people: items, holder, waits: waiting.length > 0, proven })
}

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
  if (holder && holder.name !== row.name) {
    // A person of another unit is never named in full by their number alone.
    const registeredName = holder.unitId === row.unitId ? holder.name : maskName(holder.name)
    return { ...nothing, verdict: 'refused', reason: { code: 'NAME_DIFFERS', registeredName } }
  }
  const isThere = line?.name === row.name
  const elsewhere = holder ? holder.unitId !== row.unitId : isElsewhere(row, people)
  if (elsewhere) {
    const unitName = (holder ?? people[0])?.unitName ?? ''
    const verdict = isThere ? 'matched' : 'moved'
    return { ...nothing, verdict, reason: { code: 'REGISTERED_ELSEWHERE', unitName } }
  }
  const verdict = isThere ? 'matched' : 'created'
  if (!holder && proven) return { ...nothing, verdict, reason: { code: 'WILL_VERIFY' }, confirms: proven }
  if (!holder && waits) return { ...nothing, verdict, reason: { code: 'WAITS_FOR_REVIEW' } }
  if (line && !isThere)
    return { ...nothing, verdict, reason: { code: 'LINE_RENAMED', formerName: line.name } }
  return { ...nothing, verdict, reason: null }
}

/** Everybody of that name and number has registered with other units. */
function isElsewhere(row: RosterRow, people: readonly PersonDocument[]): boolean {
  const namesakes = people.filter(({ name }) => name === row.name)
  return namesakes.length > 0 && namesakes.every(({ unitId }) => unitId !== row.unitId)
}
