import type { Region } from '../../domain/kernel/regions'
import type { Context } from '../kernel/context'
import type { OutsideProviderDocument } from './documents'
import type { RegionScope } from './region-in-scope'
import { regionNameOf } from './show-batches'
import type { ProviderList, ProviderView } from './views'

/** A region has a handful of platforms and a few dozen bases. */
const MOST = 100
const KEY_BEGINS = 10

/**
 * Lists providers: those with a key, then those that the notice in force names, then bases and departments directly
 * below.
 */
export async function showProviders(ctx: Context, { region, top }: RegionScope): Promise<ProviderList> {
  const [enlisted, below] = await Promise.all([
    ctx.store.query('outside-providers', 'byRegion', { equals: { region }, limit: MOST }),
    ctx.store.query('organisations', 'byParent', { equals: { parentId: top._id }, limit: MOST }),
  ])
  const named = namedBy(ctx, region)
  const views = enlisted.items.map((provider) => viewOf(provider, named.has(provider._id)))
  const known = new Set(views.map(({ id }) => id))
  const platforms = [...named].map(
    ([id, name]): ProviderView => ({
      id,
      name,
      kind: 'platform',
      named: true,
      national: false,
      keys: [],
    }),
  )
  const bodies = below.items.flatMap(({ _id, name, kind }): ProviderView[] =>
    kind === 'base' || kind === 'department'
      ? [{ id: _id, name, kind, named: false, national: false, keys: [] }]
      : [],
  )
  return {
    regionName: regionNameOf(ctx, region),
    providers: [...views, ...[...platforms, ...bodies].filter(({ id }) => !known.has(id))],
  }
}

/** Providers of the kinds that come from outside, by the notice in force. */
function namedBy({ packs, now }: Context, region: Region): ReadonlyMap<string, string> {
  const pack = packs.windowOf(region, now)
  const imported = pack?.kinds.filter(({ route }) => route === 'import') ?? []
  const ids = new Set(imported.flatMap(({ providers }) => providers?.value ?? []))
  const providers = pack?.providers.filter(({ id }) => ids.has(id)) ?? []
  return new Map(providers.map(({ id, name }) => [id, name.value]))
}

const viewOf = ({ _id, name, kind, base, keys }: OutsideProviderDocument, named: boolean): ProviderView => ({
  id: _id,
  name,
  kind,
  named,
  national: base?.level === 'nation',
  keys: [...keys].reverse().map(({ keyId, publicKeyHex, setAt, withdrawnAt }) => ({
    keyId,
    begins: publicKeyHex.slice(0, KEY_BEGINS),
    setAt,
    withdrawnAt,
  })),
})
