import path from 'node:path'
import { DOCUMENTS, digestOfFile, writeFrom } from './folder'
import { lineOf } from './line'
import type { Collected } from './manifest'
import type { DocumentStore, Kept } from './port'
import type { Reading } from './progress'

interface Work {
  store: Pick<DocumentStore, 'page'>
  dir: string
  /** Documents of a page. */
  page: number
  /** Documents of a full file. Files are cut by number alone, so that the same documents make the same files. */
  fileDocuments: number
  /** Told after each page that is in the files. */
  kept(reading: Reading): void
}

export const unread = (): Reading => ({
  after: '',
  documents: 0,
  shapes: {},
  files: [],
  open: { documents: 0, bytes: 0 },
})

/** Writes what is left of a collection to its files, page by page. */
export async function readCollection(
  work: Work,
  { collection, pass }: { collection: string; pass: number },
  begun: Reading,
): Promise<Collected> {
  const nameNow = ({ files }: Reading): string =>
    `${DOCUMENTS}/${collection}.${pass}.${String(files.length + 1).padStart(4, '0')}.jsonl`
  const close = (full: Reading): Promise<Reading> => closed(full, { dir: work.dir, name: nameNow(full) })
  let reading = begun
  for (;;) {
    const page = await work.store.page(collection, reading.after, work.page)
    if (page.length === 0) break
    for (const documents of upToFull(page, reading.open.documents, work.fileDocuments)) {
      reading = added(reading, documents, path.join(work.dir, nameNow(reading)))
      if (reading.open.documents === work.fileDocuments) reading = await close(reading)
    }
    work.kept(reading)
  }
  if (reading.open.documents > 0) reading = await close(reading)
  const { documents, shapes, files } = reading
  return { documents, shapes, files }
}

/** A page in two where the open file is full in the middle of it. */
function upToFull(page: readonly Kept[], open: number, full: number): (readonly Kept[])[] {
  const room = full - open
  return page.length <= room ? [page] : [page.slice(0, room), ...upToFull(page.slice(room), 0, full)]
}

function added(reading: Reading, documents: readonly Kept[], file: string): Reading {
  const text = documents.map((document) => `${lineOf(document)}\n`).join('')
  const shapes = { ...reading.shapes }
  for (const { shape = 1 } of documents) shapes[String(shape)] = (shapes[String(shape)] ?? 0) + 1
  return {
    ...reading,
    after: documents.at(-1)?._id ?? reading.after,
    documents: reading.documents + documents.length,
    shapes,
    open: {
      documents: reading.open.documents + documents.length,
      bytes: writeFrom(file, reading.open.bytes, text),
    },
  }
}

/** The open file as one that is full. */
async function closed(reading: Reading, { dir, name }: { dir: string; name: string }): Promise<Reading> {
  const { documents } = reading.open
  const part = { name, documents, ...(await digestOfFile(path.join(dir, name))) }
  return { ...reading, files: [...reading.files, part], open: { documents: 0, bytes: 0 } }
}
