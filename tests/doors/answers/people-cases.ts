import type { RoleName } from '../../../domain/organisation/roles'
import { keyedHash } from '../../../server/kernel/ports/sealing'
import type { ContestDocument, PersonDocument } from '../../../server/people/documents'
import { hashOfMobile } from '../../../server/people/mobile-hash'
import { sealedMobile } from '../../harness/person-of'
import { ROSTER_TITLES, xlsxOf } from '../../harness/sheets'
import type { World } from '../matrix/world'
import { GONE, grantOf } from '../refusals/situations'
import { idNumberOf } from '../town'
import { type Case, passes } from './case'
import { learned } from './learned'

const numberOf = (order: string): string => idNumberOf('19880808', order)
const MOBILE = '13800009998'
const mobileHash = (world: World): string => hashOfMobile(MOBILE, world.as('').ports.secrets)
/** What makes the station's roster verify a person: its code, and the mobile number that it has. */
const proof = (world: World, _id = world.next('p')) => ({
  ...{ _id, codeOf: 'station', mobile: sealedMobile(world.as(''), _id, MOBILE) },
})
const hashOf = (world: World, order: string): string =>
  keyedHash('id-number', numberOf(order), world.as('').ports.secrets)

/** A person of that number at a unit, verified unless it is said otherwise. */
const known = (world: World, order: string, change: Partial<PersonDocument> & { at: string }) => {
  const { at, ...more } = change
  return world.person(at, { idNumberHash: hashOf(world, order), ...more })
}

/** A line that the station's roster has about that number. */
const lined = (world: World, order: string, name: string, position = '教师') =>
  world.store.insert('roster-lines', {
    ...{ _id: `station:${hashOf(world, order)}`, unitId: 'station', name },
    details: {
      ...{ importId: 'earlier', idNumberMasked: `9901**********${numberOf(order).slice(-4)}` },
      ...{ mobileMasked: '138****9998', mobileHash: mobileHash(world), position, remark: '' },
    },
  })

/** Someone with that role at any body, who calls as `o-<id>`. */
export const official = (world: World, id: string, { role, orgId, unit = 'station' }: Office) =>
  world.person(unit, { _id: id, openid: `o-${id}`, roles: [grantOf(role, orgId)] })
interface Office {
  role: RoleName
  orgId: string
  unit?: string
}

/** Whom a roster can meet: on it already, renamed, waiting, elsewhere, under another name, with a number that is taken. */
const MET: readonly [order: string, name: string][] = [
  ['101', '孟同样'],
  ['103', '孟调岗'],
  ['105', '孟更名'],
  ['107', '孟等待'],
  ['109', '孟占号'],
  ['111', '孟在外'],
  ['113', '孟两处'],
  ['115', '孟未核'],
  ['117', '孟异名'],
  ['119', '孟异外'],
  ['121', '孟存疑'],
]

async function meet(world: World): Promise<void> {
  await lined(world, '101', '孟同样')
  await lined(world, '103', '孟调岗', '工人')
  await lined(world, '105', '孟旧名')
  await known(world, '107', { at: 'station', name: '孟等待', binding: 'claimed', ...proof(world) })
  await known(world, '109', { at: 'station', name: '孟占号', binding: 'claimed' })
  await world.store.insert('identity-keys', {
    ...{ _id: hashOf(world, '109'), personId: 'p-orchard', unitName: '演示orchard' },
  })
  await known(world, '111', { at: 'survey', name: '孟在外' })
  await known(world, '113', { at: 'survey', name: '孟两处' })
  await lined(world, '113', '孟两处')
  await known(world, '115', { at: 'survey', name: '孟未核', binding: 'claimed' })
  await known(world, '117', { at: 'station', name: '王本名' })
  await known(world, '119', { at: 'survey', name: '李外人' })
  await known(world, '121', { at: 'station', name: '孟存疑', binding: 'contested' })
}

async function begun(world: World): Promise<string> {
  await meet(world)
  return brought(world)
}

async function brought(world: World): Promise<string> {
  const rows = [ROSTER_TITLES, ...MET.map(([order, name]) => [name, numberOf(order), MOBILE, '教师', ''])]
  const file = `incoming/unit-reviewer/${world.next('roster')}`
  const fileId = await world.cloud.storage.put(file, xlsxOf({ rows }))
  return (await world.calls('o-unit-reviewer').roster.begin({ fileId, fileName: '名册.xlsx' })).id
}

async function ready(world: World): Promise<string> {
  const importId = await begun(world)
  await world.calls('o-unit-reviewer').roster.check({ importId })
  return importId
}

async function running(world: World): Promise<string> {
  const importId = await ready(world)
  await world.calls('o-unit-reviewer').roster.confirm({ importId })
  return importId
}

const ofRoster = (path: string, about: string, input: (world: World) => Promise<unknown>): Case => ({
  ...{ path, about, who: 'unit-reviewer', input: (_, world) => input(world) },
})

const roster: Case[] = [
  ofRoster('roster.check', 'people who are known', async (world) => ({ importId: await begun(world) })),
  ...(['created', 'matched', 'moved', 'refused'] as const).map((verdict) =>
    ofRoster('roster.preview', `of those who are known: ${verdict}`, async (world) => ({
      ...{ importId: await ready(world), verdict },
    })),
  ),
  ofRoster('roster.preview', 'from the fifth row on', async (world) => ({
    ...{ importId: await ready(world), after: 4 },
  })),
  ofRoster('roster.step', 'people who are known', async (world) => ({ importId: await running(world) })),
  ofRoster('roster.step', 'a person who was verified under another name meanwhile', async (world) => {
    const importId = await running(world)
    await known(world, '101', { at: 'survey', name: '赵某某' })
    return { importId }
  }),
  ofRoster('roster.errors', 'people who are known', async (world) => ({ importId: await ready(world) })),
  ofRoster('roster.status', 'the last of several', async (world) => {
    await ready(world)
    passes(world, 60)
    await brought(world)
    return {}
  }),
]

async function unitOfAllSorts(world: World): Promise<void> {
  await meet(world)
  await lined(world, '131', '孟名单')
  await known(world, '133', { at: 'survey', name: '孟外单位' })
  await lined(world, '133', '孟外单位')
  await known(world, '135', { at: 'survey', name: '不是他' })
  await lined(world, '135', '孟同号')
  await world.store.insert('roster-lines', { _id: 'station:none', unitId: 'station', name: '孟无栏' })
}

const exporting = (about: string, asked: object, set: (world: World) => unknown = () => null): Case => ({
  ...{ path: 'roster.export', about, who: 'unit-reviewer' },
  input: async (_, world) => {
    await set(world)
    return asked
  },
})

const exports: Case[] = [
  exporting('people of every sort', {}, unitOfAllSorts),
  exporting('only who is not registered', { after: 'roster|' }, unitOfAllSorts),
  exporting('from those in doubt on', { after: 'contested|' }, unitOfAllSorts),
  exporting('a year that is done', {}, (world) =>
    learned(world, 'trainee', {
      public: { counted: 30, pending: 2 },
      professional: { counted: 60, pending: 3 },
    }),
  ),
  exporting('a year that is nearly done', {}, (world) =>
    learned(world, 'trainee', {
      public: { counted: 29.5, pending: 2 },
      professional: { counted: 10, pending: 3 },
    }),
  ),
  exporting('a year without a notice', {}, (world) => passes(world, 20 * 365 * 86_400)),
  ...[{ unitId: 'survey' }, {}].map((asked): Case => {
    const about = 'unitId' in asked ? 'a unit below' : 'no unit of one’s own'
    return { path: 'roster.export', about, who: 'department-reviewer', input: () => asked }
  }),
]

const TREES: readonly (readonly [who: string, parentId: string | undefined])[] = [
  ['unit-reviewer', undefined],
  ['department-reviewer', undefined],
  ['region-staff', undefined],
  ['bureau-reviewer', 'county'],
  ['bureau-reviewer', 'water'],
  ['bureau-reviewer', 'station'],
  ['bureau-reviewer', 'base'],
  ['region-staff', 'water'],
]

const bodies: Case[] = [
  ...TREES.map(
    ([who, parentId]): Case => ({
      path: 'organisation.tree',
      about: `${who} at ${parentId ?? 'the top of their own'}`,
      who,
      input: () => (parentId === undefined ? {} : { parentId }),
    }),
  ),
  {
    path: 'organisation.tree',
    about: 'two offices, one of a body that is gone',
    who: 'two-offices',
    input: async (_, world) => {
      const roles = [
        grantOf('department-reviewer', 'farm'),
        grantOf('unit-reviewer', 'farm'),
        grantOf('unit-reviewer', GONE),
      ]
      await world.person('orchard', { _id: 'two-offices', openid: 'o-two-offices', roles })
      return {}
    },
  },
  {
    path: 'organisation.tree',
    about: 'a body that waits',
    who: 'bureau-reviewer',
    input: async (_, world) => ({ parentId: await world.waitingBody('department', 'county') }),
  },
]

const giving = (about: string, { before, asked: more }: { before?: object; asked: object }): Case => ({
  ...{ path: 'organisation.grant', about, who: 'bureau-reviewer' },
  input: async (_, world) => {
    const { _id: personId } = await world.person('station')
    const asked = { personId, role: 'unit-reviewer', orgId: 'station', until: null } as const
    if (before)
      await world
        .calls('o-bureau-reviewer')
        .organisation.grant({ ...asked, actId: world.next('act'), ...before })
    return { ...asked, actId: world.next('act'), ...more }
  },
})

const END = Date.parse('2022-12-31T00:00:00+08:00')

const revoking = (about: string, who: string, of: (world: World) => Promise<object>): Case => ({
  ...{ path: 'organisation.revoke', about, who },
  input: async (_, world) => ({
    ...{ role: 'unit-reviewer', orgId: 'station', actId: world.next('act') },
    ...(await of(world)),
  }),
})

/** A person to whom the bureau gave the station. */
async function appointed(world: World): Promise<string> {
  const { _id: personId } = await world.person('station')
  await world.calls('o-bureau-reviewer').organisation.grant({
    ...{ personId, role: 'unit-reviewer', orgId: 'station', until: null, actId: world.next('act') },
  })
  return personId
}

const roles: Case[] = [
  giving('what they have', { before: {}, asked: {} }),
  giving('what they have, for a while', { before: {}, asked: { until: END } }),
  giving('what they had for a while', { before: { until: END }, asked: {} }),
  giving('one more role', { before: {}, asked: { role: 'department-reviewer', orgId: 'water' } }),
  giving('the same role elsewhere', { before: {}, asked: { orgId: 'survey' } }),
  giving('by the same tap', { before: { actId: 'one-tap' }, asked: { actId: 'one-tap', until: END } }),
  revoking('one’s own', 'unit-reviewer', async () => ({ personId: 'unit-reviewer' })),
  revoking('one’s own that one has not', 'unit-reviewer', async () => ({
    ...{ personId: 'unit-reviewer', role: 'committee' },
  })),
  revoking('what was given', 'bureau-reviewer', async (world) => ({ personId: await appointed(world) })),
  revoking('what they have not', 'bureau-reviewer', async () => ({ personId: 'trainee' })),
  revoking('of nobody', 'bureau-reviewer', async () => ({ personId: GONE })),
  {
    ...{ path: 'organisation.holders', about: 'one whose time is over', who: 'bureau-reviewer' },
    input: async (_, world) => {
      const { _id: personId } = await world.person('station')
      await appointed(world)
      await world.calls('o-bureau-reviewer').organisation.grant({
        ...{ personId, role: 'unit-reviewer', orgId: 'station', until: world.now + 7_200_000 },
        actId: world.next('act'),
      })
      passes(world, 7_200)
      return { orgId: 'station' }
    },
  },
]

/** A contest about the number of a person of the station, who may be nobody. */
const contested = (world: World, holderId: string, change: Partial<ContestDocument> = {}) =>
  world.store.insert('contests', {
    ...{ _id: world.next('contest'), openid: world.next('o-contester'), name: '孔令仪', idNumberMasked: '' },
    ...{ statement: '换了微信号', holderId, unitId: 'station', aboveOrgId: 'water', state: 'open' },
    ...{ reason: '', decisionId: '', decidedByName: '', decidedForName: '', decidedAt: null, at: world.now },
    ...{ idNumberHash: '', words: [], movesAt: null, objection: null },
    ...change,
  })

async function owner(world: World, change: Partial<PersonDocument> = {}): Promise<PersonDocument> {
  const person = await world.person('station', change)
  await world.store.insert('identity-keys', {
    ...{ _id: person.idNumberHash, personId: person._id, unitName: person.unitName },
  })
  return person
}

const deciding = (
  about: string,
  who: string,
  { kind = 'rebind', set }: { kind?: 'rebind' | 'keep'; set: (world: World) => Promise<ContestDocument> },
): Case => ({
  ...{ path: 'review.decideContest', about, who },
  input: async (_, world) => {
    const { _id: contestId } = await set(world)
    return { contestId, decisionId: world.next('d'), verdict: { kind, reason: '本人到场核对' } }
  },
})

const contests: Case[] = [
  ...(['unit-reviewer', 'department-reviewer'] as const).map(
    (who): Case => ({
      path: 'review.contests',
      about: `${who}, of people with and without roles, and of nobody`,
      who,
      input: async (_, world) => {
        await contested(world, (await owner(world))._id)
        await contested(world, (await owner(world, { roles: [grantOf('department-reviewer', 'water')] }))._id)
        await contested(world, 'unit-reviewer')
        await contested(world, GONE)
        await contested(world, 'trainee', { openid: `o-${who}` })
        await contested(world, 'trainee', { state: 'kept' })
        return { level: who === 'unit-reviewer' ? 'unit' : 'above' }
      },
    }),
  ),
  {
    ...{ path: 'review.contests', about: 'those of a unit that can decide', who: 'department-reviewer' },
    input: async (_, world) => {
      await appointed(world)
      await contested(world, (await owner(world))._id)
      await contested(world, (await owner(world, { roles: [grantOf('department-reviewer', 'water')] }))._id)
      return { level: 'above' }
    },
  },
  {
    ...{ path: 'review.contests', about: 'a level that one does not have', who: 'unit-reviewer' },
    input: () => ({ level: 'above' }),
  },
  deciding('an account that registered the unit itself', 'unit-reviewer', {
    set: async (world) => {
      const person = await owner(world)
      const station = await world.store.get('organisations', 'station')
      if (!station) throw new Error('no station')
      await world.store.replace('organisations', { ...station, registrarOpenid: person.openid })
      return contested(world, person._id)
    },
  }),
  deciding('an account whose contester had begun to register', 'unit-reviewer', {
    set: async (world) => {
      const begun = await world.person('survey', { binding: 'claimed' })
      return contested(world, (await owner(world))._id, { openid: begun.openid })
    },
  }),
  deciding('an account whose contester had begun, kept', 'unit-reviewer', {
    kind: 'keep',
    set: async (world) => {
      const begun = await world.person('survey', { binding: 'claimed' })
      return contested(world, (await owner(world))._id, { openid: begun.openid })
    },
  }),
  deciding('one who answers for the department', 'department-reviewer', {
    set: async (world) =>
      contested(world, (await owner(world, { roles: [grantOf('department-reviewer', 'water')] }))._id),
  }),
  deciding('by a body that is gone', 'of-the-gone', {
    kind: 'keep',
    set: async (world) => {
      await official(world, 'of-the-gone', { role: 'department-reviewer', orgId: GONE })
      const holder = await owner(world, { roles: [grantOf('department-reviewer', 'water')] })
      return contested(world, holder._id, { aboveOrgId: GONE })
    },
  }),
]

const people: Case[] = [
  ...(['claimed', 'contested', 'verified'] as const).map(
    (binding): Case => ({
      path: 'review.people',
      about: `${binding}, on the roster or not`,
      who: 'unit-reviewer',
      input: async (_, world) => {
        const note = { binding, bindingNote: '电话打不通' }
        await known(world, '141', { at: 'station', name: '孟在册', ...note })
        await lined(world, '141', '孟在册')
        await known(world, '143', { at: 'station', name: '孟异字', ...note })
        await lined(world, '143', '孟异宇')
        await known(world, '145', { at: 'station', name: '孟不在', ...note })
        return { binding }
      },
    }),
  ),
]

export const peopleCases: readonly Case[] = [
  ...roster,
  ...exports,
  ...bodies,
  ...roles,
  ...contests,
  ...people,
]
