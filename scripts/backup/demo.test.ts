// The demo's world goes through a backup and back, through the real SDK; and what can be wrong with a backup is found.
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { people, roster } from '../../demo'
import type { LocalCloud } from '../../local/cloud'
import { collections, declarations } from '../../server/collections'
import { type BackingUp, backUp } from './back-up'
import { called, openDoors, seedTown, townSecrets } from './demo-town.fixture'
import { documentsIn } from './documents'
import { openEnvironment, publicKeysFrom } from './environment'
import type { Finding } from './findings'
import { digestOfFile } from './folder'
import { lineOf } from './line'
import { type Manifest, readManifest, writeManifest } from './manifest'
import type { Kept } from './port'
import { restore } from './restore'
import { isFaulty, verify } from './verify'

const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-backup-'))
const kept = path.join(folder, 'kept')
const secrets = townSecrets()
const names = declarations.map(({ name }) => name)
const quiet = { now: () => 0, say: () => undefined, page: 100, fileDocuments: 20_000 }
let town: LocalCloud
let manifest: Manifest
let learner: string

const dataOf = (name: string): string => path.join(folder, name, 'data')

async function backingUp(name: string, dir: string): Promise<BackingUp> {
  const { store, webOrigin } = await openEnvironment('local', dataOf(name))
  return {
    ...quiet,
    store,
    environment: name,
    names,
    dir,
    program: { version: '0', gitId: null },
    publicKeys: await publicKeysFrom(`${webOrigin}/key`),
    digestsFiles: true,
    mostPasses: 3,
  }
}

beforeAll(async () => {
  town = await openDoors(path.join(folder, 'town'), secrets)
  const seed = await seedTown(town, { folder, secrets })
  learner = seed.personas.almost.openid
  manifest = await backUp(await backingUp('town', kept))
})
afterAll(async () => {
  await town.stop()
  rmSync(folder, { recursive: true, force: true })
})

const filesBelow = (dir: string): string[] =>
  (readdirSync(dir, { recursive: true }) as string[])
    .map((name) => path.join(dir, name))
    .filter((file) => statSync(file).isFile())

const verified = (dir: string, against: Parameters<typeof verify>[0]['against'] = null): Promise<Finding[]> =>
  verify({ dir, list: collections, publicKeys: null, against, say: () => undefined })

test('a backup is whole, of one moment, and open to its owner alone', async () => {
  const findings = await verified(kept)
  expect(findings.map(({ check, state, faults }) => [check, state, faults])).toEqual(
    ['清单', '时刻', '文件', '集合', '学时账本', '证书签名', '相互引用'].map((check) => [check, 'whole', []]),
  )
  expect(Object.keys(manifest.collections)).toEqual(names)
  expect(manifest.collections).toMatchObject({
    persons: { documents: expect.any(Number) },
    certificates: { documents: 1 },
  })
  expect(manifest.files.missing).toBe(0)
  for (const file of filesBelow(kept)) expect([file, statSync(file).mode & 0o777]).toEqual([file, 0o600])
  for (const dir of [kept, path.join(kept, 'documents')]) expect(statSync(dir).mode & 0o777).toBe(0o700)
  expect(readdirSync(kept).sort()).toEqual(['documents', 'files.jsonl', 'manifest.json'])
})

test('no number of anybody stands in it in clear, and no key', () => {
  const text = filesBelow(kept)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const numbers = [...people, ...roster].flatMap(({ idNumber, mobile }) => [idNumber, mobile])
  expect(numbers.filter((number) => text.includes(number))).toEqual([])
  const { XUESHI_ID_KEYS = '', XUESHI_INDEX_KEY = '', XUESHI_SIGN_KEY = '' } = secrets
  const keys = [...(XUESHI_ID_KEYS.match(/[0-9a-f]{32}/g) ?? []), XUESHI_INDEX_KEY, XUESHI_SIGN_KEY]
  expect(keys).toHaveLength(3)
  expect(keys.filter((key) => text.includes(key))).toEqual([])
})

test('restored into an empty cloud it is the same, and so is what a learner is answered', async () => {
  const asked = [
    { path: 'account.me', type: 'query' },
    { path: 'hours.account', type: 'query', year: 2022 },
    { path: 'certificate.mine', type: 'query' },
  ] as const
  const before = await Promise.all(asked.map((each) => called(town, learner, each)))
  const cloud = await openDoors(path.join(folder, 'again'), secrets)
  try {
    const { store } = await openEnvironment('local', dataOf('again'))
    const work = { ...quiet, store, environment: 'again', names, dir: kept, takesMoving: false }
    const documents = Object.values(manifest.collections).reduce((sum, each) => sum + each.documents, 0)
    expect(await restore(work)).toBe(documents)
    const findings = await verified(kept, { store, name: 'again' })
    expect(findings.at(-1)).toMatchObject({ check: '与 again 比', state: 'whole' })
    expect(isFaulty(findings)).toBe(false)
    const again = await backUp(await backingUp('again', path.join(folder, 'kept-again')))
    expect(again.collections).toEqual(manifest.collections)
    expect(await Promise.all(asked.map((each) => called(cloud, learner, each)))).toEqual(before)
    expect(before).not.toContain(undefined)
    cloud.operations.reset()
    expect(await restore(work)).toBe(documents)
    expect(cloud.operations.read()).not.toHaveProperty('database.insertDocument')
  } finally {
    await cloud.stop()
  }
})

test('an environment that is not empty is refused, with the names of what is there', async () => {
  const { store } = await openEnvironment('local', dataOf('town'))
  const work = { ...quiet, store, environment: 'town', names, dir: kept, takesMoving: false }
  await expect(restore(work)).rejects.toThrow(/不是空的.*persons/)
})

test('collections that the program does not know are refused by name, and nothing is written', async () => {
  const store = { insert: () => Promise.reject(new Error('written')) } as unknown as BackingUp['store']
  const known = names.filter((name) => name !== 'claims' && name !== 'persons')
  const work = { ...quiet, store, environment: 'x', names: known, dir: kept, takesMoving: false }
  await expect(restore(work)).rejects.toThrow('不认识的集合：persons、claims')
})

let copies = 0
/** The backup once more, to be spoiled. */
function copied(): string {
  copies += 1
  const dir = path.join(folder, `copy-${copies}`)
  cpSync(kept, dir, { recursive: true })
  return dir
}

const partOf = (name: string): string => manifest.collections[name]?.files[0]?.name ?? ''

/** The backup with other documents of a collection, sealed anew as somebody would who knows how. */
async function forged(name: string, change: (documents: Kept[]) => Kept[]): Promise<string> {
  const dir = copied()
  const { digest: _before, ...content } = readManifest(dir)
  const collected = content.collections[name]
  const [part] = collected?.files ?? []
  if (!collected || !part) throw new Error(`${name} is empty`)
  const documents: Kept[] = []
  for await (const document of documentsIn(dir, collected)) documents.push(document)
  const changed = change(documents)
  writeFileSync(path.join(dir, part.name), changed.map((document) => `${lineOf(document)}\n`).join(''))
  const count = { documents: changed.length }
  const files = [{ ...part, ...count, ...(await digestOfFile(path.join(dir, part.name))) }]
  writeManifest(dir, {
    ...content,
    collections: { ...content.collections, [name]: { ...collected, ...count, files } },
  })
  return dir
}

const faultsIn = (findings: readonly Finding[]): string =>
  findings.flatMap(({ check, faults }) => faults.map((fault) => `${check}：${fault}`)).join('\n')

const first = (change: (document: Kept) => Kept) => (documents: Kept[]) =>
  documents.map((document, at) => (at === 0 ? change(document) : document))

const otherLetter = (text: string): string =>
  `${text.slice(0, 100)}${text[100] === '2' ? 3 : 2}${text.slice(101)}`

describe('a damaged backup', () => {
  const spoilt: [string, (dir: string) => void, RegExp][] = [
    [
      'a changed byte',
      (dir) => {
        const file = path.join(dir, partOf('persons'))
        const bytes = readFileSync(file)
        bytes[20] = (bytes[20] ?? 0) ^ 1
        writeFileSync(file, bytes)
      },
      /文件：documents\/persons\.1\.0001\.jsonl 的内容变了/,
    ],
    ['a missing file', (dir) => rmSync(path.join(dir, partOf('entries'))), /文件：documents\/entries.* 不在/],
    [
      'a longer file',
      (dir) => appendFileSync(path.join(dir, 'files.jsonl'), '{}\n'),
      /files\.jsonl 的大小不对/,
    ],
    [
      'a cut manifest',
      (dir) => {
        const file = path.join(dir, 'manifest.json')
        writeFileSync(file, readFileSync(file, 'utf8').slice(0, 900))
      },
      /清单：manifest\.json 残缺/,
    ],
    [
      'a manifest in which a number was changed',
      (dir) => {
        const file = path.join(dir, 'manifest.json')
        writeFileSync(file, readFileSync(file, 'utf8').replace('"passes": 2', '"passes": 3'))
      },
      /清单：manifest\.json 被改过/,
    ],
    [
      'a manifest of another format',
      (dir) => writeFileSync(path.join(dir, 'manifest.json'), '{"format":2}'),
      /清单：备份的格式是 2/,
    ],
    ['no manifest', (dir) => rmSync(path.join(dir, 'manifest.json')), /清单：.*没有 manifest\.json/],
  ]
  test.each(spoilt)('%s is found, and nothing is restored of it', async (_name, spoil, fault) => {
    const dir = copied()
    spoil(dir)
    expect(faultsIn(await verified(dir))).toMatch(fault)
    const store = { insert: () => Promise.reject(new Error('written')) } as unknown as BackingUp['store']
    const work = { ...quiet, store, environment: 'x', names, dir, takesMoving: false }
    await expect(restore(work)).rejects.toThrow(fault.source.includes('清单') ? /./ : '什么也没有写')
  })

  const lines = (document: Kept) => document.lines as { entryId: string }[]
  const forgeries: [string, string, (documents: Kept[]) => Kept[], RegExp][] = [
    [
      'an entry with more hours',
      'entries',
      first((entry) => ({
        ...entry,
        movements: (entry.movements as { hours: number }[]).map((each) => ({
          ...each,
          hours: each.hours + 100,
        })),
      })),
      /学时账本：账户 .* 的链断在第 \d 条学时记录：内容变了/,
    ],
    ['an entry that was taken out', 'entries', (all) => all.slice(1), /缺第 \d 条学时记录|记到第 \d 条/],
    [
      'an account with other sums',
      'accounts',
      first(({ portions, ...account }) => {
        const { public: ofPublic, professional } = portions as Record<string, object>
        return { ...account, portions: { public: { ...ofPublic, counted: 123_456 }, professional } }
      }),
      /学时合计和学时记录加出来的不一样/,
    ],
    ['no account', 'accounts', (all) => all.slice(1), /账户 .* 不在，但有 \d+ 条学时记录/],
    [
      'an account whose head is another',
      'accounts',
      first((account) => ({ ...account, headHash: '0'.repeat(64) })),
      /链尾和最后一条学时记录对不上/,
    ],
    [
      'a certificate of somebody else',
      'certificates',
      first((certificate) => ({ ...certificate, name: '别人' })),
      /证书签名：证书 .* 写的和签名里的不一样/,
    ],
    [
      'a certificate with a forged signature',
      'certificates',
      first(({ payload, ...certificate }) => ({ ...certificate, payload: otherLetter(String(payload)) })),
      /证书签名：证书 .* 的签名不真/,
    ],
    [
      'a certificate that rests on another entry',
      'certificates',
      first((certificate) => ({ ...certificate, accountSequence: 1 })),
      /链上找不到证书/,
    ],
    [
      'a binding to nobody',
      'persons',
      (all) => all.slice(1),
      /相互引用：bindings\/.* 指着 persons\/.*，它不在/,
    ],
    [
      'an entry that an account does not have',
      'accounts',
      first((account) => ({ ...account, lines: lines(account).map((line) => ({ ...line, entryId: 'no' })) })),
      /相互引用：accounts\/.* 指着 entries\/no/,
    ],
    [
      'a document twice',
      'persons',
      ([one, ...all]) => (one ? [one, one, ...all] : all),
      /不按次序，或者重复/,
    ],
    [
      'a shape of tomorrow',
      'persons',
      first((person) => ({ ...person, shape: 99 })),
      /数据版本是 99，比本程序的/,
    ],
  ]
  test.each(forgeries)('%s is found', async (_name, collection, change, fault) => {
    const dir = await forged(collection, change)
    const findings = await verified(dir)
    expect(faultsIn(findings)).toMatch(fault)
    expect(isFaulty(findings)).toBe(true)
  })

  test('certificates that no key is known for are a fault, and a key of another hand is', async () => {
    const dir = copied()
    const { digest: _before, ...content } = readManifest(dir)
    writeManifest(dir, { ...content, publicKeys: null })
    expect(faultsIn(await verified(dir))).toMatch('1 张证书没有公钥可查')
    const other = {
      keyId: 1,
      publicKeyHex: townSecrets().XUESHI_SIGN_PUBLIC_KEY ?? '',
      from: null,
      until: null,
    }
    const given = { dir, list: collections, publicKeys: [other], against: null, say: () => undefined }
    expect(faultsIn(await verify(given))).toMatch(/证书签名：证书 .* 的签名不真/)
  })

  test('each document that an environment has otherwise is told', async () => {
    const { store } = await openEnvironment('local', dataOf('town'))
    const dir = await forged('persons', ([one, ...all]) => [
      ...(one ? [{ ...one, unitName: '别的单位' }] : []),
      ...all.slice(1),
      { _id: 'zzz', version: 1 },
    ])
    const compared = (await verified(dir, { store, name: 'town' })).at(-1)
    // The functions of the town go on counting their calls.
    const faults = compared?.faults.filter((fault) => !fault.startsWith('call-sums/'))
    expect(faults?.map((fault) => fault.split(' ')[1])).toEqual(['两边不一样', '备份里没有', '环境里没有'])
  })
})
