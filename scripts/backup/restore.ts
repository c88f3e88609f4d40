// Writes a backup into an environment that holds nothing. What is written is as it was, in its shape and its version.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { documentsIn } from './documents'
import { writeWhole } from './folder'
import { type Manifest, readManifest } from './manifest'
import { CollectionMissing, type DocumentStore, type Kept, Undone } from './port'
import { brokenFiles } from './whole'

/** Documents that are on their way at the same time. */
const AT_ONCE = 20

export interface Restoring {
  store: DocumentStore
  environment: string
  /** Every collection that the program declares. */
  names: readonly string[]
  dir: string
  /** Takes a backup whose documents did not all stand so at one moment. */
  takesMoving: boolean
  /** Documents after which it is noted how far it is. */
  page: number
  now(): number
  say(line: string): void
}

/** How far this backup is written into one environment. */
interface Written {
  digest: string
  begunAt: string
  /** The place of the collection in the manifest that is being written, and the last id of it that is there. */
  collection: number
  after: string
  documents: number
  endedAt: string | null
}

/** Answers with the number of documents that are written. Again after a death it goes on; again after its end it does nothing. */
export async function restore(work: Restoring): Promise<number> {
  const { dir, say } = work
  const manifest = readManifest(dir)
  await refuseUnfit(work, manifest)
  let written = await begunOrNew(work, manifest)
  if (written.endedAt !== null) {
    say('这份备份已经恢复到这个环境了，什么也没有写')
    return written.documents
  }
  const collections = Object.entries(manifest.collections)
  for (const [name, collected] of collections.slice(written.collection)) {
    let page: Kept[] = []
    const write = async (): Promise<void> => {
      await put(work, name, page)
      written = {
        ...written,
        after: page.at(-1)?._id ?? written.after,
        documents: written.documents + page.length,
      }
      page = []
      keep(work, written)
    }
    for await (const document of notYet(documentsIn(dir, collected), written.after)) {
      page.push(document)
      if (page.length === work.page) await write()
    }
    if (page.length > 0) await write()
    written = { ...written, collection: written.collection + 1, after: '' }
    keep(work, written)
    say(`${name}：${collected.documents} 条`)
  }
  keep(work, { ...written, endedAt: new Date(work.now()).toISOString() })
  return written.documents
}

/** Nothing is written of a backup that is damaged, of another program's, or of no one moment. */
async function refuseUnfit({ dir, names, takesMoving, say }: Restoring, manifest: Manifest): Promise<void> {
  const unknown = Object.keys(manifest.collections).filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new Undone(`备份里有本程序不认识的集合：${unknown.join('、')}`)
  if (manifest.stoodAt === null && !takesMoving)
    throw new Undone(
      `备份时 ${manifest.moving.join('、')} 一直在变，各集合不是同一时刻的；确实要用，请加 --moving`,
    )
  say('核对文件……')
  const broken = await brokenFiles(dir, manifest)
  if (broken.length > 0) throw new Undone(`备份已损坏，什么也没有写：${broken.join('；')}`)
}

/** Where the environment is not empty, only the restore that began in it goes on. */
async function begunOrNew(work: Restoring, manifest: Manifest): Promise<Written> {
  const { store, environment, names, now } = work
  const begun = begunIn(work)
  const filled = await filledOf(store, names)
  if (filled.length === 0) {
    const begunAt = new Date(now()).toISOString()
    const nothing = { collection: 0, after: '', documents: 0, endedAt: null }
    const written = { digest: manifest.digest, begunAt, ...nothing }
    keep(work, written)
    return written
  }
  if (begun?.digest === manifest.digest && (await isThere(store, manifest, begun))) return begun
  throw new Undone(`环境 ${environment} 不是空的，只恢复到空的环境。有内容的集合：${filled.join('、')}`)
}

/** Whether the last document that was written still stands there: else somebody emptied the environment meanwhile. */
async function isThere(
  store: Pick<DocumentStore, 'get'>,
  { collections }: Manifest,
  { collection, after }: Written,
): Promise<boolean> {
  const name = Object.keys(collections)[collection]
  return after === '' || name === undefined || (await store.get(name, after)) !== null
}

async function filledOf(store: Pick<DocumentStore, 'page'>, names: readonly string[]): Promise<string[]> {
  const filled: string[] = []
  const missing: string[] = []
  for (const name of names) {
    try {
      if ((await store.page(name, '', 1)).length > 0) filled.push(name)
    } catch (error) {
      if (!(error instanceof CollectionMissing)) throw error
      missing.push(name)
    }
  }
  if (missing.length > 0) throw new Undone(`环境里还没有建这些集合，请先部署：${missing.join('、')}`)
  return filled
}

/** Documents after those that are written. */
async function* notYet(documents: AsyncIterable<Kept>, after: string): AsyncGenerator<Kept, void, undefined> {
  let isAfter = after === ''
  for await (const document of documents) {
    if (isAfter) yield document
    else isAfter = document._id === after
  }
}

/** A document that is there already was written before a death: it must be the same. */
async function put({ store }: Restoring, collection: string, page: readonly Kept[]): Promise<void> {
  for (let at = 0; at < page.length; at += AT_ONCE)
    await Promise.all(
      page.slice(at, at + AT_ONCE).map(async (document) => {
        if (await store.insert(collection, document)) return
        if (!isDeepStrictEqual(await store.get(collection, document._id), document))
          throw new Undone(
            `${collection}/${document._id} 已经在环境里，而且和备份不同：有别的程序在写这个环境`,
          )
      }),
    )
}

const noteOf = ({ dir, environment }: Restoring): string =>
  path.join(dir, `restored-${environment.replace(/[^A-Za-z0-9.-]+/g, '-')}.json`)

function begunIn(work: Restoring): Written | null {
  const file = noteOf(work)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Written) : null
}

const keep = (work: Restoring, written: Written): void => writeWhole(noteOf(work), JSON.stringify(written))
