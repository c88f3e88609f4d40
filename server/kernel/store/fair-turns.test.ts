import { instant } from '../../../domain/kernel/instant'
import { memoryStore } from '../../../tests/simulation/memory-store'
import { fairTurns, laneOf } from './fair-turns'

const NOW = instant(1_700_000_000_000)
const WAITING = {
  collection: 'due-items',
  oldest: 'byDue',
  lanes: 'byLane',
  turns: 'byTurn',
  equals: { state: 'waiting' },
} as const

/** Items as they come: so many of each lane, lane by lane. */
async function storeWith(lanes: Readonly<Record<number, number>>, dueAt = NOW) {
  const store = memoryStore()
  for (const [lane, count] of Object.entries(lanes))
    for (let n = 0; n < count; n += 1)
      await store.insert('due-items', {
        _id: `${lane}:${String(n).padStart(4, '0')}`,
        ...{ kind: 'attempt', ref: '', dueAt, lane: Number(lane), state: 'waiting' },
      })
  return store
}

/** The lanes in the order in which their items had their turn; each item is done then. */
async function turnsOf(store: Awaited<ReturnType<typeof storeWith>>, firstLane = 0, most = 2_000) {
  const turns: number[] = []
  const turn = { before: NOW + 1, untilMs: Number.POSITIVE_INFINITY, dice: { integerBelow: () => firstLane } }
  for await (const item of fairTurns(store, WAITING, turn)) {
    await store.replace('due-items', { ...item, state: 'done' })
    turns.push(item.lane)
    if (turns.length >= most) break
  }
  return turns
}

test('a lane is the same for the same cause, within a thousand, and spreads', () => {
  expect(laneOf('p-1')).toBe(laneOf('p-1'))
  const lanes = Array.from({ length: 5_000 }, (_, n) => laneOf(`p-${n}`))
  expect(Math.min(...lanes)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...lanes)).toBeLessThan(1_024)
  expect(new Set(lanes).size).toBeGreaterThan(900)
})

test('few are all handed on, oldest first', async () => {
  expect(await turnsOf(await storeWith({ 3: 2, 7: 1 }))).toEqual([3, 3, 7])
})

test.each([0, 500, 1_023])(
  'of many the oldest of each lane comes first, from lane %i on and around',
  async (first) => {
    const turns = await turnsOf(await storeWith({ 1: 400, 600: 1, 900: 2 }), first, 250)
    expect(turns.slice(0, 3).sort()).toEqual([1, 600, 900])
    expect(turns.indexOf(900, turns.indexOf(900) + 1)).toBeLessThan(110)
  },
)

test('everybody has a turn where more lanes wait than are looked into at once', async () => {
  const lanes = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [n * 4 + 2, 1]))
  const turns = await turnsOf(await storeWith({ 1: 600, ...lanes }), 1_000)
  expect(turns).toHaveLength(850)
  expect(new Set(turns.slice(0, 760)).size).toBe(251)
})

test('a round goes on where the last one ended: behind sixty that flood, one has its turn', async () => {
  const floods = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [n + 1, 40]))
  const turns = await turnsOf(await storeWith({ ...floods, 61: 1 }), 0)
  expect(turns.indexOf(61)).toBeGreaterThanOrEqual(0)
  expect(turns.indexOf(61)).toBeLessThan(200)
})

test('what is due later stays, and what is all is asked for once', async () => {
  expect(await turnsOf(await storeWith({ 1: 5 }, instant(NOW + 1)))).toEqual([])
  const store = await storeWith({ 1: 150 })
  await store.insert('due-items', {
    ...{ _id: 'later', kind: 'attempt', ref: '', dueAt: instant(NOW + 1), lane: 9, state: 'waiting' },
  })
  expect(await turnsOf(store)).toHaveLength(150)
})

test('nothing is begun when the time is over', async () => {
  const turn = { before: undefined, untilMs: performance.now() - 1, dice: { integerBelow: () => 0 } }
  expect(await fairTurns(await storeWith({ 1: 3 }), WAITING, turn).next()).toMatchObject({ done: true })
})
