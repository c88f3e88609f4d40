// Lines of rosters and the rows of their imports.
import { keyedHash, type Sealed } from '../../kernel/ports/sealing'
import type { New } from '../../kernel/store/port'
import type { RosterChunkDocument, RosterLineDocument } from '../../membership/roster/documents'
import {
  inChunk,
  isPlace,
  knownRows,
  lineIdsOf,
  numbersOfLines,
  type RowNumbers,
  sealedLine,
} from '../../membership/roster/row-numbers'
import { hashesOfNumber } from '../../people/number-hashes'
import {
  isStaleHash,
  isStaleSeal,
  moved,
  type Needs,
  numberBehind,
  type Stage,
  sealedAnew,
} from './written-anew'

const hashOf = ({ _id, unitId }: RosterLineDocument): string => _id.slice(unitId.length + 1)

/** Absent where its numbers are sealed with the rows of a sheet, which are written anew by themselves. */
const ownSeal = ({ numbers }: RosterLineDocument): Sealed | undefined =>
  numbers && !isPlace(numbers) ? numbers : undefined

export const rosterLines: Stage<'roster-lines'> = {
  collection: 'roster-lines',
  isStale: (line, needs) =>
    isStaleHash(hashOf(line), needs) ||
    isStaleHash(line.details?.mobileHash, needs) ||
    isStaleSeal(ownSeal(line), needs),
  async anew(needs, { _id, ...seen }) {
    const { store, ports } = needs
    const numbers = await numbersBehind(needs, { _id, ...seen })
    if (!numbers) return 'left'
    return store.transact(async (tx) => {
      const line = await tx.get('roster-lines', _id)
      if (!line || !rosterLines.isStale(line, needs)) return 'unchanged'
      const [id] = lineIdsOf(line.unitId, hashesOfNumber(numbers.idNumber, ports.secrets))
      // A line that was brought in since stands there: it is the newer one.
      if (id !== _id && (await tx.get('roster-lines', id))) {
        await tx.remove('roster-lines', line)
        return 'written'
      }
      const after = lineToday(needs, { line, id, numbers })
      return moved(tx, 'roster-lines', { before: line, there: null, after })
    })
  },
}

/** As they are sealed; where they were not kept, those of who is registered under its number. */
async function numbersBehind(needs: Needs, line: RosterLineDocument): Promise<RowNumbers | null> {
  const [kept] = await numbersOfLines(needs, [line])
  if (kept) return kept
  const idNumber = await numberBehind(needs, hashOf(line))
  return idNumber === '' ? null : { idNumber, mobile: '' }
}

interface Today {
  line: RosterLineDocument
  id: string
  numbers: RowNumbers
}

/** A mobile number that is not known is left out: its old hash would seem to be another number's. */
function lineToday(needs: Needs, { line, id, numbers }: Today): New<RosterLineDocument> {
  const { version: _, ...fields } = line
  const { mobile } = numbers
  const isInChunk = line.numbers !== undefined && isPlace(line.numbers)
  const mobileHash = mobile === '' ? '' : keyedHash('mobile', mobile, needs.ports.secrets)
  return {
    ...fields,
    ...(line.details ? { details: { ...line.details, mobileHash } } : {}),
    _id: id,
    ...(isInChunk ? {} : { numbers: sealedLine(needs, id, numbers) }),
  }
}

export const rosterChunks: Stage<'roster-chunks'> = {
  collection: 'roster-chunks',
  isStale: ({ rows, numbers }, needs) =>
    isStaleSeal(numbers, needs) ||
    rows.some((row) => isStaleHash(row.idNumberHash, needs) || isStaleHash(row.mobileHash, needs)),
  anew: (needs, { _id }) =>
    needs.store.transact(async (tx) => {
      const chunk = await tx.get('roster-chunks', _id)
      if (!chunk || !rosterChunks.isStale(chunk, needs)) return 'unchanged'
      const brought = await tx.get('roster-imports', chunk.importId)
      if (!chunk.numbers && brought?.state !== 'done') return 'left'
      await tx.replace('roster-chunks', chunk.numbers ? chunkToday(needs, chunk) : withoutHashes(chunk))
      return 'written'
    }),
}

function chunkToday(needs: Needs, chunk: RosterChunkDocument): RosterChunkDocument {
  const rows = knownRows(chunk, needs.ports.secrets).map(({ row }) => row)
  const numbers = chunk.numbers && sealedAnew(chunk.numbers, inChunk(chunk._id), needs)
  return { ...chunk, rows, ...(numbers ? { numbers } : {}) }
}

/** An import that is done is never carried out again: its rows are read for what became of them. */
const withoutHashes = (chunk: RosterChunkDocument): RosterChunkDocument => ({
  ...chunk,
  rows: chunk.rows.map((row) => ({ ...row, idNumberHash: '', mobileHash: '' })),
})
