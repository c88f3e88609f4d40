import { laneOf, lanesOf, placeOf, shardsOf, URGENCIES } from './lanes'

const IDS = Array.from({ length: 5_000 }, (_, n) => `p-${n}`)

test('a lane is the same for the same cause, within a thousand of its urgency, and spreads', () => {
  expect(laneOf('p-1')).toBe(laneOf('p-1'))
  for (const [n, urgency] of URGENCIES.entries()) {
    const lanes = IDS.map((id) => laneOf(id, urgency))
    expect(Math.min(...lanes)).toBeGreaterThanOrEqual(n * 1_024)
    expect(Math.max(...lanes)).toBeLessThan((n + 1) * 1_024)
    expect(new Set(lanes).size).toBeGreaterThan(900)
  }
})

test('each place is in a shard of its urgency that has its lane, and no shard stays empty', () => {
  for (const urgency of URGENCIES) {
    const places = IDS.map((id) => placeOf(id, urgency))
    for (const { lane, shard } of places) expect(lanesOf(shard)).toContain(lane)
    expect([...new Set(places.map(({ shard }) => shard))].sort((a, b) => a - b)).toEqual(shardsOf(urgency))
  }
})

test('shards part all lanes among them', () => {
  const lanes = URGENCIES.flatMap((urgency) => shardsOf(urgency)).flatMap(lanesOf)
  expect(lanes).toEqual(Array.from({ length: 3 * 1_024 }, (_, n) => n))
})
