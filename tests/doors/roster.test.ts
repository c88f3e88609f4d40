import { instant } from '../../domain/kernel/instant'
import { newOrganisation } from '../../server/bodies/new-organisation'
import { keepTerms } from '../../server/bodies/search-terms'
import type { ImportView, PreviewView } from '../../server/membership/roster/views'
import type { SheetFile } from '../../server/sheet/write-sheet'
import { readSheet } from '../harness/read-sheet'
import { bookOf, ROSTER_TITLES, type TestCell, type TestSheet, xlsxOf } from '../harness/sheets'
import { idNumberOf, TOKENS, Town, UNIT } from './town'

let town: Town
const ids: Record<string, string> = {}

/** A thousand people a birthday. */
const number = (place: number): string =>
  idNumberOf(`198506${10 + Math.floor(place / 1_000)}`, String(place % 1_000).padStart(3, '0'))
const HAN = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥']
const nameOf = (place: number): string =>
  `孟${HAN[place % HAN.length]}${HAN[Math.floor(place / HAN.length) % HAN.length]}`
const line = (place: number): TestCell[] => [nameOf(place), number(place), '13800001234', '教师', '']
const lines = (count: number, from = 100): TestCell[][] =>
  Array.from({ length: count }, (_, i) => line(from + i))

async function join(
  openid: string,
  facts: { name: string; idNumber: string; unitId?: string; token?: string },
): Promise<void> {
  await town.prepare(openid, '13800001234')
  const { data, code } = await town.register(openid, facts)
  if (!data) throw new Error(code ?? 'nothing')
  ids[openid] = data.person.id
}

beforeAll(async () => {
  town = await Town.open()
  await join('o-keeper', { name: '程守正', idNumber: idNumberOf('19791103', '353') })
  await town.appoint('o-keeper')
  await join('o-waiting', { name: nameOf(1), idNumber: number(1), token: TOKENS.unit })
  await join('o-guesser', { name: nameOf(4), idNumber: number(4) })
  await join('o-elsewhere', { name: nameOf(2), idNumber: number(2), unitId: 'unit-two' })
  await join('o-misnamed', { name: '孟小误', idNumber: number(3) })
})
afterAll(() => town.close())

const ask = <T>(openid: string, what: string, input?: unknown, type: 'query' | 'mutation' = 'mutation') =>
  town.send<T>(openid, { path: `roster.${what}`, type, ...(input === undefined ? {} : { input }) })

async function uploaded(sheet: TestSheet | Uint8Array, openid = 'o-keeper'): Promise<string> {
  const bytes = sheet instanceof Uint8Array ? sheet : xlsxOf(sheet)
  const { data } = await ask<{ path: string }>(openid, 'ticket')
  return town.cloud.storage.put(data?.path ?? `incoming/${openid}/nowhere`, bytes)
}

const withTitles = (rows: readonly TestCell[][]): TestSheet => ({ rows: [ROSTER_TITLES, ...rows] })

async function begin(sheet: TestSheet | Uint8Array, openid = 'o-keeper') {
  return ask<ImportView>(openid, 'begin', { fileId: await uploaded(sheet, openid), fileName: '名册.xlsx' })
}

async function checked(sheet: TestSheet | Uint8Array, openid = 'o-keeper'): Promise<ImportView> {
  const begun = await begin(sheet, openid)
  let view = begun.data
  while (view?.state === 'checking')
    view = (await ask<ImportView>(openid, 'check', { importId: view.id })).data
  if (!view) throw new Error(begun.code ?? 'nothing')
  return view
}

async function broughtIn(sheet: TestSheet, openid = 'o-keeper'): Promise<ImportView> {
  const { id } = await checked(sheet, openid)
  let view = (await ask<ImportView>(openid, 'confirm', { importId: id })).data
  while (view?.state === 'running') view = (await ask<ImportView>(openid, 'step', { importId: id })).data
  if (!view) throw new Error('nothing')
  return view
}

const rowsOf = async (importId: string, more: object = {}): Promise<PreviewView['rows']> =>
  (await ask<PreviewView>('o-keeper', 'preview', { importId, ...more }, 'query')).data?.rows ?? []

const sheetIn = async (file: SheetFile | null) => {
  const rows = await readSheet(Buffer.from(file?.base64 ?? '', 'base64'))
  return rows.map(({ cells }) => [...cells.values()].map(({ text }) => text))
}

test('only who keeps people may bring a roster in', async () => {
  expect((await ask('o-waiting', 'template', undefined, 'query')).code).toBe('ROLE_MISSING')
  expect((await begin(withTitles(lines(1)), 'o-waiting')).code).toBe('ROLE_MISSING')
})

test('the template is a sheet of text cells, and reads as an empty roster', async () => {
  const { data } = await ask<SheetFile>('o-keeper', 'template', undefined, 'query')
  expect(data?.fileName).toBe('人员名册模板.xlsx')
  expect(await sheetIn(data)).toEqual([['姓名', '身份证号', '手机号', '岗位/职称', '备注']])
  expect((await begin(Buffer.from(data?.base64 ?? '', 'base64'))).code).toBe('SHEET_EMPTY')
})

describe('a sheet that cannot be brought in is refused by name, and nothing changes', () => {
  const people = lines(2, 1)
  const numbered = lines(3, 1).map(([name, id]) => [name ?? '', Number(String(id).slice(0, 17))])
  test.each<[string, TestSheet | Uint8Array, string]>([
    ['a renamed picture', new Uint8Array(400).fill(7), 'SHEET_NOT_XLSX'],
    ['nothing', new Uint8Array(), 'FILE_EMPTY'],
    ['over 10 MiB', new Uint8Array(10 * 1024 * 1024 + 1), 'FILE_TOO_LARGE'],
    ['a macro', { ...withTitles(people), parts: { 'xl/vbaProject.bin': new Uint8Array(9) } }, 'SHEET_MACRO'],
    [
      'merged names',
      { ...withTitles(people), after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>' },
      'SHEET_MERGED',
    ],
    ['a number that is a formula', withTitles([['孟甲', { formula: 'B1' }]]), 'SHEET_FORMULA'],
    ['every ID number a number', withTitles(numbered), 'SHEET_ID_AS_NUMBER'],
    [
      '201 columns',
      { rows: [[...ROSTER_TITLES, ...Array.from({ length: 196 }, () => 'x')]] },
      'SHEET_TOO_WIDE',
    ],
    ['10,001 people', withTitles(lines(10_001)), 'SHEET_TOO_LONG'],
    [
      'a zip bomb',
      { ...withTitles(people), parts: { 'xl/a.bin': new Uint8Array(70 * 1024 * 1024) } },
      'SHEET_TOO_LARGE',
    ],
    [
      'no column for ID numbers',
      {
        rows: [
          ['姓名', '手机号'],
          ['孟甲', ''],
        ],
      },
      'SHEET_COLUMNS_MISSING',
    ],
    ['no people', withTitles([]), 'SHEET_EMPTY'],
  ])('%s', async (_, sheet, code) => {
    const { data, code: refused } = await begin(sheet)
    expect([data, refused]).toEqual([null, code])
  })

  test('a file of somewhere else cannot be had read', async () => {
    const fileId = await town.cloud.storage.put('incoming/somebody/roster', xlsxOf(withTitles(people)))
    expect((await ask('o-keeper', 'begin', { fileId, fileName: 'a.xlsx' })).code).toBe('FILE_UNKNOWN')
    const gone = fileId.replace('somebody', ids['o-keeper'] ?? '')
    expect((await ask('o-keeper', 'begin', { fileId: gone, fileName: 'a.xlsx' })).code).toBe('FILE_UNKNOWN')
  })
})

test('a sheet whose titles nobody knows is asked about: which sheet, which columns', async () => {
  const odd = {
    rows: [
      ['序', '谁', '号码'],
      ['1', nameOf(70), number(70)],
    ],
  }
  const { code, details } = await begin(odd)
  expect(code).toBe('SHEET_COLUMNS_MISSING')
  const columns = ['序', '谁', '号码'].map((title, column) => ({ column, title }))
  expect(details).toEqual({
    sheetName: '名册',
    titles: ['姓名', '身份证号'],
    sheets: [{ sheet: 0, name: '名册', row: 1, columns }],
  })
  const said = { sheet: 0, titles: { row: 1, name: 1, idNumber: 2 } }
  const { data } = await ask<ImportView>('o-keeper', 'begin', {
    ...{ fileId: await uploaded(odd), fileName: '名册.xlsx', said },
  })
  expect(data).toMatchObject({ state: 'checking', rows: 1, sheetName: '名册' })
})

test('who brings in for one unit needs no name of it: a section’s is said, another unit’s keeps the row out', async () => {
  const rows = [
    ['设计一室', nameOf(75), number(75)],
    ['长宁市第二中学', nameOf(76), number(76)],
  ]
  const view = await checked({ rows: [['所在单位', '姓名', '身份证号'], ...rows] })
  expect((await rowsOf(view.id)).map(({ verdict, why }) => [verdict, why])).toEqual([
    ['created', '单位写的是“设计一室”，按本单位导入'],
    ['refused', '这个单位不在你的管辖范围内。请由它的主管部门导入'],
  ])
})

test('which sheet was read, which were not, and what is odd about a row, is told before anything is written', async () => {
  const sheet = (name: string, place: number, mobile: string) => ({
    name,
    rows: [ROSTER_TITLES, [nameOf(place), number(place), mobile]],
  })
  const view = await checked(bookOf([sheet('在职', 71, '029-1'), sheet('退休', 72, ''), sheet('旧', 73, '')]))
  expect(view).toMatchObject({
    ...{ rows: 1, sheetName: '在职', hiddenRows: 0, counts: { created: 1, refused: 0 } },
    otherSheets: [
      { sheet: 1, name: '退休' },
      { sheet: 2, name: '旧' },
    ],
  })
  expect((await rowsOf(view.id))[0]).toMatchObject({ verdict: 'created', why: '手机号不是 11 位，没有记下' })
  const book = bookOf([sheet('在职', 71, ''), sheet('退休', 72, '')])
  const { data: other } = await ask<ImportView>('o-keeper', 'begin', {
    ...{ fileId: await uploaded(book), fileName: '名册.xlsx', said: { sheet: 1 } },
  })
  expect(other).toMatchObject({ sheetName: '退休', otherSheets: [{ sheet: 0, name: '在职' }] })
  const hidden = await checked({
    rows: [],
    parts: {
      'xl/worksheets/sheet1.xml': Buffer.from(
        `<worksheet><sheetData><row><c t="str"><v>姓名</v></c><c t="str"><v>身份证号</v></c></row><row hidden="1"><c t="str"><v>${nameOf(74)}</v></c><c t="str"><v>${number(74)}</v></c></row></sheetData></worksheet>`,
      ),
    },
  })
  expect(hidden).toMatchObject({ rows: 1, hiddenRows: 1, counts: { created: 1 } })
  expect((await rowsOf(hidden.id))[0]?.why).toBe('这一行在表格里是隐藏的')
})

const MIXED: TestCell[][] = [
  line(1),
  line(2),
  line(3),
  line(4),
  line(4),
  ['', number(5)],
  ['Wang', number(5)],
  ['孟甲', ''],
  ['孟甲', Number(number(5).slice(0, 17))],
  ['孟甲', '99010119850607'],
  ['孟甲', `${number(5).slice(0, 17)}${number(5).endsWith('1') ? '2' : '1'}`],
  ['孟甲', number(5), '123'],
]

test('before anything is written, each row says what will become of it, and why', async () => {
  const view = await checked(withTitles(MIXED))
  expect(view).toMatchObject({
    state: 'ready',
    rows: 12,
    checked: 12,
    done: 0,
    counts: { created: 4, matched: 0, moved: 1, refused: 7 },
  })
  const rows = await rowsOf(view.id)
  expect(rows.map(({ row, verdict }) => `${row} ${verdict}`)).toEqual([
    '2 created',
    '3 moved',
    '4 created',
    '5 created',
    ...[6, 7, 8, 9, 10, 11, 12].map((row) => `${row} refused`),
    '13 created',
  ])
  expect(rows[0]?.why).toBe('本人已经登记，导入后即核对通过')
  expect(rows[1]?.why).toContain('长宁市第二中学')
  expect(rows.find(({ name }) => name === nameOf(4))?.why).toContain('请在“待核对”里核对本人')
  expect(rows[4]?.why).toContain('与第 5 行是同一个人')
  expect(rows[8]?.why).toContain('存成了数字')
  expect(rows.every(({ idNumberMasked }) => !/\d{7}/.test(idNumberMasked))).toBe(true)
  expect(await rowsOf(view.id, { verdict: 'moved' })).toHaveLength(1)
  expect(await town.get('roster-lines', `${UNIT}:${town.hashOf(number(4))}`)).toBeNull()
  expect((await ask('o-keeper', 'step', { importId: view.id })).code).toBe('IMPORT_STATE')
})

test('brought in: lines as registration reads them, the waiting confirmed, the refused in a sheet', async () => {
  const view = await broughtIn(withTitles(MIXED))
  expect(view).toMatchObject({
    state: 'done',
    done: 12,
    result: { created: 4, matched: 0, moved: 1, refused: 7, verified: 1 },
  })
  const kept = await town.get('roster-lines', `${UNIT}:${town.hashOf(number(4))}`)
  expect(kept).toMatchObject({ unitId: UNIT, name: nameOf(4), details: { position: '教师' } })
  expect(JSON.stringify(kept)).not.toContain(number(4))
  expect(await town.get('persons', ids['o-waiting'] ?? '')).toMatchObject({ binding: 'verified' })
  expect(await town.get('persons', ids['o-misnamed'] ?? '')).toMatchObject({ binding: 'claimed' })
  // C2: who registered before the sheet, without the unit's code, is not confirmed by it.
  expect(await town.get('persons', ids['o-guesser'] ?? '')).toMatchObject({ binding: 'claimed' })
  expect(await town.get('persons', ids['o-elsewhere'] ?? '')).toMatchObject({ unitId: 'unit-two' })
  expect(await town.get('identity-keys', town.hashOf(number(1)))).toMatchObject({
    personId: ids['o-waiting'],
  })
  expect(await town.get('audit', `roster:${view.id}:${ids['o-waiting']}`)).toMatchObject({
    actorId: ids['o-keeper'],
    action: 'binding-verified',
  })
  expect(await town.get('audit', `${view.id}:0`)).toMatchObject({ action: 'roster-import' })
  const errors = await ask<SheetFile>('o-keeper', 'errors', { importId: view.id }, 'query')
  const sheet = await sheetIn(errors.data)
  expect(sheet).toHaveLength(8)
  expect(sheet[1]?.[0]).toBe('6')
  await join('o-later', { name: nameOf(4), idNumber: number(4), token: TOKENS.unit })
  expect(await town.get('persons', ids['o-later'] ?? '')).toMatchObject({ binding: 'verified' })
})

test('the same file twice changes nothing', async () => {
  const before = await town.get('roster-lines', `${UNIT}:${town.hashOf(number(4))}`)
  const view = await broughtIn(withTitles(MIXED))
  expect(view.result).toEqual({ created: 0, matched: 5, moved: 0, refused: 7, verified: 0 })
  expect(await town.get('roster-lines', `${UNIT}:${town.hashOf(number(4))}`)).toEqual(before)
})

test('beginning and confirming twice is once; the file is gone after it was read', async () => {
  const file = { fileId: await uploaded(withTitles(lines(1))), fileName: '名册.xlsx' }
  const first = await ask<ImportView>('o-keeper', 'begin', file)
  expect((await ask<ImportView>('o-keeper', 'begin', file)).data).toEqual(first.data)
  const { ports } = town.context()
  expect(await ports.files.read(file.fileId, 10)).toBeNull()
})

test('nobody sees or carries out an import of somebody else', async () => {
  const { id } = await checked(withTitles(lines(1)))
  await join('o-second', { name: '方远', idNumber: idNumberOf('19800101', '321'), unitId: 'unit-two' })
  await town.appoint('o-second')
  for (const what of ['check', 'confirm', 'step'])
    expect((await ask('o-second', what, { importId: id })).code).toBe('IMPORT_UNKNOWN')
  for (const what of ['preview', 'errors', 'status'])
    expect((await ask('o-second', what, { importId: id }, 'query')).code).toBe('IMPORT_UNKNOWN')
})

test('a department brings in for its units, by their names; for no unit of somebody else', async () => {
  const { store, now } = town.context()
  const department = newOrganisation(
    {
      id: 'dept',
      name: '长宁市教育局',
      kind: 'department',
      region: 'shaanxi',
      areaCode: '990101',
      parent: null,
    },
    { state: 'verified', at: now },
  )
  const stored = await store.insert('organisations', department)
  const below = newOrganisation(
    {
      id: 'unit-below',
      name: '长宁市第三中学',
      kind: 'unit',
      region: 'shaanxi',
      areaCode: '990101',
      parent: stored,
    },
    { state: 'verified', at: instant(now) },
  )
  await keepTerms(store, await store.insert('organisations', below))
  const person = await store.get('persons', ids['o-second'] ?? '')
  if (!person) throw new Error('nobody')
  await store.replace('persons', {
    ...person,
    binding: 'verified',
    roles: [{ role: 'department-reviewer', orgId: 'dept', until: null, grantedBy: '' }],
  })
  const rows = [
    ['长宁市第三中学', nameOf(40), number(40)],
    ['长宁市第一中学', nameOf(41), number(41)],
    ['没有这所学校', nameOf(42), number(42)],
    ['', nameOf(43), number(43)],
  ]
  const view = await broughtIn({ rows: [['单位名称', '姓名', '身份证号'], ...rows] }, 'o-second')
  expect(view.result).toMatchObject({ created: 1, refused: 3 })
  const preview = await ask<PreviewView>('o-second', 'preview', { importId: view.id }, 'query')
  expect(preview.data?.rows.map(({ why }) => why.slice(0, 8))).toEqual([
    '',
    '这个单位不在你的',
    '没有找到这个单位',
    '没有填单位名称。',
  ])
  expect(await town.get('roster-lines', `unit-below:${town.hashOf(number(40))}`)).not.toBeNull()
})

test('a step that dies in the middle is taken again, and each line is written once', async () => {
  const { id } = await checked(withTitles(lines(300, 200)))
  await ask('o-keeper', 'confirm', { importId: id })
  await ask('o-keeper', 'step', { importId: id })
  const clear = town.cloud.faults.add({
    kind: 'kill-instance',
    function: 'office',
    action: 'database.insertDocument',
    collection: 'roster-lines',
    times: 1,
  })
  await expect(ask('o-keeper', 'step', { importId: id })).rejects.toThrow()
  clear()
  const left = await ask<ImportView>('o-keeper', 'status', {}, 'query')
  expect(left.data).toMatchObject({ id, state: 'running', done: 250 })
  let view = left.data
  while (view?.state === 'running') view = (await ask<ImportView>('o-keeper', 'step', { importId: id })).data
  expect(view?.result).toEqual({ created: 300, matched: 0, moved: 0, refused: 0, verified: 0 })
  expect((await ask<ImportView>('o-keeper', 'step', { importId: id })).data).toEqual(view)
})

test('two phones that carry out the same import at once count each row once', async () => {
  const { id } = await checked(withTitles(lines(300, 900)))
  await ask('o-keeper', 'confirm', { importId: id })
  for (let round = 0; round < 2; round += 1)
    await Promise.all([1, 2, 3].map(() => ask('o-keeper', 'step', { importId: id })))
  const { data } = await ask<ImportView>('o-keeper', 'status', { importId: id }, 'query')
  expect(data).toMatchObject({ state: 'done', result: { created: 300 } })
})

test('the roster goes out with how this year stands for each: registered or not, masked, once', async () => {
  const { data } = await ask<SheetFile & { people: number; next: string | null }>(
    'o-keeper',
    'export',
    {},
    'query',
  )
  const rows = await sheetIn(data)
  expect(data?.fileName).toBe('长宁市第一中学人员名册（2022 年）.xlsx')
  expect(data?.next).toBeNull()
  expect(rows).toHaveLength((data?.people ?? 0) + 1)
  const masked = (place: number) => `9901**********${number(place).slice(14)}`
  const row = (place: number) =>
    rows.find((cells) => cells[0] === nameOf(place) && cells[1] === masked(place))
  expect(row(1)).toEqual([nameOf(1), masked(1), '138****1234', '教师', '已核对', '0', '0', '0', '还没有学时'])
  expect(row(2)?.[4]).toBe('登记在别的单位')
  expect(rows.filter(([name, id]) => name === nameOf(1) && id === masked(1))).toHaveLength(1)
  expect((await ask('o-keeper', 'export', { unitId: 'unit-two' }, 'query')).code).toBe('OUT_OF_SCOPE')
  expect((await ask('o-keeper', 'export', { after: 'elsewhere|' }, 'query')).code).toBe('INPUT_INVALID')
})
