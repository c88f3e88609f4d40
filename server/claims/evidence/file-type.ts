import type { Attachment } from './attachment'

type FileType = Attachment['type']

/** The first bytes of each file type, which decide instead of the file's name. */
const BEGINNINGS: readonly (readonly [FileType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

/** By its bytes alone: a program that calls itself 证书.pdf is no document. Null for anything else. */
export const fileTypeOf = (bytes: Uint8Array): FileType | null =>
  BEGINNINGS.find(([, beginning]) => beginning.every((byte, index) => bytes[index] === byte))?.[0] ?? null

export const extensionOf = (type: FileType): string =>
  ({ 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' })[type]
