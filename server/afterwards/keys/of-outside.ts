// What providers sent. Its numbers stand in the signed content, which is kept sealed.
import { parseIdNumber } from '../../../domain/identity/id-number'
import { type SentRow, signedTextOf } from '../../../domain/outside/batch'
import { keyedHash, unseal } from '../../kernel/ports/sealing'
import { type OutsideRowDocument, rowsOfBatch } from '../../outside/documents'
import { isStaleHash, isStaleSeal, type Needs, type Stage, sealedAnew } from './written-anew'

async function rowsSent({ store, ports }: Needs, batchId: string): Promise<SentRow[] | null> {
  const content = await store.get('outside-contents', batchId)
  if (!content) return null
  return JSON.parse(unseal(content.rows, rowsOfBatch(batchId), ports.secrets)) as SentRow[]
}

export const outsideContents: Stage<'outside-contents'> = {
  collection: 'outside-contents',
  isStale: ({ rows }, needs) => isStaleSeal(rows, needs),
  anew: (needs, { _id }) =>
    needs.store.transact(async (tx) => {
      const content = await tx.get('outside-contents', _id)
      if (!content || !outsideContents.isStale(content, needs)) return 'unchanged'
      const rows = sealedAnew(content.rows, rowsOfBatch(_id), needs)
      await tx.replace('outside-contents', { ...content, rows })
      return 'written'
    }),
}

/** By its digest the same batch, sent again, is told from another one under its number. */
export const outsideBatches: Stage<'outside-batches'> = {
  collection: 'outside-batches',
  isStale: ({ digest }, needs) => isStaleHash(digest, needs),
  async anew(needs, { _id, providerId, region, month, sequence }) {
    const rows = await rowsSent(needs, _id)
    if (!rows) return 'left'
    const text = signedTextOf({ format: 1, providerId, region, month, sequence, rows })
    const digest = keyedHash('outside-batch', text, needs.ports.secrets)
    return needs.store.transact(async (tx) => {
      const batch = await tx.get('outside-batches', _id)
      if (!batch || !outsideBatches.isStale(batch, needs)) return 'unchanged'
      await tx.replace('outside-batches', { ...batch, digest })
      return 'written'
    })
  },
}

export const outsideRows: Stage<'outside-rows'> = {
  collection: 'outside-rows',
  isStale: ({ idNumberHash }, needs) => isStaleHash(idNumberHash, needs),
  async anew(needs, row) {
    const { store, ports } = needs
    const idNumber = await numberOf(needs, row)
    if (idNumber === null) return 'left'
    const idNumberHash = keyedHash('id-number', idNumber, ports.secrets)
    return store.transact(async (tx) => {
      const kept = await tx.get('outside-rows', row._id)
      if (!kept || !outsideRows.isStale(kept, needs)) return 'unchanged'
      await tx.replace('outside-rows', { ...kept, idNumberHash })
      return 'written'
    })
  },
}

/** As it was read when the row was settled. */
async function numberOf(
  needs: Needs,
  { batchId, position, receivedAt }: OutsideRowDocument,
): Promise<string | null> {
  const sent = (await rowsSent(needs, batchId))?.[position]
  if (!sent) return null
  const rules = { now: receivedAt, minimumAgeYears: 0, allowInventedAreas: true }
  const read = parseIdNumber(sent.idNumber, rules)
  return read.ok ? read.value : null
}
