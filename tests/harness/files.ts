// Files as phones and offices make them, the smallest that open.
import { zipOf } from './zip'

/** Eight by eight pixels of grey, baseline, as an encoder writes them. */
const GREY = Buffer.from(
  '/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDAAg+Pkk+SVVVVVVVVWRdZGhoaGRkZGRoaGhwcHCDg4NwcHBoaHBwfHyDg4+Tj4eHg4eTk5ubm7q6srLZ2eD' +
    '/////xABKAAEAAAAAAAAAAAAAAAAAAAAAAQEAAAAAAAAAAAAAAAAAAAAAEAEAAAAAAAAAAAAAAAAAAAAAEQEAAAAAAAAAAAAAAAAAAAAA/8AAEQgA' +
    'CAAIAwEiAAIRAAMRAP/aAAwDAQACEQMRAD8AAA//2Q==',
  'base64',
)

/** A segment of a JPEG: `jpegSegment(0xfe, 'a comment')`. */
export const jpegSegment = (marker: number, body: Uint8Array | string): Buffer => {
  const bytes = Buffer.from(body as string, 'latin1')
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([head, bytes])
}

/** A photo that is no other's: its comment, which is not kept, makes it so. */
export const jpegOf = (mark: string, ...segments: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat([GREY.subarray(0, 2), ...segments, jpegSegment(0xfe, Buffer.from(mark)), GREY.subarray(2)]),
  )

/** Exif as a phone writes it (little-endian): turned by a quarter, with the position. */
export function exifOf(orientation: number, position = 'N 35.000 E 109.000'): Buffer {
  const tiff = Buffer.alloc(38)
  tiff.write('II*\0\x08\0\0\0\x02\0', 'latin1')
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(orientation, 18)
  // The directory of the position.
  tiff.writeUInt16LE(0x8825, 22)
  tiff.writeUInt16LE(4, 24)
  tiff.writeUInt32LE(1, 26)
  tiff.writeUInt32LE(38, 30)
  return jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(position)]))
}

const PAGES: readonly string[] = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>',
]

export interface PdfParts {
  /** In place of the first objects. */
  objects?: readonly string[]
  /** After them. */
  more?: readonly string[]
  /** Of the trailer. */
  trailer?: string
}

/** A PDF of one empty page, each character a byte. */
export function pdfOf({ objects = [], more = [], trailer = '' }: PdfParts = {}): Uint8Array {
  const bodies = [...objects, ...PAGES.slice(objects.length), ...more]
  let text = '%PDF-1.7\n'
  const places: number[] = []
  for (const [index, body] of bodies.entries()) {
    places.push(text.length)
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const count = bodies.length + 1
  text += `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<</Size ${count}/Root 1 0 R${trailer}>>\n`
  return letters(`${text}startxref\n${text.lastIndexOf('xref\n0')}\n%%EOF\n`)
}

/** An official document as a government office issues it (GB/T 33190): as far as its archive tells. */
export const ofdOf = (parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipOf(
    Object.fromEntries(
      Object.entries({
        'OFD.xml': '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0"><ofd:DocBody/></ofd:OFD>',
        'Doc_0/Document.xml': '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"/>',
        ...parts,
      }).map(([name, text]) => [name, Buffer.from(text)]),
    ),
  )

/** Each letter as a byte. */
export const letters = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
