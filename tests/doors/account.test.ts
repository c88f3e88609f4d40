import { CONSENT_VERSION } from '../../server/people/consent'
import { idNumberOf, TOKENS, Town, UNIT } from './town'

let town: Town
beforeAll(async () => {
  town = await Town.open()
})
afterAll(() => town.close())

const NAME = '林知远'
const NUMBER = idNumberOf('19930412', '271')
const WRONG_CHECK = NUMBER.slice(0, 17) + (NUMBER.endsWith('1') ? '2' : '1')

describe('a call that says it is somebody else', () => {
  test.each(['openid', 'OPENID', 'role', 'personId', 'Type', 'TriggerName', 'now'])(
    'with %s in its event is refused as forged',
    async (field) => {
      const { code, details } = await town.send('o-liar', {
        path: 'account.me',
        type: 'query',
        [field]: 'o-somebody',
      })
      expect([code, details]).toEqual(['CALL_FORGED', { field }])
    },
  )

  test('is refused by the timer’s door, and changes nothing', async () => {
    const { result } = await town.cloud.invoke(
      'clock',
      { Type: 'Timer', TriggerName: 'each-minute' },
      { openid: 'o-liar' },
    )
    expect(result).toMatchObject({ error: { data: { refusal: { code: 'CALL_FORGED' } } } })
  })

  test('without a caller is refused', async () => {
    const { result } = await town.cloud.invoke('api', { path: 'account.me', type: 'query' }, {})
    expect(result).toMatchObject({ error: { data: { refusal: { code: 'CALLER_UNKNOWN' } } } })
  })
})

describe('a call that is too much', () => {
  test('2 MB are refused by the door', async () => {
    const { code } = await town.send('o-big', {
      path: 'account.searchUnits',
      type: 'query',
      input: { text: 'x'.repeat(2_000_000) },
    })
    expect(code).toBe('INPUT_TOO_LARGE')
  })

  test('an over-long string is refused with its field', async () => {
    const { code, details } = await town.call('o-long', 'account.contest', {
      name: NAME,
      idNumber: NUMBER,
      statement: '长'.repeat(501),
    })
    expect([code, details]).toEqual(['INPUT_INVALID', { fields: ['statement'] }])
  })

  test('a path that is not there is refused', async () => {
    expect((await town.send('o-lost', { path: 'account.everything', type: 'query' })).code).toBe(
      'INPUT_INVALID',
    )
  })
})

describe('a QR code', () => {
  test.each([
    ['of somebody else', 'https://elsewhere.example', 'TOKEN_FOREIGN'],
    ['that was never issued', 'uzzzzzzzzzzzzzzz', 'TOKEN_UNKNOWN'],
    ['that has expired', TOKENS.late, 'TOKEN_EXPIRED'],
  ])('%s is refused', async (_what, token, expected) => {
    expect(
      (await town.call('o-scanner', 'account.enter', { channel: 'unit-code', scene: 1047, token })).code,
    ).toBe(expected)
  })

  test('brings somebody new to registration with the unit chosen, and the visit is kept with its channel (SX22-12)', async () => {
    const { data } = await town.call('o-new', 'account.enter', {
      channel: 'unit-code',
      scene: 1047,
      token: TOKENS.unit,
    })
    expect(data).toMatchObject({ landing: { page: 'enrol', unit: { id: UNIT } }, person: null })
    expect(await town.get('visits', 'o-new:2022-08-15:unit-code')).toMatchObject({ scene: 1047 })
  })

  test('that works once is refused for the second person', async () => {
    await town.prepare('o-once')
    const first = await town.register('o-once', {
      name: '周一',
      idNumber: idNumberOf('19900101', '111'),
      token: TOKENS.once,
    })
    expect(first.code).toBeNull()
    expect(
      (await town.call('o-twice', 'account.enter', { channel: 'unit-code', scene: 1047, token: TOKENS.once }))
        .code,
    ).toBe('TOKEN_USED')
    await town.prepare('o-twice')
    expect(
      (
        await town.register('o-twice', {
          name: '周二',
          idNumber: idNumberOf('19900102', '112'),
          token: TOKENS.once,
        })
      ).code,
    ).toBe('TOKEN_USED')
    expect(await town.get('bindings', 'o-twice')).toBeNull()
  })
})

describe('a phone code', () => {
  test('works once', async () => {
    const code = town.cloud.phoneCodes.issue('13800001111')
    expect((await town.call('o-phone', 'account.phone', { code })).data).toEqual({
      mobileMasked: '138****1111',
    })
    expect((await town.call('o-phone', 'account.phone', { code })).code).toBe('PHONE_CODE_USED')
    expect((await town.call('o-thief', 'account.phone', { code })).code).toBe('PHONE_CODE_USED')
    expect(await town.get('registrations', 'o-thief')).toBeNull()
  })

  test('that the platform does not know is refused', async () => {
    expect((await town.call('o-phone', 'account.phone', { code: 'invented' })).code).toBe(
      'PHONE_CODE_INVALID',
    )
  })
})

describe('registration', () => {
  beforeAll(() => town.prepare('o-reg'))

  test.each([
    ['a wrong checksum', { idNumber: WRONG_CHECK }, 'ID_NUMBER_CHECKSUM'],
    ['a day that does not exist', { idNumber: idNumberOf('19930230', '271') }, 'ID_NUMBER_DATE'],
    ['letters', { idNumber: 'not a number' }, 'ID_NUMBER_MALFORMED'],
    ['a birthday of fifteen years ago', { idNumber: idNumberOf('20061231', '271') }, 'ID_NUMBER_UNDER_AGE'],
    ['a name of digits', { name: '12345' }, 'NAME_MALFORMED'],
    ['a unit that is not there', { unitId: 'unit-nowhere' }, 'UNIT_UNKNOWN'],
  ])('with %s is refused, and nothing is written', async (_what, change, expected) => {
    expect((await town.register('o-reg', { name: NAME, idNumber: NUMBER, ...change })).code).toBe(expected)
    expect(await town.get('bindings', 'o-reg')).toBeNull()
  })

  test('without consent or phone is refused', async () => {
    expect((await town.register('o-bare', { name: NAME, idNumber: NUMBER })).code).toBe('CONSENT_MISSING')
    await town.call('o-bare', 'account.consent', { version: CONSENT_VERSION })
    expect((await town.register('o-bare', { name: NAME, idNumber: NUMBER })).code).toBe('PHONE_MISSING')
    expect((await town.call('o-bare', 'account.consent', { version: '1999-01' })).code).toBe(
      'CONSENT_MISSING',
    )
  })

  test('claims a binding; the number is not readable in what is stored; the same again is the same', async () => {
    const first = await town.register('o-reg', { name: NAME, idNumber: NUMBER })
    const again = await town.register('o-reg', { name: NAME, idNumber: NUMBER })
    expect(first.data?.person).toMatchObject({
      binding: 'claimed',
      idNumberMasked: `9901**********${NUMBER.slice(14)}`,
    })
    expect(again.data).toEqual(first.data)
    const stored = JSON.stringify(await town.get('persons', first.data?.person.id ?? ''))
    expect(stored).not.toContain(NUMBER)
    expect(stored).not.toContain(NUMBER.slice(4, 14))
  })

  test('a roster line with the same name and number verifies at once; another name does not', async () => {
    const number = idNumberOf('19880808', '123')
    await town
      .context()
      .store.insert('roster-lines', { _id: `${UNIT}:${town.hashOf(number)}`, unitId: UNIT, name: '苏映雪' })
    await town.prepare('o-roster')
    expect((await town.register('o-roster', { name: '苏映霜', idNumber: number })).data?.person.binding).toBe(
      'claimed',
    )
    expect((await town.register('o-roster', { name: '苏映雪', idNumber: number })).data?.person.binding).toBe(
      'verified',
    )
  })

  test('only a verified binding excludes others, who may contest it', async () => {
    const number = idNumberOf('19880808', '123')
    await town.prepare('o-rival')
    const taken = await town.register('o-rival', { name: '苏映雪', idNumber: number })
    expect([taken.code, taken.details]).toEqual(['ID_NUMBER_TAKEN', { unitName: '长宁市第一中学' }])
    const said = { name: '苏映雪', idNumber: number, statement: '换了微信号' }
    expect((await town.call('o-rival', 'account.contest', said)).data).toEqual({ received: true })
    const filed = await town.get('registrations', 'o-rival')
    expect(await town.get('contests', filed?.contest?.id ?? '')).toMatchObject({
      unitId: UNIT,
      statement: '换了微信号',
      state: 'open',
    })
    expect((await town.call('o-rival', 'account.contest', said)).data).toEqual({ received: true })
  })

  test('who is verified registers no second time under other facts', async () => {
    expect(
      (await town.register('o-roster', { name: '苏映霜', idNumber: idNumberOf('19880808', '124') })).code,
    ).toBe('ALREADY_REGISTERED')
  })

  test('units are found by part of their name', async () => {
    const { data } = await town.call<{ units: { name: string }[] }>('o-seeker', 'account.searchUnits', {
      text: '第二中',
    })
    expect(data?.units.map(({ name }) => name)).toEqual(['长宁市第二中学'])
  })

  test('SX22-13: whoever is not registered is told so everywhere else', async () => {
    for (const call of ['home.view', 'account.me', 'certificate.mine']) {
      expect((await town.call('o-nobody', call)).code).toBe('NOT_REGISTERED')
    }
  })
})
