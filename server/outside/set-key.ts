import * as z from 'zod'
import type { Context } from '../kernel/context'
import { grantIn, stillHolding } from '../kernel/holder'
import { identifier } from '../kernel/inputs'
import { record } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { New, Transaction } from '../kernel/store/port'
import type { OutsideProviderDocument } from './documents'
import type { RegionScope } from './region-in-scope'

type Enlisted = Pick<OutsideProviderDocument, 'name' | 'kind' | 'base'>
type Base = NonNullable<OutsideProviderDocument['base']>

/** What is no key at all is refused by name (PUBLIC_KEY_MALFORMED). */
export const newKey = z.object({
  providerId: identifier,
  publicKeyHex: z.string().max(400),
  /** Of a base: whether the nation recognised it (QH23-6). Its place in the tree does not tell. */
  isNational: z.boolean().optional(),
})
export const oneKey = z.object({ providerId: identifier, keyId: z.int().min(1) })

/**
 * The bureau sets whose signature it takes, and for which key (QH23-22). A provider may have several at once, so that it can
 * change over; the same key set twice is one. Hours come in only from whom the notice of their year admits, key or not.
 */
export async function setKey(
  ctx: Context,
  scope: RegionScope,
  { providerId, publicKeyHex, isNational }: z.infer<typeof newKey>,
): Promise<void> {
  const publicKey = publicKeyHex.trim().toLowerCase()
  if (!(await isPublicKey(publicKey))) refuse('PUBLIC_KEY_MALFORMED', {})
  const enlisted = await enlistedAs(ctx, scope, providerId)
  await ctx.store.transact(async (tx) => {
    await stillAtTop(tx, ctx, scope)
    const before = await tx.get('outside-providers', providerId)
    if (before && before.region !== scope.region) refuse('PROVIDER_UNKNOWN', { providerId })
    const keys = before?.keys ?? []
    const same = keys.find((key) => key.publicKeyHex === publicKey)
    if (same?.withdrawnAt === null) return
    await takeKey(tx, { publicKey, providerId, isWithdrawn: same !== undefined })
    const keyId = keys.length + 1
    const key = {
      keyId,
      publicKeyHex: publicKey,
      setBy: scope.holder.person._id,
      setAt: ctx.now,
      withdrawnAt: null,
    }
    const document: New<OutsideProviderDocument> = {
      _id: providerId,
      region: scope.region,
      ...enlisted,
      base: enlisted.base && baseOf(enlisted.base, before?.base ?? null, isNational),
      keys: [...keys, key],
    }
    if (before) await tx.replace('outside-providers', { ...before, ...document })
    else await tx.insert('outside-providers', document)
    await record(tx, ctx, keyAct(scope, 'outside-key-set', { providerId, keyId }))
  })
}

/** What was said of it stands until it is said otherwise: another key is no other base. */
function baseOf(base: Base, before: Base | null, isNational = before?.level === 'nation'): Base {
  return isNational ? { ...base, level: 'nation' } : base
}

setKey.refuses = ['OUT_OF_SCOPE', 'PROVIDER_UNKNOWN', 'PUBLIC_KEY_MALFORMED', 'PUBLIC_KEY_USED'] as const

interface Taking {
  publicKey: string
  providerId: string
  isWithdrawn: boolean
}

/**
 * A key is one provider's, once: what was withdrawn may have been stolen, and the thief waits for it to be set again, here
 * or in another's name.
 */
async function takeKey(tx: Transaction, { publicKey, providerId, isWithdrawn }: Taking): Promise<void> {
  const used = await tx.get('outside-keys', publicKey)
  if (isWithdrawn || used?.isWithdrawn) refuse('PUBLIC_KEY_USED', { isWithdrawn: true })
  if (used && used.providerId !== providerId) refuse('PUBLIC_KEY_USED', { isWithdrawn: false })
  if (!used) await tx.insert('outside-keys', { _id: publicKey, providerId, isWithdrawn: false })
}

/** Withdraws a key: batches signed with it from now on are refused; accepted ones stay. It never comes back. */
export async function withdrawKey(
  ctx: Context,
  scope: RegionScope,
  { providerId, keyId }: z.infer<typeof oneKey>,
): Promise<void> {
  await ctx.store.transact(async (tx) => {
    await stillAtTop(tx, ctx, scope)
    const provider = await tx.get('outside-providers', providerId)
    const key = provider?.keys.find((candidate) => candidate.keyId === keyId)
    if (!key || provider?.region !== scope.region) refuse('PROVIDER_UNKNOWN', { providerId })
    if (key.withdrawnAt !== null) return
    const keys = provider.keys.map((one) => (one.keyId === keyId ? { ...one, withdrawnAt: ctx.now } : one))
    await tx.replace('outside-providers', { ...provider, keys })
    const used = await tx.get('outside-keys', key.publicKeyHex)
    const withdrawn = { _id: key.publicKeyHex, providerId, isWithdrawn: true }
    await tx.upsert('outside-keys', used, { ...used, ...withdrawn })
    await record(tx, ctx, keyAct(scope, 'outside-key-withdrawn', { providerId, keyId }))
  })
}

withdrawKey.refuses = ['OUT_OF_SCOPE', 'PROVIDER_UNKNOWN'] as const

/** Staff of the body at the top, in this very transaction. */
async function stillAtTop(tx: Transaction, ctx: Context, { holder, top }: RegionScope): Promise<void> {
  if (!grantIn(await stillHolding(tx, ctx, holder), [top._id])) refuse('OUT_OF_SCOPE', {})
}

/** 65 bytes, uncompressed, and a point of the curve. */
async function isPublicKey(hex: string): Promise<boolean> {
  if (!/^04[0-9a-f]{128}$/.test(hex)) return false
  const { sm2 } = await import('sm-crypto-v2')
  try {
    return sm2.verifyPublicKey(hex)
  } catch {
    // The library throws for bytes that are no point of the curve at all.
    return false
  }
}

/** A provider that the region's notices name, or a base or department of the region's tree. */
async function enlistedAs(
  { store, packs }: Context,
  { region, top }: RegionScope,
  providerId: string,
): Promise<Enlisted> {
  const named = packs.all
    .filter((pack) => pack.region === region)
    .flatMap(({ providers }) => providers)
    .find(({ id }) => id === providerId)
  if (named) return { name: named.name.value, kind: 'platform', base: null }
  const organisation = await store.get('organisations', providerId)
  const kind = organisation?.kind
  if (!organisation?.path.includes(top._id) || (kind !== 'base' && kind !== 'department'))
    refuse('PROVIDER_UNKNOWN', { providerId })
  if (kind === 'department') return { name: organisation.name, kind, base: null }
  const parent =
    organisation.parentId === null ? null : await store.get('organisations', organisation.parentId)
  // A base below a department trains that department's own staff; one directly below the top is the province's.
  const audience = parent?.kind === 'department' ? 'own-staff' : 'province'
  const level = parent?._id === top._id ? 'province' : 'city'
  return { name: organisation.name, kind, base: { audience, level } }
}

/** A key of a provider, set or withdrawn by staff of the body at the top. */
const keyAct = <K extends 'outside-key-set' | 'outside-key-withdrawn'>(
  { holder, grant, top }: RegionScope,
  kind: K,
  { providerId, keyId }: z.infer<typeof oneKey>,
) => ({
  id: `${kind}:${providerId}:${keyId}`,
  kind,
  subject: { of: 'provider' as const, id: providerId },
  by: { actorId: holder.person._id, role: grant.role, scope: top._id },
  after: String(keyId),
})
