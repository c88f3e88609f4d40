import { constants, inflateRawSync, inflateSync } from 'node:zlib'
import { latin } from './file-type'
import { mostCosts, streamAt } from './pdf-dictionary'
import { endsAt, MOST_STREAMS } from './pdf-text'

/** Objects packed into streams (ISO 32000-1, 7.5.7), unpacked, all together: a book of 1,000 pages has some 10 MiB. */
const MOST_UNPACKED_BYTES = 32 * 1024 * 1024

interface PackedStream {
  objectNumber: number
  generation: number
  bytes: Uint8Array
  /** `other`: packed in a way that no writer of documents uses. */
  filter: 'none' | 'deflate' | 'other'
  /** It ends where it says; else at the first word that ends a stream, which may stand within it. */
  isWhole: boolean
}

/**
 * The streams that hold objects, wherever an object may begin: also within what another reader takes for a string or
 * for a stream, because a reader that follows the table of places begins anywhere. Null where the file is made so that
 * one cannot be found for certain, or that the search does not end.
 */
export function packedStreams(whole: string, bytes: Uint8Array): PackedStream[] | null {
  const packed: PackedStream[] = []
  const endFrom = endsIn(whole)
  let costs = mostCosts(whole)
  // Streams do not overlap either.
  let left = bytes.length
  for (let at = whole.indexOf('obj'); at >= 0; at = whole.indexOf('obj', at + 3)) {
    const found = streamAt(whole, at + 3, costs)
    if (found === null) return null
    costs -= found.costs
    if (found.words === null || !PACKED.test(found.words)) continue
    const place = PLACE.exec(whole.slice(Math.max(0, at - 40), at))
    const line = /^[ \t]{0,9}(?:\r\n|\n|\r)/.exec(whole.slice(found.end, found.end + 12))
    if (!place || !line) return null
    const from = found.end + line[0].length
    const declared = from + lengthIn(found.words)
    const isWhole = endsAt(whole, declared)
    const held = bytes.subarray(from, isWhole ? declared : endFrom(from))
    left -= held.length
    if (left < 0 || packed.length === MOST_STREAMS) return null
    const number = { objectNumber: Number(place[1]), generation: Number(place[2]) }
    packed.push({ ...number, bytes: held, filter: filterIn(found.words), isWhole })
  }
  return packed
}

/** Readers unpack a stream by the place of the first object in it, and not all of them ask for the type. */
const PACKED = /\/(?:ObjStm|First) /
/** The number and the generation that stand before an object. */
const PLACE = /(?<!\d)(\d{1,10})[\s\0]+(\d{1,5})[\s\0]*$/

/**
 * Where the word stands that ends a stream. Places come in order, and where one does not, a word behind the next serves
 * as well: so no letter is looked at twice.
 */
function endsIn(whole: string): (from: number) => number {
  let end = -1
  return (from) => {
    if (end < from) end = whole.indexOf('endstream', from)
    if (end < 0) end = whole.length
    return end
  }
}

/** The one length that a dictionary declares by itself; not a number where there is none, or a choice. */
function lengthIn(words: string): number {
  const lengths = [...words.matchAll(/\/Length (?:(\d{1,10}) (?!\d+ R ))?/g)]
  return lengths.length === 1 ? Number(lengths[0]?.[1] ?? Number.NaN) : Number.NaN
}

/** Some readers take the short names of pictures within a page for those of any stream. */
function filterIn(words: string): PackedStream['filter'] {
  const filters = words.match(/\/(?:Filter|F) /g)?.length ?? 0
  if (filters === 0) return 'none'
  const isDeflate = filters === 1 && /\/Filter (?:\/FlateDecode |\[ \/FlateDecode \] )/.test(words)
  const isPredicted = /\/Predictor (?!1 (?!\d+ R ))|\/(?:DecodeParms|DP) (?:\[ )?\d/.test(words)
  return isDeflate && !isPredicted ? 'deflate' : 'other'
}

/**
 * The objects that streams hold, each opened by `opened` first, which decrypts it where the file is encrypted. Null
 * where one cannot be read, or all together are more than a function can hold: then nobody knows what the document does.
 */
export function unpackedText(
  packed: readonly PackedStream[],
  opened: (stream: PackedStream) => Uint8Array,
): string | null {
  const texts: string[] = []
  let left = MOST_UNPACKED_BYTES
  for (const stream of packed) {
    const read = unpacked(opened(stream), stream, left)
    if (read === null) return null
    left -= read.length
    texts.push(read)
  }
  return texts.join('\n')
}

function unpacked(
  bytes: Uint8Array,
  { filter, isWhole }: Pick<PackedStream, 'filter' | 'isWhole'>,
  most: number,
): string | null {
  if (filter === 'other' || most <= 0) return null
  if (filter === 'none') return isWhole && bytes.length <= most ? latin(bytes) : null
  const bounded = { maxOutputLength: most }
  try {
    // Some writers leave the checksum out: readers mind that as little. Where a stream was cut at a word, it has to come
    // to an end of its own before it.
    return latin(
      isWhole
        ? inflateSync(bytes, { ...bounded, finishFlush: constants.Z_SYNC_FLUSH })
        : inflateRawSync(bytes.subarray(2), bounded),
    )
  } catch {
    return null
  }
}
