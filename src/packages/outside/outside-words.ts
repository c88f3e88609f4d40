import type { RowState } from '@server/outside/documents'
import type { BatchView } from '@server/outside/views'
import { dayText } from '@/wording/moment'

export const STATE_NAMES: Readonly<Record<RowState, string>> = {
  taken: '已记入',
  unmatched: '未匹配',
  refused: '未记入',
  already: '已有',
}
export const STATE_TONES = {
  taken: 'done',
  unmatched: 'due',
  refused: 'refused',
  already: 'quiet',
} as const

/** `2023-06` → `2023 年 6 月`. */
export const monthText = (month: string): string => {
  const [year, number] = month.split('-').map(Number)
  return `${year} 年 ${number} 月`
}

/** The outcome of a batch in one line. */
export function batchLine({ state, rows, settled, counts }: BatchView): string {
  if (state === 'waiting') return `共 ${rows} 条，已处理 ${settled} 条，其余几分钟内处理完`
  const parts = (Object.keys(STATE_NAMES) as RowState[])
    .filter((one) => counts[one] > 0)
    .map((one) => `${STATE_NAMES[one]} ${counts[one]}`)
  return `共 ${rows} 条：${parts.join('，')}`
}

/** Late says which day it missed; it is taken all the same. */
export const lateText = ({ late, dueDay }: BatchView): string | null =>
  late ? `迟报：应在 ${dueDay === null ? '当月月底' : dayText(dueDay)}前送到，已照常接收` : null
