import type { Refusal, SheetToChoose } from '@domain/kernel/refusal'
import { columnLabel, columnOptions, firstSheet, questionOf, sheetOptions } from './point-out-words'

const refused = (code: string, details: object) => ({ code, details }) as Refusal

const column = (place: number, title: string) => ({ column: place, title })
const NOTES: SheetToChoose = { sheet: 0, name: '填写说明', row: 1, columns: [column(0, '请逐行填写')] }
const LIST: SheetToChoose = { sheet: 2, name: '', row: 3, columns: [column(1, '谁'), column(4, '')] }

test('a sheet whose titles nobody knows can be pointed at, one with a single column cannot', () => {
  const details = { sheetName: '填写说明', titles: ['姓名'], sheets: [NOTES, LIST] }
  const question = questionOf(refused('SHEET_COLUMNS_MISSING', details))
  expect(question).toEqual({ ...details, sheets: [LIST] })
  expect(question && firstSheet(question)).toBe('2')
  expect(questionOf(refused('SHEET_COLUMNS_MISSING', { ...details, sheets: [NOTES] }))).toBeNull()
  // As an older server answers.
  expect(questionOf(refused('SHEET_COLUMNS_MISSING', { titles: ['姓名'] }))).toBeNull()
  expect(questionOf(refused('SHEET_EMPTY', { sheetName: '' }))).toBeNull()
  expect(questionOf(null)).toBeNull()
})

test('sheets and columns are offered by their words, or by their places', () => {
  expect(sheetOptions([NOTES, LIST])).toEqual([
    { value: '0', label: '填写说明' },
    { value: '2', label: '第 3 张' },
  ])
  expect(columnOptions(LIST)).toEqual([
    { value: '1', label: '谁' },
    { value: '4', label: '第 5 列' },
  ])
  expect([columnLabel(LIST, '1'), columnLabel(LIST, '9')]).toEqual(['谁', ''])
})
