import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import jsQR from 'jsqr'
import { type LocalCloud, startCloud } from '../../local/cloud'
import { declarations } from '../../server/collections'
import { secretsOf } from '../local-secrets'
import { found } from './found'

const ORDER = ['--region', 'shaanxi', '--body', '演示省人力资源和社会保障厅', '--area', '990000']

const changed = (place: number, value: string): string[] =>
  ORDER.map((word, at) => (at === place ? value : word))

let dataDir: string
let cloud: LocalCloud
const environment = { ...process.env }
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'xueshi-found-'))
  cloud = await startCloud({ dataDir, functionsDir: path.join(dataDir, 'none'), collections: declarations })
  secretsOf(dataDir)
  await cloud.clock.set(Date.parse('2022-08-15T10:00:00+08:00'))
})
afterEach(() => {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, environment)
})
afterAll(async () => {
  await cloud.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const run = (...argv: string[]) => found(argv, { colours: false })
const local = (...argv: string[]) => run('--env', 'local', '--data', dataDir, ...argv)

/** The code that a terminal shows, as a camera sees it: each character is two squares, a full block is light. */
function readDrawn(text: string): string | undefined {
  const rows = text.split('\n').filter((line) => /^[█▀▄ ]{20,}$/.test(line))
  const light = rows.flatMap((row) => [
    [...row].map((letter) => letter === '█' || letter === '▀'),
    [...row].map((letter) => letter === '█' || letter === '▄'),
  ])
  const side = (light[0]?.length ?? 0) * 4
  const pixels = new Uint8ClampedArray(side * light.length * 4 * 4)
  for (let at = 0; at < pixels.length / 4; at += 1) {
    const isLight = light[Math.floor(at / side / 4)]?.[Math.floor((at % side) / 4)]
    pixels.fill(isLight ? 255 : 0, at * 4, at * 4 + 3)
    pixels[at * 4 + 3] = 255
  }
  return jsQR(pixels, side, light.length * 4)?.data
}

const codeIn = (text: string): string => /开通码\s+(f\w{15})/.exec(text)?.[1] ?? ''

test('on a local cloud: the body, the code as text and as a picture, and what to do next', async () => {
  const { text, exitCode } = await local(...ORDER)
  expect(exitCode).toBe(0)
  expect(text).toContain('已开通：演示省人力资源和社会保障厅')
  expect(text).toContain('2022年8月18日 10:00')
  expect(readDrawn(text)).toBe(`pages/home/index?scene=${codeIn(text)}`)
  expect(readFileSync(path.join(dataDir, 'journal.jsonl'), 'utf8')).not.toContain(codeIn(text))
})

test('again, from a shell with the keys of the environment: another code, and the earlier one is void', async () => {
  const first = codeIn((await local(...ORDER)).text)
  Object.assign(process.env, cloud.env(), secretsOf(dataDir))
  const { text, exitCode } = await run('--env', cloud.envId, ...ORDER)
  expect(exitCode).toBe(0)
  expect(text).toContain('旧的作废了')
  expect(codeIn(text)).not.toBe(first)
})

test('another first body of the region is refused, by the name of the one that is there', async () => {
  await local(...ORDER)
  const { text, exitCode } = await local(...changed(3, '另一个人力资源和社会保障厅'))
  expect(text).toContain('首个机构是演示省人力资源和社会保障厅')
  expect(exitCode).toBe(1)
})

test.each([
  [['--env', 'local'], '--region'],
  [ORDER, '--env'],
  [['--env', 'local', ...changed(1, 'nowhere')], '--region'],
  [['--env', 'local', ...changed(5, '99')], '--area'],
  [['--env', 'local', ...ORDER, '--force'], '不认识'],
])('%j is no order, and says what is missing', async (argv, word) => {
  const { text, exitCode } = await run(...argv)
  expect(text.split('\n')[0]).toContain(word)
  expect(exitCode).toBe(2)
})

test('without a running local cloud, without keys, on another environment, without secrets: refused, and why', async () => {
  const nowhere = await run('--env', 'local', '--data', path.join(dataDir, 'none'), ...ORDER)
  expect(nowhere).toMatchObject({ exitCode: 1, text: expect.stringContaining('没有正在运行的本地云') })
  // Who runs the tests may have the keys of an environment in the shell.
  for (const name of Object.keys({ ...cloud.env(), ...secretsOf(dataDir) })) delete process.env[name]
  const real = () => run('--env', 'cloud-1', ...ORDER)
  expect((await real()).text).toContain('TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY、TCB_ENV')
  Object.assign(process.env, cloud.env(), { TCB_ENV: 'cloud-2' })
  expect((await real()).text).toContain('TCB_ENV 却是 cloud-2')
  process.env.TCB_ENV = 'cloud-1'
  expect((await real()).text).toContain('XUESHI_INDEX_KEY')
})

test('a name that is none is refused', async () => {
  expect(await local('--region', 'ningxia', '--body', '厅', '--area', '990000')).toMatchObject({
    ...{ exitCode: 1, text: expect.stringContaining('--body') },
  })
})

test('an environment whose collections were not made yet says so', async () => {
  const bare = mkdtempSync(path.join(tmpdir(), 'xueshi-bare-'))
  const collections = declarations.filter(({ name }) => name !== 'foundings')
  const other = await startCloud({ dataDir: bare, functionsDir: path.join(bare, 'none'), collections })
  secretsOf(bare)
  const { text, exitCode } = await run('--env', 'local', '--data', bare, ...ORDER)
  expect(text).toContain('环境里还缺集合')
  expect(exitCode).toBe(1)
  await other.stop()
  rmSync(bare, { recursive: true, force: true })
})
