// The commands with all that is declared, against the stand-in.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sm2 } from 'sm-crypto-v2'
import { declarations } from '../server/collections'
import { SECRET_NAMES } from '../server/kernel/variables'
import { apply, CHANGES, NOTHING, plan, REFUSED, rollback, status } from './commands'
import type { Environment } from './environment'
import type { Receipt } from './receipt'
import { APP_ID, bundleNamed, ENV_ID, type Rehearsal, rehearse } from './rehearsal.fixture'
import { cleanOf, type Site } from './site'
import { standInOutside } from './smoke'

const SIGN_KEY = '5a'.repeat(32)
const SECRETS: Record<string, string> = {
  XUESHI_ID_KEYS: JSON.stringify({ current: 1, keys: { 1: 'ab'.repeat(16) } }),
  XUESHI_INDEX_KEY: 'cd'.repeat(32),
  XUESHI_SIGN_KEY: SIGN_KEY,
  XUESHI_SIGN_PUBLIC_KEY: sm2.getPublicKeyFromPrivateKey(SIGN_KEY),
}
const HIDDEN = ['ab'.repeat(16), 'cd'.repeat(32), SIGN_KEY, 'the-key-of-the-account']
const NOW = Date.UTC(2026, 10, 30, 9, 30)

let rehearsal: Rehearsal
let folder: string
let said: string[]
let now: number
beforeEach(async () => {
  // Functions answer as ours do: the page of the key with its public half, a call with a refusal.
  rehearsal = await rehearse({
    answers: ({ variables, path: asked }) =>
      asked?.toLowerCase() === '/key' ? { publicKeyHex: variables.XUESHI_SIGN_PUBLIC_KEY } : { error: {} },
  })
  folder = mkdtempSync(path.join(tmpdir(), 'deploy-'))
  said = []
  now = NOW
})
afterEach(async () => {
  await rehearsal.standIn.stop()
  rmSync(folder, { recursive: true })
})

const environment = (changed: Partial<Environment> = {}): Environment => ({
  name: 'town',
  envId: ENV_ID,
  appId: APP_ID,
  stage: 'staging',
  region: 'ap-shanghai',
  publicOrigin: rehearsal.standIn.origin,
  account: { secretId: { variable: 'ACCOUNT_ID' }, secretKey: { variable: 'ACCOUNT_KEY' } },
  wechatToken: { variable: 'TOKEN' },
  settings: { XUESHI_SAMPLES: 'refused' },
  secrets: Object.fromEntries(Object.keys(SECRETS).map((name) => [name, { variable: `TOWN_${name}` }])),
  ...changed,
})

function site(changed: Partial<Site> = {}): Site {
  const { reading, standIn, waiting } = rehearsal
  const secrets = Object.entries(SECRETS).map(([name, value]) => [`TOWN_${name}`, value])
  const account = {
    ACCOUNT_ID: 'the-account',
    ACCOUNT_KEY: 'the-key-of-the-account',
    TOKEN: 'stand-in-token',
  }
  return {
    environment: environment(),
    surroundings: {
      variables: { ...Object.fromEntries(secrets), ...account },
      repository: path.resolve(__dirname, '..'),
    },
    reading: { ...reading, waiting: { ...waiting, now: () => now } },
    outside: standInOutside(standIn.origin),
    commit: { id: 'abc1234', isClean: true },
    bundleOf: (name) => bundleNamed(`${name} 1`),
    receipts: path.join(folder, 'receipts'),
    say: (line) => said.push(line),
    ...changed,
  }
}
/** Production, without a public address: the stand-in's own is no filed domain. */
const production = () => site({ environment: environment({ stage: 'production', publicOrigin: null }) })

const look = (at = site(), out?: string) => plan(at, { out, prune: false })
const deploy = (at = site(), file?: string) => apply(at, { file, prune: false })
const receipts = (): Receipt[] =>
  readdirSync(path.join(folder, 'receipts'))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, 'receipts', name), 'utf8')) as Receipt)

test('an empty environment lacks all that is declared; applied, it lacks nothing', async () => {
  expect(await look()).toBe(CHANGES)
  const told = said.join('\n')
  for (const { name } of declarations) expect(told).toContain(`新建集合 ${name}\n`)
  expect(rehearsal.standIn.state.collections).toEqual({})
  expect(await deploy()).toBe(NOTHING)
  expect(said).toEqual(
    expect.arrayContaining([
      `✓ ${rehearsal.standIn.origin}/web/key 给出了查验公钥`,
      `✓ ${rehearsal.standIn.origin}/WEB/KEY 给出了查验公钥`,
      '✓ 函数 api 能运行',
      '✓ 客户端读不了集合 persons',
    ]),
  )
  said = []
  expect(await look()).toBe(NOTHING)
  expect(said[0]).toBe('与声明一致，没有要做的。')
  expect(await status(site())).toBe(NOTHING)
  expect(said).toContain('函数 clock：版本 1，提交 abc1234，Nodejs20.19，Active')
  expect(receipts()).toMatchObject([
    { command: 'apply', git: 'abc1234', failure: null, versions: { api: '1', clock: '1' } },
  ])
})

test('the checklist has the exact words', async () => {
  await look(
    site({
      environment: environment({ wechatToken: null }),
      reading: { ...rehearsal.reading, permissions: null },
    }),
  )
  const told = said.join('\n')
  expect(told).toContain(`downloadFile 合法域名：https://bucket-${ENV_ID}.example.cn`)
  expect(told).toContain('基础库最低版本：3.8.12')
  expect(told).toContain('deploy/privacy-guide.md')
  expect(told).toContain('云调用权限 phonenumber.getPhoneNumber、wxacode.getUnlimited')
  expect(told).not.toContain('的云调用权限改为')
})

test('no secret is in anything that is said or kept, whatever fails', async () => {
  const file = path.join(folder, 'plan.json')
  await look(site(), file)
  await deploy()
  // A platform that repeats what it was sent.
  const { manager } = rehearsal.reading
  const repeats = {
    ...manager,
    updateSettings: async (_: string, settings: object) =>
      Promise.reject(new Error(JSON.stringify(settings))),
  }
  const longer = site({
    reading: { ...rehearsal.reading, manager: repeats },
    environment: environment({ settings: { XUESHI_SAMPLES: 'allowed' } }),
  })
  await expect(deploy(longer)).rejects.toThrow('XUESHI_SAMPLES')
  await status(site())
  const kept = readdirSync(path.join(folder, 'receipts')).map((name) =>
    readFileSync(path.join(folder, 'receipts', name), 'utf8'),
  )
  const all = [...said, readFileSync(file, 'utf8'), ...kept].join('\n')
  expect(all).toContain('XUESHI_ID_KEYS')
  expect(all).toContain('〔密〕')
  for (const secret of HIDDEN) expect(all).not.toContain(secret)
})

describe('each function has its own secrets', () => {
  const variablesOf = (name: string): Record<string, string> =>
    rehearsal.standIn.state.functions[name]?.latest.variables ?? {}
  const secretsOf = (name: string): string[] =>
    Object.keys(variablesOf(name)).filter((one) => (SECRET_NAMES as readonly string[]).includes(one))

  test('and no other, once it is deployed', async () => {
    await deploy()
    expect(secretsOf('study')).toEqual(['XUESHI_LOG_KEY'])
    expect(secretsOf('web')).toEqual(['XUESHI_INTAKE'])
    expect(secretsOf('office')).toEqual(['XUESHI_ID_KEYS', 'XUESHI_INDEX_KEY'])
    for (const name of ['api', 'clock'])
      expect(secretsOf(name)).toEqual(['XUESHI_ID_KEYS', 'XUESHI_INDEX_KEY', 'XUESHI_SIGN_KEY'])
    for (const secret of HIDDEN) expect(JSON.stringify(variablesOf('web'))).not.toContain(secret)
  })

  test('one that it had before is told by name, and taken away', async () => {
    await deploy()
    const { web } = rehearsal.standIn.state.functions
    if (!web) throw new Error('no web')
    web.latest.variables = { ...web.latest.variables, XUESHI_ID_KEYS: SECRETS.XUESHI_ID_KEYS ?? '' }
    said = []
    expect(await look()).toBe(CHANGES)
    expect(said.join('\n')).toMatch(/web.*XUESHI_ID_KEYS/)
    await deploy()
    expect(secretsOf('web')).toEqual(['XUESHI_INTAKE'])
  })

  test('what follows from the keys is no more told than they are, and changes with them', async () => {
    await deploy()
    const before = variablesOf('web').XUESHI_INTAKE ?? ''
    const log = variablesOf('study').XUESHI_LOG_KEY ?? ''
    expect(cleanOf(site())(`repeated: ${before} and ${log}`)).not.toMatch(/[0-9a-f]{32}/)
    const at = site()
    const variables = { ...at.surroundings.variables, TOWN_XUESHI_INDEX_KEY: 'ef'.repeat(32) }
    await deploy({ ...at, surroundings: { ...at.surroundings, variables } })
    expect(variablesOf('web').XUESHI_INTAKE).not.toBe(before)
    expect(variablesOf('study').XUESHI_LOG_KEY).not.toBe(log)
  })
})

test('a deployment that fails leaves a receipt of how far it came', async () => {
  rehearsal.standIn.faults.add({ kind: 'fails-to-create', times: 1 })
  await expect(deploy()).rejects.toThrow('CreateFailed')
  const [kept] = receipts()
  expect(kept?.failure).toContain('CreateFailed')
  expect(kept?.done.length).toBeLessThan(kept?.plan.length ?? 0)
  expect(kept?.done[0]?.requestId).toMatch(/^request-/)
})

test('a page that does not serve the key is a failure, after it was given time', async () => {
  const closed = { ...standInOutside(rehearsal.standIn.origin), get: async () => null }
  expect(await deploy(site({ outside: closed }))).toBe(REFUSED)
  expect(receipts()[0]?.checks[0]).toEqual({
    sentence: `${rehearsal.standIn.origin}/web/key 没有给出查验公钥`,
    passed: false,
  })
})

describe('production', () => {
  const file = () => path.join(folder, 'plan.json')

  test('is deployed as it was looked at, within half an hour', async () => {
    await expect(deploy(production())).rejects.toThrow('正式环境要先看计划')
    await look(production(), file())
    now += 31 * 60_000
    await expect(deploy(production(), file())).rejects.toThrow('超过 30 分钟')
    now -= 2 * 60_000
    rehearsal.standIn.state.storage = {
      AclTag: 'CUSTOM',
      Rule: '{"read":true,"write":true}',
      pollsUntilDone: 0,
    }
    rehearsal.standIn.state.collections.visits = { indexes: [], aclTag: 'PRIVATE', rule: null }
    await expect(deploy(production(), file())).rejects.toThrow('变了')
    await look(production(), file())
    expect(await deploy(production(), file())).toBe(NOTHING)
  })

  test('a plan of another environment is none', async () => {
    await look(site(), file())
    const other = site({ environment: environment({ name: 'other' }) })
    await expect(deploy(other, file())).rejects.toThrow('不是 other 的')
    writeFileSync(file(), 'no plan')
    await expect(deploy(site(), file())).rejects.toThrow('读不了计划文件')
  })

  test.each([
    ['SAMPLES_IN_PRODUCTION', { settings: { XUESHI_SAMPLES: 'allowed' } }],
    ['PLATFORM_DOMAIN', { publicOrigin: 'https://town-1a.service.tcloudbase.com' }],
  ])('%s', async (code, changed) => {
    const at = site({
      environment: environment({ stage: 'production', publicOrigin: null, ...changed }),
    })
    expect(await look(at)).toBe(REFUSED)
    expect(said.join('\n')).toContain(`〔${code}〕`)
    expect(await deploy(at)).toBe(REFUSED)
    expect(rehearsal.standIn.state.collections).toEqual({})
  })

  test('what is not committed is not deployed; elsewhere it is called by that name', async () => {
    const commit = { id: 'abc1234', isClean: false }
    expect(await look({ ...production(), commit })).toBe(REFUSED)
    await deploy(site({ commit }))
    expect(rehearsal.standIn.state.functions.api?.latest.description).toMatch(
      /^xueshi abc1234\.dirty [0-9a-f]{64}$/,
    )
  })
})

describe('secrets that functions could not start with', () => {
  test.each([
    ['SECRET_MISSING', 'TOWN_XUESHI_ID_KEYS', ''],
    ['VARIABLES_MALFORMED', 'TOWN_XUESHI_INDEX_KEY', 'no hex'],
    ['SIGN_KEYS_APART', 'TOWN_XUESHI_SIGN_KEY', '6b'.repeat(32)],
  ])('%s', async (code, name, value) => {
    const at = site()
    const variables = { ...at.surroundings.variables, [name]: value }
    expect(await look({ ...at, surroundings: { ...at.surroundings, variables } })).toBe(REFUSED)
    expect(said.join('\n')).toContain(`〔${code}〕`)
  })
})

describe('rollback', () => {
  const receiptFile = () => {
    const [first = ''] = readdirSync(path.join(folder, 'receipts')).sort()
    return path.join(folder, 'receipts', first)
  }
  const next = () => site({ bundleOf: (name) => bundleNamed(`${name} 2`) })
  const reached = () => rehearsal.standIn.state.functions.api?.aliases.$DEFAULT

  test('callers reach again what they reached then; collections stay, and a new plan leads forward', async () => {
    await deploy()
    now += 60_000
    await deploy(next())
    expect(reached()).toBe('2')
    now += 60_000
    const { collections } = structuredClone(rehearsal.standIn.state)
    expect(await rollback(site(), { to: receiptFile() })).toBe(NOTHING)
    expect(reached()).toBe('1')
    expect(rehearsal.standIn.state.collections).toEqual(collections)
    expect(receipts().map(({ command, versions }) => [command, versions.api])).toEqual([
      ['apply', '1'],
      ['apply', '2'],
      ['rollback', '1'],
    ])
    said = []
    expect(await look(next())).toBe(CHANGES)
    expect(said[1]).toBe('  · 函数 api 的流量指向这次的版本（现为1）')
  })

  test('a version that is gone stops it before anything moves', async () => {
    await deploy()
    const { functions } = rehearsal.standIn.state
    if (functions.clock) functions.clock.versions = []
    await expect(rollback(site(), { to: receiptFile() })).rejects.toThrow('函数 clock 没有版本 1 了')
    await expect(rollback(site(), { to: undefined })).rejects.toThrow('给出回执')
  })
})
