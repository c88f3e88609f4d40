/** Segments of a JPEG by their marker (ITU-T T.81, table B.1). */
const START = 0xd8
const END = 0xd9
const SCAN = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COMMENT = 0xfe
/** Tables share the range of the frames: DHT, JPG and DAC describe no picture. */
const NO_FRAMES = [0xc4, 0xc8, 0xcc]

const ORIENTATION_TAG = 0x0112
const UPRIGHT = 1

/**
 * Opens a JPEG: null where it is cut off, or holds no picture. Gives it back with the picture, its colours and which way
 * up it is, and without all else: position, device, time, texts, previews, and whatever follows the picture.
 */
export function openJpeg(file: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length)
  const kept: Buffer[] = [Buffer.from([0xff, START])]
  let hasFrame = false
  let hasScan = false
  for (let at = 2; ; ) {
    const segment = segmentAt(bytes, at)
    if (!segment) return null
    const { marker, from, to } = segment
    if (marker === END) {
      kept.push(Buffer.from([0xff, END]))
      return hasFrame && hasScan ? Buffer.concat(kept) : null
    }
    if (isFrame(marker)) hasFrame ||= hasSize(bytes.subarray(from + 2, to))
    // A scan goes on behind its segment, up to the next marker that is none of its own.
    const end = marker === SCAN ? endOfScan(bytes, to) : to
    if (marker === SCAN) hasScan ||= end > to
    kept.push(...shownOf(marker, bytes.subarray(from, end)))
    at = end
  }
}

/**
 * The next segment from its length on, without the marker: null where the file ends before it does. Stray bytes between
 * segments, which some phones leave and every decoder skips, are skipped.
 */
function segmentAt(bytes: Buffer, start: number): { marker: number; from: number; to: number } | null {
  let at = bytes.indexOf(0xff, start)
  if (at < 0) return null
  while (bytes[at] === 0xff) at += 1
  const marker = bytes[at]
  if (marker === undefined || marker === 0) return null
  const from = at + 1
  if (marker === END) return { marker, from, to: from }
  if (from + 2 > bytes.length) return null
  const length = bytes.readUInt16BE(from)
  return length < 2 || from + length > bytes.length ? null : { marker, from, to: from + length }
}

function endOfScan(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    const isOfScan = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!isOfScan) return at
  }
  return bytes.length
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.includes(marker)

/** Precision, height, width. A height of 0 would come later, which no camera or phone writes. */
const hasSize = (frame: Buffer): boolean =>
  frame.length >= 6 && frame.readUInt16BE(1) > 0 && frame.readUInt16BE(3) > 0

function shownOf(marker: number, segment: Buffer): Buffer[] {
  if (marker === APP1) return orientationOnly(segment.subarray(2))
  const isOfApplication = marker >= APP0 && marker <= APP15
  const isKept = !isOfApplication ? marker !== COMMENT : isOfColours(marker, segment.subarray(2))
  return isKept ? [Buffer.from([0xff, marker]), segment] : []
}

function isOfColours(marker: number, body: Buffer): boolean {
  const begins = (text: string) => body.subarray(0, text.length).toString('latin1') === text
  if (marker === APP0) return begins('JFIF\0')
  if (marker === APP2) return begins('ICC_PROFILE\0')
  return marker === APP14 && begins('Adobe')
}

/** Exif as far as it says which way up the picture is; nothing where it stands upright. */
function orientationOnly(body: Buffer): Buffer[] {
  const orientation =
    body.subarray(0, 6).toString('latin1') === 'Exif\0\0' ? orientationIn(body.subarray(6)) : null
  if (orientation === null || orientation === UPRIGHT) return []
  const exif = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\0\0\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1')
  exif.writeUInt16BE(ORIENTATION_TAG, 16)
  exif.writeUInt16BE(orientation, 24)
  const head = Buffer.from([0xff, APP1, 0, exif.length + 2])
  return [head, exif]
}

/** 1 to 8 as the first directory of a TIFF says; null where it says nothing that can be read. */
function orientationIn(tiff: Buffer): number | null {
  const isLittle = tiff.subarray(0, 2).toString('latin1') === 'II'
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  if (tiff.length < 8) return null
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return null
    const value = short(at + 8)
    if (short(at) === ORIENTATION_TAG) return value >= UPRIGHT && value <= 8 ? value : null
  }
  return null
}
