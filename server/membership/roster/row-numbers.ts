import type { Context } from '../../kernel/context'
import type { Secrets } from '../../kernel/ports/port'
import {
  type Hashes,
  keyedHash,
  keyVersionOf,
  type Place,
  type Sealed,
  seal,
  unseal,
} from '../../kernel/ports/sealing'
import { hashesOfNumber } from '../../people/number-hashes'
import type { RosterChunkDocument, RosterLineDocument, RosterRow } from './documents'

/** Both numbers of a row in full; empty where the sheet has none, or none that can be read. */
export interface RowNumbers {
  readonly idNumber: string
  readonly mobile: string
}

/** A row as a step works with it. */
export interface KnownRow {
  row: RosterRow
  /** What finds the number: under each index key, the current one first. */
  hashes: Hashes
  numbers: RowNumbers | null
}

export const inChunk = (id: string): Place => ({ collection: 'roster-chunks', id, field: 'numbers' })
const inLine = (id: string): Place => ({ collection: 'roster-lines', id, field: 'numbers' })

type Sealing = Pick<Context, 'ports' | 'dice'>

/** The numbers of a chunk's rows, in their order, as one sealed value: ten thousand of them one by one take seconds. */
export const sealedRows = (
  { ports, dice }: Sealing,
  chunkId: string,
  numbers: readonly RowNumbers[],
): Sealed => seal(JSON.stringify(numbers), inChunk(chunkId), ports.secrets, dice)

export const sealedLine = ({ ports, dice }: Sealing, lineId: string, numbers: RowNumbers): Sealed =>
  seal(JSON.stringify(numbers), inLine(lineId), ports.secrets, dice)

/** Null where they were not kept. */
export const numbersOfRows = (
  { _id, numbers }: Pick<RosterChunkDocument, '_id' | 'numbers'>,
  secrets: Secrets,
): readonly RowNumbers[] | null =>
  numbers ? (JSON.parse(unseal(numbers, inChunk(_id), secrets)) as RowNumbers[]) : null

export const numbersOfLine = (
  { _id, numbers }: Pick<RosterLineDocument, '_id' | 'numbers'>,
  secrets: Secrets,
): RowNumbers | null => (numbers ? (JSON.parse(unseal(numbers, inLine(_id), secrets)) as RowNumbers) : null)

/** The rows of a chunk with today's hashes, whatever index key was the current one as the sheet was read. */
export function knownRows(chunk: RosterChunkDocument, secrets: Secrets): KnownRow[] {
  const numbers = numbersOfRows(chunk, secrets)
  return chunk.rows.map((row, at) => {
    const own = numbers?.[at] ?? null
    if (!own) return { row, hashes: [row.idNumberHash], numbers: null }
    if (isKnownByTheOnlyKey(row, own, secrets)) return { row, hashes: [row.idNumberHash], numbers: own }
    const mobileHash = own.mobile === '' ? '' : keyedHash('mobile', own.mobile, secrets)
    if (own.idNumber === '') return { row: { ...row, mobileHash }, hashes: [''], numbers: null }
    const hashes = hashesOfNumber(own.idNumber, secrets)
    return { row: { ...row, idNumberHash: hashes[0], mobileHash }, hashes, numbers: own }
  })
}

/**
 * Whether its hashes are those of today: there is one key, and each number has its hash by it. Ten thousand rows are not
 * hashed anew at each step then. A row of a day when mobile numbers had no hash is.
 */
function isKnownByTheOnlyKey(
  { idNumberHash, mobileHash }: RosterRow,
  { mobile }: RowNumbers,
  { indexKeys }: Secrets,
): boolean {
  const isToday = (hash: string): boolean => hash !== '' && keyVersionOf(hash) === indexKeys.current
  const isOnly = Object.keys(indexKeys.keys).length === 1
  return isOnly && isToday(idNumberHash) && (mobile === '' || isToday(mobileHash))
}

/** What finds a line's person. With one key alone it is what the line's id says. */
export function hashesOfLine(line: RosterLineDocument, secrets: Secrets): Hashes {
  const several = Object.keys(secrets.indexKeys.keys).length > 1
  const numbers = several ? numbersOfLine(line, secrets) : null
  return numbers ? hashesOfNumber(numbers.idNumber, secrets) : [line._id.slice(line.unitId.length + 1)]
}

/** The ids under which a unit's line about a number may stand. */
export const lineIdsOf = (unitId: string, [own, ...others]: Hashes): Hashes => [
  `${unitId}:${own}`,
  ...others.map((hash) => `${unitId}:${hash}`),
]
