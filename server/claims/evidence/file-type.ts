import type { OtherFormat } from '../../../domain/kernel/refusal'
import type { Attachment } from './attachment'

type FileType = Attachment['type']
/** What the first bytes say; of an OFD they say only that it is an archive. */
type Begun = Exclude<FileType, 'application/ofd'> | OtherFormat

/** A PDF's header may stand anywhere in these (ISO 32000-1, Annex H, note 13). */
const HEADER_WITHIN_BYTES = 1024

const ofBytes = (...bytes: number[]): string => String.fromCharCode(...bytes)

const TAKEN: readonly (readonly [Begun, string])[] = [
  ['image/jpeg', ofBytes(0xff, 0xd8, 0xff)],
  ['image/png', ofBytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
]

/** By the bytes at their place: a first part, and for containers the kind that stands after a length. */
const OTHERS: readonly (readonly [OtherFormat, readonly (readonly [at: number, text: string])[]])[] = [
  ...['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'mif1', 'msf1'].map((kind) =>
    media('heic', kind),
  ),
  ...['avif', 'avis'].map((kind) => media('avif', kind)),
  media('video', ''),
  [
    'webp',
    [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
  ],
  ['gif', [[0, 'GIF8']]],
  [
    'bmp',
    [
      [0, 'BM'],
      [6, ofBytes(0, 0, 0, 0)],
    ],
  ],
  ...[
    [0x49, 0x49, 0x2a, 0],
    [0x49, 0x49, 0x2b, 0],
    [0x4d, 0x4d, 0, 0x2a],
    [0x4d, 0x4d, 0, 0x2b],
  ].map(begins('tiff')),
  ...[
    [0xd0, 0xcf, 0x11, 0xe0],
    [0x7b, 0x5c, 0x72, 0x74, 0x66],
  ].map(begins('office')),
  ...[
    [0x50, 0x4b, 3],
    [0x50, 0x4b, 5],
    [0x52, 0x61, 0x72, 0x21],
    [0x37, 0x7a, 0xbc, 0xaf],
    [0x1f, 0x8b],
  ].map(begins('archive')),
]

/** A container of ISO/IEC 14496-12, of which photos of phones are one kind and videos another. */
function media(format: OtherFormat, kind: string): (typeof OTHERS)[number] {
  return [format, [[4, `ftyp${kind}`]]]
}

function begins(format: OtherFormat): (bytes: number[]) => (typeof OTHERS)[number] {
  return (bytes) => [format, [[0, ofBytes(...bytes)]]]
}

const otherFormatOf = (beginning: string): OtherFormat | null =>
  OTHERS.find(([, parts]) => parts.every(([at, text]) => beginning.startsWith(text, at)))?.[0] ?? null

/** Beginnings of programs and pages: a PDF inside one is none, whatever a lenient reader makes of it. */
const PROGRAM = /^\s*(?:MZ|.?ELF|#!|@echo)|<[a-z!?/%]/i

/** Where a PDF begins: 0, or after the mark, blank line or header that some system put before it; −1 where none does. */
export function pdfStart(bytes: Uint8Array): number {
  const beginning = latin(bytes, HEADER_WITHIN_BYTES + 5)
  const at = beginning.indexOf('%PDF-')
  const before = beginning.slice(0, at)
  const isOther = otherFormatOf(before) !== null || TAKEN.some(([, form]) => before.startsWith(form))
  return at > 0 && (isOther || PROGRAM.test(before)) ? -1 : at
}

/** By its bytes alone: a program that calls itself 证书.pdf is no document. An archive may be an OFD: see `openOfd`. */
export function fileTypeOf(bytes: Uint8Array): Begun {
  const beginning = latin(bytes, 32)
  const taken = TAKEN.find(([, form]) => beginning.startsWith(form))
  if (taken) return taken[0]
  if (pdfStart(bytes) >= 0) return 'application/pdf'
  return otherFormatOf(beginning) ?? 'other'
}

/** Each byte as a letter, so that texts and patterns find their place in bytes. */
export const latin = (bytes: Uint8Array, count = bytes.length): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(count, bytes.length)).toString('latin1')

export const extensionOf = (type: FileType): string =>
  ({ 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf', 'application/ofd': 'ofd' })[type]
