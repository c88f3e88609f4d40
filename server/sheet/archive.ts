import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import type { ForeignFile } from '../../domain/kernel/refusal'
import { Refused, refuse } from '../kernel/refused'
import { SHEET_BOUNDS } from './bounds'
import { foreignFileOf } from './foreign-file'

const ZIP_MAGIC = 0x04034b50
const SMALLEST_ARCHIVE_BYTES = 22

/** An archive by its directory. The names of its parts are known by their lower case, as those of the format are. */
export interface Archive {
  names: readonly string[]
  /** The bytes of a part as they are unpacked, chunk by chunk. Ours are the bounds; what the archive declares is nothing. */
  chunks(name: string): AsyncIterable<Buffer>
}

/** Opens the archive; nothing is unpacked yet. Refuses what is none by what it is. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < SMALLEST_ARCHIVE_BYTES || buffer.readUInt32LE(0) !== ZIP_MAGIC)
    refuse('SHEET_NOT_XLSX', { given: foreignFileOf(buffer) })
  const zip = await orBroken(openZip(buffer))
  const parts = await orBroken(partsOf(zip))
  let readBytes = 0
  return {
    names: [...parts.keys()],
    async *chunks(name) {
      const entry = parts.get(name)
      if (!entry) throw foreign('broken')
      for await (const chunk of await streamOf(zip, entry)) {
        // The directory may lie, and the same part may be asked for again and again; what is unpacked cannot lie.
        readBytes += chunk.length
        if (readBytes > SHEET_BOUNDS.readBytes) throw tooLarge()
        yield chunk as Buffer
      }
    },
  }
}

const openZip = (buffer: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    )
  })

const streamOf = (zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
  })

/** Two parts of one name are two readings of one file, of which each program takes another: refused. */
const partsOf = (zip: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const parts = new Map<string, Entry>()
    let unpacked = 0
    zip.on('entry', (entry: Entry) => {
      const name = entry.fileName.toLowerCase()
      unpacked += entry.uncompressedSize
      if (unpacked > SHEET_BOUNDS.unpackedBytes || parts.size >= SHEET_BOUNDS.parts) return reject(tooLarge())
      if (entry.isEncrypted()) return reject(foreign('password'))
      if (parts.has(name)) return reject(foreign('broken'))
      parts.set(name, entry)
      zip.readEntry()
    })
    zip.once('end', () => resolve(parts))
    zip.once('error', reject)
    zip.readEntry()
  })

export const tooLarge = (): Refused =>
  new Refused({ code: 'SHEET_TOO_LARGE', details: { limitBytes: SHEET_BOUNDS.unpackedBytes } })

export const foreign = (given: ForeignFile): Refused =>
  new Refused({ code: 'SHEET_NOT_XLSX', details: { given } })

/** Passes our own refusals on; any other failure while reading a foreign file says that it is broken. */
export async function orBroken<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    throw error instanceof Refused ? error : foreign('broken')
  }
}
