import { dayOf, formatDay } from '../../domain/kernel/instant'
import type { Context } from '../kernel/context'
import { hourWordOf } from '../kernel/hour-word'
import type { SheetFile } from '../sheet/write-sheet'
import type { RowState } from './documents'
import { monthText } from './row-words'
import { type BatchInRegion, batchInRegion, rowView } from './show-batches'
import type { RowView } from './views'
import { rowsOf } from './work-batches'

export const STATE_NAMES: Readonly<Record<RowState, string>> = {
  taken: '已记入',
  already: '已有',
  unmatched: '未匹配',
  refused: '未记入',
}

const columnsOf = (hour: string) => [
  { title: '行号', width: 16 },
  { title: '姓名', width: 12 },
  { title: '身份证号', width: 22 },
  { title: '课程编号', width: 14 },
  { title: '课程名称', width: 36 },
  { title: '类别', width: 12 },
  { title: hour, width: 8 },
  { title: '完成日期', width: 12 },
  { title: '计入年度', width: 10 },
  { title: '结果', width: 10 },
  { title: '说明', width: 40 },
  { title: '怎么办', width: 40 },
]

/** The reconciliation of one batch as a spreadsheet: every line that was sent, in its order. Numbers stay masked. */
export async function reconciliationSheet(
  ctx: Context,
  { region, batchId }: BatchInRegion,
): Promise<SheetFile> {
  const batch = await batchInRegion(ctx, { region, batchId })
  const rows = (await rowsOf(ctx, batchId)).map((row) => rowView(ctx, row))
  const late = batch.late ? `，迟报（${formatDay(dayOf(batch.receivedAt))}送到）` : ''
  const name = `${batch.providerName}${monthText(batch.month)}第${batch.sequence}批对账${late}`
  const { writeSheet } = await import('../sheet/write-sheet')
  const columns = columnsOf(hourWordOf(ctx, region))
  return writeSheet(`${name}.xlsx`, { name: '对账', columns, rows: rows.map(cellsOf) })
}

reconciliationSheet.refuses = ['BATCH_UNKNOWN'] as const

const cellsOf = (row: RowView): string[] => [
  row.rowId,
  row.name,
  row.idNumberMasked,
  row.courseCode,
  row.courseTitle,
  row.category,
  row.hours,
  row.completedOn,
  row.year === null ? '' : String(row.year),
  STATE_NAMES[row.state],
  row.why,
  row.cure ?? '',
]
