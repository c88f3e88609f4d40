import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { latin } from './file-type'

/** Files of an archive that is opened; a document of a hundred pages has some 500. */
const MOST_ENTRIES = 10_000
const ENTRY = 'OFD.xml'

export type OpenedOfd = 'opened' | 'locked' | 'damaged' | 'office' | 'archive'

/**
 * Whether an archive is an OFD (GB/T 33190): it has the entry document OFD.xml at its top. Only the directory is read:
 * nothing is unpacked. `office`: a document of Word, Excel or PowerPoint. `locked`: one that asks for a password (GB/T
 * 33190 by zip's own means, GM/T 0099 by its entry).
 */
export async function openOfd(file: Uint8Array): Promise<OpenedOfd> {
  try {
    return kindOf(await entriesOf(Buffer.from(file.buffer, file.byteOffset, file.length)))
  } catch {
    // No archive that opens: one that was cut off, if it names the entry document.
    return latin(file).includes(ENTRY) ? 'damaged' : 'archive'
  }
}

function kindOf(entries: ReadonlyMap<string, Entry>): OpenedOfd {
  const main = entries.get(ENTRY)
  if (entries.has('[Content_Types].xml')) return 'office'
  if (!main) return 'archive'
  if (main.uncompressedSize === 0) return 'damaged'
  const isEncrypted = [...entries.values()].some((entry) => entry.isEncrypted())
  return isEncrypted || entries.has('Encryptions.xml') ? 'locked' : 'opened'
}

const entriesOf = (buffer: Buffer): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true }, (error, zip: ZipFile) => {
      if (error) return reject(error)
      const entries = new Map<string, Entry>()
      zip.on('entry', (entry: Entry) => {
        entries.set(entry.fileName.replace(/^\//, ''), entry)
        if (entries.size > MOST_ENTRIES) reject(new Error('too many entries'))
        else zip.readEntry()
      })
      zip.once('end', () => resolve(entries))
      zip.once('error', reject)
      zip.readEntry()
    })
  })
