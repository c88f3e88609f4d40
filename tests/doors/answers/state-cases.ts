import { plusSeconds } from '../../../domain/kernel/instant'
import { nameKeyOf } from '../../../server/bodies/body-name'
import type { OrganisationDocument } from '../../../server/bodies/documents'
import { keyedHash } from '../../../server/kernel/ports/sealing'
import { CONSENT_VERSION } from '../../../server/people/consent'
import type { EntryTokenDocument, PersonDocument } from '../../../server/people/documents'
import { hashOfMobile } from '../../../server/people/mobile-hash'
import type { World } from '../matrix/world'
import { GONE, grantOf } from '../refusals/situations'
import { idNumberOf } from '../town'
import type { Case } from './case'
import { learned } from './learned'

const NUMBER = idNumberOf('19890807', '123')
const FACTS = {
  name: '孟浩然',
  idNumber: NUMBER,
  consentVersion: CONSENT_VERSION,
  channel: 'search',
} as const
const MOBILE = '13800009998'
const TOKEN = `u${'k'.repeat(15)}`

const hashOf = (world: World, number = NUMBER): string =>
  keyedHash('id-number', number, world.as('').ports.secrets)

/** A newcomer who agreed and whose phone is known. */
async function arrived(world: World, openid = 'o-newcomer'): Promise<void> {
  const calls = world.calls(openid)
  await calls.account.consent({ version: CONSENT_VERSION })
  await calls.account.phone({ code: world.cloud.phoneCodes.issue(MOBILE) })
}

const lined = (world: World, name: string, mobile = MOBILE) =>
  world.store.insert('roster-lines', {
    ...{ _id: `station:${hashOf(world)}`, unitId: 'station', name },
    details: {
      ...{ importId: '', idNumberMasked: '', mobileMasked: '', position: '', remark: '' },
      mobileHash: hashOfMobile(mobile, world.as('').ports.secrets),
    },
  })

const token = (change: Partial<EntryTokenDocument>) => (world: World) =>
  world.store.insert('entry-tokens', {
    ...{ _id: TOKEN, kind: 'unit', unitId: 'station', courseId: null, singleUse: true, usedBy: null },
    ...{ expiresAt: plusSeconds(world.now, 86_400), ...change },
  })

type Setting = (world: World) => Promise<unknown>
const registering = (about: string, set: Setting, more: object = { unitId: 'station' }): Case => ({
  ...{ path: 'account.register', about, who: 'newcomer' },
  input: async (_, world) => {
    await arrived(world)
    await set(world)
    return { ...FACTS, ...more }
  },
})

const nothing: Setting = async () => null
const byCode = { token: TOKEN }

const onRosterByCode: Setting = async (world) => {
  await lined(world, '孟浩然')
  await token({ singleUse: false })(world)
}

const registrations: Case[] = [
  registering('on the roster', (world) => lined(world, '孟浩然')),
  registering('on the roster, by its code', onRosterByCode, byCode),
  registering(
    'on the roster with another mobile number, by its code',
    async (world) => {
      await lined(world, '孟浩然', '13900001111')
      await token({ singleUse: false })(world)
    },
    byCode,
  ),
  registering('on the roster under another name', (world) => lined(world, '孟皓然')),
  registering('at a base', nothing, { unitId: 'base' }),
  registering('at a bureau', nothing, { unitId: 'county' }),
  registering('at a bureau, by its code', token({ unitId: 'county', singleUse: false }), byCode),
  registering('by a code for one', token({}), byCode),
  registering('by a code for one that they used', token({ usedBy: 'o-newcomer' }), byCode),
  registering('by a code for one that another used', token({ usedBy: 'o-trainee' }), byCode),
  registering('by a code for many', token({ singleUse: false }), byCode),
  registering('by a code of yesterday', (world) => token({ expiresAt: world.now })(world), byCode),
  registering('by a code that nobody made', nothing, byCode),
  registering('by a code that is no code of ours', nothing, { token: `${TOKEN}k` }),
  registering('with a number that another is verified by', (world) =>
    world.store.insert('identity-keys', {
      _id: hashOf(world),
      personId: 'p-orchard',
      unitName: '演示orchard',
    }),
  ),
  registering(
    'with a number that another is verified by, proven by code and mobile number',
    async (world) => {
      await world.store.insert('identity-keys', {
        ...{ _id: hashOf(world), personId: 'p-orchard', unitName: '演示orchard' },
      })
      await onRosterByCode(world)
    },
    byCode,
  ),
  registering('once more, with other facts', async (world) => {
    await world.calls('o-newcomer').account.register({ ...FACTS, name: '孟先', unitId: 'survey' })
    await lined(world, '孟浩然')
  }),
]

/** The number's owner at a unit, by whom it is verified. */
async function owned(
  world: World,
  at: string,
  change: Partial<PersonDocument> = {},
): Promise<PersonDocument> {
  const person = await world.person(at, { idNumberHash: hashOf(world), ...change })
  await world.store.insert('identity-keys', {
    ...{ _id: hashOf(world), personId: person._id, unitName: person.unitName },
  })
  return person
}

async function reviewers(
  world: World,
  orgId: string,
  count: number,
  role: 'unit-reviewer' | 'department-reviewer',
) {
  for (let n = 0; n < count; n += 1) {
    const { _id: personId } = await world.person('station')
    await world.calls('o-bureau-reviewer').organisation.grant({
      ...{ personId, role, orgId, until: null, actId: world.next('act') },
    })
  }
}

const contesting = (about: string, set: Setting, who = 'newcomer'): Case => ({
  ...{ path: 'account.contest', about, who },
  input: async (_, world) => {
    await set(world)
    return { name: '孟浩然', idNumber: NUMBER, statement: '这是我本人' }
  },
})

const contests: Case[] = [
  contesting('a number that nobody has', nothing),
  contesting('a number of a unit with seven reviewers', async (world) => {
    await owned(world, 'station')
    await reviewers(world, 'station', 7, 'unit-reviewer')
  }),
  contesting('the number of the unit’s one reviewer', async (world) => {
    const { _id: personId } = await owned(world, 'station')
    await world.calls('o-bureau-reviewer').organisation.grant({
      ...{ personId, role: 'unit-reviewer', orgId: 'station', until: null, actId: world.next('act') },
    })
    await reviewers(world, 'water', 1, 'department-reviewer')
  }),
  contesting('the number of one who answers for more than the unit', async (world) => {
    await owned(world, 'station', { roles: [grantOf('committee', 'county')] })
    await reviewers(world, 'station', 1, 'unit-reviewer')
    await reviewers(world, 'water', 1, 'department-reviewer')
  }),
  contesting('by one whose own registration waits', async (world) => {
    await owned(world, 'station')
    await world.person('survey', { _id: 'waiting', openid: 'o-newcomer', binding: 'claimed' })
  }),
  contesting('by one who is verified', (world) => owned(world, 'station'), 'trainee'),
  contesting('once more, after it was not granted', async (world) => {
    await owned(world, 'station')
    await world
      .calls('o-newcomer')
      .account.contest({ name: '孟浩然', idNumber: NUMBER, statement: '先前一次' })
    const { items } = await world.store.query('contests', 'byUnit', {
      ...{ equals: { unitId: 'station', state: 'open' }, limit: 20 },
    })
    for (const one of items) await world.store.replace('contests', { ...one, state: 'kept' })
  }),
]

/** A unit that someone registered under the department. */
async function founded(world: World, change: Partial<OrganisationDocument> = {}): Promise<string> {
  const orgId = await world.waitingBody('unit', 'water')
  const body = await world.store.get('organisations', orgId)
  if (!body) throw new Error('no body')
  await world.store.replace('organisations', { ...body, ...change })
  await world.store.insert('organisation-names', { _id: nameKeyOf('water', body.name), orgId })
  return orgId
}

const BEFORE = { decidedByName: '上一位', reviewNote: '名称不全' } as const
const ofState = (state: OrganisationDocument['state']) => (world: World) =>
  founded(world, { state, ...(state === 'registered' ? {} : { ...BEFORE, decidedAt: world.now }) })

const reviewing = (
  about: string,
  kind: 'verify' | 'return',
  set: (world: World) => Promise<string>,
): Case => ({
  ...{ path: `organisation.${kind}`, about, who: 'department-reviewer' },
  input: async (_, world) => {
    const orgId = await set(world)
    const decided = { orgId, decisionId: world.next('d') }
    if (kind === 'return') return { ...decided, reason: '请写全称' }
    return { ...decided, registrar: await world.registrarOf(orgId) }
  },
})

const bodies: Case[] = [
  ...(['registered', 'returned', 'verified'] as const).flatMap((state) =>
    (['verify', 'return'] as const).map((kind) => reviewing(`a body that is ${state}`, kind, ofState(state))),
  ),
  ...(['verify', 'return'] as const).flatMap((kind) => [
    reviewing('a body without a registrar', kind, (world) => founded(world, { registrarOpenid: '' })),
    reviewing('a body whose registrar is not registered', kind, (world) =>
      founded(world, { registrarOpenid: 'o-unknown' }),
    ),
    reviewing('a body of one’s own', kind, (world) =>
      founded(world, { registrarOpenid: 'o-department-reviewer' }),
    ),
    reviewing('a body that a verified person of elsewhere registered', kind, (world) =>
      founded(world, { registrarOpenid: 'o-p-survey' }),
    ),
    reviewing('no body', kind, async () => GONE),
  ]),
]

const founding = (about: string, set: (world: World) => Promise<object>, who = 'trainee'): Case => ({
  ...{ path: 'organisation.register', about, who },
  input: async (_, world) => ({
    ...{ name: '长流水库', kind: 'unit', parentId: 'water', isPrivate: false, ...(await set(world)) },
  }),
})

const nameOf = async (world: World, orgId: string) => ({
  name: (await world.store.get('organisations', orgId))?.name ?? '',
})

const foundings: Case[] = [
  founding('a name that another’s waiting body has', async (world) => nameOf(world, await founded(world))),
  founding('one’s own that waits', async (world) =>
    nameOf(world, await founded(world, { registrarOpenid: 'o-trainee' })),
  ),
  founding('one’s own that was returned', async (world) =>
    nameOf(world, await founded(world, { registrarOpenid: 'o-trainee', state: 'returned', ...BEFORE })),
  ),
  founding('another’s that was returned', async (world) =>
    nameOf(world, await founded(world, { state: 'returned', ...BEFORE })),
  ),
  founding('below a body that waits', async (world) => ({
    parentId: await world.waitingBody('department', 'county'),
  })),
  founding('below no body', async () => ({ parentId: GONE })),
  founding('a private unit below a department', async () => ({ isPrivate: true })),
  founding('by one whose phone is not known', async () => ({}), 'stranger'),
  founding(
    'by a newcomer',
    async (world) => {
      await arrived(world)
      return {}
    },
    'newcomer',
  ),
  ...(['unit', 'township'] as const).map((kind) =>
    founding(`a private ${kind} below a township`, async (world) => {
      const farm = await world.store.get('organisations', 'farm')
      if (farm) await world.store.replace('organisations', { ...farm, kind: 'township' })
      return { kind, parentId: 'farm', isPrivate: true }
    }),
  ),
]

/** Their wish to go from the station to the survey or to another region. */
const moving = (about: string, toUnitId: string, set: (world: World) => Promise<string>): Case => ({
  ...{ path: 'organisation.confirmMove', about, who: 'receiving' },
  input: async (_, world) => {
    await world.person(toUnitId, {
      ...{ _id: 'receiving', openid: 'o-receiving', roles: [grantOf('unit-reviewer', toUnitId)] },
    })
    const personId = await set(world)
    const { moveId } = await world.store.insert('moves', {
      ...{ _id: personId, moveId: world.next('move'), personName: '孔令仪', idNumberMasked: '' },
      ...{ fromUnitId: 'station', fromUnitName: '演示station', toUnitId, toUnitName: `演示${toUnitId}` },
      ...{ state: 'waiting', note: '', at: world.now },
    })
    return { personId, moveId }
  },
})

async function officer(world: World): Promise<string> {
  const { _id: personId } = await owned(world, 'station')
  for (const orgId of ['station', 'orchard'])
    await world.calls('o-bureau-reviewer').organisation.grant({
      ...{ personId, role: 'unit-reviewer', orgId, until: null, actId: world.next('act') },
    })
  return personId
}

const moves: Case[] = [
  moving('of one who has offices here and elsewhere', 'survey', officer),
  moving('for the second time', 'survey', async (world) => {
    const { _id: personId, unitName, region } = await owned(world, 'station', { memberSince: world.now })
    await world.store.insert('memberships', {
      ...{ _id: `${personId}:${world.now}`, personId, unitId: 'station', unitName, region },
      ...{ from: world.now, until: null },
    })
    return personId
  }),
  moving('to another region', 'west-unit', async (world) => (await owned(world, 'station'))._id),
]

const standing: Case[] = [true, false].map(
  (behindOnly): Case => ({
    ...{ path: 'review.standing', about: behindOnly ? 'who is behind' : 'everybody', who: 'unit-reviewer' },
    input: async (_, world) => {
      for (const [personId, hours] of [
        ['trainee', 30],
        ['committee', 29.99],
      ] as const) {
        await learned(world, personId, {
          public: { counted: hours, pending: 1 },
          professional: { counted: 60, pending: 2 },
        })
      }
      return { behindOnly }
    },
  }),
)

/** What an account reads of its contest when it comes in. */
const entering = (about: string, change: object | null): Case => ({
  ...{ path: 'account.enter', about: `with a contest that ${about}`, who: 'newcomer' },
  input: async (_, world) => {
    await owned(world, 'station')
    await world
      .calls('o-newcomer')
      .account.contest({ name: '孟浩然', idNumber: NUMBER, statement: '这是我本人' })
    const { items } = await world.store.query('contests', 'byUnit', {
      ...{ equals: { unitId: 'station', state: 'open' }, limit: 20 },
    })
    const filed = items.find(({ openid }) => openid === 'o-newcomer')
    if (filed && change) await world.store.replace('contests', { ...filed, ...change })
    return { channel: 'search', scene: 1001 }
  },
})

const decided = {
  reason: '证件不符',
  decidedForName: '演示station',
  decidedByName: '孔令仪',
  decidedAt: 1_660_530_000_000,
}
const entries: Case[] = [
  entering('waits', null),
  entering('was not granted', { ...decided, state: 'kept' }),
  entering('was granted', { ...decided, state: 'rebound' }),
  {
    ...{ path: 'account.enter', about: 'by an account that was moved away', who: 'newcomer' },
    input: async (_, world) => {
      await arrived(world)
      const kept = await world.store.get('registrations', 'o-newcomer')
      if (kept)
        await world.store.replace('registrations', {
          ...kept,
          moved: { at: world.now, orgName: '演示station' },
        })
      return { channel: 'search', scene: 1001 }
    },
  },
]

export const stateCases: readonly Case[] = [
  ...registrations,
  ...contests,
  ...bodies,
  ...foundings,
  ...moves,
  ...standing,
  ...entries,
]
