// Each function starts with its own variables and no other; without one of them it does not answer: it says what is missing,
// and writes nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FUNCTION_NAMES, FUNCTIONS, type FunctionName } from '../../deploy/declaration'
import { type LocalCloud, PATIENCE, startCloud } from '../../local/cloud'
import { anyKeys } from '../../scripts/any-keys'
import { declarations } from '../../server/collections'
import { WITHOUT_DEFAULT } from '../../server/kernel/variables'
import { builtFunctions } from '../harness/built-functions'

const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-start-'))
let functionsDir: string
const clouds: LocalCloud[] = []

beforeAll(async () => {
  functionsDir = await builtFunctions()
})
afterAll(async () => {
  for (const cloud of clouds) await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function cloudWith(functionEnv: Record<string, string>): Promise<LocalCloud> {
  const dataDir = path.join(folder, String(clouds.length))
  const given = { dataDir, functionsDir, functions: FUNCTIONS, collections: declarations, patience: PATIENCE }
  const cloud = await startCloud({ ...given, functionEnv })
  clouds.push(cloud)
  return cloud
}

/** A call that each answers; a phone is refused by the timer's. */
const CALLS: Record<FunctionName, object> = {
  api: { path: 'policy.show', type: 'query', input: {} },
  study: { path: 'study.open', type: 'mutation', input: {} },
  office: { path: 'outside.providers', type: 'query' },
  web: { path: '/key', httpMethod: 'GET' },
  clock: {},
  'clock-2': {},
  'clock-3': {},
  'clock-4': {},
}
const invoked = (cloud: LocalCloud, name: FunctionName) => cloud.invoke(name, CALLS[name], { openid: 'o-1' })

test('each starts with its own variables and no other', async () => {
  const cloud = await cloudWith(anyKeys())
  for (const name of FUNCTION_NAMES) {
    const { result, error } = await invoked(cloud, name)
    expect([name, error]).toEqual([name, undefined])
    expect([name, typeof result]).toEqual([name, 'object'])
  }
})

test('study starts with nothing but the key that names callers in the log', async () => {
  const cloud = await cloudWith({ XUESHI_SAMPLES: 'refused', XUESHI_LOG_KEY: '00'.repeat(32) })
  expect(await invoked(cloud, 'study')).toMatchObject({ result: { error: { message: 'NOT_REGISTERED' } } })
})

test.each(WITHOUT_DEFAULT)('without %s those that need it do not start, and the others do', async (name) => {
  const { [name]: _left, ...rest } = anyKeys()
  const cloud = await cloudWith(rest)
  for (const each of FUNCTION_NAMES) {
    const { error } = await invoked(cloud, each)
    const needs = (FUNCTIONS[each].variables as readonly string[]).includes(name)
    if (needs) expect(error).toContain(`this function's environment is incomplete: ${name} is missing`)
    else expect([each, error]).toEqual([each, undefined])
  }
})

test('everything that is wrong is named at once', async () => {
  const { XUESHI_INDEX_KEY: _left, ...rest } = anyKeys()
  const { error } = await invoked(await cloudWith({ ...rest, XUESHI_SAMPLES: 'perhaps' }), 'api')
  expect(error).toContain('XUESHI_INDEX_KEY is missing; XUESHI_SAMPLES must be allowed or refused')
})
