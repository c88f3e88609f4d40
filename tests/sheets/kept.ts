// The right result of each file in `kept/`; its README says what made them.
import type { Right } from './scenarios'

const PEOPLE = [
  { name: '王明', idNumber: '990101199001011230', mobile: '13800001234', position: '教师' },
  { name: '李红梅', idNumber: '990102198506152049', mobile: '13900005678', position: '高级教师' },
  { name: '古丽娜尔·艾山', idNumber: '990103197911030354', mobile: '13700002468', position: '工程师' },
]

interface Kept {
  file: string
  right: Right
}

/** The three people, from a row on; of some files the second is hidden. */
const read = (file: string, sheetName: string, first = 2, hidden = false): Kept => ({
  file,
  right: {
    sheetName,
    rows: PEOPLE.map((somebody, i) => ({
      row: first + i,
      ...somebody,
      ...(hidden && i === 1 ? { oddities: ['HIDDEN_ROW'] } : {}),
    })),
  },
})
const foreign = (file: string, given: string): Kept => ({
  file,
  right: { code: 'SHEET_NOT_XLSX', details: { given } },
})

export const KEPT: readonly Kept[] = [
  read('excel4node-form.xlsx', '人员名册', 3),
  read('exceljs-form.xlsx', '人员名册', 3, true),
  read('exceljs-plain.xlsx', '人员名册'),
  read('exceljs-stream.xlsx', '人员名册'),
  read('gnumeric-openpyxl-form.xlsx', '人员名册', 3, true),
  read('gnumeric-xlsxwriter-plain.xlsx', '人员名册'),
  read('hucre-plain.xlsx', '人员名册'),
  read('libreoffice-openpyxl-form.xlsx', '人员名册', 3, true),
  read('libreoffice-sheetjs-form.xlsx', '在职', 3, true),
  read('libreoffice-xlsxwriter-form.xlsx', '人员名册', 3, true),
  read('libxlsxwriter-plain.xlsx', '人员名册'),
  read('openpyxl-chart-first.xlsx', '名册'),
  read('openpyxl-form.xlsx', '人员名册', 3, true),
  read('openpyxl-plain.xlsx', '人员名册'),
  read('openpyxl-write-only.xlsx', '名册'),
  read('perl-form.xlsx', '人员名册', 3, true),
  read('perl-plain.xlsx', 'Sheet1'),
  read('sheetjs-form.xlsx', '在职', 3, true),
  read('sheetjs-shared.xlsx', 'Sheet1'),
  read('xlsx-js-style.xlsx', '人员名册'),
  read('xlsx-populate.xlsx', '人员名册', 2, true),
  read('xlsxwriter-constant-memory.xlsx', '人员名册'),
  read('xlsxwriter-form.xlsx', '人员名册', 3, true),
  read('xlsxwriter-plain.xlsx', '人员名册'),
  { file: 'sheetjs-macro.xlsm', right: { code: 'SHEET_MACRO', details: {} } },
  foreign('libreoffice-open.ods', 'ods'),
  foreign('poi-old.xls', 'xls'),
  foreign('sheetjs-2003.xml', 'xml'),
  foreign('sheetjs-binary.xlsb', 'xlsb'),
  foreign('sheetjs-old.xls', 'xls'),
  foreign('sheetjs-page.xls', 'html'),
  foreign('sheetjs-text.csv', 'csv'),
]
