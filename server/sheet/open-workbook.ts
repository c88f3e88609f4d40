import { refuse } from '../kernel/refused'
import { type Archive, foreign, openArchive, orBroken, tooLarge } from './archive'
import { SHEET_BOUNDS } from './bounds'
import { foreignArchiveOf } from './foreign-file'
import { type PackageParts, packageParts, type Relation } from './package-parts'
import { readSheetPart, type Taking } from './read-sheet'
import { readXml, type Spent } from './read-xml'
import { wordsOf } from './words'

/** One sheet of cells of a workbook; charts and dialogs are none. */
export interface SheetFacts {
  /** Its place among the tabs, from 0. */
  sheet: number
  /** As on its tab. */
  name: string
  isVisible: boolean
}

/** A workbook whose sheets are read as streams, each when it is asked for. */
export interface Workbook {
  sheets: readonly SheetFacts[]
  read(sheet: number, taking: Taking): Promise<void>
}

/**
 * Opens an .xlsx. Refuses files that are none, by what they are; files with macros; and files that unpack to more than
 * the bounds.
 */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const archive = await openArchive(bytes)
  const spent: Spent = { elements: 0 }
  return orBroken(workbookIn(archive, spent))
}

async function workbookIn(archive: Archive, spent: Spent): Promise<Workbook> {
  const parts = await packageParts(archive, spent)
  const book = await bookPart(archive, parts)
  refuseMacros(archive, parts, book)
  const relations = await parts.relationsOf(book)
  if (relations.some(({ kind }) => MACRO_KINDS.test(kind))) refuse('SHEET_MACRO', {})
  const tabs = await tabsOf(archive, book, spent)
  const sheets = tabs.flatMap((tab, sheet) => {
    const part = relations.find(({ id }) => id === tab.id)
    return part?.kind === 'worksheet' || part?.kind === '' ? [{ ...tab, sheet, part: part.part }] : []
  })
  if (tabs.length === 0 || (sheets.length === 0 && !tabs.every(({ id }) => isThere(relations, id))))
    refuse('SHEET_NOT_XLSX', { given: 'broken' })
  let words: Promise<readonly string[]> | null = null
  return {
    sheets: sheets.map(({ sheet, name, isVisible }) => ({ sheet, name, isVisible })),
    async read(sheet, taking) {
      const part = sheets.find((candidate) => candidate.sheet === sheet)?.part ?? ''
      words ??= sharedWords(archive, { parts, relations }, spent)
      const shared = await orBroken(words)
      await orBroken(readXml(archive.chunks(part), readSheetPart(shared, taking), spent))
    },
  }
}

const isThere = (relations: readonly Relation[], id: string): boolean =>
  relations.some((relation) => relation.id === id)

const BOOK_TYPE = /spreadsheetml\.(sheet|template)\.main\+xml$|ms-excel\.(sheet|template|addin)\./i
/** Files whose package says neither what it is nor where it begins are found where all writers put it. */
const USUAL_BOOK = 'xl/workbook.xml'
/** Sheets of the old macro language among them. */
const MACRO_KINDS = /^(vbaProject|xlMacrosheet|xlIntlMacrosheet)$/i

async function bookPart(archive: Archive, parts: PackageParts): Promise<string> {
  const begins = await parts.relationsOf('')
  const book = [
    ...begins.filter(({ kind }) => kind === 'officeDocument').map(({ part }) => part),
    ...parts.ofType(BOOK_TYPE),
    USUAL_BOOK,
  ].find((part) => archive.names.includes(part))
  if (book === undefined || !archive.names.includes('[content_types].xml'))
    throw foreign(foreignArchiveOf(archive.names))
  const type = parts.typeOf(book)
  if (/binary/i.test(type)) throw foreign('xlsb')
  if (/wordprocessingml|presentationml/i.test(type)) throw foreign('document')
  return book
}

/**
 * A workbook has macros where it says so of itself, or where their program lies within. What a package says of parts
 * that it has not (a default for `.bin`, which some writers put into every file) says nothing.
 */
function refuseMacros(archive: Archive, parts: PackageParts, book: string): void {
  const hasProgram =
    archive.names.some((name) => /(^|\/)vbaproject\.bin$/.test(name)) ||
    parts.ofType(/ms-office\.vbaProject|intlmacrosheet|ms-excel\.macrosheet/i).length > 0
  if (hasProgram || /macroEnabled|ms-excel\.addin/i.test(parts.typeOf(book))) refuse('SHEET_MACRO', {})
}

interface Tab {
  id: string
  name: string
  isVisible: boolean
}

async function tabsOf(archive: Archive, book: string, spent: Spent): Promise<Tab[]> {
  const tabs: Tab[] = []
  await readXml(
    archive.chunks(book),
    {
      open(element, attributes, parents) {
        if (element !== 'sheet' || parents.at(-1) !== 'sheets') return
        const { name = '', state = 'visible' } = attributes
        tabs.push({ id: relationId(attributes), name, isVisible: !/hidden$/i.test(state) })
        if (tabs.length > SHEET_BOUNDS.parts) throw tooLarge()
      },
    },
    spent,
  )
  return tabs
}

/** The relationship's id under any prefix that the writer chose for its name space. */
const relationId = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''

async function sharedWords(
  archive: Archive,
  { parts, relations }: { parts: PackageParts; relations: readonly Relation[] },
  spent: Spent,
): Promise<readonly string[]> {
  const part = [
    ...relations.filter(({ kind }) => kind === 'sharedStrings').map((relation) => relation.part),
    ...parts.ofType(/spreadsheetml\.sharedStrings\+xml$/i),
    'xl/sharedstrings.xml',
  ].find((name) => archive.names.includes(name))
  return part === undefined ? [] : wordsOf(archive.chunks(part), spent)
}
