// The first screen of people of several standings; time stands at 2022-08-15 in the country of the tests.

import { hoursOf } from '../../domain/kernel/hours'
import { plusMs } from '../../domain/kernel/instant'
import { emptyAccount } from '../../domain/ledger/account'
import { course, session } from '../../tests/doors/matrix/things'
import { placeOf, World } from '../../tests/doors/matrix/world'
import { personOf } from '../../tests/harness/person-of'
import type { ClaimDocument } from '../claims/filing/documents'
import { packs } from '../kernel/packs'
import { accept } from '../kernel/refused'
import { noticesOf } from './notices'
import { showHome } from './show-home'

let country: World
beforeAll(async () => {
  country = await World.open()
})
afterAll(() => country.close())

const OWN = placeOf('trainee', 'own')
const home = (world: World, who = 'trainee') => world.calls(`o-${who}`).home.view()

describe('claims on the first screen', () => {
  const claim = async (world: World, title: string, state: ClaimDocument['state'], minute: number) => {
    const made = await world.claim(OWN, { ownerId: 'trainee', at: 'unit', state })
    await world.store.replace('claims', { ...made, title, submittedAt: plusMs(world.now, minute * 60_000) })
  }

  test('are the open ones, what was returned before what waits, three of them', async () => {
    const world = country.twin()
    for (const [n, state] of (['credited', 'rejected', 'withdrawn', 'lapsed', 'revoked'] as const).entries())
      await claim(world, state, state, n)
    await claim(world, 'waits, first', 'submitted', 10)
    await claim(world, 'returned, first', 'returned', 11)
    await claim(world, 'waits, second', 'submitted', 12)
    expect((await home(world)).claims.map(({ title }) => title)).toEqual([
      'returned, first',
      'waits, second',
      'waits, first',
    ])
    await claim(world, 'returned, second', 'returned', 13)
    expect((await home(world)).claims.map(({ title }) => title)).toEqual([
      'returned, second',
      'returned, first',
      'waits, second',
    ])
  })
})

describe('courses under way', () => {
  test('are those begun, three of them, without what is new', async () => {
    const world = country.twin()
    const begun = []
    for (let n = 0; n < 4; n += 1) {
      const courseId = await course(OWN, world)
      begun.push(courseId)
      await world.calls('o-trainee').study.enrol({ courseId, targetYear: 2022 })
    }
    await course(OWN, world)
    const { underway } = await home(world)
    expect(underway).toEqual(
      begun.slice(0, 3).map((courseId) => ({
        ...{ courseId, title: courseId, progressPercent: 0, hours: hoursOf(8) },
      })),
    )
  })

  test('a sample is none where samples are refused', async () => {
    const world = country.twin()
    await session({ ...OWN, ownerId: 'trainee' }, world)
    expect((await home(world)).underway).toHaveLength(1)
    const ctx = world.as('o-trainee')
    const person = await world.store.get('persons', 'trainee')
    if (!person) throw new Error('no trainee')
    const real = { ...ctx, ports: { ...ctx.ports, sampleContent: 'refused' as const } }
    expect((await showHome(real, person)).underway).toEqual([])
  })
})

describe('what waits for a reviewer', () => {
  test('nothing for a person who reviews nothing', async () => {
    expect((await home(country.twin())).reviewerQueue).toBeNull()
  })
  test('a unit’s people and claims; above it, claims alone', async () => {
    const world = country.twin()
    await world.claim(OWN, { ownerId: 'p-station', at: 'unit' })
    for (let n = 0; n < 2; n += 1) await world.person('station', { binding: 'claimed' })
    await world.claim(OWN, { ownerId: 'p-station', at: 'department' })
    await world.claim(OWN, { ownerId: 'p-station', at: 'department' })
    expect((await home(world, 'unit-reviewer')).reviewerQueue).toEqual({ people: 2, contests: 0, claims: 1 })
    expect((await home(world, 'department-reviewer')).reviewerQueue).toEqual({
      ...{ people: null, contests: 0, claims: 2 },
    })
  })
})

describe('a region where the year is handed in (QH23-11)', () => {
  const inQinghai = async (claims: Partial<ClaimDocument>[]) => {
    const world = country.twin()
    const now = plusMs(world.now, 365 * 86_400_000)
    world.still = { now }
    const person = await world.store.insert('persons', {
      ...personOf('lake', { at: now, region: 'qinghai', unitId: 'station' }),
    })
    await world.store.insert('bindings', { _id: person.openid, personId: 'lake' })
    await world.store.insert('accounts', filled('lake'))
    for (const change of claims) {
      const made = await world.claim(OWN, { ownerId: 'p-station', at: 'unit' })
      const { version } = accept(packs.standardOf('qinghai', 2023))
      const of = { personId: 'lake', region: 'qinghai', targetYear: 2023, policyVersion: version } as const
      await world.store.replace('claims', { ...made, ...of, ...change })
    }
    return (await home(world, 'lake')).next
  }
  /** All hours of 2023, which wait. */
  const filled = (personId: string) => {
    const empty = emptyAccount()
    const waiting = (hours: number) => ({ ...empty.portions.public, pending: hoursOf(hours) })
    return {
      ...{ ...empty, _id: `${personId}:qinghai:2023`, personId, region: 'qinghai', year: 2023 },
      portions: { public: waiting(45), professional: waiting(90) },
    }
  }
  const YEAR = { kind: 'year', subject: { type: 'year' } } as const

  test('all hours are there: the year is handed in', async () => {
    expect(await inQinghai([])).toEqual({ kind: 'submit-year', year: 2023 })
  })
  test('once it was, its level is waited for', async () => {
    expect(await inQinghai([YEAR])).toEqual({ kind: 'wait-verification', unitName: 'station' })
  })
  test('neither another claim nor another year’s is the year', async () => {
    expect(await inQinghai([{}])).toEqual({ kind: 'submit-year', year: 2023 })
    expect(await inQinghai([{ ...YEAR, targetYear: 2022, region: 'shandong', policyVersion: '' }])).toEqual({
      ...{ kind: 'submit-year', year: 2023 },
    })
  })
})

describe('the words of the year’s notice', () => {
  const told = (...of: Parameters<typeof packs.standardOf>) =>
    noticesOf(accept(packs.standardOf(...of))).map(({ title, clauseId, text }) => [
      title,
      clauseId,
      text !== '',
    ])

  test('in Shaanxi: how much, what can be claimed, until when past years are made up', () => {
    expect(told('shaanxi', 2022)).toEqual([
      ['2022 年陕西省要求多少学时', 'SX22-1', true],
      ['公需课能不能认证', 'SX22-10', true],
      ['以前年度补学到什么时候', 'SX22-15', true],
    ])
  })
  test('in Ningxia nothing is asked of a single year', () => {
    expect(told('ningxia', 2022)).toEqual([['公需课能不能认证', 'NX22-1', true]])
  })
})
