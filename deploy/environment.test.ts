import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { environmentNamed } from './environment'
import { Stopped } from './problem'
import { secretOf, withoutSecrets } from './secrets'

const FOLDER = path.join(__dirname, 'environments')
const example = JSON.parse(readFileSync(path.join(FOLDER, 'example.json'), 'utf8')) as Record<string, unknown>

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'environments-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function codeOf(changed: Record<string, unknown>): string {
  writeFileSync(path.join(folder, 'town.json'), JSON.stringify({ ...example, ...changed }))
  try {
    environmentNamed('town', folder)
    return ''
  } catch (error) {
    return error instanceof Stopped ? error.problem.code : String(error)
  }
}

test('every environment that is kept is as it must be, and holds nothing that looks like a key', () => {
  for (const file of readdirSync(FOLDER)) {
    expect(environmentNamed(file.replace(/\.json$/, '')).envId).not.toBe('')
    expect(readFileSync(path.join(FOLDER, file), 'utf8')).not.toMatch(/[0-9a-f]{32}/i)
  }
})

test.each([
  ['ENVIRONMENT_MALFORMED', { stage: 'trial' }],
  ['ENVIRONMENT_MALFORMED', { secretKey: 'AKID' }],
  ['ENVIRONMENT_MALFORMED', { settings: { XUESHI_COLOUR: 'red' } }],
  ['ENVIRONMENT_MALFORMED', { standIn: 'http://example.cn:80' }],
  ['SECRET_IN_FILE', { settings: { XUESHI_SIGN_KEY: '5a'.repeat(32) } }],
  ['ORIGIN_TWICE', { settings: { XUESHI_PUBLIC_ORIGIN: 'https://check.example.cn' } }],
  ['FOLLOWS_TWICE', { secrets: { XUESHI_INTAKE: { variable: 'INTAKE' } } }],
  ['FOLLOWS_TWICE', { secrets: { XUESHI_LOG_KEY: { variable: 'LOG_KEY' } } }],
  ['SECRET_IN_FILE', { settings: { XUESHI_LOG_KEY: '5a'.repeat(32) } }],
  ['', { publicOrigin: 'https://check.example.cn' }],
])('%s of %j', (code, changed) => {
  expect(codeOf(changed)).toBe(code)
})

test('no such environment', () => {
  expect(() => environmentNamed('nowhere', folder)).toThrow('没有 deploy/environments/nowhere.json')
  expect(() => environmentNamed('../town', folder)).toThrow('环境名只用')
})

describe('a secret', () => {
  const at = (variables: Record<string, string> = {}) => ({
    variables,
    repository: path.resolve(__dirname, '..'),
  })

  test('of a variable, or of a file that its owner alone can read', () => {
    expect(secretOf('key', { variable: 'KEY' }, at({ KEY: 'value' }))).toBe('value')
    expect(secretOf('key', { variable: 'KEY' }, at())).toMatchObject({ code: 'SECRET_MISSING' })
    const file = path.join(folder, 'key')
    expect(secretOf('key', { file }, at())).toMatchObject({ code: 'SECRET_MISSING' })
    writeFileSync(file, 'value\n')
    chmodSync(file, 0o644)
    expect(secretOf('key', { file }, at())).toMatchObject({ code: 'SECRET_READABLE' })
    chmodSync(file, 0o600)
    expect(secretOf('key', { file }, at())).toBe('value')
    expect(secretOf('key', { file: '~/key' }, at({ HOME: folder }))).toBe('value')
  })

  test('is in no file of the repository', () => {
    expect(secretOf('key', { file: path.join(__dirname, 'problem.ts') }, at())).toMatchObject({
      code: 'SECRET_IN_REPOSITORY',
    })
  })

  test('is taken out of a text, whole, as JSON repeats it, and part by part', () => {
    const key = 'ab'.repeat(16)
    const secret = JSON.stringify({ current: 1, keys: { 1: key } })
    const clean = withoutSecrets([secret, 'short'])
    expect(clean(`sent ${secret}`)).toBe('sent 〔密〕')
    expect(clean(JSON.stringify({ sent: secret }))).toBe('{"sent":"〔密〕"}')
    expect(clean(`the key ${key}, shortly`)).toBe('the key 〔密〕, shortly')
  })
})
