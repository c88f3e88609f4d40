import type { ForeignFile, Refusals } from '@domain/kernel/refusal'
import { type RefusalText, says, type Texts } from './refusal-says'

const NOTHING_READ = '名册没有任何改动。'

const STATES: Readonly<Record<string, string>> = {
  checking: '还在核对',
  ready: '等待确认',
  running: '正在导入',
  done: '已经导入完',
}

const SAVE_ANEW = '请在电脑上打开它，另存为“工作簿”，再选一次'

/** What was given, and the way to a sheet that can be read. */
const GIVEN: Readonly<Record<ForeignFile, readonly [is: string, way: string]>> = {
  xls: ['这是 97-2003 旧格式的表格。', SAVE_ANEW],
  xlsb: ['这是二进制格式的工作簿。', SAVE_ANEW],
  csv: ['这是用逗号或制表符分隔的文本，身份证号在里面容易丢末几位。', SAVE_ANEW],
  ods: ['这是开放文档格式的表格。', SAVE_ANEW],
  numbers: ['这是苹果“表格”软件自己的格式。', '请在苹果“表格”里导出为工作簿，再选一次'],
  password: ['这个文件加了打开密码，读不出来。', '请在电脑上去掉打开密码后另存一份，再选一次'],
  html: ['这是网页，只是用了表格的名字，从一些系统导出时会这样。', SAVE_ANEW],
  xml: ['这是 2003 版的文本表格。', SAVE_ANEW],
  document: ['这是文档，不是表格。', '请把名册填进模板，再选一次'],
  archive: ['这是压缩包，表格可能在里面。', '请先解压，把里面的表格发到微信，再选一次'],
  picture: ['这是图片，不是表格。', '请把名册填进模板，再选一次'],
  pdf: ['这是排好版的文档，不是表格。', '请选制作它的那份表格，或把名册填进模板'],
  broken: ['这个表格文件不完整，多半没有传完，或者另存时出了错。', SAVE_ANEW],
  other: ['看不出这是什么文件。', '请用模板填写，或在电脑上另存为“工作簿”后再选'],
}

/** Which of a workbook's sheets is meant. */
const onSheet = (name: string): string => (name === '' ? '' : `工作表“${name}”`)

/** Refusals of a spreadsheet, and how to correct it. */
export const sheetTexts = {
  SHEET_NOT_XLSX: ({ given }: Refusals['SHEET_NOT_XLSX']): RefusalText => {
    const [is, way] = GIVEN[given] ?? GIVEN.other
    return { title: '这不是可以导入的表格', text: `${is}${NOTHING_READ}`, way }
  },
  SHEET_MACRO: says(
    '表格里带有宏',
    `带宏的表格可能夹带程序，不能导入。${NOTHING_READ}`,
    '请在电脑上另存为不带宏的“工作簿”，再选一次',
  ),
  SHEET_TOO_LARGE: ({ limitBytes }: Refusals['SHEET_TOO_LARGE']): RefusalText => ({
    title: '表格展开后太大',
    text: `展开后最多 ${Math.floor(limitBytes / 1_048_576)} 兆，带格式的空格子也算。${NOTHING_READ}`,
    way: '把有人的几列复制到一份新表里，或分成几份再导入',
  }),
  SHEET_TOO_LONG: ({ sheetName, limit }: Refusals['SHEET_TOO_LONG']): RefusalText => ({
    title: `一次最多导入 ${limit} 人`,
    text: `${onSheet(sheetName)}里有人的行不止 ${limit} 行，空行没有算在内。${NOTHING_READ}`,
    way: '分成几份再导入',
  }),
  SHEET_TOO_WIDE: ({ sheetName, columns, limit }: Refusals['SHEET_TOO_WIDE']): RefusalText => ({
    title: `一张表最多 ${limit} 列`,
    text: `${onSheet(sheetName)}用到了第 ${columns} 列。${NOTHING_READ}`,
    way: '只留下模板里的几列，再选一次',
  }),
  SHEET_MERGED: ({ sheetName, row, column }: Refusals['SHEET_MERGED']): RefusalText => ({
    title: '姓名或身份证号合并了单元格',
    text: `${onSheet(sheetName)}从第 ${row} 行第 ${column} 列开始有合并，分不清每一行是谁。${NOTHING_READ}`,
    way: '在电脑上取消这里的合并，每人一行，再选一次',
  }),
  SHEET_FORMULA: ({ sheetName, row, column }: Refusals['SHEET_FORMULA']): RefusalText => ({
    title: '姓名或身份证号是公式',
    text: `${onSheet(sheetName)}第 ${row} 行第 ${column} 列起是公式，结果可能会变。${NOTHING_READ}`,
    way: '把这一列复制后“粘贴为数值”，再选一次',
  }),
  SHEET_COLUMNS_MISSING: ({ sheetName, titles }: Refusals['SHEET_COLUMNS_MISSING']): RefusalText => ({
    title: '没有认出必要的列',
    text: `在${onSheet(sheetName)}的前 50 行里没有找到：${titles.join('、')}。${NOTHING_READ}`,
    way: '指出是哪张工作表、哪一列，或者改用模板',
  }),
  SHEET_EMPTY: ({ sheetName }: Refusals['SHEET_EMPTY']): RefusalText => ({
    title: '表格里还没有人',
    text: `${onSheet(sheetName)}里没有填写人员。${NOTHING_READ}`,
    way: '填好姓名和身份证号，再选一次',
  }),
  SHEET_ID_AS_NUMBER: ({ sheetName, rows }: Refusals['SHEET_ID_AS_NUMBER']): RefusalText => ({
    title: '身份证号丢了末几位',
    text: `${onSheet(sheetName)}里 ${rows} 行的身份证号存成了数字，表格软件只保留前 15 位。${NOTHING_READ}`,
    way: '把这一列改成“文本”格式，重新填身份证号，再选一次',
  }),
  IMPORT_UNKNOWN: says('没有找到这次导入', '它不是你发起的，或者已经清理。', '返回导入页，重新选择表格'),
  IMPORT_STATE: ({ state }: Refusals['IMPORT_STATE']): RefusalText => ({
    title: '这次导入不在这一步',
    text: `现在的状态：${STATES[state] ?? '已经导入完'}。`,
    way: '返回导入页，看看最新的进度',
  }),
} satisfies Partial<Texts>
