import { latin } from './file-type'

/** A stream says its length in its dictionary, which is far shorter; no more of what stands before is looked at. */
const DICTIONARY_LETTERS = 2_000
/** A document of 20 MB has some thousands. */
export const MOST_STREAMS = 100_000

/** A PDF as text, each byte a letter. */
export interface PdfText {
  whole: string
  /** What stands outside of streams: objects, and the tables of places. */
  plain: string
}

/**
 * Finds the text outside of streams by reading the file from its beginning to its end, as readers do where a table of
 * places is wrong; so nothing depends on that table. Null where there are more streams than any document has.
 */
export function pdfText(bytes: Uint8Array): PdfText | null {
  const whole = latin(bytes)
  const plain: string[] = []
  let after = 0
  let streams = 0
  for (let begins = nextStream(whole, 0); begins; begins = nextStream(whole, after)) {
    streams += 1
    if (streams > MOST_STREAMS) return null
    plain.push(whole.slice(after, begins.at))
    const before = whole.slice(Math.max(after, begins.at - DICTIONARY_LETTERS), begins.at)
    after = endOfStream(whole, begins.from, before)
  }
  plain.push(whole.slice(after))
  return { whole, plain: plain.join('\n') }
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
  if (endsAt(text, declared)) return declared
  const end = text.indexOf('endstream', from)
  return end < 0 ? text.length : end
}

/** Whether the word that ends a stream stands here, as far as a declared length may miss it. */
export const endsAt = (text: string, at: number): boolean => /^\s{0,2}endstream/.test(text.slice(at, at + 12))

/** What each letter counts as a hexadecimal digit. */
const DIGITS = new Map(
  [...'0123456789abcdef', ...'0123456789ABCDEF'].map((digit, at) => [digit.charCodeAt(0), at % 16]),
)
const ESCAPE = '#'.charCodeAt(0)

/** Names without their escapes: `/J#61vaScript` is `/JavaScript`. A file may be made of nothing else. */
export function plainNames(text: string): string {
  if (!text.includes('#')) return text
  const bytes = Buffer.from(text, 'latin1')
  let kept = 0
  for (let at = 0; at < bytes.length; at += 1, kept += 1) {
    const byte = bytes[at] ?? 0
    const high = byte === ESCAPE ? DIGITS.get(bytes[at + 1] ?? 0) : undefined
    const low = high === undefined ? undefined : DIGITS.get(bytes[at + 2] ?? 0)
    bytes[kept] = high === undefined || low === undefined ? byte : high * 16 + low
    if (low !== undefined) at += 2
  }
  return bytes.toString('latin1', 0, kept)
}
