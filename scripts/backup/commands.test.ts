// The commands themselves, as an operator calls them.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startCloud } from '../../local/cloud'
import { declarations } from '../../server/collections'
import { binOf } from '../check/main'
import { cloudbaseDocuments } from './cloudbase'

const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-commands-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  code: number | null
  said: string
}

/** Without the keys and the environment of a cloud that this process has open. */
const ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(TENCENTCLOUD|TCB|SCF)_/.test(name)),
)

function command(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const program = path.join(__dirname, 'main.ts')
    const child = spawn(process.execPath, [binOf('tsx'), program, ...args], {
      env: { ...ENVIRONMENT, ...env },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said }))
  })
}

test('a cloud that runs is backed up, another one that does not is filled, and both are the same', async () => {
  const [dataDir, other, kept] = ['running', 'filled', 'kept'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ]
  const functionsDir = path.join(folder, 'none')
  const cloud = await startCloud({ dataDir, functionsDir, collections: declarations })
  Object.assign(process.env, cloud.env())
  await cloudbaseDocuments(cloud.envId).insert('courses', { _id: 'c-1', version: 1, lectures: [] })
  try {
    const backup = await command(['--env', 'local', '--data', dataDir, '--to', kept])
    expect(backup).toMatchObject({ code: 0, said: expect.stringMatching(/courses：1 条[\s\S]*备份完成/) })
  } finally {
    await cloud.stop()
  }
  const to = ['--env', 'local', '--data', other, '--from', kept]
  expect(await command(['restore', ...to])).toMatchObject({
    code: 0,
    said: expect.stringContaining('共 1 条'),
  })
  const against = ['verify', '--from', kept, '--against', 'local', '--data']
  expect(await command([...against, other])).toMatchObject({
    code: 0,
    said: expect.stringMatching(/与 local:.* {2}完好 {2}逐条比过 1 条/),
  })
  rmSync(path.join(kept, 'documents', 'courses.1.0001.jsonl'))
  expect(await command(['verify', '--from', kept])).toMatchObject({
    code: 1,
    said: expect.stringContaining('✗ 文件：documents/courses.1.0001.jsonl 不在'),
  })
})

test.each<[string, string[], Record<string, string>, number, string]>([
  ['an option that is none', ['--bogus'], {}, 1, '备份   npm run backup'],
  ['one pass', ['--env', 'e', '--to', 'd', '--passes', '1'], {}, 2, '备份   npm run backup'],
  ['no keys', ['--env', 'e', '--to', 'd'], {}, 1, 'TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY'],
  [
    'another environment in the variables',
    ['--env', 'e', '--to', 'd'],
    { TENCENTCLOUD_SECRETID: 'i', TENCENTCLOUD_SECRETKEY: 'k', TCB_ENV: 'f' },
    1,
    'TCB_ENV 是 f，命令里说的是 e',
  ],
  [
    'nothing to compare with',
    ['verify', '--from', 'd', '--against', 'local', '--data', 'no'],
    {},
    1,
    'no 里没有',
  ],
  ['no local data', ['--env', 'local', '--data', 'nowhere', '--to', 'd'], {}, 1, 'nowhere 里没有'],
  [
    'no public key there',
    ['verify', '--from', 'd', '--key', 'nowhere.json'],
    {},
    1,
    '读不到公钥 nowhere.json',
  ],
])('%s is refused with what to do', async (_name, args, env, code, said) => {
  expect(await command(args, env)).toMatchObject({ code, said: expect.stringContaining(said) })
})
