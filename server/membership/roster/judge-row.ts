import { maskName } from '../../../domain/identity/name'
import type { Reads, Store } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
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
 * The effect of a row at present: one read and one query, for a unit and roster of any size. `keeperId` is the person
 * who imports the sheet; the sheet never confirms them.
 */
export async function judgeRow(
  store: Pick<Store, 'query'> & Reads,
  row: RosterRow,
  keeperId: string,
): Promise<Judged> {
  const [line, { items }] = await Promise.all([
    store.get('roster-lines', lineIdOf(row)),
    store.query('persons', 'byNumber', { equals: { idNumberHash: row.idNumberHash }, limit: MOST_ACCOUNTS }),
  ])
  return judgedBy(row, { line, people: items, keeperId })
}

function judgedBy(
  row: RosterRow,
  {
    line,
    people,
    keeperId,
  }: { line: RosterLineDocument | null; people: readonly PersonDocument[]; keeperId: string },
): Judged {
  const holder = people.find(({ binding }) => binding === 'verified') ?? null
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
  const confirms = holder ? null : waitingFor(row, people, keeperId)
  const verdict = isThere ? 'matched' : 'created'
  if (confirms) return { ...nothing, verdict, reason: { code: 'WILL_VERIFY' }, confirms }
  if (line && !isThere)
    return { ...nothing, verdict, reason: { code: 'LINE_RENAMED', formerName: line.name } }
  return { ...nothing, verdict, reason: null }
}

/** Everybody of that name and number has registered with other units. */
function isElsewhere(row: RosterRow, people: readonly PersonDocument[]): boolean {
  const namesakes = people.filter(({ name }) => name === row.name)
  return namesakes.length > 0 && namesakes.every(({ unitId }) => unitId !== row.unitId)
}

const waitingFor = (
  row: RosterRow,
  people: readonly PersonDocument[],
  keeperId: string,
): PersonDocument | null =>
  people.find(
    (person) =>
      person.binding === 'claimed' &&
      person.unitId === row.unitId &&
      person.name === row.name &&
      person._id !== keeperId,
  ) ?? null
