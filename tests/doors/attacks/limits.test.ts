// What somebody who may do a thing once does again and again, and the door that was not meant for them.
import { plusDays } from '../../../domain/kernel/instant'
import { OUR_LIMITS } from '../../../server/kernel/our-limits'
import { CONSENT_VERSION } from '../../../server/people/consent'
import { newToken } from '../../../server/people/read-token'
import { codeOf } from '../../harness/overseers'
import { World } from '../matrix/world'
import { spent } from '../refusals/situations'
import { idNumberOf } from '../town'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world.close())

describe('numbers read in full are so many a day', () => {
  const reads = (readingId: string) =>
    world
      .calls('o-bureau-staff')
      .account.revealIdNumber({ personId: 'p-station', reason: '核对身份', readingId })

  test('one after the other, and a lost answer asked for again is none of them', async () => {
    await spent(world, 'read-number', 'bureau-staff', OUR_LIMITS['read-number'].most - 1)
    expect(await codeOf(reads('last'))).toBe('accepted')
    expect(await codeOf(reads('last'))).toBe('accepted')
    expect(await codeOf(reads('one-more'))).toBe('TOO_OFTEN')
    expect(await codeOf(reads('last'))).toBe('accepted')
  })

  test('what is refused leaves no line and tells nobody', async () => {
    const lines = async () =>
      (await world.store.query('audit', 'byActor', { equals: { actorId: 'bureau-staff' }, limit: 100 })).items
    const before = await lines()
    expect(await codeOf(reads('another'))).toBe('TOO_OFTEN')
    expect(await lines()).toEqual(before)
  })

  test('a committee’s export counts each person, and masked ones nothing', async () => {
    const asked = { orgId: 'station', level: 'middle', applicationYear: 2022 } as const
    const exports = (readingId: string | null) =>
      world.calls('o-committee').outside.titleExport({
        ...asked,
        idNumbers: readingId === null ? null : { readingId, reason: '职称评审核对' },
      })
    await spent(world, 'export-number', 'committee', OUR_LIMITS['export-number'].most - 1)
    expect(await codeOf(exports('all-of-the-station'))).toBe('TOO_OFTEN')
    expect(await codeOf(exports(null))).toBe('accepted')
  })
})

describe('a bureau’s, a department’s own people come by its code', () => {
  const registers = async (given: object) => {
    const openid = world.next('o-own')
    const { account } = world.calls(openid)
    await account.consent({ version: CONSENT_VERSION })
    await account.phone({ code: world.cloud.phoneCodes.issue('13800009999') })
    const idNumber = idNumberOf('19890807', world.next('').slice(1).padStart(3, '1'))
    return account.register({
      ...{ name: '孟浩然', idNumber, consentVersion: CONSENT_VERSION, channel: 'search' as const },
      ...given,
    })
  }
  const codeAt = async (unitId: string) => {
    const { _id } = await world.store.insert('entry-tokens', {
      ...{ _id: newToken('unit', world.as('')), kind: 'unit', unitId, courseId: null, singleUse: false },
      ...{ usedBy: null, expiresAt: plusDays(world.now, 1) },
    })
    return _id
  }

  test.each(['county', 'water', 'province', 'base'])('%s is not registered at by its id', async (unitId) => {
    expect(await codeOf(registers({ unitId }))).toBe('UNIT_UNKNOWN')
    // A code for somewhere else is no code for it.
    expect(await codeOf(registers({ unitId, token: await codeAt('base') }))).toBe('UNIT_UNKNOWN')
  })

  test.each(['county', 'water', 'station'])('%s is by the code that it shows', async (unitId) => {
    expect(await codeOf(registers({ token: await codeAt(unitId) }))).toBe('accepted')
  })
})

test('M3: many accounts together do not bury one body under registrations', async () => {
  const registers = async (parentId: string) => {
    const openid = world.next('o-founder')
    const { account, organisation } = world.calls(openid)
    await account.phone({ code: world.cloud.phoneCodes.issue('13800009999') })
    return organisation.register({
      ...{ name: `新单位${openid}`, kind: 'unit' as const, parentId, isPrivate: false },
    })
  }
  await spent(world, 'new-body-under', 'water', OUR_LIMITS['new-body-under'].most - 1)
  expect(await codeOf(registers('water'))).toBe('accepted')
  expect(await codeOf(registers('water'))).toBe('TOO_OFTEN')
  expect(await codeOf(registers('county'))).toBe('accepted')
})
