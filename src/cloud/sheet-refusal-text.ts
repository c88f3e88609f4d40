import type { Refusals } from '@domain/kernel/refusal'
import { type RefusalText, says, type Texts } from './refusal-says'

const NOTHING_READ = '名册没有任何改动。'

const STATES: Readonly<Record<string, string>> = {
  checking: '还在核对',
  ready: '等待确认',
  running: '正在导入',
  done: '已经导入完',
}

/** Refusals of a spreadsheet, and how to correct it. */
export const sheetTexts = {
  SHEET_NOT_XLSX: says(
    '这不是可以导入的表格',
    `只能导入新格式的电子表格，不能带打开密码。${NOTHING_READ}`,
    '请用模板填写，或在电脑上另存为“工作簿”后再选',
  ),
  SHEET_MACRO: says(
    '表格里带有宏',
    `带宏的表格可能夹带程序，不能导入。${NOTHING_READ}`,
    '请在电脑上另存为不带宏的“工作簿”，再选一次',
  ),
  SHEET_TOO_LARGE: ({ limitBytes }: Refusals['SHEET_TOO_LARGE']): RefusalText => ({
    title: '表格展开后太大',
    text: `展开后最多 ${Math.floor(limitBytes / 1_048_576)} 兆。${NOTHING_READ}`,
    way: '删去图片和空白的行列，或分成几份再导入',
  }),
  SHEET_TOO_LONG: ({ rows, limit }: Refusals['SHEET_TOO_LONG']): RefusalText => ({
    title: `一次最多导入 ${limit} 行`,
    text: `这张表用到了第 ${rows} 行，后面的空行也算在内。${NOTHING_READ}`,
    way: '删去末尾的空行，或分成几份再导入',
  }),
  SHEET_TOO_WIDE: ({ columns, limit }: Refusals['SHEET_TOO_WIDE']): RefusalText => ({
    title: `一张表最多 ${limit} 列`,
    text: `这张表用到了第 ${columns} 列。${NOTHING_READ}`,
    way: '只留下模板里的几列，再选一次',
  }),
  SHEET_MERGED: ({ row, column }: Refusals['SHEET_MERGED']): RefusalText => ({
    title: '表格里有合并的单元格',
    text: `从第 ${row} 行第 ${column} 列开始有合并，分不清每一行是谁。${NOTHING_READ}`,
    way: '在电脑上取消合并，每人一行，再选一次',
  }),
  SHEET_FORMULA: ({ row, column }: Refusals['SHEET_FORMULA']): RefusalText => ({
    title: '表格里有公式',
    text: `第 ${row} 行第 ${column} 列是公式，结果可能会变。${NOTHING_READ}`,
    way: '把这一列复制后“粘贴为数值”，再选一次',
  }),
  SHEET_COLUMNS_MISSING: ({ titles }: Refusals['SHEET_COLUMNS_MISSING']): RefusalText => ({
    title: '表格缺少必要的列',
    text: `没有找到：${titles.join('、')}。${NOTHING_READ}`,
    way: '请用模板，表头不要改名，再选一次',
  }),
  SHEET_EMPTY: says(
    '表格里还没有人',
    `只有表头，没有填写人员。${NOTHING_READ}`,
    '填好姓名和身份证号，再选一次',
  ),
  SHEET_ID_AS_NUMBER: ({ rows }: Refusals['SHEET_ID_AS_NUMBER']): RefusalText => ({
    title: '身份证号丢了末几位',
    text: `${rows} 行的身份证号存成了数字，表格软件只保留前 15 位。${NOTHING_READ}`,
    way: '把这一列改成“文本”格式，重新填身份证号，再选一次',
  }),
  IMPORT_UNKNOWN: says('没有找到这次导入', '它不是你发起的，或者已经清理。', '返回导入页，重新选择表格'),
  IMPORT_STATE: ({ state }: Refusals['IMPORT_STATE']): RefusalText => ({
    title: '这次导入不在这一步',
    text: `现在的状态：${STATES[state] ?? '已经导入完'}。`,
    way: '返回导入页，看看最新的进度',
  }),
} satisfies Partial<Texts>
