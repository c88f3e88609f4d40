import type { QueueLine } from '@server/claims/review/claim-views'
import { dateText } from '@/wording/moment'

export interface DueGroup {
  heading: string
  isLate: boolean
  lines: QueueLine[]
}

/** In the given order, due first: late claims together, then day by day. */
export function byDueDay(lines: readonly QueueLine[]): DueGroup[] {
  const groups: DueGroup[] = []
  for (const line of lines) {
    const heading = headingOf(line)
    const last = groups.at(-1)
    if (last?.heading === heading) last.lines.push(line)
    else groups.push({ heading, isLate: line.isLate, lines: [line] })
  }
  return groups
}

/** A deadline is the first moment after its day; the heading shows the day. */
const headingOf = ({ dueAt, isLate }: QueueLine): string =>
  isLate ? '已经逾期' : dueAt === null ? '没有期限' : `${dateText(dueAt - 1)}前办完`

export interface Alike {
  kind: string
  label: string
  lines: QueueLine[]
}

/** Claims of one kind with nothing odd about them, two at least; the largest group first. */
export function alikeOf(lines: readonly QueueLine[]): Alike[] {
  const groups = new Map<string, Alike>()
  for (const line of lines) {
    if (line.odd.length > 0) continue
    const group = groups.get(line.kind) ?? { kind: line.kind, label: line.kindLabel, lines: [] }
    group.lines.push(line)
    groups.set(line.kind, group)
  }
  return [...groups.values()]
    .filter((group) => group.lines.length > 1)
    .sort((a, b) => b.lines.length - a.lines.length)
}
