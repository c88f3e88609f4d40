// How programs write a workbook: each manner is what that program's files look like inside, as the kept ones show it.
import { columnName } from '../harness/sheets'
import { type Packing, zipOf } from '../harness/zip'
import type { Meant, MeantBook, MeantRow, MeantSheet } from './workbook'

interface Manner {
  /** The first line of a part. */
  head: string
  encoding: 'utf8' | 'utf16le'
  /** Before the name of each element. */
  prefix: string
  isStrict: boolean
  words: 'shared' | 'inline' | 'value' | 'cdata'
  wordsPart: string
  folder: string
  /** How one part points to another. */
  target(folder: string, part: string): string
  number(value: number): string
  escaped(text: string): string
  /** What stands on each row, and how `true` is said. */
  row: string
  yes: string
  hasPlaces: boolean
  isIndented: boolean
  /** Defaults of the package that speak of parts which are not there. */
  defaults: string
  extras: string
  packing: Packing
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const TRANSITIONAL = 'http://schemas.openxmlformats.org'
const STRICT = 'http://purl.oclc.org/ooxml'
const xml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`)
const entities = (text: string): string =>
  [...text].map((sign) => (sign > '~' ? `&#${sign.codePointAt(0)};` : xml(sign))).join('')

const DROP_DOWN =
  '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="x14"><x14:dataValidations count="1" xmlns:xm="xm"><x14:dataValidation type="list"><x14:formula1><xm:f>字典!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>E3:E99</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>'
const ICONS =
  '<conditionalFormatting sqref="A3:A9"><cfRule type="expression" priority="1"><formula>A3=1</formula></cfRule></conditionalFormatting><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings xmlns:x14="x14" xmlns:xm="xm"><x14:conditionalFormatting><x14:cfRule type="iconSet"><x14:iconSet><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo></x14:iconSet></x14:cfRule><xm:sqref>A3:A9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>'
const CONTROLS =
  '<controls><control shapeId="1"><controlPr><anchor><from><xdr:col xmlns:xdr="x">1</xdr:col><xdr:row xmlns:xdr="x">1</xdr:row></from></anchor></controlPr></control></controls>'

const EXCEL: Manner = {
  head: HEAD,
  encoding: 'utf8',
  prefix: '',
  isStrict: false,
  words: 'shared',
  wordsPart: 'sharedStrings.xml',
  folder: 'xl',
  target: (_, part) => part,
  number: String,
  escaped: xml,
  row: ' spans="1:6" x14ac:dyDescent="0.25"',
  yes: '1',
  hasPlaces: true,
  isIndented: false,
  defaults: '',
  extras: DROP_DOWN,
  packing: {},
}

/** As Java writes a double. */
const javaDouble = (value: number): string =>
  value >= 1e7 ? value.toExponential().replace('e+', 'E') : value.toFixed(1)

export const PRODUCERS: Readonly<Record<string, Manner>> = {
  Excel: EXCEL,
  'Excel, strict': { ...EXCEL, isStrict: true, extras: ICONS },
  // Its words hold carriage returns from cells of several lines.
  WPS: {
    ...EXCEL,
    row: ' spans="1:6"',
    extras: CONTROLS,
    escaped: (text) => xml(text.replace('\n', '_x000D_\n')),
  },
  LibreOffice: {
    ...EXCEL,
    row: ' customFormat="false" ht="15" customHeight="false" outlineLevel="0" collapsed="false"',
    yes: 'true',
    extras: ICONS,
    packing: { streamed: true },
  },
  Gnumeric: { ...EXCEL, head: '<?xml version="1.0" encoding="UTF-8"?>\n', words: 'inline', isIndented: true },
  SheetJS: {
    ...EXCEL,
    words: 'value',
    row: '',
    extras: '<ignoredErrors><ignoredError numberStoredAsText="1" sqref="A1:E5"/></ignoredErrors>',
    defaults:
      '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Default Extension="png" ContentType="image/png"/>',
    packing: { stored: true },
  },
  openpyxl: {
    ...EXCEL,
    head: '',
    words: 'inline',
    row: '',
    escaped: entities,
    target: (folder, part) => `/${folder}/${part}`,
  },
  'XlsxWriter, constant memory': { ...EXCEL, words: 'inline', row: '', extras: ICONS },
  'exceljs, streaming': { ...EXCEL, words: 'value', extras: ICONS, packing: { streamed: true } },
  'POI and EasyExcel': {
    ...EXCEL,
    row: '',
    number: javaDouble,
    head: '<?xml version="1.0" encoding="UTF-8"?>\n',
  },
  'Open XML SDK': { ...EXCEL, prefix: 'x:', row: '', target: (folder, part) => `/${folder}/${part}` },
  'Google Sheets': { ...EXCEL, row: ' ht="15.75" customHeight="1"', number: (value) => value.toFixed(1) },
  Numbers: { ...EXCEL, row: ' ht="20" customHeight="1"', extras: CONTROLS, folder: 'xl' },
  'PHP writers': { ...EXCEL, wordsPart: 'SharedStrings.xml', row: '', extras: '' },
  'a report server': {
    ...EXCEL,
    folder: 'Office/Book',
    wordsPart: '../words/strings1.xml',
    row: '',
    extras: '',
  },
  'by hand': { ...EXCEL, words: 'cdata', hasPlaces: false, row: '', extras: '', head: '' },
  'by hand, in UTF-16': {
    ...EXCEL,
    head: '\uFEFF<?xml version="1.0" encoding="UTF-16"?>',
    encoding: 'utf16le',
    words: 'inline',
    row: '',
    extras: '',
  },
}

/** The workbook as the program writes it. */
export function written(book: MeantBook, manner: Manner): Uint8Array {
  const words: string[] = []
  const { folder } = manner
  const parts: Record<string, string> = {}
  for (const [i, sheet] of book.sheets.entries())
    parts[`${folder}/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, manner, words)
  const main = `${manner.isStrict ? STRICT : TRANSITIONAL}/spreadsheetml${manner.isStrict ? '' : '/2006'}/main`
  const p = manner.prefix
  if (manner.words === 'shared')
    parts[pathOf(folder, manner.wordsPart)] =
      `${manner.head}<${p}sst ${namespaceOf(p)}="${main}">${words.join('')}</${p}sst>`
  parts[`${folder}/workbook.xml`] = bookXml(book, manner, main)
  parts[`${folder}/_rels/workbook.xml.rels`] = relationsXml(book, manner)
  parts['_rels/.rels'] =
    `${manner.head}<Relationships xmlns="${TRANSITIONAL}/package/2006/relationships"><Relationship Id="rId1" Type="${kindOf(manner, 'officeDocument')}" Target="${folder}/workbook.xml"/></Relationships>`
  parts['[Content_Types].xml'] = typesXml(book, manner)
  return zipOf(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, Buffer.from(text, manner.encoding)]),
    ),
    manner.packing,
  )
}

const namespaceOf = (prefix: string): string => (prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`)
const kindOf = ({ isStrict }: Manner, kind: string): string =>
  isStrict
    ? `${STRICT}/officeDocument/relationships/${kind}`
    : `${TRANSITIONAL}/officeDocument/2006/relationships/${kind}`

const pathOf = (folder: string, part: string): string =>
  part.startsWith('../')
    ? `${folder.slice(0, folder.lastIndexOf('/') + 1)}${part.slice(3)}`
    : `${folder}/${part}`

function bookXml({ sheets }: MeantBook, manner: Manner, main: string): string {
  const p = manner.prefix
  const tabs = sheets.map(
    ({ name, state }, i) =>
      `<${p}sheet name="${xml(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} rel:id="rId${i + 1}"/>`,
  )
  return `${manner.head}<${p}workbook ${namespaceOf(p)}="${main}" xmlns:rel="${kindOf(manner, '').slice(0, -1)}"><${p}sheets>${tabs.join('')}</${p}sheets></${p}workbook>`
}

function relationsXml({ sheets }: MeantBook, manner: Manner): string {
  const relation = (id: number, kind: string, part: string): string =>
    `<Relationship Id="rId${id}" Type="${kindOf(manner, kind)}" Target="${manner.target(manner.folder, part)}"/>`
  const all = [
    relation(90, 'styles', 'styles.xml'),
    ...(manner.words === 'shared' ? [relation(91, 'sharedStrings', manner.wordsPart)] : []),
    ...sheets.map((_, i) => relation(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
  ]
  return `${manner.head}<Relationships xmlns="${TRANSITIONAL}/package/2006/relationships">${all.join('')}</Relationships>`
}

function typesXml({ sheets, hasMacros = false }: MeantBook, { head, folder, defaults }: Manner): string {
  const FORMAT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const bookType = hasMacros
    ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
    : `${FORMAT}.sheet.main+xml`
  const overrides = [
    `<Override PartName="/${folder}/workbook.xml" ContentType="${bookType}"/>`,
    ...sheets.map(
      (_, i) =>
        `<Override PartName="/${folder}/worksheets/sheet${i + 1}.xml" ContentType="${FORMAT}.worksheet+xml"/>`,
    ),
  ]
  return `${head}<Types xmlns="${TRANSITIONAL}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${defaults}${overrides.join('')}</Types>`
}

function sheetXml(sheet: MeantSheet, manner: Manner, words: string[]): string {
  const { rows, merges = [], blankRows = 0, hasExtras = false } = sheet
  const p = manner.prefix
  const blank: MeantRow[] = Array.from({ length: blankRows }, () => ({ cells: [null, null, null] }))
  const lines = [...rows, ...blank].map((line, i) => rowXml(line, { at: i + 1, manner, words }))
  const declared = blankRows > 0 ? `<${p}dimension ref="A1:XFD1048576"/>` : ''
  const merged = merges.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join('')
  const open = `<${p}worksheet ${namespaceOf(p)}="${TRANSITIONAL}/spreadsheetml/2006/main" xmlns:x14ac="x14ac">`
  return [
    `${manner.head}${open}${declared}<${p}sheetData>`,
    ...lines,
    `</${p}sheetData>`,
    merges.length > 0 ? `<${p}mergeCells count="${merges.length}">${merged}</${p}mergeCells>` : '',
    hasExtras ? manner.extras : '',
    `</${p}worksheet>`,
  ].join(manner.isIndented ? '\n  ' : '')
}

interface Writing {
  at: number
  manner: Manner
  words: string[]
}

function rowXml({ cells, isHidden }: MeantRow, { at, manner, words }: Writing): string {
  const p = manner.prefix
  const place = manner.hasPlaces ? ` r="${at}"` : ''
  const hidden = isHidden ? ` hidden="${manner.yes}"` : ''
  const inside = cells.map((cell, column) => {
    const named = manner.hasPlaces ? ` r="${columnName(column)}${at}"` : ''
    return cellXml(cell, named, { at, manner, words })
  })
  return `<${p}row${place}${manner.row}${hidden}>${inside.join('')}</${p}row>`
}

function cellXml(cell: Meant, named: string, { manner, words }: Writing): string {
  const p = manner.prefix
  const value = (text: string): string => `<${p}v>${text}</${p}v>`
  if (cell === null) return `<${p}c${named} s="1"/>`
  if (typeof cell === 'number') return `<${p}c${named}>${value(manner.number(cell))}</${p}c>`
  if (typeof cell === 'object') {
    const formula = `<${p}f>${xml(cell.formula)}</${p}f>`
    if (cell.came === null) return `<${p}c${named}>${formula}<${p}v/></${p}c>`
    if (typeof cell.came === 'number')
      return `<${p}c${named}>${formula}${value(manner.number(cell.came))}</${p}c>`
    return `<${p}c${named} t="${cell.came.startsWith('#') ? 'e' : 'str'}">${formula}${value(manner.escaped(cell.came))}</${p}c>`
  }
  const text = manner.escaped(cell)
  if (manner.words === 'value') return `<${p}c${named} t="str">${value(text)}</${p}c>`
  if (manner.words === 'shared') {
    // Letters in several pieces, and how they are pronounced, as those who type them leave it.
    const [head = '', ...rest] = [...cell]
    const pieces = `<${p}si><${p}r><${p}t>${manner.escaped(head)}</${p}t></${p}r><${p}r><${p}t xml:space="preserve">${manner.escaped(rest.join(''))}</${p}t></${p}r><${p}rPh sb="0" eb="1"><${p}t>pin</${p}t></${p}rPh></${p}si>`
    words.push(words.length % 2 === 0 ? pieces : `<${p}si><${p}t>${text}</${p}t></${p}si>`)
    return `<${p}c${named} t="s">${value(String(words.length - 1))}</${p}c>`
  }
  const said = manner.words === 'cdata' ? `<![CDATA[${cell}]]>` : text
  const pad = manner.isIndented ? '\n    ' : ''
  return `<${p}c${named} t="inlineStr">${pad}<${p}is>${pad}<${p}t>${said}</${p}t>${pad}</${p}is>${pad}</${p}c>`
}
