// Files as people send them, whole and broken: opened when they are attached.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import { exifOf, jpegOf, jpegSegment, letters, ofdOf, pdfOf } from '../../../tests/harness/files'
import { zipOf } from '../../../tests/harness/zip'
import { Refused } from '../../kernel/refused'
import { type OpenedFile, openFile } from './open-file'

const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(__dirname, 'samples', name)))

async function saidOf(bytes: Uint8Array): Promise<string> {
  try {
    return (await openFile(bytes, '证明.pdf')).type
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code, details } = error.refusal
    return 'format' in details ? `${code} ${details.format}` : code
  }
}
const shownOf = async (bytes: Uint8Array): Promise<Buffer> =>
  Buffer.from(((await openFile(bytes, '照片.jpg')) as OpenedFile).shown)
const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1'))))

const MIB = 1024 * 1024
const photo = jpegOf('')
const png = (() => {
  const image = new PNG({ width: 3, height: 2 })
  image.data.fill(128)
  return new Uint8Array(PNG.sync.write(image))
})()

describe('a photo', () => {
  test.each([
    ['as it is', photo, 'image/jpeg'],
    ['of three bytes', photo.subarray(0, 3), 'FILE_DAMAGED'],
    ['cut in half', photo.subarray(0, photo.length / 2), 'FILE_DAMAGED'],
    ['cut in its picture', photo.subarray(0, photo.length - 3), 'FILE_DAMAGED'],
    [
      'of headers alone',
      joined(photo.subarray(0, 20), [0xff, 0xd9].map((b) => String.fromCharCode(b)).join('')),
      'FILE_DAMAGED',
    ],
    [
      'that is a page behind a photo’s first bytes',
      joined(photo.subarray(0, 4), '<html><script>1</script>'),
      'FILE_DAMAGED',
    ],
    [
      'with stray bytes between its segments',
      joined(photo.subarray(0, 6), '\0\0', photo.subarray(6)),
      'image/jpeg',
    ],
    ['as PNG', png, 'image/png'],
    ['as PNG, cut', png.subarray(0, png.length - 12), 'FILE_DAMAGED'],
    ['as PNG, with a byte exchanged', png.map((byte, at) => (at === 45 ? byte ^ 1 : byte)), 'FILE_DAMAGED'],
    ['as the first bytes of a PNG', png.subarray(0, 8), 'FILE_DAMAGED'],
  ])('%s', async (_, bytes, said) => {
    expect(await saidOf(bytes)).toBe(said)
  })

  test('is shown without position, texts, previews and what rides behind it, and the right way up', async () => {
    const telling = [
      exifOf(6),
      jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x>N 35</x>'),
      jpegSegment(0xed, 'N 35'),
    ]
    const given = joined(jpegOf('<script>1</script>', ...telling), '<html>N 35</html>')
    const shown = await shownOf(given)
    expect(shown.toString('latin1')).not.toMatch(/N 35|script|html|xap/)
    // The picture itself is untouched, and turned as before: Exif with one entry.
    const plain = await shownOf(photo)
    expect(shown.subarray(-plain.length + 20)).toEqual(plain.subarray(20))
    const exif = shown.indexOf('Exif\0\0')
    expect([
      shown.readUInt16BE(exif + 14),
      shown.readUInt16BE(exif + 16),
      shown.readUInt16BE(exif + 24),
    ]).toEqual([1, 0x0112, 6])
    // Opened again it stays as it is: the same photo without its position is the same file.
    expect(await shownOf(new Uint8Array(shown))).toEqual(shown)
    expect((await shownOf(jpegOf('', exifOf(1)))).includes('Exif')).toBe(false)
  })

  test('keeps the colours it is drawn with', async () => {
    const colours = [jpegSegment(0xe2, 'ICC_PROFILE\0\x01\x01x'), jpegSegment(0xee, 'Adobe\0d\0\0\0\0\x01')]
    expect((await shownOf(jpegOf('', ...colours))).toString('latin1')).toMatch(/ICC_PROFILE[\s\S]*Adobe/)
  })

  test('as PNG is shown without texts and what rides behind it', async () => {
    const text = chunk('tEXt', 'Location\0N 35')
    const exif = chunk('eXIf', 'II*\0N 35')
    const shown = await shownOf(joined(png.subarray(0, 33), text, exif, png.subarray(33), '<html>'))
    expect(shown).toEqual(Buffer.from(png))
  })
})

function chunk(type: string, text: string): Buffer {
  const bytes = Buffer.from(`\0\0\0\0${type}${text}\0\0\0\0`, 'latin1')
  bytes.writeUInt32BE(text.length, 0)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4)
  return bytes
}

describe('what is no evidence is said to be what it is', () => {
  const media = (kind: string): Uint8Array => letters(`\0\0\0\x18ftyp${kind}\0\0\0\0mif1`)
  test.each<[string, Uint8Array]>([
    ['heic', media('heic')],
    ['heic', media('mif1')],
    ['heic', sample('h.heic')],
    ['avif', media('avif')],
    ['video', media('mp42')],
    ['video', media('qt  ')],
    ['webp', sample('w.webp')],
    ['gif', letters('GIF89a\x01\0\x01\0')],
    ['bmp', letters('BM\x9a\0\0\0\0\0\0\0\x36\0\0\0')],
    ['tiff', letters('II*\0\x08\0\0\0')],
    ['tiff', letters('MM\0*\0\0\0\x08')],
    ['office', letters('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['office', zipOf({ '[Content_Types].xml': Buffer.from('<Types/>') })],
    ['archive', zipOf({ 'a.txt': Buffer.from('a') })],
    ['archive', letters('Rar!\x1a\x07')],
    ['other', letters('MZ\x90 This program')],
    ['other', letters('<html>%PDF-1.7</html>')],
    ['other', letters('text')],
  ])('%s', async (format, bytes) => {
    expect(await saidOf(bytes)).toBe(`FILE_TYPE ${format}`)
  })
})

describe('a document', () => {
  const pdf = pdfOf()
  const packed = (text: string, filter = '/FlateDecode'): string => {
    const bytes = deflateSync(text).toString('latin1')
    return `<</Type/ObjStm/N 1/First 4/Filter ${filter}/Length ${bytes.length}>>stream\n${bytes}\nendstream`
  }
  const text = '5 0 <</S/JavaScript>>'
  /** Deflated, with the word itself in a block that is not packed, and the program in the next. */
  const cut = `x\x01\0\x09\0\xf6\xffendstream${deflateRawSync(text).toString('latin1')}`
  const program = packed(text)
  const unpacked = (text: string): string =>
    `<</Type/ObjStm/N 1/First 4/Length ${text.length}>>stream\n${text}\nendstream`
  const runs = (action: string): Uint8Array =>
    pdfOf({ objects: [`<</Type/Catalog/Pages 2 0 R/OpenAction<<${action}>>>>`] })

  test.each<[string, Uint8Array, string]>([
    ['as it is', pdf, 'application/pdf'],
    ['after a mark', joined('\xef\xbb\xbf', pdf), 'application/pdf'],
    ['after an empty line', joined('\r\n', pdf), 'application/pdf'],
    [
      'after a header of HTTP',
      joined('HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n', pdf),
      'application/pdf',
    ],
    ['after a printer’s header', joined('\x1b%-12345X@PJL ENTER LANGUAGE=PDF\r\n', pdf), 'application/pdf'],
    ['in the last place where it may begin', joined('x'.repeat(1023), pdf), 'application/pdf'],
    ['beyond it', joined('x'.repeat(1025), pdf), 'FILE_TYPE other'],
    ['with zeros behind it', joined(pdf, '\0'.repeat(600)), 'application/pdf'],
    ['inside a program', joined('MZ\x90\0', pdf), 'FILE_TYPE other'],
    ['that says nothing else', letters('%PDF-1.4 nothing else'), 'FILE_DAMAGED'],
    [
      'without a page',
      pdfOf({ objects: ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>', '<<>>'] }),
      'FILE_DAMAGED',
    ],
    ['cut', pdf.subarray(0, pdf.length - 20), 'FILE_DAMAGED'],
    ['cut in its second revision', joined(pdf, '3 0 obj <</Type/Page'), 'FILE_DAMAGED'],
    [
      'for the web, cut',
      joined('%PDF-1.7\n9 0 obj <</Linearized 1/L 90000>> endobj\n', pdf.subarray(9)),
      'FILE_DAMAGED',
    ],
    ['that runs a program', runs('/S/JavaScript/JS(app.alert(1))'), 'FILE_ACTIVE'],
    ['that hides it in its name', runs('/S/J#61vaScript/JS(1)'), 'FILE_ACTIVE'],
    ['that opens a program', runs('/S/Launch/F(cmd.exe)'), 'FILE_ACTIVE'],
    ['that sends something', runs('/S/SubmitForm/F(http://a)'), 'FILE_ACTIVE'],
    ['that goes to a page', runs('/S/GoTo/D[3 0 R/Fit]'), 'application/pdf'],
    ['that packs a program', pdfOf({ more: [program] }), 'FILE_ACTIVE'],
    [
      'that packs it in an object whose number stands on a line of its own',
      pdfOf({ more: [`null\nendobj\n9 0\nobj\n${program}`] }),
      'FILE_ACTIVE',
    ],
    [
      'that packs it with a comment between its names',
      pdfOf({ more: [program.replace('/Type/ObjStm', '/Type%x\n/ObjStm')] }),
      'FILE_ACTIVE',
    ],
    [
      'that packs it below a long dictionary',
      pdfOf({ more: [program.replace('/N 1', `/N 1/A(${'a'.repeat(3_000)})`)] }),
      'FILE_ACTIVE',
    ],
    [
      'that packs it after a blank behind the word',
      pdfOf({ more: [program.replace('stream\n', 'stream \n')] }),
      'FILE_ACTIVE',
    ],
    [
      'that packs it below the number of another object',
      pdfOf({ more: [program.replace('/Length', '/A(9 0 obj)/Length')] }),
      'FILE_ACTIVE',
    ],
    [
      'that packs it below the word of another stream',
      pdfOf({ more: [program.replace('/N 1', '/A(>>stream\n5 0 )/N 1')] }),
      'FILE_ACTIVE',
    ],
    ['that packs it within what seems a stream', pdfOf({ more: ['(>>stream\n)', program] }), 'FILE_ACTIVE'],
    [
      'that packs it without saying so',
      pdfOf({ more: [program.replace('/Type/ObjStm', '')] }),
      'FILE_ACTIVE',
    ],
    [
      'that packs it behind the word that ends a stream',
      pdfOf({ more: [program.replace(/\/Length.*?endstream/s, `/Length 9 0 R>>stream\n${cut}\nendstream`)] }),
      'FILE_DAMAGED',
    ],
    [
      'that packs it in a stream whose length is another object',
      pdfOf({ more: [program.replace(/\/Length \d+/, '/Length 9 0 R')] }),
      'FILE_ACTIVE',
    ],
    ...[
      ['in two ways', '/Filter/FlateDecode/Filter/ASCIIHexDecode'],
      ['in a way that a short name says', '/F/FlateDecode'],
      ['in a way that another object says', '/Filter/FlateDecode/DecodeParms 9 0 R'],
      ['as rows of a picture', '/Filter/FlateDecode/DecodeParms<</Predictor 12>>'],
      ['as rows that another object says', '/Filter/FlateDecode/DecodeParms<</Predictor 1 0 R>>'],
    ].map(([how, filter]): [string, Uint8Array, string] => [
      `that packs objects ${how}`,
      pdfOf({ more: [packed('5 0 <<>>').replace('/Filter /FlateDecode', filter ?? '')] }),
      'FILE_DAMAGED',
    ]),
    [
      'whose packed objects have no number',
      pdfOf({ more: [`null\nendobj\nobj\n${packed('5 0 <<>>')}`] }),
      'FILE_DAMAGED',
    ],
    [
      'with a string that does not end',
      pdfOf({ objects: ['<</Type/Catalog/Pages 2 0 R>>'], more: ['<</Title(\xd6\\)>>'] }),
      'application/pdf',
    ],
    [
      'that packs objects without packing them',
      pdfOf({ more: [unpacked('5 0 <</A 1>>')] }),
      'application/pdf',
    ],
    [
      'that holds more of them than can be read',
      pdfOf({
        more: [
          packed(`5 0 <<>>${' '.repeat(33 * MIB - 3 * MIB)}`),
          unpacked(`5 0 <<>>${' '.repeat(3 * MIB)}`),
        ],
      }),
      'FILE_DAMAGED',
    ],
    ['that packs harmless objects', pdfOf({ more: [packed('5 0 <</A 1>>')] }), 'application/pdf'],
    [
      'that packs them as nobody does',
      pdfOf({ more: [packed('5 0 <<>>', '[/ASCIIHexDecode/FlateDecode]')] }),
      'FILE_DAMAGED',
    ],
    [
      'that hides a program in what seems a stream',
      pdfOf({ more: ['(>>stream\n)', '<</S/JavaScript/JS(1)>>', '(endstream)'] }),
      'FILE_ACTIVE',
    ],
    [
      'encrypted by a means that phones have not',
      pdfOf({ trailer: '/Encrypt<</Filter/Foreign>>' }),
      'FILE_LOCKED',
    ],
  ])('%s', async (_, bytes, said) => {
    expect(await saidOf(bytes)).toBe(said)
  })

  test('is kept from its header to its end: what rides along stays behind', async () => {
    const given = joined('HTTP/1.1 200 OK\r\n\r\n', pdf, '<html><script>1</script></html>PK\x03\x04')
    expect(await shownOf(given)).toEqual(Buffer.from(pdf))
    expect(await shownOf(pdf)).toEqual(Buffer.from(pdf))
  })

  test.each([
    ...['40', '128-rc4', '128-aes', '256-r5', '256'].flatMap((kind) => [
      [`owner-${kind}.pdf`, 'application/pdf'],
      [`owner-${kind}-packed.pdf`, 'application/pdf'],
      [`user-${kind}.pdf`, 'FILE_LOCKED'],
    ]),
    ['owner-128-packed-program.pdf', 'FILE_ACTIVE'],
  ])('with a password: %s → %s', async (name, said) => {
    expect(await saidOf(sample(name))).toBe(said)
  })

  test.each([
    ['streams without number', `%PDF-1.7\n${'stream\nendstream\n'.repeat(400_000)}%%EOF`],
    ['digits', `%PDF-1.7\n${`${'1'.repeat(9_000)} stream\nendstream\n`.repeat(500)}%%EOF`],
    ['numbers before an object stream', `%PDF-1.7\n/ObjStm ${'1'.repeat(2e7)} stream\nendstream\n%%EOF`],
    ['objects before one', `%PDF-1.7\n/ObjStm ${'1 0 obj '.repeat(2_500_000)}stream\nendstream\n%%EOF`],
    ['dictionaries within dictionaries', `%PDF-1.7\n${'1 0 obj<<'.repeat(2_000_000)}%%EOF`],
    ['strings within dictionaries', `%PDF-1.7\n${'1 0 obj<<('.repeat(2_000_000)}%%EOF`],
    ['comments behind objects', `%PDF-1.7\n${'1 0 obj%'.repeat(2_500_000)}%%EOF`],
    ['blanks behind an object', `%PDF-1.7\n1 0 obj${' '.repeat(2e7)}%%EOF`],
    ['names', `%PDF-1.7\n1 0 obj<<${'/A'.repeat(1e7)}>>%%EOF`],
    [
      'object streams without an end',
      `%PDF-1.7\n${'1 0 obj<</First 1>>stream\n'.repeat(90_000)}${' '.repeat(1.7e7)}%%EOF`,
    ],
    ['escapes before one', `%PDF-1.7\n/ObjStm ${'#31'.repeat(6_500_000)} stream\nendstream\n%%EOF`],
    ['references', `%PDF-1.7\n${'/Encrypt 1 0 R '.repeat(300_000)}%%EOF`],
    [
      'a stream that unpacks to 400 MB',
      Buffer.from(pdfOf({ more: [packed(' '.repeat(4e8))] })).toString('latin1'),
    ],
  ])('of %s costs a bounded time', async (_, text) => {
    const began = performance.now()
    expect(await saidOf(letters(text))).toMatch(/^FILE_(?:DAMAGED|LOCKED)$/)
    expect(performance.now() - began).toBeLessThan(8_000)
  })

  test.each<[string, Uint8Array, string]>([
    ['as an office issues it', ofdOf(), 'application/ofd'],
    ['with a password', ofdOf({ 'Encryptions.xml': '<x/>' }), 'FILE_LOCKED'],
    ['cut', ofdOf().subarray(0, 200), 'FILE_DAMAGED'],
    ['empty', ofdOf({ 'OFD.xml': '' }), 'FILE_DAMAGED'],
  ])('OFD (GB/T 33190) %s', async (_, bytes, said) => {
    expect(await saidOf(bytes)).toBe(said)
  })
})
