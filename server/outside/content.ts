// What a provider sent, as it is kept: sealed by the door that took it in, which cannot open it again.
import type { SentRow } from '../../domain/outside/batch'
import type { Context } from '../kernel/context'
import { enveloped, fromEnvelope, isEnvelope, sealsTo } from '../kernel/ports/intake'
import type { Secrets } from '../kernel/ports/port'
import { isStale, type Sealed, seal, unseal } from '../kernel/ports/sealing'
import { type OutsideContentDocument, rowsOfBatch } from './documents'

export interface Content {
  rows: readonly SentRow[]
  /** Hex. Kept with what it signs: whoever has it and the provider's public key tells a guessed number from a wrong one. */
  signature: string
}

type Needs = Pick<Context, 'ports' | 'dice'>

/** As the web's door seals it. */
export const sentContent = ({ ports, dice }: Needs, batchId: string, content: Content): Sealed =>
  enveloped(JSON.stringify(content), rowsOfBatch(batchId), sealsTo(ports.secrets), dice)

/** The same under the key of ID numbers, by a function that has it. */
export const contentAnew = ({ ports, dice }: Needs, batchId: string, content: Content): Sealed =>
  seal(JSON.stringify(content), rowsOfBatch(batchId), ports.secrets, dice)

/** The signature is empty in what was kept before it was kept here. */
export function openContent(
  { _id, rows: sealed }: Pick<OutsideContentDocument, '_id' | 'rows'>,
  secrets: Secrets,
): Content {
  const open = isEnvelope(sealed) ? fromEnvelope : unseal
  const kept = JSON.parse(open(sealed, rowsOfBatch(_id), secrets)) as Content | SentRow[]
  return Array.isArray(kept) ? { rows: kept, signature: '' } : kept
}

/** Whether it would be sealed by another key today. */
export const isStaleContent = (sealed: Sealed, secrets: Secrets): boolean =>
  isEnvelope(sealed) ? sealed.keyVersion !== secrets.idNumberKeys.current : isStale(sealed, secrets)
