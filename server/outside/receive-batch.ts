import { dayOf } from '../../domain/kernel/instant'
import { batchIdOf, isLate, type SentBatch, signedTextOf } from '../../domain/outside/batch'
import { verifierOf } from '../books/certificate/signing'
import { spendIn } from '../kernel/budget'
import type { Context } from '../kernel/context'
import { batchKeysIn } from '../kernel/ports/intake'
import { keyedHash, keyedHashes } from '../kernel/ports/sealing'
import { record } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { New, Transaction } from '../kernel/store/port'
import { delivery } from './batch-schema'
import { sentContent } from './content'
import type { OutsideBatchDocument, OutsideProviderDocument, ProviderKey } from './documents'
import { providerOf } from './provider-acts'

/** The answer to the provider's machine. */
export interface BatchReceipt {
  batchId: string
  state: OutsideBatchDocument['state']
  late: boolean
  rows: number
  /** How many lines are worked through. */
  settled: number
  counts: OutsideBatchDocument['counts']
}

interface Delivery {
  batch: SentBatch
  keyId: number
  signature: string
}

/**
 * Receives a signed batch whole, or not at all; its lines are worked through by the clock. The same part of the same month
 * is one batch: the same content again is answered with how far it has come, another content is refused by name.
 */
export async function receiveBatch(ctx: Context, input: unknown): Promise<BatchReceipt> {
  const sent = read(input)
  const provider = await ctx.store.get('outside-providers', sent.batch.providerId)
  if (!provider) refuse('PROVIDER_UNKNOWN', { providerId: sent.batch.providerId })
  await checkSignature(ctx, provider, sent)
  if (provider.region !== sent.batch.region) refuse('BATCH_REGION', { region: sent.batch.region })
  if (sent.batch.month > dayOf(ctx.now).slice(0, 7)) refuse('INPUT_INVALID', { fields: ['batch.month'] })
  const document = documentOf(ctx, provider, sent)
  return receiptOf(await ctx.store.transact((tx) => commit(tx, ctx, { document, provider, sent })))
}

function read(input: unknown): Delivery {
  const parsed = delivery.safeParse(input)
  if (!parsed.success)
    refuse('INPUT_INVALID', {
      fields: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].slice(0, 20),
    })
  const ids = parsed.data.batch.rows.map(({ rowId }) => rowId)
  if (new Set(ids).size < ids.length) refuse('INPUT_INVALID', { fields: ['batch.rows.rowId'] })
  return parsed.data
}

async function checkSignature(
  { now }: Context,
  { keys }: OutsideProviderDocument,
  { batch, keyId, signature }: Delivery,
): Promise<void> {
  const key = keys.find((candidate) => candidate.keyId === keyId)
  if (!key || !(await hasSigned(key, batch, signature))) refuse('BATCH_SIGNATURE', {})
  // Told only to a sender that holds the key.
  if (key.withdrawnAt !== null && now >= key.withdrawnAt) refuse('PROVIDER_KEY_WITHDRAWN', { keyId })
}

const hasSigned = async (key: ProviderKey, batch: SentBatch, signatureHex: string): Promise<boolean> =>
  (await verifierOf(key)).verify(Buffer.from(signedTextOf(batch)), Buffer.from(signatureHex, 'hex'))

function documentOf(
  { now, packs, ports }: Context,
  provider: OutsideProviderDocument,
  { batch, keyId }: Omit<Delivery, 'signature'>,
): New<OutsideBatchDocument> {
  const pack = packs.windowOf(provider.region, now)
  const { month, sequence, rows } = batch
  return {
    _id: batchIdOf(batch),
    providerId: provider._id,
    providerName: provider.name,
    region: provider.region,
    month,
    sequence,
    digest: keyedHash('outside-batch', signedTextOf(batch), batchKeysIn(ports.secrets)),
    keyId,
    receivedAt: now,
    late: pack !== null && isLate(pack, month, now),
    policyVersion: pack?.version ?? '',
    rowCount: rows.length,
    state: 'waiting',
    cursor: 0,
    dueAt: now,
    doneAt: null,
    counts: { taken: 0, already: 0, refused: 0, unmatched: 0 },
  }
}

interface Receiving {
  document: New<OutsideBatchDocument>
  provider: OutsideProviderDocument
  sent: Delivery
}

async function commit(
  tx: Transaction,
  ctx: Context,
  { document, provider, sent }: Receiving,
): Promise<OutsideBatchDocument> {
  const existing = await tx.get('outside-batches', document._id)
  if (existing) {
    if (!(await isRepeat(ctx, existing, { provider, sent })))
      refuse('BATCH_CONFLICT', { batchId: document._id })
    return existing
  }
  await spendIn(tx, ctx, { limit: 'outside-lines', key: document.providerId, weight: document.rowCount })
  const { batch, signature } = sent
  const rows = sentContent(ctx, document._id, { rows: batch.rows, signature: signature.toLowerCase() })
  await tx.insert('outside-contents', { _id: document._id, rows })
  await record(tx, ctx, {
    id: `outside-batch:${document._id}`,
    kind: 'outside-batch-received',
    subject: { of: 'outside-batch', id: document._id },
    by: providerOf(document),
    after: document.digest,
  })
  return tx.insert('outside-batches', document)
}

/** Whether it is the same content. Of what was received before, the signature of that day says so. */
async function isRepeat(
  { ports }: Context,
  { digest, keyId, signatureHex }: OutsideBatchDocument,
  { provider, sent }: Omit<Receiving, 'document'>,
): Promise<boolean> {
  if (signatureHex === undefined)
    return keyedHashes('outside-batch', signedTextOf(sent.batch), batchKeysIn(ports.secrets)).includes(digest)
  const key = provider.keys.find((one) => one.keyId === keyId)
  return key !== undefined && hasSigned(key, sent.batch, signatureHex)
}

const receiptOf = (batch: OutsideBatchDocument): BatchReceipt => ({
  batchId: batch._id,
  state: batch.state,
  late: batch.late,
  rows: batch.rowCount,
  settled: batch.cursor,
  counts: batch.counts,
})
