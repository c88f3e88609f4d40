import { addHours, type Hours, hundredths } from '../kernel/hours'
import { byRight, type Sharer, takeRoom, type Used } from '../policy/share-limit'
import type { Line } from './account'

interface Sharing extends Sharer {
  readonly line: Line
}

/**
 * Shares each bucket's limit among its live lines by the code that judges a year: verified lines first, then the
 * first earned, then by entry id, so that the order in which entries arrived decides nothing. A line whose evidence
 * gave hours already repeats it and gives none. Hours are hundredths; a void line takes no room.
 * Worked example: limit 30, 20 earned on Monday and 20 on Tuesday: 20 and 10 are within. Void Monday's:
 * Tuesday's becomes 20.
 */
export function allocate(lines: readonly Line[], caps: Readonly<Record<string, Hours>>): Line[] {
  const used: Used = new Map()
  const seen = new Set<string>()
  const shared = new Map<number, Pick<Line, 'within' | 'repeats'>>()
  for (const sharer of lines
    .filter(({ voidedBy }) => voidedBy === null)
    .map(sharing)
    .sort(byRight)) {
    const { line } = sharer
    const repeats = line.evidence !== null && seen.has(line.evidence)
    const within = repeats ? 0 : withinLimit(used, caps, sharer)
    if (within > 0 && line.evidence !== null) seen.add(line.evidence)
    shared.set(line.sequence, { within: hundredths(within), repeats })
  }
  return lines.map((line) => ({ ...line, ...(shared.get(line.sequence) ?? standing(line)) }))
}

const sharing = (line: Line): Sharing => ({
  id: line.entryId,
  earnedAt: line.earnedAt,
  days: line.days,
  pending: !line.verified,
  line,
})

const standing = ({ hours }: Line): Pick<Line, 'within' | 'repeats'> => ({ within: hours, repeats: false })

function withinLimit(used: Used, caps: Readonly<Record<string, Hours>>, sharer: Sharing): number {
  const { bucket, hours } = sharer.line
  const most = bucket === null ? undefined : caps[bucket]
  return bucket === null || most === undefined
    ? hours
    : takeRoom(used, { bucket, hours: most }, hours, sharer)
}

/** The hours of a bucket that are within its limit, in hundredths; void lines take none. */
export const usedOf = (lines: readonly Line[], bucket: string): Hours =>
  addHours(
    ...lines.filter((line) => line.bucket === bucket && line.voidedBy === null).map(({ within }) => within),
  )
