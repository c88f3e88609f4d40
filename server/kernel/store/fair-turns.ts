import type { CollectionName, Documents, IndexName } from './collections'
import { lanesOf, NO_SHARD, type WaitingPlace } from './lanes'
import type { Store } from './port'

/** One whole page. */
const MOST_AT_ONCE = 100
/** Of each lane, where more waits than a page: a shard's lanes are then about a page. */
const MOST_A_LANE = 3

export interface Waiting<C extends CollectionName> {
  collection: C
  /** An index whose next field after `equals` is when each is due. */
  oldest: IndexName<C>
  /** An index in which the shard, and then when each is due, follow `equals`, */
  shards: IndexName<C>
  /** and one in which the lane, and then when each is due, do. */
  turns: IndexName<C>
  equals: Readonly<Record<string, string | boolean>>
}

export interface Round<C extends CollectionName> {
  items: Documents[C][]
  /** Nothing else was due. */
  isAll: boolean
}

type Reads = Pick<Store, 'query'>
type Placed<C extends CollectionName> = Documents[C] & WaitingPlace

/** The oldest page of all that is due, whatever its shard; `before` is undefined where nothing waits for its time. */
export async function oldestOf<C extends CollectionName>(
  store: Reads,
  { collection, oldest, equals }: Waiting<C>,
  before: number | undefined,
): Promise<Round<C>> {
  const { items } = await store.query(collection, oldest, { equals, before, limit: MOST_AT_ONCE })
  return { items, isAll: items.length < MOST_AT_ONCE }
}

/** Whether anything is due in a shard. */
export async function isDue<C extends CollectionName>(
  store: Reads,
  { collection, shards, equals }: Waiting<C>,
  { shard, before }: { shard: number; before: number | undefined },
): Promise<boolean> {
  return (
    (await store.query(collection, shards, { equals: { ...equals, shard }, before, limit: 1 })).items.length >
    0
  )
}

/**
 * What comes next in a shard. Where more is due than a page, the oldest three of each lane come first, lane by lane in
 * turns, and then the page: who caused four hundred waits behind who caused one, however many came before.
 */
export async function roundOf<C extends CollectionName>(
  store: Reads,
  waiting: Waiting<C>,
  { shard, before }: { shard: number; before: number | undefined },
): Promise<Round<C>> {
  if (shard === NO_SHARD) return ofNoShard(store, waiting, before)
  const { collection, shards, equals } = waiting
  const page = await store.query(collection, shards, {
    equals: { ...equals, shard },
    before,
    limit: MOST_AT_ONCE,
  })
  if (page.items.length < MOST_AT_ONCE) return { items: page.items, isAll: true }
  const heads = await headsOf(store, waiting, { shard, before })
  const early = new Set(heads.map(({ _id }) => _id))
  return { items: [...heads, ...page.items.filter(({ _id }) => !early.has(_id))], isAll: false }
}

/** They are older than what came after them, so that the oldest page comes to them. */
async function ofNoShard<C extends CollectionName>(
  store: Reads,
  waiting: Waiting<C>,
  before: number | undefined,
): Promise<Round<C>> {
  const { items, isAll } = await oldestOf(store, waiting, before)
  const early = (items as Placed<C>[]).filter(({ shard }) => shard === NO_SHARD)
  return { items: early, isAll: isAll || early.length === 0 }
}

async function headsOf<C extends CollectionName>(
  store: Reads,
  { collection, turns, equals }: Waiting<C>,
  { shard, before }: { shard: number; before: number | undefined },
): Promise<Documents[C][]> {
  const lanes = await Promise.all(
    lanesOf(shard).map((lane) =>
      store.query(collection, turns, { equals: { ...equals, lane }, before, limit: MOST_A_LANE }),
    ),
  )
  return Array.from({ length: MOST_A_LANE }, (_, turn) =>
    lanes.flatMap(({ items }) => items.slice(turn, turn + 1)),
  ).flat()
}
