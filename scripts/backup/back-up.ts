// A backup reads every collection until a whole pass finds nothing changed. What the files hold then stood so at one
// moment, the end of the pass before: each document was read before it, and found the same after it.
import { isDeepStrictEqual } from 'node:util'
import type { VerifyingKey } from '../../server/kernel/ports/port'
import { listFiles } from './list-files'
import { type Manifest, type Program, writeManifest } from './manifest'
import type { DocumentStore } from './port'
import { beginIn, endProgress, keep, type Progress, sweep } from './progress'
import { readCollection, unread } from './read-collection'

export interface BackingUp {
  store: DocumentStore
  environment: string
  /** Every collection, by name. */
  names: readonly string[]
  dir: string
  program: Program
  /** Public halves, for whoever verifies; null where they are not known. */
  publicKeys: readonly VerifyingKey[] | null
  /** Reads every file that documents name for its digest; else they are listed alone. */
  digestsFiles: boolean
  /** After so many it stops, and says what would not hold still. At least 2. */
  mostPasses: number
  /** Documents of a page. */
  page: number
  /** Documents of a full file. */
  fileDocuments: number
  now(): number
  say(line: string): void
}

/** Begins, or goes on where it was, and ends with a manifest. */
export async function backUp(work: BackingUp): Promise<Manifest> {
  const { dir, now } = work
  let progress = beginIn(dir, { ...work, now: now() })
  for (;;) {
    progress = await passed(work, progress)
    const { pass, changed } = progress
    if (pass > 1)
      work.say(changed.length === 0 ? '复读一遍，没有变化' : `这一遍有变化：${changed.join('、')}`)
    if ((pass > 1 && changed.length === 0) || pass >= work.mostPasses) break
    const passedAt = new Date(now()).toISOString()
    progress = { ...progress, pass: pass + 1, done: 0, changed: [], passedAt }
    keep(dir, progress)
  }
  const files = await listFiles(work, progress)
  const { environment, program, begunAt, passedAt, pass, changed, collected } = progress
  const publicKeys = work.publicKeys ? [...work.publicKeys] : null
  const manifest = writeManifest(dir, {
    format: 1,
    program,
    environment,
    begunAt,
    endedAt: new Date(now()).toISOString(),
    stoodAt: changed.length === 0 ? passedAt : null,
    moving: changed,
    passes: pass,
    collections: collected,
    files,
    publicKeys,
  })
  endProgress(dir)
  return manifest
}

/** What is left of a pass. A collection that reads as before keeps its files. */
async function passed(work: BackingUp, begun: Progress): Promise<Progress> {
  const { store, dir, page, fileDocuments } = work
  let progress = begun
  for (const collection of begun.names.slice(begun.done)) {
    const kept = (reading: Progress['reading']): void => {
      progress = { ...progress, reading }
      keep(dir, progress)
      if (reading) saySome(work, collection, reading.documents)
    }
    const { pass, reading } = progress
    const now = await readCollection(
      { store, dir, page, fileDocuments, kept },
      { collection, pass },
      reading ?? unread(),
    )
    const before = progress.collected[collection]
    const isSame = before !== undefined && isDeepStrictEqual(before.files.map(asRead), now.files.map(asRead))
    progress = {
      ...progress,
      done: progress.done + 1,
      reading: null,
      changed: isSame || pass === 1 ? progress.changed : [...progress.changed, collection],
      collected: isSame ? progress.collected : { ...progress.collected, [collection]: now },
    }
    keep(dir, progress)
    sweep(dir, progress)
    if (pass === 1) work.say(`${collection}：${now.documents} 条`)
  }
  return progress
}

const asRead = ({ documents, sha256 }: { documents: number; sha256: string }) => ({ documents, sha256 })

/** A long collection says now and then how far it is. */
function saySome({ say, page }: BackingUp, collection: string, documents: number): void {
  const pages = Math.floor(documents / page)
  if (pages > 0 && pages % 100 === 0 && documents % page === 0) say(`${collection}：已读 ${documents} 条……`)
}
