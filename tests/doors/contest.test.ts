// One ID number, two WeChat accounts: filed by the one, decided by the unit (or the body above it), felt by both.
import { plusDays } from '../../domain/kernel/instant'
import type { RoleName } from '../../domain/organisation/roles'
import { EMPTY_COVERAGE } from '../../domain/watch/coverage'
import { NEW_QUIZ, openSession } from '../../domain/watch/session'
import { settleDue } from '../../server/afterwards/clock/settle-due'
import type { OrganisationDocument } from '../../server/bodies/documents'
import { newOrganisation } from '../../server/bodies/new-organisation'
import { accountIdOf } from '../../server/books/hours/account-id'
import { postHours } from '../../server/books/hours/post-hours'
import { OUR_LIMITS } from '../../server/kernel/our-limits'
import { OUR_PERIODS } from '../../server/kernel/our-periods'
import { packs } from '../../server/kernel/packs'
import type { ContestsView } from '../../server/membership/contests/views'
import { personsOf } from '../../server/own-data/find-documents'
import { forgetIn } from '../../server/own-data/forget-documents'
import { contest } from '../../server/people/contest'
import type { PersonDocument } from '../../server/people/documents'
import { withGrant } from '../../server/people/held-roles'
import type { EnterView, MyContestView } from '../../server/people/views'
import { counted } from '../harness/counted-store'
import { postingOf } from '../harness/ledger'
import { idNumberOf, Town, UNIT } from './town'

let town: Town
let sequence = 100

const REVIEWER = 'o-keeper'
const SECOND = 'o-second'
const ELSEWHERE = 'o-elsewhere'
const ABOVE = 'o-above'
const BELOW = 'unit-below'

beforeAll(async () => {
  town = await Town.open()
  const top = await founded('office-above', 'bureau', null)
  await founded(BELOW, 'unit', top)
  await member(REVIEWER, '程守正', { mobile: '13800000001' })
  await member(SECOND, '程守成', { mobile: '13800000002' })
  await member(ELSEWHERE, '江月白', { unitId: 'unit-two', mobile: '13800000003' })
  await member(ABOVE, '严明远', { unitId: 'office-above', mobile: '13800000004' })
  await named(REVIEWER, 'unit-reviewer', UNIT)
  await named(SECOND, 'unit-reviewer', UNIT)
  await named(ELSEWHERE, 'unit-reviewer', 'unit-two')
  await named(ABOVE, 'bureau-reviewer', 'office-above')
})
afterAll(() => town.close())

async function founded(
  id: string,
  kind: 'bureau' | 'unit',
  parent: OrganisationDocument | null,
): Promise<OrganisationDocument> {
  const { store, now } = town.context()
  const founding = { id, name: `演示${id}`, kind, region: 'shaanxi', areaCode: '990101', parent } as const
  return store.insert('organisations', newOrganisation(founding, { state: 'verified', at: now }))
}

async function personOf(openid: string): Promise<PersonDocument> {
  const binding = await town.get('bindings', openid)
  const person = binding && (await town.get('persons', binding.personId))
  if (!person) throw new Error(`${openid} is not registered`)
  return person
}

const fresh = (): string => {
  sequence += 1
  return idNumberOf('19880808', String(sequence))
}

interface Belongs {
  unitId?: string
  idNumber?: string
  mobile?: string
}

/** A person verified by their unit's code and roster. */
async function member(openid: string, name: string, belongs: Belongs = {}): Promise<string> {
  const { unitId = UNIT, idNumber = fresh(), mobile = '13800009999' } = belongs
  await town.member(openid, { name, idNumber, unitId, mobile })
  return idNumber
}

async function named(openid: string, role: RoleName, orgId: string): Promise<void> {
  const { store, now } = town.context()
  const giving = { role, orgId, until: null, by: { _id: '', name: '' } }
  const { _id } = await personOf(openid)
  await store.transact(async (tx) => {
    const person = await tx.get('persons', _id)
    if (person) await tx.replace('persons', await withGrant(tx, person, { giving, now }))
  })
}

/** Filed, and placed by the clock. */
const file = async (openid: string, idNumber: string, name = '苏映雪', statement = '换了微信号') => {
  const filed = await town.call(openid, 'account.contest', { name, idNumber, statement })
  await settleDue(town.context())
  return filed
}

const contestIdOf = async (openid: string): Promise<string> =>
  (await town.get('registrations', openid))?.contest?.id ?? ''

interface Decided {
  kind?: 'rebind' | 'keep'
  by?: string
  decisionId?: string
}

let decisions = 0
const decide = async (contester: string, { kind = 'rebind', by = REVIEWER, decisionId }: Decided = {}) => {
  decisions += 1
  const fallback = `d-${decisions}`
  return town.call(by, 'review.decideContest', {
    contestId: await contestIdOf(contester),
    decisionId: decisionId ?? fallback,
    verdict: { kind, reason: '带身份证到人事处核对过' },
  })
}

/** Agreed to by these, and carried out once the old account had its days. */
async function move(contester: string, by: readonly string[] = [REVIEWER, SECOND]): Promise<void> {
  for (const one of by) {
    const { code } = await decide(contester, { by: one })
    if (code) throw new Error(`${one}: ${code}`)
  }
  await daysLater(OUR_PERIODS.rebindDays)
}

async function daysLater(days: number): Promise<void> {
  const context = town.context()
  await settleDue({ ...context, now: plusDays(context.now, days) })
}

const stateOf = async (contester: string): Promise<string | undefined> =>
  (await town.get('contests', await contestIdOf(contester)))?.state

const contests = (openid: string, input: object = { level: 'unit' }) =>
  town.call<ContestsView>(openid, 'review.contests', input)

const entered = async (openid: string): Promise<EnterView | null> =>
  (await town.call<EnterView>(openid, 'account.enter', { channel: 'search', scene: 1001 })).data

const mine = async (openid: string): Promise<MyContestView | null> =>
  (await town.call<{ contest: MyContestView | null }>(openid, 'account.myContest')).data?.contest ?? null

/** As whom a reviewer is told that a contest waits; null where it does not wait for them. */
async function told(contester: string, reviewer: string): Promise<string | null> {
  const id = `contest:${await contestIdOf(contester)}:2:${(await personOf(reviewer))._id}`
  const payload = (await town.get('outbox', id))?.payload
  return payload && 'level' in payload ? payload.level : null
}

/** A person verified on an old phone, and the same number contested from a new one. */
async function contested(
  label: string,
  unitId = UNIT,
): Promise<{ old: string; next: string; number: string }> {
  const [old, next] = [`o-${label}-old`, `o-${label}-new`]
  const number = await member(old, '苏映雪', { unitId })
  await town.prepare(next, '13900007777')
  const { code } = await file(next, number)
  if (code) throw new Error(code)
  return { old, next, number }
}

describe('filing', () => {
  test.each([
    ['a wrong number', { idNumber: 'not a number' }, 'ID_NUMBER_MALFORMED'],
    ['a name of digits', { name: '12345' }, 'NAME_MALFORMED'],
    ['no statement', { statement: '  ' }, 'INPUT_INVALID'],
  ])('%s is refused by its code', async (_what, change, expected) => {
    const said = { name: '苏映雪', idNumber: fresh(), statement: '换了微信号', ...change }
    expect((await town.call('o-filing', 'account.contest', said)).code).toBe(expected)
    expect(await mine('o-filing')).toBeNull()
  })

  test('a number that nobody holds is answered, and shown as waiting, like any other', async () => {
    expect((await file('o-guess', fresh())).data).toEqual({ received: true })
    expect(await mine('o-guess')).toMatchObject({ state: 'waiting', orgName: '', reason: '' })
    expect(await town.get('contests', await contestIdOf('o-guess'))).toMatchObject({
      holderId: '',
      unitId: '',
    })
  })

  test('a number that nobody holds yet is looked at each day: who is verified under it later is the holder', async () => {
    const number = fresh()
    await file('o-early', number)
    await member('o-early-rival', '苏映雪', { idNumber: number })
    const { _id: holderId, unitId } = await personOf('o-early-rival')
    const placed = async () => town.get('contests', await contestIdOf('o-early'))
    expect(await placed()).toMatchObject({ holderId: '' })
    await daysLater(1)
    expect(await placed()).toMatchObject({ holderId, unitId, state: 'open' })
    expect(await told('o-early', REVIEWER)).toBe('unit')
    await decide('o-early', { kind: 'keep' })
  })

  test('a contest of a number that nobody holds is looked at for so many days, and no longer', async () => {
    await file('o-never', fresh())
    const item = async () => town.get('due-items', `contest:${await contestIdOf('o-never')}:1`)
    await daysLater(OUR_PERIODS.contestLookedDays - 1)
    expect((await item())?.state).toBe('waiting')
    await daysLater(OUR_PERIODS.contestLookedDays)
    expect((await item())?.state).toBe('done')
  })

  test('filed again after that, it is looked at again, and answered alike', async () => {
    const number = fresh()
    await file('o-later', number)
    await daysLater(OUR_PERIODS.contestLookedDays)
    await member('o-later-rival', '苏映雪', { idNumber: number })
    await daysLater(OUR_PERIODS.contestLookedDays + 1)
    expect(await town.get('contests', await contestIdOf('o-later'))).toMatchObject({ holderId: '' })
    expect((await file('o-later', number)).data).toEqual({ received: true })
    const { _id: holderId } = await personOf('o-later-rival')
    expect(await town.get('contests', await contestIdOf('o-later'))).toMatchObject({ holderId })
    await decide('o-later', { kind: 'keep' })
  })

  test('a verified account is one person, and cannot say that it is another', async () => {
    expect((await file(ELSEWHERE, fresh())).code).toBe('ALREADY_REGISTERED')
  })

  test('twice is once, and whoever comes back reads that it waits', async () => {
    const { next, number } = await contested('twice')
    await file(next, number, '苏映雪', '又说一遍')
    expect(await town.get('contests', await contestIdOf(next))).toMatchObject({
      version: 2,
      statement: '换了微信号',
    })
    expect(await entered(next)).toMatchObject({ landing: { page: 'enrol' }, contest: { state: 'waiting' } })
    expect([await told(next, REVIEWER), await told(next, SECOND), await told(next, ABOVE)]).toEqual([
      'unit',
      'unit',
      null,
    ])
    await decide(next, { kind: 'keep' })
  })
})

describe('the list', () => {
  test('shows both sides with masked numbers, to the unit’s reviewers alone', async () => {
    const { next, number } = await contested('listed')
    const { data } = await contests(REVIEWER)
    const contestId = await contestIdOf(next)
    expect(data?.contests.find((one) => one.contestId === contestId)).toMatchObject({
      name: '苏映雪',
      statement: '换了微信号',
      mobileMasked: '139****7777',
      holder: { name: '苏映雪', mobileMasked: '138****9999', unitName: '长宁市第一中学', roles: [] },
      decidedBy: 'you',
    })
    expect(JSON.stringify(data)).not.toContain(number)
    expect((await contests(ELSEWHERE)).data?.contests).toEqual([])
    expect((await contests(ELSEWHERE, { level: 'unit', orgId: UNIT })).code).toBe('OUT_OF_SCOPE')
    expect((await contests(REVIEWER, { level: 'above' })).code).toBe('ROLE_MISSING')
    expect((await contests('o-listed-old')).code).toBe('ROLE_MISSING')
    expect(
      (await town.call<{ reviewerQueue: object }>(REVIEWER, 'home.view')).data?.reviewerQueue,
    ).toMatchObject({
      contests: 1,
    })
    await decide(next, { kind: 'keep' })
    expect((await contests(REVIEWER)).data).toMatchObject({ contests: [], open: 0 })
  })

  test('comes in pages, the longest-waiting first', async () => {
    const numbers = [
      await member('o-pages-old-1', '苏映雪'),
      await member('o-pages-old-2', '苏映雪'),
      await member('o-pages-old-3', '苏映雪'),
    ]
    for (let n = 0; n < 21; n += 1) await file(`o-pages-${n}`, numbers[n % 3] ?? '')
    const first = (await contests(REVIEWER)).data
    const second = (await contests(REVIEWER, { level: 'unit', after: first?.next })).data
    expect([first?.contests.length, second?.contests.length, second?.next]).toEqual([20, 1, null])
    expect(first?.open).toBe(21)
    for (let n = 0; n < 21; n += 1) await decide(`o-pages-${n}`, { kind: 'keep' })
  })

  test('M3: one number is contested some times a week, by whatever accounts', async () => {
    const number = await member('o-flooded', '苏映雪')
    const codes: (string | null)[] = []
    for (let n = 0; n < 41; n += 1) codes.push((await file(`o-flood-${n}`, number)).code)
    expect(codes.filter((code) => code === null)).toHaveLength(OUR_LIMITS['contest-a-number'].most)
    expect(codes.at(-1)).toBe('TOO_OFTEN')
    for (const [n, code] of codes.entries()) if (code === null) await decide(`o-flood-${n}`, { kind: 'keep' })
  })

  test('C1: filing takes the same work for a number that is held and for one that is free', async () => {
    const held = await member('o-worked', '苏映雪')
    const work = async (openid: string, idNumber: string): Promise<string[]> => {
      const done: string[] = []
      const ctx = { ...town.context(), openid }
      const store = counted(ctx.store, done)
      await contest({ ...ctx, store }, { name: '苏映雪', idNumber, statement: '换了微信号' })
      return done
    }
    const aboutFree = await work('o-work-1', fresh())
    expect(await work('o-work-2', held)).toEqual(aboutFree)
    expect(aboutFree).not.toEqual([])
    await settleDue(town.context())
    await decide('o-work-2', { kind: 'keep' })
  })
})

describe('deciding', () => {
  test('what is not there, or of another unit, is out of scope; a reason is needed', async () => {
    const { next } = await contested('scope')
    const contestId = await contestIdOf(next)
    expect((await decide('o-nobody-at-all')).code).toBe('INPUT_INVALID')
    expect((await decide(next, { by: ELSEWHERE })).code).toBe('OUT_OF_SCOPE')
    expect((await decide(next, { by: ABOVE })).code).toBe('OUT_OF_SCOPE')
    expect((await decide(next, { by: 'o-scope-old' })).code).toBe('ROLE_MISSING')
    const verdict = { kind: 'rebind', reason: ' ' }
    const bare = { contestId, decisionId: 'd-bare', verdict }
    expect((await town.call(REVIEWER, 'review.decideContest', bare)).code).toBe('INPUT_INVALID')
    const unknown = { ...bare, contestId: 'nothing', verdict: { kind: 'keep', reason: '没有' } }
    expect((await town.call(REVIEWER, 'review.decideContest', unknown)).code).toBe('OUT_OF_SCOPE')
    expect(await town.get('contests', contestId)).toMatchObject({ state: 'open', version: 2 })
    await decide(next, { kind: 'keep' })
  })

  test('keeping tells both sides, and may be contested again', async () => {
    const { old, next, number } = await contested('kept')
    expect((await decide(next, { kind: 'keep' })).data).toMatchObject({ state: 'kept' })
    expect(await mine(next)).toMatchObject({
      state: 'kept',
      orgName: '长宁市第一中学',
      reason: '带身份证到人事处核对过',
    })
    expect((await town.call(old, 'account.me')).code).toBeNull()
    expect((await town.call(next, 'account.me')).code).toBe('NOT_REGISTERED')
    await file(next, number, '苏映雪', '这次带了派出所的证明')
    expect(await mine(next)).toMatchObject({ state: 'waiting' })
    expect(await town.get('contests', await contestIdOf(next))).toMatchObject({
      statement: '这次带了派出所的证明',
    })
    await decide(next, { kind: 'keep' })
  })

  test('a rebind moves the account with its hours; the old phone is signed out, and told by whom', async () => {
    const { old, next } = await contested('moved')
    const person = await personOf(old)
    const { store } = town.context()
    await store.transact((tx) => postHours(tx, postingOf(person, ['c-moved', 12], {})))
    const accountId = accountIdOf({ personId: person._id, region: 'shaanxi', year: 2022 })
    const before = await town.get('accounts', accountId)
    await move(next)
    expect(await stateOf(next)).toBe('rebound')
    expect((await entered(next))?.person).toMatchObject({ id: person._id, mobileMasked: '139****7777' })
    expect(await town.get('accounts', accountId)).toEqual(before)
    const hours = await town.call<{ entries: object[] }>(next, 'hours.account', { year: 2022 })
    expect(hours.data?.entries).toHaveLength(1)
    expect(await personOf(next)).toMatchObject({ openid: next, binding: 'verified', roles: person.roles })
    for (const call of ['account.me', 'home.view', 'certificate.mine'])
      expect((await town.call(old, call)).code).toBe('BINDING_MOVED')
    expect(await entered(old)).toMatchObject({ person: null, moved: { orgName: '长宁市第一中学' } })
  })

  test('what plays on the old phone stops, with what was verified kept', async () => {
    const { old, next } = await contested('watching')
    const person = await personOf(old)
    const sessionId = await playing(person)
    const beat = { sessionId, sequence: 1, ranges: [[0, 5]], phase: 'playing' }
    expect((await town.call(old, 'study.report', beat)).code).toBeNull()
    await move(next)
    expect((await town.call(old, 'study.report', { ...beat, sequence: 2 })).code).toBe('SESSION_FOREIGN')
    expect(await town.get('watch', person._id)).toMatchObject({ openid: next, current: null })
    expect(await town.get('coverage', `${person._id}:lecture`)).not.toBeNull()
  })

  test('one line of audit, one message to each, however often it is sent', async () => {
    const { next } = await contested('once')
    const { _id } = await personOf('o-once-old')
    const contestId = await contestIdOf(next)
    await decide(next, { by: SECOND })
    await decide(next, { decisionId: 'd-once' })
    expect((await decide(next, { decisionId: 'd-once' })).data).toMatchObject({ state: 'moving' })
    await daysLater(OUR_PERIODS.rebindDays)
    await daysLater(OUR_PERIODS.rebindDays)
    const line = () => town.get('audit', `contest-decided:${contestId}:d-once`)
    const written = await line()
    expect((await decide(next, { decisionId: 'd-once' })).data).toMatchObject({ state: 'rebound' })
    // The clock may have filed the line meanwhile: what it says is what stays.
    expect((await line())?.at).toBe(written?.at)
    expect(await line()).toMatchObject({
      action: 'binding-rebound',
      role: 'unit-reviewer',
      scope: UNIT,
      subjectId: _id,
      before: expect.stringContaining('138****9999'),
      after: expect.stringContaining('139****7777'),
    })
    const late = await decide(next, { by: SECOND, kind: 'keep' })
    expect([late.code, late.details]).toEqual([
      'STEP_ALREADY_DECIDED',
      expect.objectContaining({ byName: '程守正' }),
    ])
    expect(await town.get('outbox', `contest-decided:${contestId}:d-once`)).toMatchObject({
      kind: 'binding-rebound',
      payload: { personId: _id, orgName: '长宁市第一中学' },
    })
  })

  test('two reviewers at the same moment: who keeps it is right, whoever comes first', async () => {
    const { old, next } = await contested('race')
    const [left, right] = await Promise.all([
      decide(next, { by: REVIEWER, kind: 'rebind' }),
      decide(next, { by: SECOND, kind: 'keep' }),
    ])
    expect([null, 'STEP_ALREADY_DECIDED']).toContain(left?.code)
    expect([right?.code, await stateOf(next)]).toEqual([null, 'kept'])
    expect([await town.get('bindings', next), (await personOf(old)).openid]).toEqual([null, old])
  })

  test('a registration that the new account began meanwhile is set aside, and confirmed by nobody', async () => {
    const number = fresh()
    await town.prepare('o-both-new', '13900007777')
    const begun = await town.register('o-both-new', { name: '苏映雪', idNumber: number })
    const rivalId = begun.data?.person.id ?? ''
    await member('o-both-old', '苏映雪', { idNumber: number })
    const again = await town.register('o-both-new', { name: '苏映雪', idNumber: number })
    expect(again.data).toEqual(begun.data)
    const confirming = { personId: rivalId, decisionId: 'd-rival' }
    expect((await town.call(REVIEWER, 'review.confirm', confirming)).code).toBe('ID_NUMBER_TAKEN')
    const { _id } = await personOf('o-both-old')
    await file('o-both-new', number)
    expect((await entered('o-both-new'))?.contest).toMatchObject({ state: 'waiting' })
    await move('o-both-new')
    expect((await personOf('o-both-new'))._id).toBe(_id)
    expect(await town.get('persons', rivalId)).toMatchObject({ openid: '', binding: 'contested' })
    expect((await town.call(REVIEWER, 'review.confirm', confirming)).code).toBe('OUT_OF_SCOPE')
  })

  test('an account that was verified as somebody else meanwhile is not moved', async () => {
    const { next } = await contested('other')
    await member(next, '贺云松')
    expect((await decide(next)).code).toBe('BINDING_ALREADY_DECIDED')
    expect((await decide(next, { kind: 'keep' })).data).toMatchObject({ state: 'kept' })
  })

  test('nor one that was verified while the move waited: the log and the holder read that it came to nothing', async () => {
    const { old, next } = await contested('lapsed')
    const { _id: personId } = await personOf(old)
    await decide(next)
    await decide(next, { by: SECOND, decisionId: 'd-lapsed' })
    await member(next, '贺云松')
    await daysLater(OUR_PERIODS.rebindDays)
    expect([await stateOf(next), (await personOf(old)).openid]).toEqual(['kept', old])
    const id = `rebind-lapsed:${await contestIdOf(next)}:d-lapsed`
    expect(await town.get('audit', id)).toMatchObject({
      ...{ action: 'rebind-lapsed', role: 'clock', scope: UNIT, subjectId: personId },
      after: '账号在等待的几天里有了变化，不能再改绑',
    })
    expect(await town.get('outbox', id)).toMatchObject({ payload: { personId, orgName: '长宁市第一中学' } })
  })

  test('the signed-out phone may contest in its turn', async () => {
    const { old, next, number } = await contested('back')
    await move(next)
    expect((await file(old, number, '苏映雪', '手机被人拿走了')).data).toEqual({ received: true })
    await move(old)
    expect((await town.call(old, 'account.me')).code).toBeNull()
    expect((await town.call(next, 'account.me')).code).toBe('BINDING_MOVED')
  })
})

describe('H9: nobody takes an account that is not theirs', () => {
  test('a reviewer’s second account, with the reviewer’s own mobile number, is the reviewer', async () => {
    const number = await member('o-victim', '苏映雪')
    await town.prepare('o-puppet', '13800000001')
    await file('o-puppet', number)
    expect((await contests(REVIEWER)).data?.contests).toMatchObject([{ decidedBy: 'another' }])
    expect((await contests(SECOND)).data?.contests).toMatchObject([{ decidedBy: 'you' }])
    for (const kind of ['rebind', 'keep'] as const)
      expect((await decide('o-puppet', { kind })).code).toBe('SELF_REVIEW')
    expect((await decide('o-puppet', { by: SECOND, kind: 'keep' })).code).toBeNull()
  })

  test('one reviewer alone moves nobody; the other one or the body above agrees', async () => {
    const { old, next } = await contested('alone')
    expect((await decide(next)).data).toEqual({
      contestId: await contestIdOf(next),
      state: 'open',
      movesAt: null,
    })
    expect([(await decide(next)).code, (await decide(next)).details]).toEqual([
      'SECOND_PERSON_NEEDED',
      { byName: '程守正' },
    ])
    await daysLater(30)
    expect((await personOf(old)).openid).toBe(old)
    const { data } = await contests(SECOND)
    expect(data?.contests).toMatchObject([{ agreedByName: '程守正', decidedBy: 'you' }])
    await decide(next, { by: SECOND, kind: 'keep' })
  })

  test('the old account is told while it is theirs, objects in its days, and the body above decides', async () => {
    const { old, next } = await contested('told', BELOW)
    const { _id } = await personOf(old)
    const contestId = await contestIdOf(next)
    expect((await decide(next, { by: ABOVE })).data).toMatchObject({ state: 'moving' })
    expect(await town.get('outbox', `binding-moving:${contestId}:d-${decisions}`)).toMatchObject({
      kind: 'binding-moving',
      payload: { personId: _id, movesOn: '2022年8月18日' },
    })
    await daysLater(OUR_PERIODS.rebindDays - 1)
    expect((await personOf(old)).openid).toBe(old)
    const coming = await town.call<{ rebinds: object[] }>(old, 'account.comingRebinds')
    expect(coming.data?.rebinds).toMatchObject([{ contestId, mobileMasked: '139****7777' }])
    const said = { contestId, statement: '一直是我本人在用' }
    expect((await town.call(ELSEWHERE, 'account.objectToRebind', said)).code).toBe('REBIND_CLOSED')
    expect((await town.call(old, 'account.objectToRebind', said)).data).toEqual({ objected: true })
    expect((await town.call(old, 'account.objectToRebind', said)).data).toEqual({ objected: true })
    await daysLater(30)
    expect((await personOf(old)).openid).toBe(old)
    expect((await contests(ABOVE, { level: 'above' })).data?.contests).toMatchObject([
      { objection: '一直是我本人在用' },
    ])
    expect((await decide(next, { by: ABOVE, kind: 'keep' })).data).toMatchObject({ state: 'kept' })
  })
})

describe('who decides where the unit cannot', () => {
  test('nobody decides about their own account, or what they contested themselves', async () => {
    const own = await contested('own')
    await named(own.old, 'unit-reviewer', UNIT)
    expect((await decide(own.next, { by: own.old })).code).toBe('SELF_REVIEW')
    const { data } = await contests(own.old)
    expect(data?.contests).toMatchObject([{ decidedBy: 'another' }])
    await move(own.next)
    // The same person goes on reviewing, and the log says so.
    expect((await contests(own.next)).code).toBeNull()
    const audit = await town.get('audit', `contest-decided:${await contestIdOf(own.next)}:d-${decisions}`)
    expect(audit?.after).toContain('角色不变：unit-reviewer@unit-one')
    const line = await town.get('role-holders', `${(await personOf(own.next))._id}:unit-reviewer:${UNIT}`)
    expect(line).toMatchObject({ state: 'valid', mobileMasked: '139****7777' })
  })

  test('a unit without a reviewer: the body above sees and decides', async () => {
    const { next } = await contested('below', BELOW)
    expect((await contests(ABOVE, { level: 'above' })).data?.contests).toMatchObject([{ decidedBy: 'you' }])
    expect(await told(next, ABOVE)).toBe('above')
    expect((await decide(next)).code).toBe('OUT_OF_SCOPE')
    await move(next, [ABOVE])
    expect((await entered('o-below-old'))?.moved).toMatchObject({ orgName: '演示office-above' })
  })

  test('the only reviewer’s own account: the body above; with a second one, the unit', async () => {
    const sole = await contested('sole', BELOW)
    await named(sole.old, 'unit-reviewer', BELOW)
    expect((await decide(sole.next, { by: sole.old })).code).toBe('SELF_REVIEW')
    expect((await contests(ABOVE, { level: 'above' })).data?.contests).toHaveLength(1)
    await member('o-deputy', '卫兴邦', { unitId: BELOW, mobile: '13800000005' })
    await named('o-deputy', 'unit-reviewer', BELOW)
    expect((await contests(ABOVE, { level: 'above' })).data?.contests).toEqual([])
    expect((await decide(sole.next, { by: ABOVE })).code).toBe('OUT_OF_SCOPE')
    await move(sole.next, ['o-deputy', ABOVE])
    expect(await stateOf(sole.next)).toBe('rebound')
  })

  test('somebody moves: their new unit decides; is forgotten: nobody has to', async () => {
    const { old, next } = await contested('moving')
    await town.call(old, 'organisation.requestMove', { toUnitId: BELOW, moveId: 'm-contested' })
    const person = await personOf(old)
    const { _id: personId } = person
    const moved = await town.call('o-deputy', 'organisation.confirmMove', { personId, moveId: 'm-contested' })
    expect(moved.code).toBeNull()
    expect((await decide(next)).code).toBe('OUT_OF_SCOPE')
    expect((await contests('o-deputy')).data?.contests).toHaveLength(1)
    expect((await decide(next, { by: 'o-deputy', kind: 'keep' })).data).toMatchObject({ state: 'kept' })
    await forgetIn(town.context(), 'contests', await personsOf(town.context(), person))
    expect(await town.get('contests', await contestIdOf(next))).toBeNull()
  })

  test('who answers for more than the unit is not moved by the unit', async () => {
    const { old, next } = await contested('beyond', BELOW)
    await named(old, 'bureau-staff', 'office-above')
    expect((await contests('o-deputy')).data?.contests).toMatchObject([{ decidedBy: 'above' }])
    expect((await decide(next, { by: 'o-deputy' })).code).toBe('OUT_OF_SCOPE')
    await move(next, [ABOVE])
    expect(await stateOf(next)).toBe('rebound')
  })
})

/** A lecture open on the old phone, as `study.open` leaves it. */
async function playing(person: PersonDocument): Promise<string> {
  const { store, now } = town.context()
  const pack = packs.standardOf('shaanxi', 2022)
  if (!pack.ok) throw new Error('no pack')
  const sessionId = `${person._id}.session`
  const nothing = { verified: EMPTY_COVERAGE, pending: EMPTY_COVERAGE, quiz: NEW_QUIZ }
  const opening = { durationSeconds: 600, questions: [], ...nothing, now, challengeAtSeconds: 300 }
  await store.insert('watch', {
    _id: person._id,
    openid: person.openid,
    replaced: [],
    current: {
      ...{ sessionId, deviceId: 'old', deviceName: '旧手机', courseId: 'course', lectureId: 'lecture' },
      ...{ lectureTitle: '第 1 讲', packVersion: pack.value.version, region: 'shaanxi', year: 2022 },
      ...{ othersDone: false, replacedAt: null, session: openSession(opening, pack.value.watching) },
    },
  })
  return sessionId
}
