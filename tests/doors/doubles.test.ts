// Credits that may be one: what the bureau's list shows, and what it no longer holds.
import { double } from './matrix/things'
import { placeOf, World } from './matrix/world'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world.close())

const PLACE = placeOf('unit-reviewer', 'own')
const staff = () => world.calls('o-clerk-county').oversight

test('one of which a side was taken back is settled: it is not listed, and stands in no other’s way', async () => {
  const doubleId = await double(PLACE, world)
  // The course was learned in Shaanxi, where its person was before.
  await world.store.insert('memberships', {
    ...{ _id: world.next('membership'), personId: PLACE.personId, region: 'shaanxi', unitId: PLACE.unit },
    ...{ unitName: PLACE.unit, from: world.now, until: null },
  })
  const listed = async () => (await staff().doubles({})).doubles.map((one) => one.doubleId)
  expect(await listed()).toContain(doubleId)
  const found = await world.store.get('doubles', doubleId)
  const named = { entryId: found?.line.entryId ?? '' }
  await staff().voidEntry({ named, reason: '同一次学习申报了两次' })
  expect(await listed()).not.toContain(doubleId)
  expect(await world.store.get('doubles', doubleId)).toMatchObject({ state: 'settled', decided: null })
  const kept = { doubleId, decisionId: world.next('d'), reason: '两次不同的学习' }
  await staff().keepDouble(kept)
  expect(await world.store.get('doubles', doubleId)).toMatchObject({ state: 'settled', decided: null })
})
