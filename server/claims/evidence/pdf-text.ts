import { constants, inflateSync } from 'node:zlib'
import { latin } from './file-type'

/** Objects packed into streams (ISO 32000-1, 7.5.7), unpacked, all together: a book of a thousand pages has some 10 MiB. */
const MOST_UNPACKED_BYTES = 32 * 1024 * 1024
/** The dictionary of such a stream is far shorter; no more of what stands before a stream is looked at. */
const DICTIONARY_LETTERS = 2_000
/** A document of 20 MB has some thousands. */
const MOST_STREAMS = 100_000

interface PackedStream {
  objectNumber: number
  generation: number
  bytes: Uint8Array
  /** `other`: packed in a way that no writer of documents uses. */
  filter: 'none' | 'deflate' | 'other'
}

/** A PDF as text, each byte a letter. */
export interface PdfText {
  whole: string
  /** What stands outside of streams: objects, and the tables of places. */
  plain: string
  /** Streams that hold objects. */
  packed: readonly PackedStream[]
}

/**
 * Finds objects and streams by reading the file from its beginning to its end, as readers do where a table of places is
 * wrong; so nothing depends on that table. Null where there are more streams than any document has.
 */
export function pdfText(bytes: Uint8Array): PdfText | null {
  const whole = latin(bytes)
  const plain: string[] = []
  const packed: PackedStream[] = []
  let after = 0
  let streams = 0
  for (let begins = nextStream(whole, 0); begins; begins = nextStream(whole, after)) {
    streams += 1
    if (streams > MOST_STREAMS) return null
    plain.push(whole.slice(after, begins.at))
    const before = whole.slice(Math.max(after, begins.at - DICTIONARY_LETTERS), begins.at)
    const end = endOfStream(whole, begins.from, before)
    const stream = packedStream(before, bytes.subarray(begins.from, end))
    if (stream) packed.push(stream)
    after = end
  }
  plain.push(whole.slice(after))
  return { whole, plain: plain.join('\n'), packed }
}

function nextStream(text: string, from: number): { at: number; from: number } | null {
  for (let at = text.indexOf('stream', from); at >= 0; at = text.indexOf('stream', at + 6)) {
    if (text[at - 1] === 'd') continue
    const line = /^(?:\r\n|\n|\r)/.exec(text.slice(at + 6, at + 8))?.[0].length ?? 0
    if (line > 0) return { at, from: at + 6 + line }
  }
  return null
}

/** By its declared length where that is right, because a stream may hold the word itself. */
function endOfStream(text: string, from: number, before: string): number {
  const lengths = [...before.matchAll(/\/Length\s{1,9}(\d{1,10})(?!\d|\s{1,9}\d{1,5}\s{1,9}R)/g)]
  const declared = from + Number(lengths.at(-1)?.[1] ?? Number.NaN)
  if (/^\s{0,2}endstream/.test(text.slice(declared, declared + 12))) return declared
  const end = text.indexOf('endstream', from)
  return end < 0 ? text.length : end
}

function packedStream(before: string, bytes: Uint8Array): PackedStream | null {
  const object = before.lastIndexOf(' obj')
  const place = /(\d{1,10})\s{1,9}(\d{1,5})$/.exec(before.slice(Math.max(0, object - 30), object))
  const dictionary = plainNames(before.slice(object))
  if (!place || !/\/Type\s{0,9}\/ObjStm\b/.test(dictionary)) return null
  return { objectNumber: Number(place[1]), generation: Number(place[2]), bytes, filter: filterIn(dictionary) }
}

function filterIn(dictionary: string): PackedStream['filter'] {
  if (!dictionary.includes('/Filter')) return 'none'
  const isPlain = !/\/Predictor\s{0,9}(?!1\b)\d/.test(dictionary)
  const isDeflate = /\/Filter\s{0,9}(?:\/FlateDecode\b|\[\s{0,9}\/FlateDecode\s{0,9}\])/.test(dictionary)
  return isDeflate && isPlain ? 'deflate' : 'other'
}

/** Names without their escapes: `/J#61vaScript` is `/JavaScript`. */
export const plainNames = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/**
 * The objects that streams hold, each opened by `opened` first, which decrypts it where the file is encrypted. Null where
 * one cannot be read, or all together are more than a function can hold: then nobody knows what the document does.
 */
export function unpackedText(
  { packed }: Pick<PdfText, 'packed'>,
  opened: (stream: PackedStream) => Uint8Array,
): string | null {
  const texts: string[] = []
  let left = MOST_UNPACKED_BYTES
  for (const stream of packed) {
    const read = unpacked(opened(stream), stream.filter, left)
    if (read === null) return null
    left -= read.length
    texts.push(read)
  }
  return texts.join('\n')
}

function unpacked(bytes: Uint8Array, filter: PackedStream['filter'], most: number): string | null {
  if (filter === 'other' || most <= 0) return null
  if (filter === 'none') return latin(bytes, most)
  try {
    // Some writers leave the checksum out: readers mind that as little.
    return latin(inflateSync(bytes, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH }))
  } catch {
    return null
  }
}
