// What people do to a roster before they send it, and what is right to make of it.
import { idNumberOf } from '../../demo/content/id-number-of'
import type { RefusalCode } from '../../domain/kernel/refusal'
import { type Meant, type MeantBook, type MeantRow, row } from './workbook'

interface RightRow {
  /** As in the sheet. */
  row: number
  name: string
  idNumber: string
  /** '' where none is kept. */
  mobile?: string
  unitName?: string
  position?: string
  oddities?: readonly string[]
  /** Why the line cannot be kept. */
  reason?: string
}

export type Right =
  | { sheetName: string; rows: readonly RightRow[]; others?: readonly string[] }
  | { code: RefusalCode; details: object }

export interface Scenario {
  book: MeantBook
  right: Right
}

interface Somebody {
  name: string
  idNumber: string
  mobile: string
}

const FAMILY = [...'赵钱孙李周吴郑王冯陈'].concat('欧阳')
const GIVEN = [...'明远清和云松映雪知行安宁'].concat('红梅', '䶮', '娜尔·艾山')

/** Three people, others for each seed. */
function people(seed: number): [Somebody, Somebody, Somebody] {
  const one = (n: number): Somebody => {
    const k = seed * 7 + n * 3
    return {
      name: `${FAMILY[k % FAMILY.length]}${GIVEN[(k * 5) % GIVEN.length]}${n}`.replace(
        /\d/,
        ['文', '博', '齐'][n] ?? '',
      ),
      idNumber: idNumberOf(`19${60 + (k % 40)}0${1 + (k % 9)}1${k % 10}`, String(100 + (k % 900))),
      mobile: `13${String(100_000_000 + k * 7_919).slice(0, 9)}`,
    }
  }
  return [one(0), one(1), one(2)]
}

const TITLES = ['姓名', '身份证号', '手机号', '岗位/职称']
const line = ({ name, idNumber, mobile }: Somebody): Meant[] => [name, idNumber, mobile, '教师']
const kept = (somebody: Somebody, at: number, more: Partial<RightRow> = {}): RightRow => ({
  row: at,
  ...somebody,
  ...more,
})
const keptFrom = (all: readonly Somebody[], first: number): RightRow[] =>
  all.map((one, i) => kept(one, first + i))
const NOTES = { name: '填写说明', rows: [row('姓名和身份证号必填'), row('每人一行')] }
const DICTIONARY = { name: '字典', state: 'hidden' as const, rows: [row('教师'), row('工程师')] }

export const SCENARIOS: Readonly<Record<string, (seed: number) => Scenario>> = {
  plain(seed) {
    const all = people(seed)
    return {
      book: { sheets: [{ name: '名册', rows: [row(...TITLES), ...all.map((one) => row(...line(one)))] }] },
      right: { sheetName: '名册', rows: keptFrom(all, 2) },
    }
  },
  'a form: heading, serial formulas, a note below'(seed) {
    const all = people(seed)
    const rows: MeantRow[] = [
      row('专业技术人员名册', null, null, null, null),
      row('序号', '姓 名：', '身份证号（18位）', '联系电话', '职称'),
      ...all.map((one, i) => row({ formula: 'ROW()-2', came: i + 1 }, ...line(one))),
      row('填表人：李红', null, null, null, null),
    ]
    return {
      book: { sheets: [{ name: '名册', rows, merges: ['A1:E1', 'A6:E6'], hasExtras: true }] },
      right: { sheetName: '名册', rows: keptFrom(all, 3) },
    }
  },
  'a hidden dictionary and notes before it'(seed) {
    const all = people(seed)
    const roster = {
      name: '在职',
      rows: [row(...TITLES), ...all.map((one) => row(...line(one)))],
      hasExtras: true,
    }
    const retired = { name: '退休', rows: [row(...TITLES), row(...line(all[0]))] }
    return {
      book: { sheets: [DICTIONARY, NOTES, roster, retired] },
      right: { sheetName: '在职', rows: keptFrom(all, 2), others: ['退休'] },
    }
  },
  'mobile numbers as numbers'(seed) {
    const all = people(seed)
    const rows = all.map(({ name, idNumber, mobile }) => row(name, idNumber, Number(mobile)))
    return {
      book: { sheets: [{ name: '名册', rows: [row(...TITLES), ...rows] }] },
      right: { sheetName: '名册', rows: keptFrom(all, 2) },
    }
  },
  'two hundred formatted rows below, and a declared million'(seed) {
    const all = people(seed)
    const rows = [row(...TITLES), ...all.map((one) => row(...line(one)))]
    return {
      book: { sheets: [{ name: '名册', rows, blankRows: 200 }] },
      right: { sheetName: '名册', rows: keptFrom(all, 2) },
    }
  },
  'filtered rows'(seed) {
    const all = people(seed)
    const rows = all.map((one, i): MeantRow => ({ cells: line(one), isHidden: i === 1 }))
    return {
      book: { sheets: [{ name: '名册', rows: [row(...TITLES), ...rows] }] },
      right: {
        sheetName: '名册',
        rows: keptFrom(all, 2).map((right, i) => (i === 1 ? { ...right, oddities: ['HIDDEN_ROW'] } : right)),
      },
    }
  },
  'numbers that somebody keeps from the sheet'(seed) {
    const all = people(seed)
    const [a, b, c] = all
    const dashed = `${c.idNumber.slice(0, 6)}-${c.idNumber.slice(6, 14)}－${c.idNumber.slice(14)}`
    const rows = [
      row(a.name, `'${a.idNumber}`, a.mobile),
      row(b.name, `="${b.idNumber}"`, b.mobile),
      row(c.name, dashed, c.mobile),
    ]
    return {
      book: { sheets: [{ name: '名册', rows: [row(...TITLES), ...rows] }] },
      right: { sheetName: '名册', rows: keptFrom(all, 2) },
    }
  },
  'a number as a formula that is a text'(seed) {
    const all = people(seed)
    const rows = all.map(({ name, idNumber, mobile }) =>
      row(name, { formula: `"${idNumber}"`, came: idNumber }, mobile),
    )
    return {
      book: { sheets: [{ name: '名册', rows: [row(...TITLES), ...rows] }] },
      right: { sheetName: '名册', rows: keptFrom(all, 2) },
    }
  },
  'optional fields that are wrong'(seed) {
    const all = people(seed)
    const [a, b, c] = all
    const rows = [
      row(a.name, a.idNumber, '029-88886666', '教师'),
      row(
        b.name,
        b.idNumber,
        { formula: 'VLOOKUP(A3,X:Y,2,0)', came: '#N/A' },
        { formula: 'X3', came: '工程师' },
      ),
      row(c.name, c.idNumber, c.mobile, { formula: 'VLOOKUP(A4,X:Y,2,0)', came: '#N/A' }),
    ]
    return {
      book: { sheets: [{ name: '名册', rows: [row(...TITLES), ...rows] }] },
      right: {
        sheetName: '名册',
        rows: [
          kept(a, 2, { mobile: '', oddities: ['MOBILE_MALFORMED'] }),
          kept(b, 3, { mobile: '', position: '工程师' }),
          kept(c, 4, { position: '' }),
        ],
      },
    }
  },
  'titles far below, in two rows, with signs'(seed) {
    const all = people(seed)
    const rows = [
      ...Array.from({ length: 11 }, (_, i) => row(`第 ${i + 1} 条说明`, null, null)),
      row('所在单位', '*姓\n名', '公民身份号码（必填）', '联系方式', null),
      row(null, null, null, '邮箱', '手机号'),
      ...all.map(({ name, idNumber, mobile }, i) =>
        row(i === 0 ? '长宁一中' : null, name, idNumber, 'a@b', mobile),
      ),
    ]
    const merges = ['A12:A13', 'B12:B13', 'C12:C13', 'D12:E12', 'A14:A16']
    return {
      book: { sheets: [{ name: '名册', rows, merges }] },
      right: {
        sheetName: '名册',
        rows: keptFrom(all, 14).map((right) => ({ ...right, unitName: '长宁一中' })),
      },
    }
  },
  'one number reckoned, one as a number, one right'(seed) {
    const [a, b, c] = people(seed)
    const rows = [
      row(a.name, { formula: 'X2&Y2', came: a.idNumber }),
      row(b.name, Number(b.idNumber.slice(0, 15))),
      row(c.name, c.idNumber),
    ]
    return {
      book: { sheets: [{ name: '名册', rows: [row(...TITLES), ...rows] }] },
      right: {
        sheetName: '名册',
        rows: [
          kept(a, 2, { mobile: '', reason: 'FORMULA' }),
          kept(b, 3, { mobile: '', reason: 'ID_STORED_AS_NUMBER' }),
          kept(c, 4, { mobile: '' }),
        ],
      },
    }
  },
  'all numbers as numbers'(seed) {
    const rows = people(seed).map(({ name, idNumber }) => row(name, Number(idNumber.slice(0, 17))))
    return {
      book: { sheets: [NOTES, { name: '名册', rows: [row(...TITLES), ...rows] }] },
      right: { code: 'SHEET_ID_AS_NUMBER', details: { sheetName: '名册', rows: 3 } },
    }
  },
  'all numbers reckoned'(seed) {
    const rows = people(seed).map(({ name }) => row(name, { formula: 'X2&Y2', came: null }))
    return {
      book: { sheets: [NOTES, { name: '名册', rows: [row(...TITLES), ...rows] }] },
      right: { code: 'SHEET_FORMULA', details: { sheetName: '名册', row: 2, column: 2 } },
    }
  },
  'two people in one merged name'(seed) {
    const [a, b] = people(seed)
    const rows = [row(...TITLES), row(...line(a)), row(null, b.idNumber)]
    return {
      book: { sheets: [{ name: '名册', rows, merges: ['A2:A3'] }] },
      right: { code: 'SHEET_MERGED', details: { sheetName: '名册', row: 2, column: 1 } },
    }
  },
  'no titles that anybody knows'(seed) {
    const [a] = people(seed)
    return {
      book: { sheets: [NOTES, { name: '花名册', rows: [row('谁', '号码'), row(a.name, a.idNumber)] }] },
      right: { code: 'SHEET_COLUMNS_MISSING', details: { titles: ['姓名', '身份证号'] } },
    }
  },
  'a workbook with macros'(seed) {
    const { book } = { book: SCENARIOS.plain?.(seed).book ?? { sheets: [] } }
    return { book: { ...book, hasMacros: true }, right: { code: 'SHEET_MACRO', details: {} } }
  },
}
