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
import type { RosterChunkDocument, RosterLineDocument, RosterRow, RowPlace } from './documents'

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
  /** Null where its numbers were not kept. */
  place: RowPlace | null
}

export const inChunk = (id: string): Place => ({ collection: 'roster-chunks', id, field: 'numbers' })
const inLine = (id: string): Place => ({ collection: 'roster-lines', id, field: 'numbers' })

type Sealing = Pick<Context, 'ports' | 'dice'>

/** As they are sealed: the numbers of a row one after the other, or by name in chunks that were kept before. */
type SealedNumbers = readonly [idNumber: string, mobile: string] | RowNumbers

/** The numbers of a chunk's rows, in their order, as one sealed value: ten thousand of them one by one take seconds. */
export const sealedRows = (
  { ports, dice }: Sealing,
  chunkId: string,
  numbers: readonly RowNumbers[],
): Sealed => {
  const said = numbers.map(({ idNumber, mobile }): SealedNumbers => [idNumber, mobile])
  return seal(JSON.stringify(said), inChunk(chunkId), ports.secrets, dice)
}

export const sealedLine = ({ ports, dice }: Sealing, lineId: string, numbers: RowNumbers): Sealed =>
  seal(JSON.stringify(numbers), inLine(lineId), ports.secrets, dice)

/** Null where they were not kept. */
const numbersOfRows = (
  { _id, numbers }: Pick<RosterChunkDocument, '_id' | 'numbers'>,
  secrets: Secrets,
): readonly RowNumbers[] | null =>
  numbers
    ? (JSON.parse(unseal(numbers, inChunk(_id), secrets)) as SealedNumbers[]).map((said) =>
        'idNumber' in said ? said : { idNumber: said[0], mobile: said[1] },
      )
    : null

/** The numbers of lines, in their order: each chunk is read and opened once. Null where they were not kept. */
export async function numbersOfLines(
  { store, ports }: Pick<Context, 'store' | 'ports'>,
  lines: readonly Pick<RosterLineDocument, '_id' | 'numbers'>[],
): Promise<(RowNumbers | null)[]> {
  const chunkIds = lines.flatMap(({ numbers }) => (numbers && isPlace(numbers) ? [numbers.chunkId] : []))
  const opened = new Map<string, readonly RowNumbers[] | null>()
  for (const id of new Set(chunkIds)) {
    const chunk = await store.get('roster-chunks', id)
    opened.set(id, chunk && numbersOfRows(chunk, ports.secrets))
  }
  return lines.map(({ _id, numbers }) => {
    if (!numbers) return null
    if (isPlace(numbers)) return opened.get(numbers.chunkId)?.[numbers.at] ?? null
    return JSON.parse(unseal(numbers, inLine(_id), ports.secrets)) as RowNumbers
  })
}

/** Whether they are sealed with the rows of a sheet, and not by themselves. */
export const isPlace = (numbers: RowPlace | Sealed): numbers is RowPlace => 'chunkId' in numbers

/** The rows of a chunk with today's hashes, whatever index key was the current one as the sheet was read. */
export function knownRows(chunk: RosterChunkDocument, secrets: Secrets): KnownRow[] {
  const isToday = chunk.rows.every((row) => isKnownByTheOnlyKey(row, secrets))
  const numbers = isToday ? null : numbersOfRows(chunk, secrets)
  return chunk.rows.map((row, at) => {
    const place = chunk.numbers && row.idNumberHash !== '' ? { chunkId: chunk._id, at } : null
    const own = numbers?.[at]
    if (!own) return { row, hashes: [row.idNumberHash], place }
    const mobileHash = own.mobile === '' ? '' : keyedHash('mobile', own.mobile, secrets)
    if (own.idNumber === '') return { row: { ...row, mobileHash }, hashes: [''], place: null }
    const hashes = hashesOfNumber(own.idNumber, secrets)
    return { row: { ...row, idNumberHash: hashes[0], mobileHash }, hashes, place }
  })
}

/**
 * Whether its hashes are those of today: there is one key, and each number has its hash by it. Ten thousand rows are
 * neither opened nor hashed anew at each step then. A row of a day when mobile numbers had no hash is.
 */
function isKnownByTheOnlyKey(
  { idNumberHash, mobileHash, mobileMasked }: RosterRow,
  { indexKeys }: Secrets,
): boolean {
  const isToday = (hash: string): boolean => hash !== '' && keyVersionOf(hash) === indexKeys.current
  const isOnly = Object.keys(indexKeys.keys).length === 1
  return (
    isOnly && (idNumberHash === '' || isToday(idNumberHash)) && (mobileMasked === '' || isToday(mobileHash))
  )
}

export interface FoundLine {
  line: RosterLineDocument
  /** What finds its person. */
  hashes: Hashes
}

/** With one key alone they are what a line's id says. */
export async function withHashes(
  ctx: Pick<Context, 'store' | 'ports'>,
  lines: readonly RosterLineDocument[],
): Promise<FoundLine[]> {
  const { secrets } = ctx.ports
  const several = Object.keys(secrets.indexKeys.keys).length > 1
  const numbers = several ? await numbersOfLines(ctx, lines) : []
  return lines.map((line, at) => {
    const own = numbers[at]
    const hashes: Hashes = own
      ? hashesOfNumber(own.idNumber, secrets)
      : [line._id.slice(line.unitId.length + 1)]
    return { line, hashes }
  })
}

/** The ids under which a unit's line about a number may stand. */
export const lineIdsOf = (unitId: string, [own, ...others]: Hashes): Hashes => [
  `${unitId}:${own}`,
  ...others.map((hash) => `${unitId}:${hash}`),
]
