import { addHours, type Hours, hundredths } from '../kernel/hours'
import { compareText } from '../kernel/order'
import type { Line } from './account'

const byEarnedThenId = (a: Line, b: Line): number =>
  a.earnedAt - b.earnedAt || compareText(a.entryId, b.entryId)

/**
 * Shares each bucket's limit among its live lines: first earned first, then by entry id, so that the order in
 * which entries arrived decides nothing. Hours are hundredths; a void line takes no room.
 * Worked example: limit 30, 20 earned on Monday and 20 on Tuesday: 20 and 10 are within. Void Monday's:
 * Tuesday's becomes 20.
 */
export function allocate(lines: readonly Line[], caps: Readonly<Record<string, Hours>>): Line[] {
  const room = new Map(Object.entries(caps).map(([bucket, limit]) => [bucket, limit as number]))
  const within = new Map<number, Hours>()
  for (const line of [...lines].sort(byEarnedThenId)) {
    if (line.bucket === null || line.voidedBy !== null) continue
    const left = room.get(line.bucket) ?? line.hours
    const share = Math.min(left, line.hours)
    room.set(line.bucket, left - share)
    within.set(line.sequence, hundredths(share))
  }
  return lines.map((line) => ({ ...line, within: within.get(line.sequence) ?? line.hours }))
}

/** The hours of a bucket that are within its limit, in hundredths; void lines take none. */
export const usedOf = (lines: readonly Line[], bucket: string): Hours =>
  addHours(
    ...lines.filter((line) => line.bucket === bucket && line.voidedBy === null).map((line) => line.within),
  )
