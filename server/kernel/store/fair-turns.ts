import type { CollectionName, Documents, IndexName } from './collections'
import type { Store } from './port'

/** What waits stands in so many lanes, by who caused it: many enough that two who meet in one are an accident. */
const LANES = 1_024

/** The lane of whoever causes something. It says nothing of who that is: FNV-1a of the id, cut to a thousandth. */
export function laneOf(causedBy: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(causedBy)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0) % LANES
}

/** One whole page, */
const MOST_AT_ONCE = 100
/** and at most so many lanes looked into before it is gone through. */
const MOST_LANES = 50

export interface Waiting<C extends CollectionName> {
  collection: C
  /** An index whose next field after `equals` is when each is due. */
  oldest: IndexName<C>
  /** An index whose next and last field after `equals` is the lane, */
  lanes: IndexName<C>
  /** and one in which when each is due follows the lane. */
  turns: IndexName<C>
  equals: Readonly<Record<string, string | boolean>>
}

export interface Turn {
  /** Only what is due before it; undefined where nothing waits for its time. */
  before: number | undefined
  /** On the process's own clock: no further document is begun after it. */
  untilMs: number
  dice: { integerBelow(below: number): number }
}

type Laned<C extends CollectionName> = Documents[C] & { lane: number }

/**
 * What is due, one after the other, until nothing is or the time is over. Where more is due than a page, the oldest of
 * each lane comes first, and then the page; and so on in rounds: who caused four hundred waits behind who caused one,
 * however many came before.
 */
export async function* fairTurns<C extends CollectionName>(
  store: Pick<Store, 'query'>,
  waiting: Waiting<C>,
  { before, untilMs, dice }: Turn,
): AsyncGenerator<Documents[C], void, undefined> {
  const { collection, oldest, equals } = waiting
  let lane: number | null = null
  for (;;) {
    const page = await store.query(collection, oldest, { equals, before, limit: MOST_AT_ONCE })
    const isAll = page.items.length < MOST_AT_ONCE
    lane ??= isAll ? 0 : dice.integerBelow(LANES)
    const { heads, next }: Heads<C> = isAll
      ? { heads: [], next: lane }
      : await headsFrom(store, waiting, { lane, before })
    lane = next
    const early = new Set(heads.map(({ _id }) => _id))
    for (const document of [...heads, ...page.items.filter(({ _id }) => !early.has(_id))]) {
      if (performance.now() > untilMs) return
      yield document
    }
    if (isAll) return
  }
}

interface Heads<C extends CollectionName> {
  heads: Documents[C][]
  next: number
}

/** The oldest of each lane, from this lane on and around once; `next` is the lane to go on from. */
async function headsFrom<C extends CollectionName>(
  store: Pick<Store, 'query'>,
  { collection, lanes, turns, equals }: Waiting<C>,
  { lane, before }: Pick<Turn, 'before'> & { lane: number },
): Promise<Heads<C>> {
  const heads: Documents[C][] = []
  let [next, isAround] = [lane, false]
  for (let looked = 0; looked < MOST_LANES; looked += 1) {
    const { items } = await store.query(collection, lanes, { equals, from: next, limit: 1 })
    const found = items[0] as Laned<C> | undefined
    if (isAround && (!found || found.lane >= lane)) break
    if (!found) [next, isAround] = [0, true]
    else {
      const due = { equals: { ...equals, lane: found.lane }, before, limit: 1 }
      heads.push(...(await store.query(collection, turns, due)).items)
      next = found.lane + 1
    }
  }
  return { heads, next: next % LANES }
}
