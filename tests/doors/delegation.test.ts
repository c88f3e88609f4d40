// A reviewer who is away: until when a colleague may stand in, who can be asked, and what ends when they are back.
import { DAY_MS, instant, plusDays } from '../../domain/kernel/instant'
import type { RoleGrant, RoleName } from '../../domain/organisation/roles'
import { Refused } from '../../server/kernel/refused'
import { type Place, placeOf, World } from './matrix/world'

let world: World
const place: Place = placeOf('unit-reviewer', 'own')
const review = () => world.calls('o-unit-reviewer').review

beforeAll(async () => {
  world = await World.open()
  world.still = { now: world.now }
})
afterAll(() => world.close())

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    ({ cause }: { cause?: unknown }) => (cause instanceof Refused ? cause.refusal.code : String(cause)),
  )
const colleague = async (): Promise<string> => (await world.person(place.unit))._id
const rolesOf = async (personId: string): Promise<string[]> =>
  ((await world.store.get('persons', personId))?.roles ?? []).map(({ role, orgId }) => `${role} ${orgId}`)

// The world stands at ten in the morning of 2022-08-15.
test.each([
  ['yesterday', '2022-08-14', 'INPUT_INVALID'],
  ['this evening', '2022-08-15', 'done'],
  ['the last evening within 92 days', '2022-11-14', 'done'],
  ['the evening after', '2022-11-15', 'INPUT_INVALID'],
])('until %s', async (_, until, code) => {
  const personId = await colleague()
  expect(await codeOf(review().delegate({ personId, until, actId: world.next('act') }))).toBe(code)
  const held = (await world.store.get('persons', personId))?.roles ?? []
  const end = instant(Date.parse(`${until}T00:00:00+08:00`) + DAY_MS)
  expect(held.map((grant) => grant.until)).toEqual(code === 'done' ? [end] : [])
})

test('who stands in is asked no more, and is told apart from who may be asked', async () => {
  const personId = await colleague()
  const named = (list: readonly { personId: string }[] | undefined) =>
    (list ?? []).some((one) => one.personId === personId)
  const before = await review().delegations()
  expect([named(before.given), named(before.bodies[0]?.colleagues)]).toEqual([false, true])
  const after = await review().delegate({ personId, until: '2022-08-20', actId: world.next('act') })
  expect([named(after.given), named(after.bodies[0]?.colleagues)]).toEqual([true, false])
  expect(after.today).toBe('2022-08-15')
  expect(after.bodies.flatMap(({ colleagues }) => colleagues.map((one) => one.personId))).not.toContain(
    'unit-reviewer',
  )
})

test('a colleague who reviews there for good stays as they are', async () => {
  const { _id: personId } = await world.person(place.unit, { roles: [granted('unit-reviewer', null)] })
  await review().delegate({ personId, until: '2022-08-20', actId: world.next('act') })
  const person = await world.store.get('persons', personId)
  expect(person?.roles).toEqual([granted('unit-reviewer', null)])
})

const granted = (
  role: RoleName,
  until: RoleGrant['until'],
  { orgId = place.unit, grantedBy = 'unit-reviewer' } = {},
): RoleGrant => ({ role, orgId, until, grantedBy })

test('who is back ends what was handed on, and no other role', async () => {
  const soon = plusDays(world.now, 3)
  const stays = [
    granted('unit-reviewer', soon, { orgId: 'survey' }),
    granted('unit-reviewer', soon, { grantedBy: 'bureau-reviewer' }),
    granted('committee', soon),
  ]
  for (const other of stays) {
    const { _id: personId } = await world.person(place.unit, { roles: [other] })
    await review().endDelegation({ personId, actId: world.next('act') })
    expect(await rolesOf(personId)).toEqual([`${other.role} ${other.orgId}`])
  }
  const { _id: handed } = await world.person(place.unit, { roles: [granted('unit-reviewer', soon)] })
  await review().endDelegation({ personId: handed, actId: world.next('act') })
  expect(await rolesOf(handed)).toEqual([])
})

test('who stands in cannot hand on what they stand in for', async () => {
  const { _id: standIn } = await world.person(place.unit, {
    roles: [granted('unit-reviewer', plusDays(world.now, 3))],
  })
  const call = world
    .calls(`o-${standIn}`)
    .review.delegate({ personId: await colleague(), until: '2022-08-20', actId: world.next('act') })
  expect(await codeOf(call)).toMatch(/^(OUT_OF_SCOPE|ROLE_MISSING)$/)
})
