import type { AnyDoor } from '../../domain/kernel/doors'
import { anyKeys } from '../../scripts/any-keys'
import { configFrom } from './config'
import { DOOR_NAMES, VARIABLES, WITHOUT_DEFAULT } from './variables'

const KEYS = anyKeys()

test('keys alone are enough: the rest has what production wants where nothing is set', () => {
  expect(
    configFrom({ ...KEYS, XUESHI_PUBLIC_ORIGIN: '', XUESHI_TEMPLATES: '', XUESHI_HOME_REGION: '' }),
  ).toEqual({
    secrets: {
      idNumberKeys: { current: 1, keys: { 1: '00'.repeat(16) } },
      indexKeys: { current: 1, keys: { 1: '00'.repeat(32) } },
      signing: {
        privateKeyHex: '01'.repeat(32),
        current: { keyId: 1, publicKeyHex: `04${'01'.repeat(64)}`, from: null, until: null },
        past: [],
      },
    },
    templates: {},
    publicOrigin: '',
    sampleContent: 'refused',
    homeRegion: 'shaanxi',
  })
})

test('where samples are allowed, a check of the platform’s own domain is enough', () => {
  const XUESHI_PUBLIC_ORIGIN = 'https://xueshi-1a.service.tcloudbase.com/web'
  expect(configFrom({ ...KEYS, XUESHI_PUBLIC_ORIGIN, XUESHI_SAMPLES: 'allowed' }).publicOrigin).toBe(
    XUESHI_PUBLIC_ORIGIN,
  )
})

test('what is set is what is used', () => {
  const set = {
    XUESHI_PUBLIC_ORIGIN: 'https://check.example/web',
    XUESHI_SAMPLES: 'allowed',
    XUESHI_TEMPLATES: '{"reminder":{"id":"t-1","fields":{"subject":"thing1","note":"thing4"}}}',
    XUESHI_HOME_REGION: 'qinghai',
  }
  expect(configFrom({ ...KEYS, ...set })).toMatchObject({
    templates: { reminder: { id: 't-1', fields: { subject: 'thing1', note: 'thing4' } } },
    publicOrigin: 'https://check.example/web',
    sampleContent: 'allowed',
    homeRegion: 'qinghai',
  })
})

test('a key that signs since a day, and the keys before it', () => {
  const past = [{ keyId: 1, publicKeyHex: `04${'02'.repeat(64)}`, until: '2026-12-31' }]
  const set = {
    XUESHI_SIGN_KEY_ID: '2',
    XUESHI_SIGN_FROM: '2027-01-01',
    XUESHI_PAST_SIGN_KEYS: JSON.stringify(past),
  }
  expect(configFrom({ ...KEYS, ...set }).secrets.signing).toMatchObject({
    current: { keyId: 2, from: '2027-01-01', until: null },
    past: [{ ...past[0], from: null, stolenOn: null }],
  })
  expect(() => configFrom({ ...KEYS, ...set, XUESHI_SIGN_KEY_ID: '1' })).toThrow(
    'XUESHI_SIGN_KEY_ID must be a number that no key before it had',
  )
  expect(() => configFrom({ ...KEYS, ...set, XUESHI_SIGN_FROM: '2027-02-30' })).toThrow(
    'XUESHI_SIGN_FROM must be',
  )
})

test('an index key in exchange: all that there are, and which of them is written', () => {
  const keys = { current: 1, keys: { 1: '00'.repeat(32), 2: '11'.repeat(32) } }
  expect(configFrom({ ...KEYS, XUESHI_INDEX_KEY: JSON.stringify(keys) }).secrets.indexKeys).toEqual(keys)
})

const NEEDED = DOOR_NAMES.flatMap((of) =>
  VARIABLES[of]
    .filter((name) => (WITHOUT_DEFAULT as readonly string[]).includes(name))
    .map((name): [AnyDoor, string] => [of, name]),
)
test.each(NEEDED)('%s does not start without %s, unset or empty', (of, name) => {
  for (const value of [undefined, ''])
    expect(() => configFrom({ ...KEYS, [name]: value }, of)).toThrow(`incomplete: ${name} is missing`)
})

test.each(DOOR_NAMES)(
  '%s reads its own variables: of the others it neither asks nor is told anything',
  (of) => {
    const own: readonly string[] = VARIABLES[of]
    const others = Object.keys(KEYS).filter((name) => !own.includes(name))
    const { secrets } = configFrom(
      { ...KEYS, ...Object.fromEntries(others.map((name) => [name, 'no key'])) },
      of,
    )
    const read: [string, () => unknown][] = [
      ['XUESHI_ID_KEYS', () => secrets.idNumberKeys],
      ['XUESHI_INDEX_KEY', () => secrets.indexKeys],
      ['XUESHI_SIGN_KEY', () => secrets.signing.privateKeyHex],
      ['XUESHI_SIGN_PUBLIC_KEY', () => secrets.signing.current],
    ]
    for (const [name, reading] of read)
      if (own.includes(name)) expect(reading()).toBeDefined()
      else expect(reading).toThrow(`${of} holds no ${name}`)
    expect(secrets.intake !== undefined).toBe(own.includes('XUESHI_INTAKE'))
    expect(secrets.logKey !== undefined).toBe(own.includes('XUESHI_LOG_KEY'))
  },
)

test('everything that is wrong is named at once', () => {
  const wrong = { XUESHI_SIGN_KEY: 'no key', XUESHI_SAMPLES: 'perhaps' }
  expect(() => configFrom({ ...KEYS, XUESHI_INDEX_KEY: '', ...wrong })).toThrow(
    "this function's environment is incomplete: XUESHI_INDEX_KEY is missing; " +
      'XUESHI_SIGN_KEY must be 64 hex digits; XUESHI_SAMPLES must be allowed or refused',
  )
})

const idKeys = (keys: unknown) => JSON.stringify(keys)

test.each([
  ['XUESHI_ID_KEYS', '{"current":1', 'must be JSON'],
  ['XUESHI_ID_KEYS', idKeys({ keys: { 1: '0'.repeat(32) } }), 'must be'],
  [
    'XUESHI_ID_KEYS',
    idKeys({ current: 2, keys: { 1: '0'.repeat(32) } }),
    'must be a key of the current version',
  ],
  ['XUESHI_ID_KEYS', idKeys({ current: 1, keys: { 1: 'f'.repeat(31) } }), 'must be 32 hex digits'],
  ['XUESHI_INDEX_KEY', 'f'.repeat(63), 'must be 64 hex digits'],
  ['XUESHI_INDEX_KEY', '{"current":1', 'must be JSON'],
  ['XUESHI_INDEX_KEY', idKeys({ current: 1, keys: { 1: 'f'.repeat(63) } }), 'must be 64 hex digits'],
  [
    'XUESHI_INDEX_KEY',
    idKeys({ current: 2, keys: { 1: 'f'.repeat(64) } }),
    'must be a key of the current version',
  ],
  ['XUESHI_SIGN_KEY', 'g'.repeat(64), 'must be 64 hex digits'],
  ['XUESHI_SIGN_PUBLIC_KEY', 'f'.repeat(130), 'must be 04 and 128 hex digits'],
  ['XUESHI_PUBLIC_ORIGIN', 'check.example', 'must be an address that begins with https://'],
  ['XUESHI_PUBLIC_ORIGIN', 'ftp://check.example', 'must be an address that begins with https://'],
  ['XUESHI_PUBLIC_ORIGIN', 'https://xueshi-1a.service.tcloudbase.com/web', 'must be of a filed domain'],
  ['XUESHI_PUBLIC_ORIGIN', 'https://xueshi-1a.tcloudbaseapp.com/web', 'must be of a filed domain'],
  ['XUESHI_SAMPLES', 'yes', 'must be allowed or refused'],
  ['XUESHI_TEMPLATES', '{"reminder":1}', 'must be'],
  ['XUESHI_TEMPLATES', '{"remainder":{"id":"t","fields":{}}}', 'must be'],
  [
    'XUESHI_TEMPLATES',
    '{"reminder":{"id":"t","fields":{"subject":"thing1"}}}',
    'must be templates with a keyword of its kind for each field',
  ],
  [
    'XUESHI_TEMPLATES',
    '{"claim-decided":{"id":"t","fields":{"result":"thing1","note":"thing2"}}}',
    'must be templates with a keyword of its kind for each field',
  ],
  ['XUESHI_HOME_REGION', 'gansu', 'must be one of shaanxi, qinghai, shandong, ningxia'],
])('%s: %s does not start, and is not repeated', (name, value, said) => {
  const started = () => configFrom({ ...KEYS, [name]: value })
  expect(started).toThrow(`${name} ${said}`)
  expect(started).not.toThrow(value)
})
