// What providers sent. Its numbers stand in the signed content, which is kept sealed.
import { parseIdNumber } from '../../../domain/identity/id-number'
import { signedTextOf } from '../../../domain/outside/batch'
import { batchKeysIn } from '../../kernel/ports/intake'
import { keyedHash } from '../../kernel/ports/sealing'
import type { Transaction } from '../../kernel/store/port'
import { type Content, contentAnew, isStaleContent, openContent } from '../../outside/content'
import type { OutsideRowDocument } from '../../outside/documents'
import { isStaleHash, type Needs, type Stage } from './written-anew'

async function sent({ store, ports }: Needs, batchId: string): Promise<Content | null> {
  const content = await store.get('outside-contents', batchId)
  return content && openContent(content, ports.secrets)
}

export const outsideContents: Stage<'outside-contents'> = {
  collection: 'outside-contents',
  isStale: ({ rows }, { ports }) => isStaleContent(rows, ports.secrets),
  anew: (needs, { _id }) =>
    needs.store.transact(async (tx) => {
      const content = await tx.get('outside-contents', _id)
      if (!content || !outsideContents.isStale(content, needs)) return 'unchanged'
      const rows = contentAnew(needs, _id, openContent(content, needs.ports.secrets))
      await tx.replace('outside-contents', { ...content, rows })
      return 'written'
    }),
}

/**
 * By its digest the same batch, sent again, is told from another one under its number. A signature that stands open beside it
 * goes to what it signs.
 */
export const outsideBatches: Stage<'outside-batches'> = {
  collection: 'outside-batches',
  isStale: ({ digest, signatureHex }, needs) => isStaleHash(digest, needs) || signatureHex !== undefined,
  async anew(needs, { _id, providerId, region, month, sequence }) {
    const content = await sent(needs, _id)
    if (!content) return 'left'
    const text = signedTextOf({ format: 1, providerId, region, month, sequence, rows: [...content.rows] })
    const digest = keyedHash('outside-batch', text, batchKeysIn(needs.ports.secrets))
    return needs.store.transact(async (tx) => {
      const batch = await tx.get('outside-batches', _id)
      if (!batch || !outsideBatches.isStale(batch, needs)) return 'unchanged'
      const { signatureHex, ...rest } = batch
      if (signatureHex) await keepSignature(tx, needs, { batchId: _id, signature: signatureHex })
      await tx.replace('outside-batches', { ...rest, digest })
      return 'written'
    })
  },
}

async function keepSignature(
  tx: Transaction,
  needs: Needs,
  { batchId, signature }: { batchId: string; signature: string },
): Promise<void> {
  const kept = await tx.get('outside-contents', batchId)
  if (!kept) return
  const { rows } = openContent(kept, needs.ports.secrets)
  await tx.replace('outside-contents', { ...kept, rows: contentAnew(needs, batchId, { rows, signature }) })
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
  const row = (await sent(needs, batchId))?.rows[position]
  if (!row) return null
  const rules = { now: receivedAt, minimumAgeYears: 0, allowInventedAreas: true }
  const read = parseIdNumber(row.idNumber, rules)
  return read.ok ? read.value : null
}
