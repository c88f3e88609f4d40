// What a backup does about documents that change while it reads them, and about a folder that is not its own.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type LocalCloud, startCloud } from '../../local/cloud'
import { type BackingUp, backUp } from './back-up'
import { cloudbaseDocuments } from './cloudbase'
import type { Manifest } from './manifest'
import type { DocumentStore } from './port'
import { restore } from './restore'

const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-moving-'))
const NAMES = ['busy', 'quiet']
let cloud: LocalCloud
let store: DocumentStore
let folders = 0

beforeEach(async () => {
  folders += 1
  const collections = NAMES.map((name) => ({ name, indexes: [] }))
  const dataDir = path.join(folder, `data-${folders}`)
  cloud = await startCloud({ dataDir, functionsDir: path.join(folder, 'none'), collections })
  Object.assign(process.env, cloud.env())
  store = cloudbaseDocuments(cloud.envId)
  for (const name of NAMES) for (const _id of ['b', 'c', 'd']) await store.insert(name, { _id, version: 1 })
})
afterEach(() => cloud.stop())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A store in which somebody writes another document whenever the first page of that collection is read, so many times. */
function busy(times: number): DocumentStore {
  let written = 0
  return {
    ...store,
    async page(name, after, limit) {
      const page = await store.page(name, after, limit)
      if (name === 'busy' && after === '' && written < times) {
        written += 1
        await store.insert('busy', { _id: `a${written}`, version: 1 })
      }
      return page
    },
  }
}

const backingUp = (given: DocumentStore, dir = path.join(folder, `kept-${folders}`)): BackingUp => ({
  ...{ store: given, dir, environment: 'e', names: NAMES, program: { version: '1', gitId: null } },
  ...{
    publicKeys: null,
    digestsFiles: true,
    mostPasses: 3,
    page: 2,
    fileDocuments: 100,
    now: tick(),
    say: () => undefined,
  },
})

/** Each look at the clock is a second later. */
const tick = (): (() => number) => {
  let seconds = 0
  return () => {
    seconds += 1
    return seconds * 1000
  }
}

const textIn = (dir: string, { collections }: Manifest): string =>
  (collections.busy?.files ?? []).map(({ name }) => readFileSync(path.join(dir, name), 'utf8')).join('')

test('what changed in the first pass is read anew, and the backup is of the moment after the second', async () => {
  const work = backingUp(busy(1))
  const manifest = await backUp(work)
  expect(manifest).toMatchObject({ passes: 3, moving: [], stoodAt: new Date(3000).toISOString() })
  expect(textIn(work.dir, manifest)).toContain('"a1"')
  expect(manifest.collections.busy?.files[0]?.name).toContain('busy.2.')
  expect(manifest.collections.quiet?.files[0]?.name).toContain('quiet.1.')
})

test('what never holds still is named, and is restored only by who says that they know', async () => {
  const work = backingUp(busy(9))
  expect(await backUp(work)).toMatchObject({ passes: 3, moving: ['busy'], stoodAt: null })
  const restoring = { ...work, names: NAMES, environment: 'other', takesMoving: false }
  await expect(restore(restoring)).rejects.toThrow('busy 一直在变')
  await expect(restore({ ...restoring, takesMoving: true })).rejects.toThrow('不是空的')
})

test('a collection that was never made is no empty one', async () => {
  await expect(backUp({ ...backingUp(store), names: ['quiet', 'missing'] })).rejects.toThrow(
    'missing is missing',
  )
  const work = backingUp(store, path.join(folder, 'whole'))
  await backUp(work)
  const restoring = { ...work, names: [...NAMES, 'missing'], environment: 'other', takesMoving: false }
  await expect(restore(restoring)).rejects.toThrow('还没有建这些集合，请先部署：missing')
})

test('files are listed by their ids alone where their digests are not wanted', async () => {
  await store.insert('quiet', { _id: 'f', version: 1, deep: [{ fileId: 'cloud://e/a.pdf' }], name: 'a.pdf' })
  const work = backingUp(store)
  const { files } = await backUp({ ...work, digestsFiles: false })
  expect(files).toMatchObject({ listed: 1, missing: 0, digested: false })
  expect(readFileSync(path.join(work.dir, 'files.jsonl'), 'utf8')).toBe('{"id":"cloud://e/a.pdf"}\n')
})

test('a folder that holds anything else is left alone', async () => {
  const work = backingUp(store)
  await backUp(work)
  await expect(backUp(work)).rejects.toThrow('已有一份做完的备份')
  for (const name of ['letters.txt', 'documents/letters.txt']) {
    const dir = path.join(folder, `others-${name.length}`)
    mkdirSync(path.join(dir, 'documents'), { recursive: true })
    writeFileSync(path.join(dir, name), '学时')
    await expect(backUp(backingUp(store, dir))).rejects.toThrow('里有别的文件')
    expect(readFileSync(path.join(dir, name), 'utf8')).toBe('学时')
  }
})

test('a backup that was begun is gone on with by the same environment and the same collections alone', async () => {
  const dies: DocumentStore = { ...store, page: () => Promise.reject(new Error('died')) }
  await expect(backUp(backingUp(dies))).rejects.toThrow('died')
  await expect(backUp({ ...backingUp(store), environment: 'f' })).rejects.toThrow('是环境 e 的，不是 f 的')
  await expect(backUp({ ...backingUp(store), names: ['quiet'] })).rejects.toThrow('另一版程序')
  expect(await backUp(backingUp(store))).toMatchObject({ moving: [] })
})

test('an environment that was emptied in the middle of a restore, or written to by others, is not gone on with', async () => {
  const work = backingUp(store)
  await backUp(work)
  const restoring = { ...work, environment: 'other', takesMoving: false }
  const empty: DocumentStore = { ...store, page: async () => [], insert: async () => true }
  let pages = 0
  const insert: DocumentStore['insert'] = async () => {
    pages += 1
    if (pages > 2) throw new Error('died')
    return true
  }
  await expect(restore({ ...restoring, store: { ...empty, insert } })).rejects.toThrow('died')
  const emptied: DocumentStore = { ...store, get: async () => null }
  await expect(restore({ ...restoring, store: emptied })).rejects.toThrow('不是空的')
  const foreign: DocumentStore = { ...store, get: async (_name, _id) => ({ _id, version: 7 }) }
  await expect(restore({ ...restoring, store: foreign })).rejects.toThrow('有别的程序在写这个环境')
  expect(await restore({ ...restoring, store })).toBe(6)
})
