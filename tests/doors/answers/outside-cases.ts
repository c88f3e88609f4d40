import { hoursOf } from '../../../domain/kernel/hours'
import { newOrganisation } from '../../../server/bodies/new-organisation'
import { keyedHash, seal } from '../../../server/kernel/ports/sealing'
import type { OutsideProviderDocument, OutsideRowDocument } from '../../../server/outside/documents'
import { inPerson } from '../../../server/people/sealed-numbers'
import { batch } from '../matrix/things'
import { type Place, placeOf, type World } from '../matrix/world'
import { grantOf } from '../refusals/situations'
import { idNumberOf } from '../town'
import type { Case } from './case'

/** A point of the curve: the generator itself. */
const KEY =
  '0432c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0'

const PLACE: Place = placeOf('bureau-staff', 'own')

/** Lines of a batch as the staff of the region look at them: read or not, of a rule or of none. */
const LINES: readonly Partial<OutsideRowDocument>[] = [
  { category: 'professional', state: 'taken', reason: null },
  { category: 'other', state: 'refused', reason: 'CATEGORY_MALFORMED', hours: null, year: null },
  { state: 'refused', reason: 'HOURS_MALFORMED', hours: null, hoursText: '八小时', year: null },
  { state: 'refused', reason: 'NO_RULE_FOR_YEAR', year: 1990 },
  { state: 'refused', reason: 'TOPIC_EXCLUDED', by: 'nothing-named' },
  { state: 'refused', reason: 'DAY_MALFORMED', completedOn: '七月', year: null },
  { state: 'already', reason: 'ALREADY_OTHERWISE', by: 'site:2022-06:3:1|16', hours: hoursOf(8.25) },
  { state: 'unmatched', reason: 'PERSON_UNVERIFIED' },
  { state: 'unmatched', reason: null },
]

async function lines(world: World): Promise<string> {
  const batchId = await batch(PLACE, world)
  const first = await world.store.get('outside-rows', `${batchId}:0`)
  if (!first) throw new Error('no line')
  const { version, ...row } = first
  for (const [n, change] of LINES.entries())
    await world.store.insert('outside-rows', {
      ...{ ...row, _id: `${batchId}:${n + 1}`, position: n + 1, rowId: `row-${n + 2}` },
      ...change,
    })
  return batchId
}

const looking = (path: string, about: string, input: (world: World) => Promise<unknown>): Case => ({
  ...{ path, about, who: 'region-staff', input: (_, world) => input(world) },
})

const STATES = ['taken', 'already', 'refused', 'unmatched'] as const

const batches: Case[] = [
  looking('outside.batch', 'lines of every sort', async (world) => ({
    ...{ batchId: await lines(world), state: null },
  })),
  ...STATES.map((state) =>
    looking('outside.batch', `lines of every sort: ${state}`, async (world) => ({
      ...{ batchId: await lines(world), state },
    })),
  ),
  looking('outside.sheet', 'lines of every sort', async (world) => ({ batchId: await lines(world) })),
  looking('outside.sheet', 'of a batch that came late', async (world) => {
    const batchId = await batch(PLACE, world)
    const kept = await world.store.get('outside-batches', batchId)
    if (kept) await world.store.replace('outside-batches', { ...kept, late: true })
    return { batchId }
  }),
  looking('outside.unmatched', 'of a sender that is gone', async (world) => {
    const batchId = await lines(world)
    const kept = await world.store.get('outside-rows', `${batchId}:8`)
    if (kept) await world.store.replace('outside-rows', { ...kept, providerId: 'gone' })
    return {}
  }),
  looking('outside.batches', 'under a notice of another year', async (world) => {
    const batchId = await batch(PLACE, world)
    const kept = await world.store.get('outside-batches', batchId)
    const pack = world.as('').packs.standardOf('qinghai', 2023)
    if (kept && pack.ok)
      await world.store.replace('outside-batches', { ...kept, policyVersion: pack.value.version })
    return {}
  }),
]

/** Staff of the body at the top of a region. */
const staffOf = async (world: World, orgId: string, unit: string) => {
  const id = `staff-of-${orgId}`
  await world.person(unit, { _id: id, openid: `o-${id}`, roles: [grantOf('bureau-staff', orgId)] })
}

const providers: Case[] = (
  [
    ['west-bureau', 'west-unit'],
    ['far-bureau', 'far-unit'],
  ] as const
).flatMap(([orgId, unit]) =>
  ['outside.providers', 'outside.batches', 'outside.unmatched'].map((path) => ({
    path,
    about: `staff of ${orgId}`,
    who: `staff-of-${orgId}`,
    input: async (_: Place, world: World) => {
      await staffOf(world, orgId, unit)
      return path === 'outside.providers' ? undefined : {}
    },
  })),
)

async function body(world: World, id: string, kind: 'base' | 'unit', parentId: string): Promise<string> {
  const parent = await world.store.get('organisations', parentId)
  if (!parent) throw new Error(`no body is ${parentId}`)
  const founding = { id, name: `新办${id}`, kind, region: parent.region, areaCode: '990101', parent }
  await world.store.insert('organisations', newOrganisation(founding, { state: 'verified', at: world.now }))
  return id
}

const withKey = (
  world: World,
  change: Partial<OutsideProviderDocument> & { _id: string },
  withdrawn: boolean,
) =>
  world.store.insert('outside-providers', {
    ...{ region: 'shandong', name: '旧名', kind: 'base', base: null },
    keys: [
      {
        ...{ keyId: 1, publicKeyHex: KEY, setBy: 'clerk-province', setAt: world.now },
        withdrawnAt: withdrawn ? world.now : null,
      },
    ],
    ...change,
  })

const keyOf = (about: string, set: (world: World) => Promise<string>, publicKeyHex = KEY): Case => ({
  ...{ path: 'outside.setKey', about, who: 'region-staff' },
  input: async (_, world) => ({ providerId: await set(world), publicKeyHex }),
})

const keys: Case[] = [
  keyOf('of a base below a county', async () => 'base'),
  keyOf('of a base right below the top', (world) => body(world, 'top-base', 'base', 'province')),
  keyOf('of a department’s base', (world) => body(world, 'water-base', 'base', 'water')),
  keyOf('of a department', async () => 'water'),
  keyOf('of a unit', async () => 'station'),
  keyOf('of a base of another region', async () => 'far-base'),
  keyOf('of a platform that the notice names', async () => 'ta-tyjrp', ` ${KEY.toUpperCase()} `),
  keyOf('that it has', async (world) => (await withKey(world, { _id: 'base' }, false))._id),
  keyOf('that was withdrawn', async (world) => (await withKey(world, { _id: 'base' }, true))._id),
  keyOf('of a sender whom another region has', async (world) => {
    await withKey(world, { _id: 'base', region: 'ningxia' }, false)
    return 'base'
  }),
  ...(
    [
      ['with something before it', `00${KEY}`],
      ['with something after it', `${KEY}00`],
      ['that is compressed', `02${KEY.slice(2, 66)}`],
      ['that is no point of the curve', `${KEY.slice(0, -1)}1`],
    ] as const
  ).map(([about, key]) => keyOf(about, async () => 'base', key)),
  ...[true, false].map(
    (withdrawn): Case => ({
      ...{ path: 'outside.withdrawKey', about: withdrawn ? 'twice' : 'once', who: 'region-staff' },
      input: async (_, world) => {
        await withKey(world, { _id: 'base' }, withdrawn)
        return { providerId: 'base', keyId: 1 }
      },
    }),
  ),
  {
    ...{ path: 'outside.withdrawKey', about: 'one of several', who: 'region-staff' },
    input: async (_, world) => {
      const { keys: own } = await withKey(world, { _id: 'base' }, false)
      const kept = await world.store.get('outside-providers', 'base')
      const more = own.flatMap((key) => [key, { ...key, keyId: 2 }])
      if (kept) await world.store.replace('outside-providers', { ...kept, keys: more })
      return { providerId: 'base', keyId: 2 }
    },
  },
]

/** The survey's one person, whose number can be read in full. */
async function readable(world: World): Promise<void> {
  const { ports, dice } = world.as('')
  const number = idNumberOf('19790909', '151')
  const person = await world.store.get('persons', 'p-survey')
  if (!person) throw new Error('nobody')
  await world.store.replace('persons', {
    ...person,
    idNumber: seal(number, inPerson('p-survey', 'idNumber'), ports.secrets, dice),
    idNumberHash: keyedHash('id-number', number, ports.secrets),
  })
}

const TITLES = ['outside.titleExport', 'outside.titleSheet'].flatMap((path): Case[] =>
  [
    { about: 'numbers in full', idNumbers: { readingId: 'r-1', reason: '职称评审' }, orgId: 'survey' },
    { about: 'masked numbers', idNumbers: null, orgId: 'survey' },
    { about: 'a body without people', idNumbers: null, orgId: 'water' },
    { about: 'a body of elsewhere', idNumbers: null, orgId: 'other-station' },
  ].map(({ about, ...asked }) => ({
    ...{ path, about, who: 'committee' },
    input: async (_, world) => {
      await readable(world)
      return { ...asked, level: 'middle', applicationYear: 2023 }
    },
  })),
)

export const outsideCases: readonly Case[] = [...batches, ...providers, ...keys, ...TITLES]
