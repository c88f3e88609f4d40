import { idNumberOf, Town } from './town'

let town: Town
const ids: Record<string, string> = {}

async function join(openid: string, facts: { name: string; number: string; unitId?: string }): Promise<void> {
  await town.prepare(openid)
  const { data, code } = await town.register(openid, {
    name: facts.name,
    idNumber: facts.number,
    ...(facts.unitId ? { unitId: facts.unitId } : {}),
  })
  if (!data) throw new Error(code ?? 'nothing')
  ids[openid] = data.person.id
}

beforeAll(async () => {
  town = await Town.open()
  await join('o-reviewer', { name: '程守正', number: idNumberOf('19791103', '353') })
  await join('o-one', { name: '贺云松', number: idNumberOf('19910208', '175') })
  await join('o-double', { name: '贺云松', number: idNumberOf('19910208', '175') })
  await join('o-other', { name: '江月白', number: idNumberOf('19920304', '186'), unitId: 'unit-two' })
  await town.appoint('o-reviewer')
})
afterAll(() => town.close())

const decide = (openid: string, what: 'confirm' | 'dispute', personId: string, decisionId: string) =>
  town.call(openid, `review.${what}`, {
    personId,
    decisionId,
    ...(what === 'dispute' ? { reason: '不是本单位的人' } : {}),
  })

test('somebody without the role sees and decides nothing', async () => {
  expect((await town.call('o-one', 'review.people', { binding: 'claimed' })).code).toBe('ROLE_MISSING')
  expect((await decide('o-one', 'confirm', ids['o-one'] ?? '', 'd')).code).toBe('ROLE_MISSING')
})

test('a reviewer sees the people of their own unit, and no one else’s', async () => {
  const { data } = await town.call<{ people: { name: string; roster: string }[]; counts: object }>(
    'o-reviewer',
    'review.people',
    { binding: 'claimed' },
  )
  expect(data?.people.map(({ name }) => name).sort()).toEqual(['贺云松', '贺云松'])
  expect(data?.people.every(({ roster }) => roster === 'not-on-roster')).toBe(true)
})

test('nobody reviews themselves, or somebody of another unit, or nobody', async () => {
  expect((await decide('o-reviewer', 'confirm', ids['o-reviewer'] ?? '', 'd1')).code).toBe('SELF_REVIEW')
  expect((await decide('o-reviewer', 'confirm', ids['o-other'] ?? '', 'd1')).code).toBe('OUT_OF_SCOPE')
  expect((await decide('o-reviewer', 'confirm', 'nobody', 'd1')).code).toBe('OUT_OF_SCOPE')
})

test('a dispute says why, and can be followed by a confirmation', async () => {
  const disputed = await decide('o-reviewer', 'dispute', ids['o-one'] ?? '', 'd2')
  expect(disputed.data).toMatchObject({ binding: 'contested', note: '不是本单位的人' })
  const confirmed = await decide('o-reviewer', 'confirm', ids['o-one'] ?? '', 'd3')
  expect(confirmed.data).toMatchObject({ binding: 'verified' })
})

test('the same decision sent twice is one: one line of audit, one answer', async () => {
  const again = await decide('o-reviewer', 'confirm', ids['o-one'] ?? '', 'd3')
  expect(again.data).toMatchObject({ binding: 'verified' })
  expect(await town.get('audit', `binding:${ids['o-one']}:d3`)).toMatchObject({
    action: 'binding-verified',
    before: 'contested',
    version: 1,
  })
  expect((await decide('o-reviewer', 'dispute', ids['o-one'] ?? '', 'd4')).code).toBe(
    'BINDING_ALREADY_DECIDED',
  )
})

test('once verified, the number is this person’s alone', async () => {
  expect((await decide('o-reviewer', 'confirm', ids['o-double'] ?? '', 'd5')).code).toBe('ID_NUMBER_TAKEN')
})

test('two reviewers at the same moment: one decides, the other is told', async () => {
  await join('o-race', { name: '白露', number: idNumberOf('19930405', '197') })
  const results = await Promise.all([
    decide('o-reviewer', 'confirm', ids['o-race'] ?? '', 'left'),
    decide('o-reviewer', 'dispute', ids['o-race'] ?? '', 'right'),
  ])
  const verified = results.filter(({ code }) => code === null)
  expect(verified.length).toBeGreaterThanOrEqual(1)
  expect((await town.get('persons', ids['o-race'] ?? ''))?.binding).toBe('verified')
})

test('the unit’s code is a picture with a token that brings people here', async () => {
  const { data } = await town.call<{ token: string; imageBase64: string }>('o-reviewer', 'review.unitCode')
  expect(
    Buffer.from(data?.imageBase64 ?? '', 'base64')
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  const entered = await town.call('o-guest', 'account.enter', {
    channel: 'unit-code',
    scene: 1047,
    token: data?.token,
  })
  expect(entered.data).toMatchObject({ landing: { page: 'enrol', unit: { id: 'unit-one' } } })
})

test.each([
  { who: 'somebody who learns', openid: 'o-race', most: 8 },
  { who: 'a reviewer, with three queues counted', openid: 'o-reviewer', most: 11 },
])('home is one call of bounded reads for $who, and small', async ({ openid, most }) => {
  town.cloud.operations.reset()
  const { data } = await town.call(openid, 'home.view')
  const { reads, queries, writes } = town.cloud.operations.read()
  expect(data).not.toBeNull()
  expect(reads + queries).toBeLessThanOrEqual(most)
  expect(writes).toBe(0)
  expect(JSON.stringify(data).length).toBeLessThanOrEqual(6144)
})
