// A backup and a restore die at each of their operations, and go on: their end is as if nothing had happened.
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type LocalCloud, startCloud } from '../../local/cloud'
import { type BackingUp, backUp } from './back-up'
import { cloudbaseDocuments } from './cloudbase'
import type { Manifest } from './manifest'
import type { DocumentStore, Kept } from './port'
import type { Progress } from './progress'
import { type Restoring, restore } from './restore'

const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-deaths-'))
const NAMES = ['full', 'none', 'some']
const DOCUMENTS: Record<string, Kept[]> = {
  full: ['a', 'b', 'c', 'd', '𠮷', 'ｚ'].map((_id, n) => ({ _id, version: 1, n, shape: 1 + (n % 2) })),
  none: [],
  some: ['x', 'y', 'z'].map((_id) => ({
    _id,
    version: 3,
    file: `cloud://e/${_id}`,
    at: new Date(5),
  })),
}

let clouds = 0
let source: LocalCloud
const opened: LocalCloud[] = []

async function open(): Promise<LocalCloud> {
  clouds += 1
  const dataDir = path.join(folder, `cloud-${clouds}`)
  const collections = NAMES.map((name) => ({ name, indexes: [] }))
  const cloud = await startCloud({ dataDir, functionsDir: path.join(folder, 'none'), collections })
  opened.push(cloud)
  return cloud
}

/** The documents of that cloud, through the real SDK. */
function documentsOf(cloud: LocalCloud): DocumentStore {
  Object.assign(process.env, cloud.env())
  return cloudbaseDocuments(cloud.envId)
}

beforeAll(async () => {
  source = await open()
  const store = documentsOf(source)
  for (const [name, documents] of Object.entries(DOCUMENTS))
    for (const document of documents) await store.insert(name, document)
  await source.storage.put('x', Buffer.from('学时'))
})
afterAll(async () => {
  for (const cloud of opened) await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

class Died extends Error {}

interface Dying {
  store: DocumentStore
  /** Operations so far, and the ids that were written by them. */
  operations(): number
  written: string[]
}

/** Dies at that operation, before it is done or with its answer on the way. */
function dyingAt(store: DocumentStore, death: number, when: 'before' | 'after'): Dying {
  let operations = 0
  const written: string[] = []
  const operation = async <T>(work: () => Promise<T>): Promise<T> => {
    operations += 1
    const dies = operations === death
    if (dies && when === 'before') throw new Died()
    const done = await work()
    if (dies) throw new Died()
    return done
  }
  return {
    written,
    operations: () => operations,
    store: {
      page: (name, after, limit) => operation(() => store.page(name, after, limit)),
      get: (name, id) => operation(() => store.get(name, id)),
      insert: (name, document) =>
        operation(async () => {
          const isNew = await store.insert(name, document)
          if (isNew) written.push(`${name}/${document._id}`)
          return isNew
        }),
      file: (id) => operation(() => store.file(id)),
    },
  }
}

const backingUp = (store: DocumentStore, dir: string): BackingUp => ({
  ...{ store, dir, environment: 'e', names: NAMES, program: { version: '1', gitId: null } },
  ...{
    publicKeys: null,
    digestsFiles: true,
    mostPasses: 3,
    page: 2,
    fileDocuments: 3,
    now: () => 0,
    say: () => undefined,
  },
})

const restoring = (store: DocumentStore, dir: string): Restoring => ({
  ...{ store, dir, environment: 'e', names: NAMES, takesMoving: false },
  ...{ page: 2, now: () => 0, say: () => undefined },
})

const survived = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Died) return false
      throw error
    },
  )

let folders = 0
const newFolder = (): string => {
  folders += 1
  return path.join(folder, `backup-${folders}`)
}

/** Leaves in the files what a death in the middle of a write does: more than is known of them. */
function tear(dir: string): void {
  const { collected, reading } = JSON.parse(readFileSync(path.join(dir, 'progress.json'), 'utf8')) as Progress
  const full = [...Object.values(collected), ...(reading ? [reading] : [])].flatMap(({ files }) => files)
  for (const name of readdirSync(path.join(dir, 'documents')))
    if (!full.some((part) => part.name === `documents/${name}`))
      appendFileSync(path.join(dir, 'documents', name), '{"_id":"torn')
}

const textsOf = (dir: string, { collections }: Manifest): string[] =>
  Object.values(collections).flatMap(({ files }) =>
    files.map(({ name }) => readFileSync(path.join(dir, name), 'utf8')),
  )

test('a backup that dies at any operation ends, called again, as one that did not', async () => {
  const store = documentsOf(source)
  const dir = newFolder()
  const whole = dyingAt(store, 0, 'before')
  const expected = await backUp(backingUp(whole.store, dir))
  expect(expected).toMatchObject({ stoodAt: expect.any(String), moving: [], passes: 2 })
  expect(expected.files).toMatchObject({ listed: 3, missing: 2 })
  expect(expected.collections.full?.files.map(({ documents }) => documents)).toEqual([3, 3])
  for (let death = 1; death <= whole.operations(); death += 1) {
    const other = newFolder()
    const dying = dyingAt(store, death, 'before')
    expect(await survived(backUp(backingUp(dying.store, other)))).toBe(false)
    tear(other)
    expect([death, await backUp(backingUp(store, other))]).toEqual([death, expected])
    expect(textsOf(other, expected)).toEqual(textsOf(dir, expected))
  }
})

test.each(['before', 'after'] as const)(
  'a restore that dies %s any operation ends, called again, with each document written once',
  async (when) => {
    const dir = newFolder()
    const { collections } = await backUp(backingUp(documentsOf(source), dir))
    const target = await open()
    const whole = dyingAt(documentsOf(target), 0, when)
    expect(await restore(restoring(whole.store, dir))).toBe(9)
    for (let death = 1; death <= whole.operations(); death += 1) {
      const cloud = await open()
      const store = documentsOf(cloud)
      const dying = dyingAt(store, death, when)
      expect(await survived(restore(restoring(dying.store, dir)))).toBe(false)
      const again = dyingAt(store, 0, when)
      expect(await restore(restoring(again.store, dir))).toBe(9)
      const written = [...dying.written, ...again.written]
      expect([death, written.length, new Set(written).size]).toEqual([death, 9, 9])
      const after = await backUp(backingUp(store, newFolder()))
      expect(after.collections).toEqual(collections)
    }
  },
)
