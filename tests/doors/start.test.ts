// A function without its whole environment does not answer: it says what is missing, and writes nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type LocalCloud, PATIENCE, startCloud } from '../../local/cloud'
import { anyKeys } from '../../scripts/any-keys'
import { builtFunctions } from '../harness/built-functions'

const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-start-'))
let cloud: LocalCloud

beforeAll(async () => {
  const functionsDir = await builtFunctions()
  const { XUESHI_INDEX_KEY: _left, ...rest } = anyKeys()
  const functionEnv = { ...rest, XUESHI_SAMPLES: 'perhaps' }
  const dataDir = path.join(folder, 'data')
  cloud = await startCloud({ dataDir, functionsDir, collections: [], patience: PATIENCE, functionEnv })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

test.each(['api', 'study', 'office', 'web', 'clock'])('%s does not start', async (name) => {
  const { error } = await cloud.invoke(name, { path: 'policy.show', type: 'query' }, { openid: 'o-1' })
  expect(error).toContain('XUESHI_INDEX_KEY is missing; XUESHI_SAMPLES must be allowed or refused')
})
