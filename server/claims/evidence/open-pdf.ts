import { latin, pdfStart } from './file-type'
import { pdfLock } from './pdf-encryption'
import { packedStreams, unpackedText } from './pdf-packed'
import { pdfText, plainNames } from './pdf-text'

export type OpenedPdf =
  | { state: 'opened'; bytes: Uint8Array }
  | { state: 'damaged' }
  | { state: 'locked' }
  | { state: 'active' }

/** What follows the end may be as long as this; the end of a whole file stands in its last kilobytes. */
const MOST_AFTER_END = 64 * 1024

/**
 * Runs a program, opens another or sends something (ISO 32000-1, 12.6.4). Each name is long enough to stand in no picture
 * by chance, so the whole file is searched, whatever a reader takes for a stream.
 */
const ACTIVE = /\/(?:JavaScript|Launch|SubmitForm|ImportData|RichMedia)(?![A-Za-z0-9_])/
/** A form that is a program throughout, of which phones show nothing. */
const FORM_PROGRAM = /\/XFA(?![A-Za-z0-9_])/

/**
 * Opens a PDF as far as a reviewer's phone would: it begins within the first kilobyte and ends, has a page, and asks for
 * no password. A document that runs something is none that can be evidence. Gives it back from its header to its end, so
 * that nothing else rides along.
 */
export function openPdf(file: Uint8Array): OpenedPdf {
  const begun = file.subarray(Math.max(0, pdfStart(file)))
  const end = endOf(begun)
  if (end === null) return { state: 'damaged' }
  const bytes = begun.subarray(0, end)
  const text = pdfText(bytes)
  if (text === null) return { state: 'damaged' }
  const lock = pdfLock(text.plain)
  if (lock.state === 'locked') return { state: 'locked' }
  const packed = packedStreams(text.whole, bytes)
  const unpacked =
    packed &&
    unpackedText(packed, (stream) => (lock.state === 'opens' ? lock.key(stream, stream.bytes) : stream.bytes))
  if (unpacked === null) return { state: 'damaged' }
  const objects = plainNames(`${text.plain}\n${unpacked}`)
  if (!/\/Root\s{1,9}\d{1,10}\s{1,9}\d{1,5}\s{1,9}R\b/.test(objects)) return { state: 'damaged' }
  if (!/\/Type\s{0,9}\/Page(?![A-Za-z])/.test(objects)) return { state: 'damaged' }
  const isActive = FORM_PROGRAM.test(objects) || ACTIVE.test(objects) || ACTIVE.test(plainNames(text.whole))
  return isActive ? { state: 'active' } : { state: 'opened', bytes }
}

/** The end of the last revision with its line; null where the file ends in the middle of one. */
function endOf(bytes: Uint8Array): number | null {
  const from = Math.max(0, bytes.length - MOST_AFTER_END)
  const tail = latin(bytes.subarray(from))
  const mark = tail.lastIndexOf('%%EOF')
  if (mark < 0) return null
  const after = tail.slice(mark + 5)
  // Objects after the end are a revision that was cut off.
  if (/\d{1,10}\s{1,9}\d{1,5}\s{1,9}obj\b/.test(after)) return null
  // A file for the web has such a mark at its beginning too, and says how long it is.
  const declared = /\/Linearized\s[^>]*\/L\s+(\d+)/.exec(latin(bytes, 1024))?.[1]
  if (declared !== undefined && Number(declared) > bytes.length) return null
  return from + mark + 5 + (/^\r?\n?/.exec(after)?.[0].length ?? 0)
}
