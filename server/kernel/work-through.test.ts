// Many workers on one queue: each item is done, by one of them; who floods keeps nobody waiting; a death costs a lease's time.
import { instant, plusSeconds } from '../../domain/kernel/instant'
import { A_CALL } from '../../tests/harness/a-call'
import { observed } from '../../tests/harness/counted-store'
import { ManyWorkers } from '../../tests/harness/many-workers'
import { type MemoryStore, memoryStore } from '../../tests/simulation/memory-store'
import type { DueItemDocument } from '../afterwards/clock/documents'
import type { Context } from './context'
import { inHands } from './hands'
import { laneOf, NO_SHARD, placeOf, type Urgency } from './store/lanes'
import type { Store } from './store/port'
import { workThrough } from './work-through'

const NOW = instant(1_700_000_000_000)
const ALL_THE_TIME = Number.POSITIVE_INFINITY
const WAITING = {
  collection: 'due-items',
  oldest: 'byDue',
  shards: 'byShard',
  turns: 'byTurn',
  equals: { state: 'waiting' },
} as const

const item = (id: string, of: Partial<DueItemDocument> = {}) => ({
  ...{ _id: id, kind: 'claim' as const, ref: id, dueAt: NOW, state: 'waiting' as const, ...placeOf(id) },
  ...of,
})

async function storeWith(ids: readonly string[]): Promise<MemoryStore> {
  const store = memoryStore()
  for (const id of ids) await store.insert('due-items', item(id))
  return store
}

const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `p-${n}`)

const contextOf = (store: Store, run: string, now = NOW) => {
  let drawn = run.length + [...run].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
  const integerBelow = (below: number) => (drawn++ * 7 + 3) % below
  const call = { ...A_CALL, id: run, door: 'clock', path: 'timer' } as const
  return {
    store,
    now,
    call,
    dice: { integerBelow, bytes: () => new Uint8Array() },
  } satisfies Partial<Context>
}

/** Does each item once, as far as the store knows; tells which were worked at. */
async function work(
  { store, ...ctx }: ReturnType<typeof contextOf>,
  worked: string[],
  { urgency = 'close', most = ALL_THE_TIME }: { urgency?: Urgency; most?: number } = {},
): Promise<boolean> {
  const untilMs = most === ALL_THE_TIME ? ALL_THE_TIME : 0
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => (worked.length >= most ? 1 : 0))
  const isAll = await workThrough({ store, ...ctx }, WAITING, {
    ...{ urgency, before: NOW + 1, untilMs },
    round: (items) =>
      inHands(items, untilMs, async (document) => {
        worked.push(document._id)
        await store.replaceIfUnchanged('due-items', { ...document, state: 'done' })
      }),
  })
  clock.mockRestore()
  return isAll
}

const leftOf = (store: MemoryStore): string[] =>
  store
    .all('due-items')
    .filter(({ state }) => state === 'waiting')
    .map(({ _id }) => _id)

const SEEDS = [1, 2, 3, 4, 5, 6]

test.each(SEEDS)('eight workers do each of 600 items once, in the order of seed %i', async (seed) => {
  const store = await storeWith(ids(600))
  const workers = new ManyWorkers(store, seed)
  const worked: string[] = []
  await workers.run(
    Array.from(
      { length: 8 },
      (_, n) => () => work(contextOf(workers.storeOf(n), `run-${seed}-${n}`), worked),
    ),
  )
  expect(worked).toHaveLength(600)
  expect(new Set(worked).size).toBe(600)
  expect(leftOf(store)).toEqual([])
})

test.each(SEEDS)(
  'one of four dies at any step: the others leave what it held, and take it later (%i)',
  async (seed) => {
    for (let step = 1; step <= 40; step += 3) {
      const store = await storeWith(ids(150))
      const workers = new ManyWorkers(store, seed * 100 + step)
      const worked: string[] = []
      const run = (n: number, killedAfter?: number) => () =>
        work(contextOf(workers.storeOf(n, killedAfter), `run-${n}`), worked)
      await workers.run([run(0, step), run(1), run(2), run(3)])
      const held = new Set(
        store
          .all('work-leases')
          .filter(({ until }) => until > NOW)
          .map(({ _id }) => _id),
      )
      expect(held.size).toBeLessThanOrEqual(1)
      for (const id of leftOf(store)) expect(held).toContain(`due-items:${placeOf(id).shard}`)
      // Nobody touches what it held before its lease ends, and then anybody does.
      await work(contextOf(store, 'soon', plusSeconds(NOW, 74)), worked)
      for (const id of leftOf(store)) expect(held).toContain(`due-items:${placeOf(id).shard}`)
      await work(contextOf(store, 'later', plusSeconds(NOW, 75)), worked)
      expect(leftOf(store)).toEqual([])
      // Only what was begun at the death may have been begun twice: as many as a worker has hands.
      expect(worked.length - new Set(worked).size).toBeLessThanOrEqual(4)
    }
  },
)

test('who floods a lane keeps neither its shard nor any other waiting', async () => {
  const store = await storeWith(ids(40))
  const { lane, shard } = placeOf('flood')
  for (let n = 0; n < 2_000; n += 1)
    await store.insert('due-items', item(`flood-${n}`, { lane, shard, dueAt: instant(NOW - 5_000 + n) }))
  const beside = ids(40_000).find((id) => placeOf(id).shard === shard && laneOf(id) !== lane) ?? ''
  await store.insert('due-items', item(`in its shard ${beside}`, placeOf(beside)))
  const worked: string[] = []
  // At most one round of the flooded shard comes before all others have had theirs.
  expect(await work(contextOf(store, 'run'), worked, { most: 170 })).toBe(false)
  expect(leftOf(store).filter((id) => !id.startsWith('flood'))).toEqual([])
  const places = worked.filter(
    (id) => placeOf(id).shard === shard || id.startsWith('in its') || id.startsWith('flood'),
  )
  expect(places.indexOf(`in its shard ${beside}`)).toBeLessThan(40)
})

test('what fills again and again does not keep the other shards from their turns', async () => {
  const store = await storeWith(ids(30))
  for (let n = 0; n < 300; n += 1) await store.insert('due-items', item(`again-${n}`, placeOf('again')))
  const worked: string[] = []
  let added = 0
  // An item of that shard is due again as soon as it was worked at.
  const refilling = observed(store, async ({ name, collection }, carryOut) => {
    const answer = await carryOut()
    const id = worked.at(-1) ?? ''
    if (name === 'replace' && collection === 'due-items' && id.startsWith('again'))
      await store.insert('due-items', item(`again-more-${added++}`, placeOf('again')))
    return answer
  })
  await work(contextOf(refilling, 'run'), worked, { most: 2_000 })
  expect(leftOf(store).filter((id) => !id.startsWith('again'))).toEqual([])
})

test('only what is due of an urgency is worked at; items of before there were shards come with the first', async () => {
  const store = await storeWith(['now'])
  await store.insert('due-items', item('long', placeOf('long', 'long')))
  await store.insert('due-items', item('later', { dueAt: instant(NOW + 1) }))
  for (let n = 0; n < 150; n += 1)
    await store.insert('due-items', item(`old-${n}`, { shard: NO_SHARD, dueAt: instant(NOW - 1) }))
  const worked: string[] = []
  expect(await work(contextOf(store, 'run'), worked)).toBe(true)
  expect(leftOf(store).sort()).toEqual(['later', 'long'])
  expect(await work(contextOf(store, 'run'), worked, { urgency: 'long' })).toBe(true)
  expect(leftOf(store)).toEqual(['later'])
})

test('what another run holds is left, and said', async () => {
  const store = await storeWith(['held'])
  const name = `due-items:${placeOf('held').shard}`
  await store.insert('work-leases', { _id: name, holder: 'another', until: plusSeconds(NOW, 1) })
  const worked: string[] = []
  expect(await work(contextOf(store, 'run'), worked)).toBe(false)
  expect(worked).toEqual([])
})

test('nothing is begun when the time is over', async () => {
  const store = await storeWith(ids(3))
  const worked: string[] = []
  expect(await work(contextOf(store, 'run'), worked, { most: 0 })).toBe(false)
  expect(worked).toEqual([])
})

test('a hand that fails ends the others after what they have begun, and is told', async () => {
  const done: number[] = []
  const doing = inHands([1, 2, 3, 4, 5, 6, 7, 8], ALL_THE_TIME, async (n) => {
    if (n === 2) throw new Error('two')
    await Promise.resolve()
    done.push(n)
  })
  await expect(doing).rejects.toThrow('two')
  expect(done).not.toContain(8)
})
