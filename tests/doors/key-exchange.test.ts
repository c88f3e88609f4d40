// An index key is exchanged while people register, in the country of the matrix: what was hashed by the earlier key is found
// throughout, whatever instance of a function is asked, and nothing of it is left when the log says so.

import { plusDays, plusSeconds } from '../../domain/kernel/instant'
import { signedTextOf } from '../../domain/outside/batch'
import { exchangeKeys } from '../../server/afterwards/keys/exchange-keys'
import type { Context } from '../../server/kernel/context'
import { keyedHash, seal } from '../../server/kernel/ports/sealing'
import type { Documents } from '../../server/kernel/store/collections'
import { foundUnder } from '../../server/kernel/store/found-under'
import type { Store } from '../../server/kernel/store/port'
import { keepTries, triesIdsOf } from '../../server/learning/exam/tries'
import { sealedLine, sealedRows } from '../../server/membership/roster/row-numbers'
import { rowsOfBatch } from '../../server/outside/documents'
import { matchPerson } from '../../server/outside/match-person'
import { rowIdOf } from '../../server/outside/settle-row'
import { workBatches } from '../../server/outside/work-batches'
import { erasePerson } from '../../server/own-data/erase-person'
import { CONSENT_VERSION } from '../../server/people/consent'
import type { PersonDocument } from '../../server/people/documents'
import { hashesOfNumber, hashFields } from '../../server/people/number-hashes'
import { placeContest } from '../../server/people/place-contest'
import { newToken } from '../../server/people/read-token'
import { inFormerPerson, inPerson, idNumberOf as numberInFull } from '../../server/people/sealed-numbers'
import { api } from '../../server/surface'
import { type Around, observed } from '../harness/counted-store'
import { line } from '../harness/partner'
import { sealedBefore } from '../harness/sealed-before'
import { plantSecrets } from './fuzz/town'
import { World } from './matrix/world'
import { idNumberOf } from './town'

const KEYS = { 1: '0123456789abcdef'.repeat(4), 2: 'fedcba9876543210'.repeat(4) }
/** The steps of an operator, each a change of one variable. */
const STEPS = {
  before: { current: 1, keys: { 1: KEYS[1] } },
  announced: { current: 1, keys: KEYS },
  exchanged: { current: 2, keys: KEYS },
  'taken away': { current: 2, keys: { 2: KEYS[2] } },
} as const
type Step = keyof typeof STEPS

const NAME = '孔令仪'
const HOLDER = idNumberOf('19910101', '101')
const AWAITED = idNumberOf('19910101', '103')
const LEAVER = idNumberOf('19910101', '105')
const NUMBERS = [HOLDER, AWAITED, LEAVER]
const MOBILES: Readonly<Record<string, string>> = {
  [HOLDER]: '13800000101',
  [AWAITED]: '13800000103',
  [LEAVER]: '13800000105',
}
const THIEFS = '13800009999'

let empty: World
beforeAll(async () => {
  empty = await World.open()
  // Everybody of the country has a number, as registration leaves people.
  await plantSecrets(empty)
})
afterAll(() => empty.close())

const as = (world: World, step: Step, openid = ''): Context => {
  const ctx = world.as(openid)
  const { ports } = ctx
  return { ...ctx, ports: { ...ports, secrets: { ...ports.secrets, indexKeys: STEPS[step] } } }
}

interface Listing {
  unitId: string
  idNumber: string
  mobile: string
}

/** A line of the roster as an import leaves it: its numbers are sealed with the rows of the sheet. */
async function listed(ctx: Context, listing: Listing): Promise<void> {
  const { unitId, idNumber, mobile } = listing
  const { secrets } = ctx.ports
  const idNumberHash = keyedHash('id-number', idNumber, secrets)
  const mobileHash = keyedHash('mobile', mobile, secrets)
  const importId = `sheet-of-${unitId}-${idNumber}`
  const chunkId = `${importId}:0`
  const details = { importId, idNumberMasked: '', mobileMasked: '', mobileHash, position: '', remark: '' }
  await ctx.store.insert('roster-chunks', {
    ...{ _id: chunkId, importId },
    rows: [
      {
        ...{ row: 2, name: NAME, idNumberHash, ...details, unitId, unitName: unitId },
        ...{ verdict: 'created', reason: null, oddities: [] },
      },
    ],
    numbers: sealedRows(ctx, chunkId, [{ idNumber, mobile }]),
  })
  const numbers = { chunkId, at: 0 }
  await ctx.store.insert('roster-lines', {
    ...{ _id: `${unitId}:${idNumberHash}`, unitId, name: NAME, numbers, details },
  })
}

/** As imports left lines before: their numbers sealed by themselves. */
async function listedBefore(ctx: Context, listing: Listing): Promise<void> {
  const { unitId, idNumber, mobile } = listing
  await listed(ctx, listing)
  const id = `${unitId}:${keyedHash('id-number', idNumber, ctx.ports.secrets)}`
  const line = await ctx.store.get('roster-lines', id)
  if (line)
    await ctx.store.replace('roster-lines', { ...line, numbers: sealedLine(ctx, id, { idNumber, mobile }) })
}

/** Registers by the unit's code, as an instance with those keys does it. */
async function registers(
  world: World,
  step: Step,
  {
    openid,
    idNumber,
    mobile,
    unitId = 'station',
  }: Record<'openid' | 'idNumber' | 'mobile', string> & { unitId?: string },
): Promise<PersonDocument> {
  const ctx = as(world, step, openid)
  const calling = { ...ctx, ports: { ...ctx.ports, phone: { exchange: async () => mobile } } }
  const { account } = api.createCaller(calling)
  const token = newToken('unit', ctx)
  await world.store.insert('entry-tokens', {
    ...{ _id: token, kind: 'unit', unitId, courseId: null, singleUse: false, usedBy: null },
    expiresAt: plusDays(world.now, 1),
  })
  await account.consent({ version: CONSENT_VERSION })
  await account.phone({ code: world.next('phone-') })
  const facts = { name: NAME, idNumber, token, consentVersion: CONSENT_VERSION, channel: 'search' as const }
  const { person } = await account.register(facts)
  const kept = await world.store.get('persons', person.id)
  if (!kept) throw new Error('nobody was registered')
  return kept
}

const COURSE = { bankId: 'a-bank' }

/** Somebody who sat an exam under that number; where they left since, this is all that is left. */
async function sat(ctx: Context, idNumber: string): Promise<PersonDocument> {
  const { secrets } = ctx.ports
  const person = {
    ...{ _id: 'p-sat', idNumber: seal(idNumber, inPerson('p-sat', 'idNumber'), secrets, ctx.dice) },
    idNumberHash: keyedHash('id-number', idNumber, secrets),
  } as PersonDocument
  const counted = { attempts: 3, papers: [['q1']] }
  await ctx.store.transact((tx) => keepTries(tx, { person, course: COURSE }, counted))
  return person
}

/** A batch with one line about a number that nobody has registered, and the line settled: it waits. */
async function sent(ctx: Context, idNumber: string): Promise<string> {
  const [batchId, batchRegion] = ['ta-tyjrp:2022-06:1', { region: 'shandong' }] as const
  const rows = [line({ name: NAME, idNumber, courseCode: 'ZY-1', hours: '16', completedOn: '2022-06-20' })]
  const signed = {
    format: 1,
    providerId: 'ta-tyjrp',
    ...batchRegion,
    month: '2022-06',
    sequence: 1,
    rows,
  } as const
  await ctx.store.insert('outside-providers', {
    ...{ _id: 'ta-tyjrp', ...batchRegion, keys: [], name: '培训网', kind: 'platform', base: null },
  })
  await ctx.store.insert('outside-batches', {
    ...{ _id: batchId, providerId: 'ta-tyjrp', providerName: '培训网', ...batchRegion, month: '2022-06' },
    ...{ sequence: 1, keyId: 1, signatureHex: '', receivedAt: ctx.now, late: false, policyVersion: '' },
    ...{ rowCount: 1, state: 'waiting', cursor: 0, dueAt: ctx.now, doneAt: null },
    ...{ counts: { taken: 0, already: 0, refused: 0, unmatched: 0 } },
    digest: keyedHash('outside-batch', signedTextOf(signed), ctx.ports.secrets),
  })
  const sealed = seal(JSON.stringify(rows), rowsOfBatch(batchId), ctx.ports.secrets, ctx.dice)
  await ctx.store.insert('outside-contents', { _id: batchId, rows: sealed })
  await workBatches(ctx)
  return rowIdOf(batchId, 0)
}

interface Scene {
  world: World
  holder: PersonDocument
  contestId: string
  rowId: string
}

/** What the first key wrote: somebody verified, somebody awaited, somebody who left, and all that hangs on their numbers. */
async function settledScene(): Promise<Scene> {
  const world = empty.twin()
  const ctx = as(world, 'before')
  for (const idNumber of NUMBERS) await listed(ctx, { unitId: 'station', ...known(idNumber) })
  // Who guesses the holder's number has a unit that lists it as well, and has done so for long.
  await listedBefore(ctx, { unitId: 'survey', idNumber: HOLDER, mobile: THIEFS })
  const holder = await registers(world, 'before', { openid: 'o-holder', ...known(HOLDER) })
  await sat(ctx, LEAVER)
  await ctx.store.transact((tx) =>
    keepTries(tx, { person: holder, course: COURSE }, { attempts: 2, papers: [] }),
  )
  const { secrets } = ctx.ports
  const former = keyedHash('id-number', LEAVER, secrets)
  await world.store.insert('former-persons', {
    ...{ _id: former, formerIds: ['p-former'] },
    idNumber: seal(LEAVER, inFormerPerson(former), secrets, ctx.dice),
  })
  const contester = api.createCaller(as(world, 'before', 'o-contester'))
  await contester.account.contest({ name: NAME, idNumber: HOLDER, statement: '这是我本人' })
  const contestId = (await world.store.get('registrations', 'o-contester'))?.contest?.id ?? ''
  return { world, holder, contestId, rowId: await sent(ctx, AWAITED) }
}

const mobileOf = (idNumber: string): string => MOBILES[idNumber] ?? ''
const known = (idNumber: string) => ({ idNumber, mobile: mobileOf(idNumber) })

const runAt = (world: World, step: Step, minutes: number, store: Store = world.store): Promise<void> =>
  exchangeKeys({ ...as(world, step), store, now: plusSeconds(world.now, minutes * 60) })

/** The same scene once more: what becomes of one is not seen in the other. */
const twinOf = (scene: Scene): Scene => ({ ...scene, world: scene.world.twin() })

/** The clock runs each minute until the log says that it is done. */
async function exchanged(world: World, step: Step): Promise<{ written: number; left: number }> {
  for (let minute = 0; minute < 40; minute += 1) {
    await runAt(world, step, minute)
    const walk = await world.store.get('key-exchanges', 'walk')
    if (walk?.state === 'done' && walk.target.includes(`index key ${STEPS[step].current} `)) return walk
  }
  throw new Error('the exchange never ends')
}

/** The hashes of these numbers by a key, wherever they stand in whatever document. */
function leftOf(world: World, version: 1 | 2): string[] {
  const { secrets } = world.as('').ports
  const only = { ...secrets, indexKeys: { current: version, keys: KEYS } }
  const hashes = NUMBERS.flatMap((idNumber) => [
    keyedHash('id-number', idNumber, only),
    keyedHash('mobile', mobileOf(idNumber), only),
  ])
  return world
    .everything()
    .flatMap(([name, documents]) =>
      documents
        .filter((document) => hashes.some((hash) => JSON.stringify(document).includes(hash)))
        .map(({ _id }) => `${name}/${_id}`),
    )
}

/** The collections in which something of a key is left. */
const leftIn = (world: World, version: 1 | 2): string[] => [
  ...new Set(leftOf(world, version).map((at) => at.replace(/\/.*/, ''))),
]

/** All that is kept under a number is found by an instance with those keys. */
async function findsAll({ world, holder, contestId }: Scene, step: Step): Promise<void> {
  const ctx = as(world, step)
  const thief = { openid: world.next('o-thief'), idNumber: HOLDER, mobile: THIEFS, unitId: 'survey' }
  expect(await registers(world, step, thief)).toMatchObject({
    binding: 'claimed',
    bindingNote: expect.stringContaining('已经核对给另一个微信'),
  })
  const { secrets } = ctx.ports
  const idNumber = seal(LEAVER, inPerson('p-sat', 'idNumber'), secrets, ctx.dice)
  // Found without a key, by who registered at that step.
  const again = { _id: 'p-sat', idNumber, ...hashFields(hashesOfNumber(LEAVER, secrets)) }
  expect(await foundUnder(world.store, 'exam-tries', triesIdsOf(again, COURSE))).toMatchObject({
    attempts: 3,
  })
  const sitting = await world.store.get('persons', holder._id)
  if (!sitting) throw new Error('the holder is gone')
  expect(await foundUnder(world.store, 'exam-tries', triesIdsOf(sitting, COURSE))).toMatchObject({
    attempts: 2,
  })
  expect(await foundUnder(world.store, 'former-persons', hashesOfNumber(LEAVER, secrets))).toMatchObject({
    formerIds: ['p-former'],
  })
  const contester = api.createCaller(as(world, step, 'o-contester'))
  await contester.account.contest({ name: NAME, idNumber: HOLDER, statement: '还是我' })
  expect((await world.store.get('registrations', 'o-contester'))?.contest?.id).toBe(contestId)
  expect(await api.createCaller(as(world, step, 'o-holder')).account.me()).toMatchObject({
    person: { id: holder._id, binding: 'verified' },
  })
}

/** Who was on the roster before the exchange is verified after it, and has the line that a provider sent before it. */
async function comesLate({ world, rowId }: Scene, step: Step): Promise<void> {
  const late = await registers(world, step, { openid: 'o-late', ...known(AWAITED) })
  expect(late.binding).toBe('verified')
  await world.store.replace('persons', { ...late, region: 'shandong' })
  await matchPerson(as(world, step), late._id)
  expect(await world.store.get('outside-rows', rowId)).toMatchObject({ state: 'taken', personId: late._id })
}

test('exchanged step by step: found by everybody at each, and of the earlier key nothing is left', async () => {
  const scene = await settledScene()
  const { world, contestId, holder } = scene
  expect(leftOf(world, 1)).not.toEqual([])
  for (const step of ['before', 'announced', 'exchanged'] as const) await findsAll(scene, step)
  expect(await exchanged(world, 'exchanged')).toMatchObject({ left: 0 })
  await findsAll(scene, 'exchanged')
  // While the earlier key is there, whose a number is stands under it too, and they are found by it; nothing else is.
  expect(leftIn(world, 1)).toEqual(['persons', 'identity-keys'])
  await findsAll(scene, 'taken away')
  await exchanged(world, 'taken away')
  expect(leftOf(world, 1)).toEqual([])
  await findsAll(scene, 'taken away')
  await placeContest(as(world, 'taken away'), contestId)
  expect(await world.store.get('contests', contestId)).toMatchObject({ holderId: holder._id })
  await comesLate(scene, 'taken away')
})

test.each(['announced', 'exchanged'] as const)(
  'who was awaited comes in the middle of it: %s',
  async (step) => {
    const scene = await settledScene()
    if (step === 'exchanged') await runAt(scene.world, step, 0)
    await comesLate(scene, step)
  },
)

const NEIGHBOURS: [Step, Step][] = [
  ['before', 'announced'],
  ['announced', 'exchanged'],
  ['exchanged', 'taken away'],
]
test.each([...NEIGHBOURS, ...NEIGHBOURS.map(([a, b]): [Step, Step] => [b, a])])(
  'verified by an instance that is %s, held against one that is %s',
  async (first, second) => {
    const world = empty.twin()
    const idNumber = idNumberOf('19910101', '107')
    // Each unit lists the number as that instance would have kept it.
    await listed(as(world, first), { unitId: 'station', idNumber, mobile: '13800000107' })
    await listed(as(world, second), { unitId: 'survey', idNumber, mobile: THIEFS })
    const mine = { openid: 'o-first', idNumber, mobile: '13800000107' }
    const others = { openid: 'o-second', idNumber, mobile: THIEFS, unitId: 'survey' }
    expect((await registers(world, first, mine)).binding).toBe('verified')
    expect((await registers(world, second, others)).binding).toBe('claimed')
  },
)

test('verified by an instance that lags behind the exchange, and the earlier key is taken away', async () => {
  const { world } = await settledScene()
  await exchanged(world, 'exchanged')
  const idNumber = idNumberOf('19910101', '109')
  await listed(as(world, 'announced'), { unitId: 'station', idNumber, mobile: '13800000109' })
  await listed(as(world, 'exchanged'), { unitId: 'survey', idNumber, mobile: THIEFS })
  const lagging = { openid: 'o-lagging', idNumber, mobile: '13800000109' }
  expect((await registers(world, 'announced', lagging)).binding).toBe('verified')
  const thief = { openid: 'o-late-thief', idNumber, mobile: THIEFS, unitId: 'survey' }
  expect((await registers(world, 'taken away', thief)).binding).toBe('claimed')
})

/** It dies after one operation, then after so many more; each has its turn in `npm run soak`. */
const OPERATIONS_BETWEEN_DEATHS = process.env.XUESHI_SOAK ? 1 : 4

test('the work dies anywhere: what was found is found, nobody takes a held number, and another run ends it', async () => {
  const settled = await settledScene()
  for (let operations = 1, died = true; died; operations += OPERATIONS_BETWEEN_DEATHS) {
    const scene = twinOf(settled)
    const dying = dyingAfter(operations, scene.world.store)
    await runAt(scene.world, 'exchanged', 0, dying.store).catch(() => undefined)
    died = dying.isDead()
    await findsAll(scene, 'announced')
    await findsAll(scene, 'exchanged')
    await exchanged(scene.world, 'exchanged')
    await exchanged(scene.world, 'taken away')
    expect(leftOf(scene.world, 1)).toEqual([])
    await findsAll(scene, 'taken away')
    await comesLate(scene, 'taken away')
  }
})

test('a run whose time is over takes up one document, and the next goes on after it', async () => {
  const { world } = await settledScene()
  const walked: [string, number][] = []
  for (let runs = 0; runs < 500; runs += 1) {
    const late = { ...as(world, 'exchanged'), now: plusSeconds(world.now, runs * 60) }
    await exchangeKeys(late, 0)
    const { state, stage, after, written } = (await world.store.get('key-exchanges', 'walk')) ?? {}
    if (state === 'done') break
    walked.push([`${stage} ${after}`, written ?? 0])
  }
  const firstPass = walked.slice(0, walked.findIndex(([at]) => at === '0 ') + 1)
  expect(new Set(firstPass.map(([at]) => at)).size).toBe(firstPass.length)
  const steps = firstPass.map(([, written], index) => written - (firstPass[index - 1]?.[1] ?? 0))
  expect(new Set(steps)).toEqual(new Set([0, 1]))
  expect(leftIn(world, 1)).toEqual(['persons', 'identity-keys'])
})

/** A store whose process ends after so many operations: none that follows is carried out. */
function dyingAfter(most: number, store: Store): { store: Store; isDead: () => boolean } {
  let done = 0
  const around: Around = (_, carryOut) => {
    done += 1
    return done > most ? Promise.reject(new Error('the process has ended')) : carryOut()
  }
  return { store: observed(store, around), isDead: () => done > most }
}

test('what was kept without its number is told, and found as long as its key is there', async () => {
  const scene = await settledScene()
  const { world } = scene
  const id = `station:${keyedHash('id-number', AWAITED, as(world, 'before').ports.secrets)}`
  const { numbers: _, ...withoutNumbers } = (await world.store.get('roster-lines', id)) ?? {}
  await world.store.replace('roster-lines', withoutNumbers as Documents['roster-lines'])
  expect(await exchanged(world, 'exchanged')).toMatchObject({ left: 1 })
  await comesLate(scene, 'exchanged')
})

test('a sealing key is exchanged by the same walk, and what was sealed before values were bound is bound', async () => {
  const { world, holder } = await settledScene()
  const ctx = as(world, 'before')
  const idNumberKeys = { current: 2, keys: { ...ctx.ports.secrets.idNumberKeys.keys, 2: '0f'.repeat(16) } }
  const secrets = { ...ctx.ports.secrets, idNumberKeys }
  await world.become(holder._id, { idNumber: sealedBefore(HOLDER, 1, secrets) })
  // A copy of another's number opens in no place but its own: it is told and left, and keeps nobody waiting.
  const others = await world.store.get('persons', 'p-survey')
  await world.become('p-orchard', { ...(others && { idNumber: others.idNumber }) })
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  for (let minute = 0; minute < 20; minute += 1)
    await exchangeKeys({
      ...ctx,
      now: plusSeconds(world.now, minute * 60),
      ports: { ...ctx.ports, secrets },
    })
  expect(said).toHaveBeenCalledWith(expect.stringContaining('exchange keys: persons'))
  said.mockRestore()
  expect(await world.store.get('key-exchanges', 'walk')).toMatchObject({ state: 'done', left: 1 })
  const sealedBy = world
    .everything()
    .flatMap(([name, documents]) =>
      documents
        .filter((document) => /"cipher":"[^"]+","keyVersion":1/.test(JSON.stringify(document)))
        .map(({ _id }) => `${name}/${_id}`),
    )
  expect(sealedBy).toEqual(['persons/p-orchard'])
  const kept = await world.store.get('persons', holder._id)
  if (!kept) throw new Error('the holder is gone')
  const today = { ...secrets, idNumberKeys: { current: 2, keys: { 2: '0f'.repeat(16) } } }
  expect(numberInFull(kept, today)).toBe(HOLDER)
  expect(() => numberInFull({ ...kept, _id: 'p-survey' }, today)).toThrow()
})

test('who leaves in the middle of it leaves no key of their number behind', async () => {
  const { world, holder } = await settledScene()
  await runAt(world, 'exchanged', 0)
  const ctx = as(world, 'exchanged', 'o-holder')
  await api.createCaller(ctx).account.erase({ confirm: '注销' })
  await erasePerson({ ...ctx, now: plusDays(world.now, 10) }, holder._id)
  expect((await world.store.get('persons', holder._id))?.openid).toBe('')
  expect(
    leftOf(world, 1)
      .concat(leftOf(world, 2))
      .filter((at) => at.startsWith('identity-keys')),
  ).toEqual([])
})

test('on the wire as in memory', async () => {
  const world = await World.open('on-the-wire')
  try {
    await listed(as(world, 'before'), { unitId: 'station', ...known(HOLDER) })
    const holder = await registers(world, 'before', { openid: 'o-holder', ...known(HOLDER) })
    for (let minute = 0; minute < 20; minute += 1) await runAt(world, 'exchanged', minute)
    const [hash] = hashesOfNumber(HOLDER, as(world, 'exchanged').ports.secrets)
    expect((await world.store.get('persons', holder._id))?.idNumberHash).toBe(hash)
    expect(await world.store.get('identity-keys', hash)).toMatchObject({ personId: holder._id })
    expect(await world.store.get('roster-lines', `station:${hash}`)).toMatchObject({ name: NAME })
    await listed(as(world, 'exchanged'), { unitId: 'survey', idNumber: HOLDER, mobile: THIEFS })
    const thief = { openid: 'o-thief', idNumber: HOLDER, mobile: THIEFS, unitId: 'survey' }
    expect((await registers(world, 'taken away', thief)).binding).toBe('claimed')
  } finally {
    await world.close()
  }
})
