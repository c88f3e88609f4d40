import type { ImportView } from '@server/membership/roster/views'
import {
  grouped,
  hiddenText,
  importable,
  isWorking,
  percentDone,
  progressText,
  readFrom,
  verdictChips,
} from './import-words'

const counts = { created: 9_800, matched: 20, moved: 3, refused: 177 }
const view: ImportView = {
  id: 'r1',
  fileName: '名册.xlsx',
  sheetName: '名册',
  otherSheets: [],
  hiddenRows: 0,
  state: 'checking',
  rows: 10_000,
  checked: 2_500,
  done: 0,
  counts,
  result: { ...counts, verified: 0 },
  startedAt: 0,
  finishedAt: null,
}

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [1_234_567, '1,234,567'],
])('%d is read as %s', (count, text) => expect(grouped(count)).toBe(text))

test('how far it is, while it is checked and while it is carried out', () => {
  expect([percentDone(view), progressText(view)]).toEqual([25, '已核对 2,500 / 10,000 人'])
  const running: ImportView = { ...view, state: 'running', checked: 10_000, done: 9_999 }
  expect([percentDone(running), progressText(running)]).toEqual([99, '已导入 9,999 / 10,000 人'])
})

test('what works on by itself, what can be carried out, and the filters', () => {
  expect([null, view, { ...view, state: 'ready' as const }].map(isWorking)).toEqual([false, true, false])
  expect(importable(counts)).toBe(9_823)
  expect(verdictChips(counts).map(({ label }) => label)).toEqual([
    '全部',
    '会新增 9,800',
    '会调入 3',
    '已存在 20',
    '不能导入 177',
  ])
})

test('which sheet was read, and how many of its rows nobody sees', () => {
  expect([readFrom(view), readFrom({ ...view, sheetName: '' })]).toEqual([
    '名册.xlsx · 工作表“名册”',
    '名册.xlsx',
  ])
  expect([hiddenText(view), hiddenText({ hiddenRows: 1_200 })]).toEqual([
    '',
    '其中 1,200 行在表格里是隐藏的（筛选或手动隐藏），也会导入。',
  ])
})
