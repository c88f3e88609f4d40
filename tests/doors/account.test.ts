import { postHours } from '../../server/books/hours/post-hours'
import type { PersonToVerify } from '../../server/membership/person-to-verify'
import { CONSENT_VERSION } from '../../server/people/consent'
import { register } from '../../server/people/register'
import { counted } from '../harness/counted-store'
import { AUGUST, postingOf } from '../harness/ledger'
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

  test.each(['clock', 'clock-2', 'clock-3', 'clock-4'])(
    'is refused by %s, the timer’s door',
    async (name) => {
      const { result } = await town.cloud.invoke(
        name,
        { Type: 'Timer', TriggerName: 'each-minute' },
        { openid: 'o-liar' },
      )
      expect(result).toMatchObject({ error: { data: { refusal: { code: 'CALL_FORGED' } } } })
    },
  )

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

  test('the unit’s code and the roster’s name, number and mobile number verify at once', async () => {
    const number = idNumberOf('19880808', '123')
    await town.onRoster({ name: '苏映雪', idNumber: number })
    await town.prepare('o-roster')
    const facts = { name: '苏映霜', idNumber: number, token: TOKENS.unit }
    expect((await town.register('o-roster', facts)).data?.person.binding).toBe('claimed')
    expect((await town.register('o-roster', { ...facts, name: '苏映雪' })).data?.person.binding).toBe(
      'verified',
    )
  })

  test('C2: name, number and unit can be guessed or bought, and verify nobody without code and mobile number', async () => {
    const number = idNumberOf('19880808', '125')
    await town.onRoster({ name: '苏映雪', idNumber: number, mobile: '13800001001' })
    await town.prepare('o-guesser', '15900007777')
    const facts = { name: '苏映雪', idNumber: number }
    const tried = [facts, { ...facts, token: TOKENS.unit }]
    for (const said of tried)
      expect((await town.register('o-guesser', said)).data?.person).toMatchObject({
        ...{ binding: 'claimed', bindingNote: '' },
      })
    await town.prepare('o-owner', '13800001001')
    expect((await town.register('o-owner', facts)).data?.person.binding).toBe('claimed')
    expect((await town.register('o-owner', { ...facts, token: TOKENS.unit })).data?.person.binding).toBe(
      'verified',
    )
  })

  test('C1: the answer about a number that is held is that about a free one', async () => {
    const [held, free] = [idNumberOf('19880808', '127'), idNumberOf('19880808', '129')]
    await town.member('o-holder', { name: '苏映雪', idNumber: held })
    await town.prepare('o-oracle')
    const said = async (idNumber: string) => {
      const { code, data } = await town.register('o-oracle', { name: '苏映雪', idNumber })
      return { code, person: { ...data?.person, idNumberMasked: '' } }
    }
    const aboutFree = await said(free)
    expect(await said(held)).toEqual(aboutFree)
    expect(JSON.stringify(aboutFree)).toContain('claimed')
  })

  test('C1: the work is the same for a number that is held, on a roster, or unknown', async () => {
    const [held, listed] = [idNumberOf('19880808', '133'), idNumberOf('19880808', '135')]
    await town.member('o-worked', { name: '苏映雪', idNumber: held })
    await town.onRoster({ name: '苏映雪', idNumber: listed })
    const work = async (openid: string, idNumber: string): Promise<string[]> => {
      await town.prepare(openid, '15900001111')
      const done: string[] = []
      const ctx = { ...town.context(), openid }
      const facts = { name: '苏映雪', idNumber, unitId: UNIT, token: TOKENS.unit }
      const store = counted(ctx.store, done)
      await register({ ...ctx, store }, { ...facts, consentVersion: CONSENT_VERSION, channel: 'search' })
      return done
    }
    const aboutFree = await work('o-work-1', idNumberOf('19880808', '137'))
    expect(await work('o-work-2', held)).toEqual(aboutFree)
    expect(await work('o-work-3', listed)).toEqual(aboutFree)
    expect(aboutFree).not.toEqual([])
  })

  test('C1: an account tries some numbers a day, and not one after another', async () => {
    await town.prepare('o-trying')
    const codes: (string | null)[] = []
    for (let n = 0; n < 20; n += 1)
      codes.push(
        (await town.register('o-trying', { name: NAME, idNumber: idNumberOf('19930412', `${301 + n}`) }))
          .code,
      )
    expect(codes.filter((code) => code === null).length).toBeLessThanOrEqual(6)
    expect(codes.at(-1)).toBe('TOO_OFTEN')
  })

  test('who proves that the number is theirs reads that another account holds it, and contests that', async () => {
    const number = idNumberOf('19880808', '131')
    await town.member('o-before', { name: '苏映雪', idNumber: number })
    await town.prepare('o-rival')
    const { data } = await town.register('o-rival', { name: '苏映雪', idNumber: number, token: TOKENS.unit })
    expect(data?.person).toMatchObject({
      binding: 'claimed',
      bindingNote: expect.stringContaining('申请改绑'),
    })
    const said = { name: '苏映雪', idNumber: number, statement: '换了微信号' }
    expect((await town.call('o-rival', 'account.contest', said)).data).toEqual({ received: true })
    const filed = await town.get('registrations', 'o-rival')
    expect(await town.get('contests', filed?.contest?.id ?? '')).toMatchObject({
      statement: '换了微信号',
      state: 'open',
    })
    expect((await town.call('o-rival', 'account.contest', said)).data).toEqual({ received: true })
  })

  describe('C3: what one person learned', () => {
    const [gunman, buyer] = [idNumberOf('19750101', '151'), idNumberOf('19880909', '152')]
    let personId = ''

    beforeAll(async () => {
      await town.prepare('o-gunman', '13800007001')
      personId = (await town.register('o-gunman', { name: '贾枪手', idNumber: gunman })).data?.person.id ?? ''
      const person = await town.get('persons', personId)
      if (!person) throw new Error('nobody')
      await town
        .context()
        .store.transact((tx) => postHours(tx, postingOf(person, ['c-sold', 32], { recordedAt: AUGUST })))
    })

    test('is never counted for another, even where roster, code and mobile number prove that one', async () => {
      await town.onRoster({ name: '易买主', idNumber: buyer, mobile: '13800007001' })
      const sold = await town.register('o-gunman', { name: '易买主', idNumber: buyer, token: TOKENS.unit })
      expect([sold.code, sold.details]).toEqual([
        'IDENTITY_FIXED',
        { name: '贾枪手', idNumberMasked: `9901**********${gunman.slice(14)}` },
      ])
      expect(await town.get('persons', personId)).toMatchObject({ name: '贾枪手', binding: 'claimed' })
      expect(await town.get('identity-keys', town.hashOf(buyer))).toBeNull()
    })

    test('stays with one whose slip was corrected: the reviewer sees both, and the log says so', async () => {
      const right = idNumberOf('19750101', '161')
      await town.onRoster({ name: '贾枪手', idNumber: right, mobile: '13800007001' })
      const facts = { name: '贾枪手', idNumber: right, token: TOKENS.unit }
      expect((await town.register('o-gunman', facts)).data?.person).toMatchObject({ binding: 'claimed' })
      await town.member('o-sees-both', { name: '程守正', idNumber: idNumberOf('19791103', '353') })
      await town.appoint('o-sees-both')
      const { data } = await town.call<{ people: PersonToVerify[] }>('o-sees-both', 'review.people', {
        binding: 'claimed',
      })
      expect(data?.people.find((one) => one.personId === personId)).toMatchObject({
        ...{ roster: 'on-roster', rosterMobile: 'same', byCode: true },
        ...{ idNumberMasked: `9901**********${right.slice(14)}` },
        learnedAs: { name: '贾枪手', idNumberMasked: `9901**********${gunman.slice(14)}` },
      })
      const account = await town.call<{ entries: { evidence: { text: string }[] }[] }>(
        'o-gunman',
        'hours.account',
        { year: 2022 },
      )
      const evidence = account.data?.entries[0]?.evidence.map(({ text }) => text)
      expect(evidence?.join()).toContain('学的时候登记为贾枪手')
      const { version = 0 } = (await town.get('persons', personId)) ?? {}
      expect(await town.get('audit', `register:${personId}:${version}`)).toMatchObject({
        before: expect.stringContaining(gunman.slice(14)),
        after: expect.stringContaining(right.slice(14)),
      })
    })

    test('does not drift to another by one slip after the other', async () => {
      await town.register('o-gunman', { name: '贾枪手', idNumber: idNumberOf('19750101', '161') })
      const drifted = await town.register('o-gunman', {
        name: '贾枪手',
        idNumber: idNumberOf('19760909', '161'),
      })
      const renamed = { name: '甄买主', idNumber: idNumberOf('19750101', '161') }
      expect([drifted.code, (await town.register('o-gunman', renamed)).code]).toEqual([
        'IDENTITY_FIXED',
        'IDENTITY_FIXED',
      ])
    })
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
