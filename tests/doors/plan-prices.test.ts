// The prices that a plan reckons with: those of the notice in force on its day, for the county of the unit.
import { hoursOf } from '../../domain/kernel/hours'
import { day, startOfDay } from '../../domain/kernel/instant'
import { postHours } from '../../server/books/hours/post-hours'
import { packs } from '../../server/kernel/packs'
import { postingOf } from '../harness/ledger'
import { course } from './matrix/things'
import { placeOf, World } from './matrix/world'

let country: World
beforeAll(async () => {
  country = await World.open()
})
afterAll(() => country.close())

/** The public subjects of a year, all passed: what a plan still needs is professional. */
const PUBLIC: Readonly<Record<number, readonly (readonly [subjectId: string, hours: number])[]>> = {
  2020: [['sx20-public-1', 24]],
  2022: [
    ['sx22-public-1', 12],
    ['sx22-public-2', 10],
    ['sx22-public-3', 2],
  ],
}

/** The price of 56 professional hours online, in the plans of somebody whose unit is in that county. */
async function priced(year: number, county: string) {
  const world = country.twin()
  world.still = { now: startOfDay(day(`${year}-09-01`)) }
  const offered = await world.store.get('courses', await course(placeOf('trainee', 'foreign'), world))
  const unit = await world.store.get('organisations', 'far-unit')
  const pack = packs.standardOf('shaanxi', year)
  if (!offered || !unit || !pack.ok) throw new Error('nothing is offered')
  await world.store.replace('courses', { ...offered, year, hours: hoursOf(56) })
  await world.store.replace('organisations', { ...unit, county })
  const { openid, ...person } = await world.person('far-unit')
  for (const [subjectId, hours] of PUBLIC[year] ?? []) {
    const earned = { category: 'public', subjectId, earnedAt: startOfDay(day(`${year}-03-01`)) } as const
    const posting = postingOf({ openid, ...person }, [subjectId, hours], earned)
    await world.store.transact((tx) =>
      postHours(tx, { ...posting, targetYear: year, pack: pack.value, recordedAt: earned.earnedAt }),
    )
  }
  const asked = { level: 'senior', applicationYear: year, minutesPerEvening: 60, declared: {} } as const
  const { plans } = await world.calls(openid).title.plan(asked)
  return [...new Set(plans.map(({ feeFen }) => feeFen))]
}

test('SX20-11: in 2020 four yuan an hour, and two in the counties that are named', async () => {
  expect(await priced(2020, '')).toEqual([22_400])
  expect(await priced(2020, '洋县')).toEqual([11_200])
})

test('SX22-18: in 2022 at most 3.6 yuan an hour', async () => {
  expect(await priced(2022, '')).toEqual([20_160])
})
