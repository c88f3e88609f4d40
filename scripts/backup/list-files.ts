// The files that documents name. wx-server-sdk lists none, so that a file which no document names is not found here; nor
// are bytes kept, which the storage's own copies do better.
import path from 'node:path'
import { documentsIn } from './documents'
import { type Digest, digestOf, digestOfFile, writeFrom } from './folder'
import { grouped } from './grouped'
import { FILE_LIST, type Manifest } from './manifest'
import type { DocumentStore } from './port'
import { keep, type Progress } from './progress'

/** Files that are read at the same time. */
const AT_ONCE = 4

/** A line of the list: a digest, or that there is no such file, or the id alone. */
export type ListedFile = { id: string } & (Partial<Digest> | { missing: true })

interface Listing {
  store: Pick<DocumentStore, 'file'>
  dir: string
  /** Reads every file for its digest; else they are listed alone. */
  digestsFiles: boolean
  say(line: string): void
}

/** Writes the list, or what is left of it: a file that was read is not read again. */
export async function listFiles(work: Listing, begun: Progress): Promise<Manifest['files']> {
  const { dir, digestsFiles, say } = work
  const file = path.join(dir, FILE_LIST)
  let { files } = begun
  if (files.listed === 0) writeFrom(file, 0, '')
  let seen = 0
  for await (const ids of fileIds(dir, begun)) {
    const left = ids.slice(Math.max(0, files.listed - seen))
    seen += ids.length
    for (let at = 0; at < left.length; at += AT_ONCE) {
      const listed = await Promise.all(left.slice(at, at + AT_ONCE).map((id) => listedFile(work, id)))
      files = {
        listed: files.listed + listed.length,
        missing: files.missing + listed.filter((each) => 'missing' in each).length,
        bytes: writeFrom(file, files.bytes, listed.map((each) => `${JSON.stringify(each)}\n`).join('')),
      }
      keep(dir, { ...begun, files })
      if (files.listed % 100 < AT_ONCE) say(`云存储：已查 ${files.listed} 个文件……`)
    }
  }
  const { listed, missing } = files
  return { listed, missing, digested: digestsFiles, ...(await digestOfFile(file)) }
}

async function listedFile({ store, digestsFiles }: Listing, id: string): Promise<ListedFile> {
  if (!digestsFiles) return { id }
  const bytes = await store.file(id)
  return bytes ? { id, ...(await digestOf(bytes)) } : { id, missing: true }
}

/** Each id once, some of them at a time, always in the same order. */
async function* fileIds(dir: string, { collected }: Progress): AsyncGenerator<string[], void, undefined> {
  const documents = Object.values(collected).reduce((sum, { documents }) => sum + documents, 0)
  for await (const ids of grouped(namings(dir, collected), documents)) yield [...ids.keys()].sort()
}

async function* namings(
  dir: string,
  collected: Progress['collected'],
): AsyncGenerator<[string, 0], void, undefined> {
  for (const each of Object.values(collected))
    for await (const document of documentsIn(dir, each)) for (const id of fileIdsIn(document)) yield [id, 0]
}

/** Every text that is the id of a file, wherever it stands: a document of any shape names its files so. */
function fileIdsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('cloud://') ? [value] : []
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(fileIdsIn)
}
