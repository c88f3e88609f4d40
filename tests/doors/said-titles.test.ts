// A trainee's own title: said once, verified by the unit's reviewer, and read wherever a notice asks.
import type { HeldTitle } from '../../domain/title/held-title'
import type { PersonToVerify } from '../../server/membership/person-to-verify'
import type { TitlesView } from '../../server/people/views'
import { DOCTOR } from '../harness/said-title'
import { idNumberOf, Town } from './town'

let town: Town
const ids: Record<string, string> = {}
const FULL: HeldTitle = { ...DOCTOR, title: '副主任医师', level: 'deputy-senior', obtainedYear: 2021 }

beforeAll(async () => {
  town = await Town.open()
  for (const [openid, name, number, unitId] of [
    ['o-reviewer', '程守正', idNumberOf('19791103', '353'), ''],
    ['o-doctor', '贺云松', idNumberOf('19910208', '175'), ''],
    ['o-other', '江月白', idNumberOf('19920304', '186'), 'unit-two'],
  ] as const) {
    await town.prepare(openid)
    const { data } = await town.register(openid, { name, idNumber: number, ...(unitId ? { unitId } : {}) })
    ids[openid] = data?.person.id ?? ''
  }
  await town.appoint('o-reviewer')
})
afterAll(() => town.close())

const say = (openid: string, actId: string, held: HeldTitle | null) =>
  town.call<TitlesView>(openid, 'account.sayTitle', { actId, held })
const linesOf = async (openid: string) => {
  const { data } = await town.call<TitlesView>(openid, 'account.titles')
  return [data?.presentId, ...(data?.lines ?? []).map(({ titleId, state }) => `${titleId} ${state}`)]
}
const decide = (titleId: string, decisionId: string, reason?: string) =>
  town.call<PersonToVerify>('o-reviewer', 'review.decideTitle', {
    ...{ personId: ids['o-doctor'], titleId, decisionId },
    verdict: reason === undefined ? { kind: 'confirm' } : { kind: 'doubt', reason },
  })
const waiting = async () =>
  (await town.call<{ people: PersonToVerify[]; count: number }>('o-reviewer', 'review.titles', {})).data

test('it is said once: the same again, by the same tap or another, is nothing new', async () => {
  expect(await linesOf('o-doctor')).toEqual([null])
  await say('o-doctor', 'first', DOCTOR)
  await say('o-doctor', 'first', DOCTOR)
  await say('o-doctor', 'again', DOCTOR)
  expect(await linesOf('o-doctor')).toEqual(['first', 'first waiting'])
  expect((await say('o-doctor', 'first', FULL)).code).toBe('ACT_CONFLICT')
  expect((await say('o-doctor', 'later', { ...DOCTOR, obtainedYear: 2099 })).code).toBe('INPUT_INVALID')
})

test('of whom nobody has confirmed yet, no title is verified', async () => {
  expect(await waiting()).toMatchObject({ people: [], count: 0 })
  expect((await decide('first', 'd0')).code).toBe('OUT_OF_SCOPE')
  await town.call('o-reviewer', 'review.confirm', { personId: ids['o-doctor'], decisionId: 'c1' })
  expect(await waiting()).toMatchObject({ people: [{ title: { titleId: 'first', held: DOCTOR } }], count: 1 })
})

test('the reviewer confirms the one that was read, once, and the person is told', async () => {
  expect((await decide('another', 'd1')).code).toBe('TITLE_CHANGED')
  expect((await decide('first', 'd1')).data).toMatchObject({ title: { state: 'verified' } })
  expect((await decide('first', 'd1')).code).toBeNull()
  expect((await decide('first', 'd2')).code).toBe('TITLE_CHANGED')
  expect(await waiting()).toMatchObject({ people: [], count: 0 })
  expect(await town.get('audit', `title-decided:${ids['o-doctor']}:d1`)).toMatchObject({
    action: 'title-verified',
    after: '主治医师（卫生技术系列，中级，2018 年取得）',
  })
  expect(await town.get('outbox', `title-decided:${ids['o-doctor']}:d1`)).toMatchObject({
    kind: 'title-verified',
  })
})

test('a newer one waits, and the verified one is used until it is looked at', async () => {
  await say('o-doctor', 'risen', FULL)
  expect(await linesOf('o-doctor')).toEqual(['first', 'risen waiting', 'first verified'])
  expect((await waiting())?.people[0]).toMatchObject({ titleBefore: DOCTOR, title: { held: FULL } })
  await decide('risen', 'd3', '没有看到证书')
  expect(await linesOf('o-doctor')).toEqual(['first', 'risen doubted', 'first verified'])
  await say('o-doctor', 'proven', FULL)
  await decide('proven', 'd4')
  expect(await linesOf('o-doctor')).toEqual([
    ...['proven', 'proven verified', 'risen doubted', 'first verified'],
  ])
})

test('NX22-11: what the unit verified goes into the check of a title', async () => {
  const asked = { level: 'senior', applicationYear: 2022 }
  const { data } = await town.call('o-doctor', 'title.check', asked)
  expect(data).toMatchObject({ title: { held: FULL, isVerified: true } })
})

test('a confirmed one can be doubted later, and then the one before it is used', async () => {
  await decide('proven', 'd5', '证书是假的')
  expect((await linesOf('o-doctor')).slice(0, 2)).toEqual(['first', 'proven doubted'])
})

test('a title of an account that becomes another person is not theirs', async () => {
  await say('o-other', 'mine', DOCTOR)
  await town.register('o-other', {
    name: '江月明',
    idNumber: idNumberOf('19920304', '202'),
    unitId: 'unit-two',
  })
  expect(await linesOf('o-other')).toEqual([null])
})

test('no more than so many are kept, and what the unit decided stays', async () => {
  const person = await town.get('persons', ids['o-doctor'] ?? '')
  const [first] = person?.titles ?? []
  if (!person || !first) throw new Error('nobody said anything')
  const many = Array.from({ length: 39 }, (_, at) => ({ ...first, id: `old-${at}`, decided: null }))
  await town.context().store.replace('persons', { ...person, titles: [first, ...many] })
  await say('o-doctor', 'one-more', FULL)
  const kept = (await town.get('persons', ids['o-doctor'] ?? ''))?.titles ?? []
  expect([kept.length, kept[0]?.id, kept[1]?.id, kept.at(-1)?.id]).toEqual([40, 'first', 'old-1', 'one-more'])
})
