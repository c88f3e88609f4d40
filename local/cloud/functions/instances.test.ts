import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type LocalCloud, startCloud } from '..'

const folder = mkdtempSync(path.join(tmpdir(), 'cloud-instances-'))
const functionsDir = path.join(folder, 'functions')
const BY = { openid: 'o-li' }
const functions = {
  never: { timeoutSeconds: 1, memoryMegabytes: 256 },
  spin: { timeoutSeconds: 1, memoryMegabytes: 256 },
  greedy: { timeoutSeconds: 20, memoryMegabytes: 64 },
  told: { timeoutSeconds: 20, memoryMegabytes: 256, variables: ['SECRET'] },
  closed: { timeoutSeconds: 20, memoryMegabytes: 256, variables: [] },
}
let cloud: LocalCloud

function write(name: string, main: string): void {
  mkdirSync(path.join(functionsDir, name), { recursive: true })
  writeFileSync(path.join(functionsDir, name, 'index.js'), main)
}

beforeAll(async () => {
  write('count', 'let n = 0; exports.main = async () => ++n')
  write(
    'who',
    `exports.main = async (event) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
      const { WX_OPENID, WX_UNIONID, TRIGGER_SRC, TCB_SOURCE, SECRET, HOME } = process.env
      return { event, WX_OPENID, WX_UNIONID, TRIGGER_SRC, TCB_SOURCE, SECRET, HOME }
    }`,
  )
  write('wait', 'exports.main = ({ ms }) => new Promise((resolve) => setTimeout(resolve, ms, "done"))')
  write('never', 'exports.main = () => new Promise(() => {})')
  const tells = 'exports.main = () => ({ SECRET: process.env.SECRET, OTHER: process.env.OTHER })'
  for (const name of ['told', 'closed', 'open']) write(name, tells)
  // Of which nothing is said.
  write('plain', 'exports.main = () => new Promise(() => {})')
  write('spin', 'exports.main = () => { for (;;); }')
  write('exit', 'exports.main = () => process.exit(3)')
  write(
    'crash',
    'exports.main = () => { setTimeout(() => { throw new Error("later") }); return new Promise(() => {}) }',
  )
  write('greedy', 'exports.main = () => { const all = []; for (;;) all.push(new Array(1e5).fill({})) }')
  write('broken', 'this is no JavaScript')
  write('big', 'exports.main = ({ bytes }) => "x".repeat(bytes)')
  write(
    'time',
    `const loadedAt = new Date()
    exports.main = async () => ({
      now: Date.now(), made: new Date().getTime(), parsed: new Date(5).getTime(), text: typeof Date(),
      same: loadedAt instanceof Date && new Date() instanceof Date && loadedAt.constructor === Date,
      year: new (class extends Date {})().getFullYear(),
    })`,
  )
  cloud = await startCloud({
    dataDir: path.join(folder, 'data'),
    functionsDir,
    functions,
    collections: [],
    functionEnv: { SECRET: 's', OTHER: 'o' },
    maxInstances: 2,
  })
})
afterEach(() => cloud.faults.clear())
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the first call is cold, later ones find the instance warm, and a busy one gets a second beside it', async () => {
  expect([
    (await cloud.invoke('count', {}, BY)).result,
    (await cloud.invoke('count', {}, BY)).result,
  ]).toEqual([1, 2])
  const together = await Promise.all([cloud.invoke('count', {}, BY), cloud.invoke('count', {}, BY)])
  expect(together.map(({ result }) => result)).toEqual([3, 1])
})

test('further calls than there may be instances wait for one, and each knows its own caller', async () => {
  const callers = Array.from({ length: 12 }, (_, n) => `o-${n}`)
  const answers = await Promise.all(
    callers.map((openid) => cloud.invoke('who', { openid: 'o-forged' }, { openid })),
  )
  expect(answers.map(({ result }) => (result as { WX_OPENID: string }).WX_OPENID)).toEqual(callers)
})

test('a function is given the variables that it declares, and no other; all where it declares none', async () => {
  const given = async (name: string) => (await cloud.invoke(name, {}, BY)).result
  expect(await given('told')).toEqual({ SECRET: 's' })
  expect(await given('closed')).toEqual({})
  expect(await given('open')).toEqual({ SECRET: 's', OTHER: 'o' })
})

test('who calls stands in the environment of that call alone, and nothing of this machine does', async () => {
  const full = await cloud.invoke('who', { a: 1 }, { ...BY, unionid: 'u-li' })
  expect(full.result).toEqual({
    event: { a: 1, userInfo: { openId: 'o-li', appId: 'wx-local' } },
    WX_OPENID: 'o-li',
    WX_UNIONID: 'u-li',
    TCB_SOURCE: 'wx_client',
    SECRET: 's',
  })
  const nobody = await cloud.invoke('who', {}, {})
  expect(nobody.result).toEqual({ event: {}, TCB_SOURCE: '', SECRET: 's' })
  const timer = await cloud.invoke('who', {}, { source: 'wx_trigger' })
  expect(timer.result).toMatchObject({ TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger' })
  expect(timer.result).not.toHaveProperty('WX_OPENID')
})

test('a computer that others use too gives a function more time, so many times its time-out', async () => {
  const patient = await startCloud({
    dataDir: path.join(folder, 'patient'),
    functionsDir,
    functions,
    collections: [],
    patience: 2,
  })
  const { error } = await patient.invoke('never', {}, BY)
  await patient.stop()
  expect(error).toMatch(/timed out after 2 seconds/)
})

test.each([
  ['never', /timed out after 1 seconds/],
  ['plain', /timed out after 3 seconds/],
  ['spin', /timed out after 1 seconds/],
  ['exit', /exited by itself \(3\)/],
  ['crash', /later/],
  ['greedy', /memory/i],
  ['broken', /SyntaxError/],
  ['nowhere', /FUNCTION_NOT_FOUND nowhere/],
  ['../data', /FUNCTION_NOT_FOUND/],
])(
  '%s fails by itself: another call of another function, and of the same, is answered',
  async (name, why) => {
    const [failed, other] = await Promise.all([
      cloud.invoke(name, {}, BY),
      cloud.invoke('wait', { ms: 1 }, BY),
    ])
    expect(failed.error).toMatch(why)
    expect(other.result).toBe('done')
    if (name === 'exit') expect((await cloud.invoke(name, {}, BY)).error).toMatch(why)
  },
  30_000,
)

test('an answer over 1 MB is refused, one below is not', async () => {
  expect((await cloud.invoke('big', { bytes: 1024 * 1024 - 2 }, BY)).error).toBeUndefined()
  expect((await cloud.invoke('big', { bytes: 1024 * 1024 }, BY)).error).toContain('over 1 MB')
})

test('a killed instance answers nothing more; the next call starts cold', async () => {
  await cloud.invoke('count', {}, BY)
  cloud.faults.add({ kind: 'kill-instance', function: 'count', times: 2 })
  for (const _ of [1, 2]) expect((await cloud.invoke('count', {}, BY)).error).toContain('killed')
  expect((await cloud.invoke('count', {}, BY)).result).toBe(1)
})

test('a call that is refused by a fault never reaches the function', async () => {
  const before = (await cloud.invoke('count', {}, BY)).result as number
  cloud.faults.add({ kind: 'quota', function: 'count', times: 1 })
  expect((await cloud.invoke('count', {}, BY)).error).toContain('LimitExceeded')
  expect((await cloud.invoke('count', {}, BY)).result).toBe(before + 1)
})

test('an instance lives in the cloud’s time, warm ones too, and its dates stay dates', async () => {
  interface Times {
    now: number
    made: number
    year: number
  }
  const real = (await cloud.invoke('time', {}, BY)).result as Times
  expect(Math.abs(real.now - Date.now())).toBeLessThan(5000)
  await cloud.clock.set(Date.parse('2031-06-01T00:00:00Z'))
  const moved = (await cloud.invoke('time', {}, BY)).result as Times
  expect(moved).toMatchObject({ year: 2031, parsed: 5, same: true, text: 'string' })
  expect(Math.abs(moved.now - cloud.clock.now())).toBeLessThan(5000)
  expect(moved.made - moved.now).toBeLessThan(100)
})

test('what is still running when the cloud stops is answered, and so is what still waits', async () => {
  const short = await startCloud({
    dataDir: path.join(folder, 'short'),
    functionsDir,
    functions,
    collections: [],
    maxInstances: 1,
  })
  const calls = [1, 2, 3].map(() => short.invoke('wait', { ms: 60_000 }, BY))
  await short.stop()
  for (const { error } of await Promise.all(calls)) expect(error).toContain('stopped')
})
