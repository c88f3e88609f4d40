// 注销 and back again: what it ends, and what it does not.
import { day, plusDays } from '../../domain/kernel/instant'
import { deliverOutbox } from '../../server/afterwards/clock/deliver-outbox'
import { settleDue } from '../../server/afterwards/clock/settle-due'
import type { ClaimDraftDocument } from '../../server/claims/filing/documents'
import { sharedEvidence } from '../../server/claims/filing/duplicates'
import { OUR_PERIODS } from '../../server/kernel/our-periods'
import { packs } from '../../server/kernel/packs'
import { keyedHash } from '../../server/kernel/ports/sealing'
import { accept } from '../../server/kernel/refused'
import { openMatters } from '../../server/own-data/open-matters'
import { CONSENT_VERSION } from '../../server/people/consent'
import type { PersonDocument } from '../../server/people/documents'
import { hashOfMobile } from '../../server/people/mobile-hash'
import { newToken } from '../../server/people/read-token'
import { placeOf, World } from './matrix/world'
import { integrityCase } from './refusals/situations'
import { idNumberOf } from './town'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world.close())

const STATION = placeOf('trainee', 'own')
const MOBILE = '13800001234'
let sequence = 100
const numberOfNobody = (): string => {
  sequence += 2
  return idNumberOf('19870303', String(sequence))
}
const hashOf = (idNumber: string): string => keyedHash('id-number', idNumber, world.as('').ports.secrets)

/** A verified person of the station under that number. */
async function known(idNumber: string): Promise<PersonDocument> {
  const person = await world.person('station', { name: '孔令仪', idNumberHash: hashOf(idNumber) })
  const { idNumberHash: _id, _id: personId, unitName } = person
  await world.store.insert('identity-keys', { _id, personId, unitName })
  return person
}

const ask = ({ openid }: PersonDocument) => world.calls(openid).account.erase({ confirm: '注销' })
const later = (days: number) => ({ ...world.as(''), now: plusDays(world.now, days) })

/** Forgotten, once the days are over. */
async function leave(person: PersonDocument): Promise<void> {
  await ask(person)
  await settleDue(later(OUR_PERIODS.erasureCoolingDays + 1))
  expect(await world.store.get('persons', person._id)).toMatchObject({ openid: '', unitId: '' })
}

/** Registered anew in another account, and verified by code, roster and mobile number. */
async function comeBack(idNumber: string): Promise<PersonDocument> {
  const openid = world.next('o-back')
  const { ports } = world.as('')
  const token = newToken('unit', world.as(''))
  await world.store.insert('entry-tokens', {
    ...{ _id: token, kind: 'unit', unitId: 'station', courseId: null, singleUse: false, usedBy: null },
    expiresAt: plusDays(world.now, 1),
  })
  await world.store.insert('roster-lines', {
    ...{ _id: `station:${hashOf(idNumber)}`, unitId: 'station', name: '孔令仪' },
    details: {
      ...{ importId: '', idNumberMasked: '', mobileMasked: '', position: '', remark: '' },
      mobileHash: hashOfMobile(MOBILE, ports.secrets),
    },
  })
  const { account } = world.calls(openid)
  await account.consent({ version: CONSENT_VERSION })
  await account.phone({ code: world.cloud.phoneCodes.issue(MOBILE) })
  const facts = {
    name: '孔令仪',
    idNumber,
    token,
    consentVersion: CONSENT_VERSION,
    channel: 'search',
  } as const
  const { person } = await account.register(facts)
  expect(person.binding).toBe('verified')
  await deliverOutbox(world.as(''))
  const found = await world.store.get('persons', person.id)
  if (!found) throw new Error('nobody came back')
  return found
}

const casesOf = async ({ openid }: PersonDocument) =>
  (await world.calls(openid).oversight.myCases()).cases.map(({ state }) => state)

const RECORDED = { state: 'recorded', decidedOn: day('2022-06-01'), lapsesOn: day('2025-06-01') } as const

describe('H7: 注销 ends no record', () => {
  test('an integrity record is found under the same number again, by name', async () => {
    const idNumber = numberOfNobody()
    const person = await known(idNumber)
    const { _id } = await world.store.insert('integrity-cases', integrityCase(world, person._id, RECORDED))
    await leave(person)
    expect((await world.store.get('integrity-cases', _id))?.subject.name).toMatch(/^已注销用户/)
    const back = await comeBack(idNumber)
    expect(back._id).not.toBe(person._id)
    expect(await casesOf(back)).toEqual(['recorded'])
    const { cases } = await world.calls('o-bureau-staff').oversight.cases({})
    expect(cases.find(({ caseId }) => caseId === _id)?.subject.name).toBe('孔令仪')
  })

  test('an account that merely says the number gets no record, and a record that lapsed is gone', async () => {
    const [first, second] = [numberOfNobody(), numberOfNobody()]
    const person = await known(first)
    await world.store.insert('integrity-cases', integrityCase(world, person._id, RECORDED))
    await leave(person)
    const claimed = await world.person('station', { idNumberHash: hashOf(first), binding: 'claimed' })
    await deliverOutbox(world.as(''))
    expect(await casesOf(claimed)).toEqual([])
    const lapsed = await known(second)
    const over = { ...RECORDED, lapsesOn: day('2022-07-01') }
    await world.store.insert('integrity-cases', integrityCase(world, lapsed._id, over))
    await leave(lapsed)
    expect(await world.store.get('former-persons', hashOf(second))).toBeNull()
    expect(await casesOf(await comeBack(second))).toEqual([])
  })

  test('evidence of a claim that was revoked as false stays used', async () => {
    const idNumber = numberOfNobody()
    const person = await known(idNumber)
    const claim = await world.claim(STATION, { ownerId: person._id, at: 'unit' })
    const revoked = await world.store.replace('claims', { ...claim, state: 'revoked' })
    const holder = { claimId: revoked._id, personId: person._id }
    await world.store.insert('evidence-keys', { _id: `${person._id}|file:sha`, ...holder })
    await leave(person)
    const draft = { fields: {}, attachments: [{ sha256: 'sha' }] } as unknown as ClaimDraftDocument
    const pack = accept(packs.standardOf('shandong', 2022))
    const handingIn = async (by: PersonDocument) =>
      sharedEvidence(world.store, {
        ...{ person: by, draft, claimId: 'another', pack },
        secrets: world.as('').ports.secrets,
      })
    await expect(handingIn(await comeBack(idNumber))).rejects.toThrow('EVIDENCE_USED')
    expect(await handingIn(await known(numberOfNobody()))).toEqual([])
  })

  test('who has nothing that must outlast leaves nothing under the number', async () => {
    const idNumber = numberOfNobody()
    await leave(await known(idNumber))
    expect(await world.store.get('former-persons', hashOf(idNumber))).toBeNull()
  })
})

describe('注销 waits', () => {
  const refusedFor = async (person: PersonDocument): Promise<unknown> =>
    ask(person).then(
      () => null,
      (error: { cause?: { refusal?: { details: { matters?: unknown } } } }) =>
        error.cause?.refusal?.details.matters,
    )

  test('for a case, and goes on once it is decided', async () => {
    const person = await known(numberOfNobody())
    const opened = await world.store.insert('integrity-cases', integrityCase(world, person._id))
    expect(await refusedFor(person)).toEqual(['case'])
    await world.store.replace('integrity-cases', { ...opened, state: 'dismissed' })
    expect(await refusedFor(person)).toBeNull()
  })

  test('for what begins after it was asked, day by day', async () => {
    const person = await known(numberOfNobody())
    await ask(person)
    const opened = await world.store.insert('integrity-cases', integrityCase(world, person._id))
    const { erasureCoolingDays } = OUR_PERIODS
    await settleDue(later(erasureCoolingDays + 1))
    expect(await world.store.get('persons', person._id)).toMatchObject({ name: '孔令仪' })
    await world.store.replace('integrity-cases', { ...opened, state: 'dismissed' })
    await settleDue(later(erasureCoolingDays + 3))
    expect((await world.store.get('persons', person._id))?.name).toMatch(/^已注销用户/)
  })

  test('for a spot check that nobody finished, and not for ever', async () => {
    const person = await known(numberOfNobody())
    const claim = await world.claim(STATION, { ownerId: person._id, at: 'unit' })
    const sample = {
      ...{ claimId: claim._id, finding: null, unitName: '', title: '' },
      kindLabel: '',
      hours: null,
    }
    const by = integrityCase(world, '').by
    await world.store.insert('spot-checks', {
      ...{ _id: world.next('check'), orgId: 'county', orgName: '演示county', by, year: 2022, seed: 's' },
      ...{
        scope: [],
        rule: { size: { by: 'count', count: 1 }, strata: 'none' },
        drawnFrom: { units: 1, unitsLooked: 1, claims: 1 },
      },
      ...{ samples: [sample], startedAt: world.now },
    })
    expect(await refusedFor(person)).toEqual(['check'])
    const calls = later(OUR_PERIODS.erasureWaitsDays + 1)
    expect(await openMatters(calls, person)).toEqual([])
  })

  test('for a job that takes back what they have, and for none that is about others', async () => {
    const [person, colleague] = [await known(numberOfNobody()), await known(numberOfNobody())]
    const claim = await world.claim(STATION, { ownerId: person._id, at: 'unit' })
    const [own, ...above] = claim.steps
    const approved = { outcome: 'approved', decidedBy: 'a', decidedAt: world.now } as const
    const steps = own ? [{ ...own, ...approved }, ...above] : []
    const credited = await world.store.replace('claims', { ...claim, steps, state: 'credited' })
    const job = await world.store.insert('void-jobs', {
      ...{ _id: world.next('job'), orgId: 'county', unitId: STATION.unit, unitName: '', reason: '' },
      ...{ by: integrityCase(world, '').by, state: 'waiting', cursor: null, looked: 0, voided: 0 },
      ...{ from: world.now, until: plusDays(world.now, 1), startedAt: world.now, finishedAt: null },
    })
    expect(await openMatters(world.as(''), person)).toEqual(['voiding'])
    expect(await openMatters(world.as(''), colleague)).toEqual([])
    await world.store.replace('claims', { ...credited, state: 'revoked' })
    expect(await openMatters(world.as(''), person)).toEqual([])
    await world.store.replace('void-jobs', { ...job, state: 'done' })
  })
})
