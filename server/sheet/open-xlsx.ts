import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { Refused, refuse } from '../kernel/refused'

/** Unpacked, all parts together. 10,000 people with six columns take about 6 MiB. */
const UNPACKED_LIMIT_BYTES = 64 * 1024 * 1024
/** Parts of an archive; a workbook of ours has nine. */
const MOST_PARTS = 1_000
const ZIP_MAGIC = 0x04034b50

/** The events in one part of a workbook. Names come without their prefix: `x:row` is `row`. */
export interface PartReader {
  open(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

/** An .xlsx whose parts are read one after another, as streams: never more in memory than a chunk of each. */
export interface Workbook {
  has(part: string): boolean
  /** Reads one part to its end; an exception of the reader stops the stream at once. */
  read(part: string, reader: PartReader): Promise<void>
}

/**
 * Opens the archive by its directory. Refuses files that are no .xlsx (an old .xls, one with a password, a renamed
 * file), files with macros, and files whose directory declares more than 64 MiB unpacked.
 */
export async function openXlsx(bytes: Uint8Array): Promise<Workbook> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < 22 || buffer.readUInt32LE(0) !== ZIP_MAGIC) refuse('SHEET_NOT_XLSX', {})
  const zip = await orNotXlsx(openZip(buffer))
  const parts = await partsOf(zip)
  if ([...parts.keys()].some((name) => /vbaProject\.bin$/i.test(name))) refuse('SHEET_MACRO', {})
  if (!parts.has('[Content_Types].xml')) refuse('SHEET_NOT_XLSX', {})
  const workbook: Workbook = {
    has: (part) => parts.has(part),
    read: (part, reader) => readPart(zip, parts.get(part), reader),
  }
  await workbook.read('[Content_Types].xml', {
    open: (_, { ContentType = '' }) => {
      if (/macroEnabled|vbaProject/i.test(ContentType)) refuse('SHEET_MACRO', {})
    },
  })
  return workbook
}

const openZip = (buffer: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    )
  })

/** The directory alone: nothing is unpacked yet. */
function partsOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>()
  let unpacked = 0
  const read = new Promise<Map<string, Entry>>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize
      if (unpacked > UNPACKED_LIMIT_BYTES || parts.size >= MOST_PARTS) return reject(tooLarge())
      parts.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.once('end', () => resolve(parts))
    zip.once('error', reject)
    zip.readEntry()
  })
  return orNotXlsx(read)
}

async function readPart(zip: ZipFile, entry: Entry | undefined, reader: PartReader): Promise<void> {
  if (!entry) refuse('SHEET_NOT_XLSX', {})
  const parser = parserFor(reader)
  await orNotXlsx(
    (async () => {
      const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
        zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
      })
      let unpacked = 0
      stream.setEncoding('utf8')
      for await (const chunk of stream) {
        // The directory may lie; the stream cannot.
        unpacked += chunk.length
        if (unpacked > UNPACKED_LIMIT_BYTES) throw tooLarge()
        parser.write(chunk as string)
      }
      parser.close()
    })(),
  )
}

function parserFor({ open, close, text }: PartReader): SaxesParser {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => open(localName(name), attributes))
  if (close) parser.on('closetag', ({ name }) => close(localName(name)))
  if (text) parser.on('text', text)
  return parser
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

export const tooLarge = (): Refused =>
  new Refused({ code: 'SHEET_TOO_LARGE', details: { limitBytes: UNPACKED_LIMIT_BYTES } })

/** Passes our own refusals on; any other failure while reading a foreign archive becomes SHEET_NOT_XLSX. */
async function orNotXlsx<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Refused) throw error
    return refuse('SHEET_NOT_XLSX', {})
  }
}
