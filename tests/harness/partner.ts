// A partner's machine, as 青海干部网络学院 or one of Tai'an's platforms would run it: it signs what it sends with its own
// key (SM2 over SM3) and pushes it over HTTP. The clock's door then works through the lines.
//
//   const academy = newPartner({ id: 'qh-cadre-academy', region: 'qinghai', name: '青海干部网络学院' })
//   await academy.enlist(store, now)                       // what the bureau does with outside.setKey
//   await academy.push(cloud.origin, { month: '2023-06', sequence: 1, rows: [line({ name, idNumber, hours: '45' })] })
//   await cloud.clock.advanceMs(60_000)                    // or workBatches(ctx)
import { sm2 } from 'sm-crypto-v2'
import type { Instant } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import { type SentBatch, type SentRow, signedTextOf } from '../../domain/outside/batch'
import type { Store } from '../../server/kernel/store/port'
import type { OutsideProviderDocument } from '../../server/outside/documents'
import type { BatchReceipt } from '../../server/outside/receive-batch'

interface About {
  id: string
  region: Region
  name: string
  kind?: OutsideProviderDocument['kind']
  base?: OutsideProviderDocument['base']
}

type Sent = Pick<SentBatch, 'month' | 'sequence' | 'rows'> & { region?: string }

interface Delivery {
  batch: SentBatch
  keyId: number
  signature: string
}

interface PushAnswer {
  ok: boolean
  batch?: BatchReceipt
  refusal?: { code: string; details: Record<string, unknown> }
}

export interface Partner {
  id: string
  publicKeyHex: string
  enlist(store: Store, at: Instant): Promise<void>
  sign(sent: Sent): Delivery
  push(origin: string, sent: Sent): Promise<PushAnswer>
}

export function newPartner({ id, region, name, kind = 'platform', base = null }: About): Partner {
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  let keyId = 1
  const sign = (sent: Sent): Delivery => {
    const batch = { format: 1, providerId: id, region, ...sent } as const
    const signature = sm2.doSignature(signedTextOf(batch), privateKey, { hash: true, publicKey })
    return { batch, keyId, signature }
  }
  return {
    id,
    publicKeyHex: publicKey,
    sign,
    async enlist(store, at) {
      const before = await store.get('outside-providers', id)
      keyId = (before?.keys.length ?? 0) + 1
      const key = { keyId, publicKeyHex: publicKey, setBy: '', setAt: at, withdrawnAt: null }
      if (before) await store.replace('outside-providers', { ...before, keys: [...before.keys, key] })
      else await store.insert('outside-providers', { _id: id, region, name, kind, base, keys: [key] })
    },
    push: (origin, sent) => pushed(origin, sign(sent)),
  }
}

/** The door's answer to a delivery, with a right or a wrong signature. */
export async function pushed(origin: string, delivery: unknown): Promise<PushAnswer> {
  const response = await fetch(`${origin}/web/outside/batches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(delivery),
  })
  return (await response.json()) as PushAnswer
}

const drawn = { lines: 0 }
const nextRowId = (): string => {
  drawn.lines += 1
  return `row-${drawn.lines}`
}

/** A public course of 45 学时 passed in June 2023, with the given differences. */
export const line = (row: Pick<SentRow, 'name' | 'idNumber'> & Partial<SentRow>): SentRow => ({
  rowId: nextRowId(),
  courseCode: 'QH23-GX',
  courseTitle: '推进青藏高原生态保护和可持续发展',
  category: 'public',
  hours: '45',
  completedOn: '2023-06-20',
  examPassed: true,
  ...row,
})
