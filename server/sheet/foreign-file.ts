import type { ForeignFile } from '../../domain/kernel/refusal'

/** Enough of a file to know it by; the names within a compound file stand anywhere. */
const HEAD_BYTES = 4_096

const MAGIC: readonly (readonly [ForeignFile, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
  // Workbooks older than the compound file begin with their first record (BIFF 2 to 5).
  ['xls', [0x09, 0x00, 0x04, 0x00]],
  ['xls', [0x09, 0x02, 0x06, 0x00]],
  ['xls', [0x09, 0x04, 0x06, 0x00]],
  ['xls', [0x09, 0x08]],
]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

/** What a file is that is no archive of XML: by its first bytes, never by its name. */
export function foreignFileOf(bytes: Buffer): ForeignFile {
  if (beginsWith(bytes, COMPOUND)) return compoundFileOf(bytes)
  return MAGIC.find(([, magic]) => beginsWith(bytes, magic))?.[0] ?? writtenFileOf(bytes)
}

const beginsWith = (bytes: Buffer, magic: readonly number[]): boolean =>
  magic.every((byte, place) => bytes[place] === byte)

/** An old workbook, or a new one that a password seals: both are compound files, whose streams have names. */
function compoundFileOf(bytes: Buffer): ForeignFile {
  const holds = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return 'password'
  if (holds('WordDocument') || holds('PowerPoint Document')) return 'document'
  return holds('Workbook') || holds('Book') ? 'xls' : 'other'
}

/** Tables that are written as text: pages and XML under the name of an old workbook, and values between commas. */
function writtenFileOf(bytes: Buffer): ForeignFile {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  const head = bytes.subarray(0, HEAD_BYTES).toString(isWide ? 'utf16le' : 'latin1')
  if (/urn:schemas-microsoft-com:office:spreadsheet/i.test(head) && /<\?xml/.test(head)) return 'xml'
  if (/^mime-version:|<html|<table|<!doctype html|<body|<head/i.test(head)) return 'html'
  const isText = head !== '' && [...head].every((letter) => letter >= ' ' || '\t\r\n'.includes(letter))
  return isText && /[,;\t]/.test(head) ? 'csv' : 'other'
}

/** What an archive is that holds no workbook, by the names of its parts. */
export function foreignArchiveOf(names: readonly string[]): ForeignFile {
  const has = (form: RegExp): boolean => names.some((name) => form.test(name))
  if (has(/^index\/.*\.iwa$|^index\.apxl$|^index\.zip$/)) return 'numbers'
  if (has(/^word\/|^ppt\/|^ofd\.xml$/)) return 'document'
  if (has(/^content\.xml$/)) return 'ods'
  return has(/^\[content_types\]\.xml$|^xl\//) ? 'broken' : 'archive'
}
