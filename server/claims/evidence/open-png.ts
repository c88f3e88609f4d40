import { crc32 } from 'node:zlib'

const SIGNATURE_BYTES = 8
const MOST_CHUNK_BYTES = 0x7fff_ffff

/** Chunks that the picture is drawn from (PNG, third edition); all others are texts, times and positions. */
const DRAWN = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(
    ' ',
  ),
)

/**
 * Opens a PNG: null where it is cut off or damaged, or holds no picture. Gives it back without texts, position and time,
 * and without what follows its end.
 */
export function openPng(file: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length)
  const kept: Buffer[] = [bytes.subarray(0, SIGNATURE_BYTES)]
  let hasPicture = false
  for (let at = SIGNATURE_BYTES; ; ) {
    const chunk = chunkAt(bytes, at)
    if (!chunk) return null
    const { type, data, whole } = chunk
    const isFirst = at === SIGNATURE_BYTES
    if (isFirst !== (type === 'IHDR')) return null
    if (isFirst && !hasSize(data)) return null
    hasPicture ||= type === 'IDAT' && data.length > 0
    if (DRAWN.has(type)) kept.push(whole)
    if (type === 'IEND') return hasPicture ? Buffer.concat(kept) : null
    at += whole.length
  }
}

function chunkAt(bytes: Buffer, at: number): { type: string; data: Buffer; whole: Buffer } | null {
  if (at + 12 > bytes.length) return null
  const length = bytes.readUInt32BE(at)
  const end = at + 12 + length
  if (length > MOST_CHUNK_BYTES || end > bytes.length) return null
  if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null
  return {
    type: bytes.toString('latin1', at + 4, at + 8),
    data: bytes.subarray(at + 8, end - 4),
    whole: bytes.subarray(at, end),
  }
}

const hasSize = (header: Buffer): boolean =>
  header.length === 13 && header.readUInt32BE(0) > 0 && header.readUInt32BE(4) > 0
