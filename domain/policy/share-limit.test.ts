import { type Instant, instant } from '../kernel/instant'
import { byRight, capBucket, limitedBy, type Sharer, subjectBucket, takeRoom, type Used } from './share-limit'

const at = (text: string): Instant => instant(Date.parse(`${text}+08:00`))
const sharer = (id: string, on: string, more: Partial<Sharer> = {}): Sharer => ({
  id,
  earnedAt: at(on),
  ...more,
})
const DAY = { bucket: capBucket('training-day', 'day'), hours: 800 }
const YEAR = { bucket: capBucket('self-study', 'year'), hours: 4_000 }

describe('NY22-8: each day has its own eight hours, whichever trainings share it', () => {
  test.each<
    [about: string, first: [hours: number, days: number], then: [hours: number, days: number], within: number]
  >([
    ['two full days inside three', [2_400, 3], [1_600, 2], 0],
    ['one day inside three', [2_400, 3], [800, 1], 0],
    ['half days', [1_200, 3], [800, 2], 800],
    ['half days, and a little more', [1_200, 3], [1_000, 2], 800],
    ['three days after one', [800, 1], [2_400, 3], 1_600],
  ])('%s', (_, first, then, within) => {
    const used: Used = new Map()
    takeRoom(used, DAY, first[0], sharer('a', '2022-05-12T12:00', { days: first[1] }))
    expect(takeRoom(used, DAY, then[0], sharer('b', '2022-05-12T18:00', { days: then[1] }))).toBe(within)
  })

  test('a day begins at midnight in Beijing, and hours that no even share divides lose nothing', () => {
    const used: Used = new Map()
    expect(takeRoom(used, DAY, 800, sharer('a', '2022-05-12T23:59'))).toBe(800)
    expect(takeRoom(used, DAY, 800, sharer('b', '2022-05-13T00:00'))).toBe(800)
    expect(takeRoom(new Map(), DAY, 1_000, sharer('c', '2022-05-12T12:00', { days: 3 }))).toBe(1_000)
    expect(takeRoom(new Map(), DAY, 1_000, sharer('d', '2022-05-12T12:00', { days: 0 }))).toBe(800)
  })
})

test('a yearly limit is one room for all days', () => {
  const used: Used = new Map()
  expect(takeRoom(used, YEAR, 3_000, sharer('a', '2022-03-01T12:00', { days: 5 }))).toBe(3_000)
  expect(takeRoom(used, YEAR, 3_000, sharer('b', '2022-04-01T12:00'))).toBe(1_000)
  expect(takeRoom(used, YEAR, 1, sharer('c', '2022-05-01T12:00'))).toBe(0)
})

test('verified hours go before those that wait, then the first earned, then the id', () => {
  const waits = sharer('a', '2022-03-01T12:00', { pending: true })
  const counts = sharer('b', '2022-04-01T12:00')
  const sooner = sharer('d', '2022-03-31T12:00')
  const alike = sharer('c', '2022-04-01T12:00')
  expect([waits, alike, counts, sooner].sort(byRight)).toEqual([sooner, counts, alike, waits])
})

test('a bucket tells which cap or subject limits', () => {
  expect([DAY.bucket, YEAR.bucket, subjectBucket('sx22-public-1')].map(limitedBy)).toEqual([
    'training-day',
    'self-study',
    'sx22-public-1',
  ])
})
