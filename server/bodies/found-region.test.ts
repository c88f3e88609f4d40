import { plusDays, plusMs } from '../../domain/kernel/instant'
import { World } from '../../tests/doors/matrix/world'
import { idNumberOf } from '../../tests/doors/town'
import { refusalOf } from '../../tests/harness/classroom'
import type { Context } from '../kernel/context'
import { CONSENT_VERSION } from '../people/consent'
import { enter } from '../people/enter'
import { type Founded, type Founding, foundRegion } from './found-region'

const ORDER: Founding = { region: 'qinghai', name: '演示省人力资源和社会保障厅', areaCode: '990000' }
const FOUNDER = { name: '安若素', idNumber: idNumberOf('19790315', '301') }
const SECOND = { name: '纪怀远', idNumber: idNumberOf('19821109', '302') }

let country: World
let world: World
beforeAll(async () => {
  country = await World.open()
})
beforeEach(() => {
  world = country.twin()
})
afterAll(() => country.close())

const found = (order: Partial<Founding> = {}): Promise<Founded> =>
  foundRegion(world.as(''), { ...ORDER, ...order })

const codeIn = (founded: Founded): string => ('code' in founded ? founded.code : '')
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const refusal = await refusalOf(work)
  return refusal === 'accepted' ? refusal : refusal.code
}

const scans = (openid: string, token: string) =>
  world.calls(openid).account.enter({ channel: 'unit-code', scene: 1047, token })

async function agrees(openid: string): Promise<void> {
  await world.calls(openid).account.consent({ version: CONSENT_VERSION })
  await world.calls(openid).account.phone({ code: world.cloud.phoneCodes.issue('13900008801') })
}

const registers = (openid: string, token: string, who = FOUNDER) =>
  world.calls(openid).account.register({
    ...{ ...who, token, consentVersion: CONSENT_VERSION, channel: 'unit-code' },
  })

async function comes(openid: string, token: string, who = FOUNDER) {
  await agrees(openid)
  return registers(openid, token, who)
}

const bodies = async () =>
  (
    await world.store.query('organisations', 'byRegion', {
      ...{ equals: { region: ORDER.region, kind: 'bureau' }, limit: 10 },
    })
  ).items

const line = (id: string) => world.store.get('audit', id)
const everything = (): string => JSON.stringify(world.everything())

describe('a region is founded', () => {
  test('with a verified first body that is found by its name, and a line of the log', async () => {
    const founded = await found()
    expect(founded).toMatchObject({ outcome: 'founded', orgName: ORDER.name })
    const [body] = await bodies()
    expect(body).toMatchObject({ ...ORDER, kind: 'bureau', parentId: null, state: 'verified' })
    expect(await line(`founded:${body?._id}`)).toMatchObject({ role: 'operator', after: ORDER.name })
    const { bodies: above } = await world.calls('o-anybody').organisation.searchAbove({ text: '演示省' })
    expect(above.map(({ name }) => name)).toContain(ORDER.name)
  })

  test('again: the same body, a fresh code, and the earlier one is known no more', async () => {
    const [first, again] = [await found(), await found()]
    expect(again).toMatchObject({ outcome: 'code-again', orgName: ORDER.name })
    expect(await bodies()).toHaveLength(1)
    expect(await codeOf(scans('o-early', codeIn(first)))).toBe('TOKEN_UNKNOWN')
    expect(await codeOf(comes('o-early', codeIn(first)))).toBe('TOKEN_UNKNOWN')
    expect(await line('founding-code-made:qinghai:2')).toMatchObject({
      ...{ before: '第 1 个开通码作废', after: '第 2 个开通码' },
    })
    expect((await comes('o-founder', codeIn(again))).person.binding).toBe('verified')
  })

  test('its code is in no document, before it is used and after', async () => {
    const code = codeIn(await found())
    expect(code).toMatch(/^f[2-9a-hjkmnp-z]{15}$/)
    await scans('o-founder', code)
    expect(everything()).not.toContain(code)
    await comes('o-founder', code)
    await scans('o-founder', code)
    expect(everything()).toContain(FOUNDER.name)
    expect(everything()).not.toContain(code)
    expect(everything()).not.toContain(code.slice(2))
  })

  test('by two at once: one body, and one of them is told to ask again', async () => {
    const outcomes = await Promise.all([codeOf(found()), codeOf(found({ name: '演示省人社厅' }))])
    expect(outcomes.sort()).toEqual(['BUSY', 'accepted'])
    expect(await bodies()).toHaveLength(1)
  })

  test('not where it has a first body of another name, or one with a reviewer', async () => {
    await comes('o-founder', codeIn(await found()))
    expect(await found()).toEqual({ outcome: 'has-reviewer', orgName: ORDER.name })
    expect(await found({ name: '另一个人社厅' })).toEqual({ outcome: 'other-body', orgName: ORDER.name })
  })
})

test('a region whose reviewers have all gone begins anew', async () => {
  const { person } = await comes('o-founder', codeIn(await found()))
  const own = { personId: person.id, role: 'bureau-reviewer', orgId: person.unit.id } as const
  await world.calls('o-founder').organisation.revoke({ ...own, actId: world.next('act') })
  const again = await found()
  expect(again.outcome).toBe('code-again')
  expect((await comes('o-second', codeIn(again), SECOND)).person.roles).toContain('bureau-reviewer')
})

describe('who registers with the code', () => {
  test('is verified, has the roles of the body’s administrator, and can begin', async () => {
    const code = codeIn(await found())
    expect((await scans('o-founder', code)).landing).toMatchObject({
      page: 'enrol',
      unit: { name: ORDER.name },
    })
    const { person } = await comes('o-founder', code)
    expect(person).toMatchObject({ binding: 'verified', roles: ['bureau-reviewer', 'unit-reviewer'] })
    const calls = world.calls('o-founder')
    expect((await calls.organisation.tree({})).children.map(({ name }) => name)).toEqual([ORDER.name])
    expect(await line('founder-appointed:qinghai:1')).toMatchObject({
      ...{ actorId: person.id, subjectId: person.id, scope: person.unit.id, at: expect.any(Number) },
      ...{ before: '第 1 个开通码', after: 'bureau-reviewer、unit-reviewer' },
    })
    const holders = await calls.organisation.holders({ orgId: person.unit.id })
    expect(holders.holders.map(({ role, grantedByName }) => [role, grantedByName])).toEqual([
      ['bureau-reviewer', ''],
      ['unit-reviewer', ''],
    ])
  })

  test('has used it: sent again it is the same registration, and nobody else comes by it', async () => {
    const code = codeIn(await found())
    const { person } = await comes('o-founder', code)
    expect((await registers('o-founder', code)).person).toEqual(person)
    expect((await scans('o-founder', code)).landing).toEqual({ page: 'home' })
    expect(await codeOf(scans('o-second', code))).toBe('TOKEN_USED')
    expect(await codeOf(comes('o-second', code, SECOND))).toBe('TOKEN_USED')
  })

  test('at the same moment as another: one of them is the first reviewer, the other is nobody', async () => {
    const code = codeIn(await found())
    await Promise.all([agrees('o-founder'), agrees('o-second')])
    const outcomes = await Promise.all([
      codeOf(registers('o-founder', code)),
      codeOf(registers('o-second', code, SECOND)),
    ])
    expect(outcomes.sort()).toEqual(['TOKEN_USED', 'accepted'])
    const [body] = await bodies()
    const { items } = await world.store.query('persons', 'byUnit', {
      ...{ equals: { unitId: body?._id ?? '' }, limit: 10 },
    })
    expect(items).toHaveLength(1)
  })

  test('within 72 hours, and no later', async () => {
    const code = codeIn(await found())
    await agrees('o-founder')
    const end = plusDays(world.as('').now, 3)
    world.still = { now: end }
    expect(await codeOf(scans('o-founder', code))).toBe('TOKEN_EXPIRED')
    expect(await codeOf(registers('o-founder', code))).toBe('TOKEN_EXPIRED')
    world.still = { now: plusMs(end, -60_000) }
    expect((await registers('o-founder', code)).person.binding).toBe('verified')
  })

  test('with a number that another account holds is told so, and the code stays', async () => {
    await comes('o-founder', codeIn(await found()))
    const far = codeIn(await foundRegion(world.as(''), await emptied('shaanxi')))
    expect(await codeOf(comes('o-second', far))).toBe('ID_NUMBER_TAKEN')
    expect(await world.store.get('bindings', 'o-second')).toBeNull()
    expect((await comes('o-second', far, SECOND)).person.roles).toContain('bureau-reviewer')
  })

  test('by a key that was exchanged meanwhile is found all the same', async () => {
    const code = codeIn(await found())
    const ctx = withSecondKey(world.as('o-founder'))
    const entry = { channel: 'unit-code', scene: 1047, token: code } as const
    expect((await enter(ctx, entry)).landing).toMatchObject({ page: 'enrol' })
  })
})

describe('who is registered already', () => {
  test('elsewhere keeps that and gets nothing, and the code waits for somebody else', async () => {
    const code = codeIn(await found())
    const before = await world.store.get('persons', 'trainee')
    expect(await codeOf(scans('o-trainee', code))).toBe('REGISTERED_ELSEWHERE')
    const claimed = await world.person('station', { binding: 'claimed' })
    expect(await codeOf(scans(claimed.openid, code))).toBe('REGISTERED_ELSEWHERE')
    expect(await codeOf(comes(claimed.openid, code))).toBe('REGISTERED_ELSEWHERE')
    expect(await world.store.get('persons', 'trainee')).toEqual(before)
    expect((await comes('o-founder', code)).person.roles).toContain('bureau-reviewer')
  })

  test.each(['verified', 'claimed'] as const)(
    'with this very body, %s, becomes its reviewer by the scan, once',
    async (binding) => {
      const code = codeIn(await found())
      const [body] = await bodies()
      const colleague = await world.person(body?._id ?? '', { binding })
      const { person } = await scans(colleague.openid, code)
      expect(person).toMatchObject({ binding: 'verified', roles: ['bureau-reviewer', 'unit-reviewer'] })
      expect((await scans(colleague.openid, code)).person).toEqual(person)
      expect(await codeOf(scans('o-second', code))).toBe('TOKEN_USED')
    },
  )
})

test('without the code nobody comes in at the first body', async () => {
  await found()
  const [body] = await bodies()
  await agrees('o-stranger')
  const asked = { ...FOUNDER, consentVersion: CONSENT_VERSION, channel: 'search' } as const
  const register = world.calls('o-stranger').account.register
  expect(await codeOf(register({ ...asked, unitId: body?._id }))).toBe('UNIT_UNKNOWN')
  expect(await codeOf(register({ ...asked, token: `f3${'a'.repeat(14)}` }))).toBe('TOKEN_UNKNOWN')
  expect(await codeOf(register({ ...asked, token: `fz${'a'.repeat(14)}` }))).toBe('TOKEN_UNKNOWN')
})

/** A region whose first body nobody reviews for any more. */
async function emptied(region: 'shaanxi'): Promise<Founding> {
  await world.hold('clerk-far-bureau', [])
  return { region, name: '演示far-bureau', areaCode: '990101' }
}

function withSecondKey(ctx: Context): Context {
  const { secrets } = ctx.ports
  const indexKeys = { current: 2, keys: { ...secrets.indexKeys.keys, 2: 'ab'.repeat(32) } }
  return { ...ctx, ports: { ...ctx.ports, secrets: { ...secrets, indexKeys } } }
}
