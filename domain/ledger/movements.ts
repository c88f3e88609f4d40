import { addHours, type Hours, hundredths, ZERO_HOURS } from '../kernel/hours'
import type { Account, Line, Portion, Portions } from './account'
import type { Movement } from './entry'

const PORTIONS: readonly Portion[] = ['counted', 'pending', 'overCap', 'void']

/**
 * The portions of a line's hours, in hundredths. A void line is void in whole, even where its cap had cut it, and so is
 * a line that repeats what another one gave.
 * Worked example: 20 学时 of a verified trainee, 10 within the cap → counted 10, over cap 10.
 */
export function portionsOf(line: Line): Portions {
  if (line.voidedBy !== null || line.repeats) {
    return { counted: ZERO_HOURS, pending: ZERO_HOURS, overCap: ZERO_HOURS, void: line.hours }
  }
  return {
    counted: line.verified ? line.within : ZERO_HOURS,
    pending: line.verified ? ZERO_HOURS : line.within,
    overCap: hundredths(line.hours - line.within),
    void: ZERO_HOURS,
  }
}

/** The movements that bring a line from its state `before` (null: the line is new) to its state `after`. */
export function movementsOf(before: Line | null, after: Line): Movement[] {
  const goal = portionsOf(after)
  const move = (from: Portion | null, to: Portion, hours: number): Movement => ({
    line: after.sequence,
    category: after.category,
    from,
    to,
    hours: hundredths(hours),
  })
  if (before === null)
    return PORTIONS.filter((portion) => goal[portion] > 0).map((portion) =>
      move(null, portion, goal[portion]),
    )
  const start = portionsOf(before)
  const change = new Map(PORTIONS.map((portion) => [portion, goal[portion] - start[portion]]))
  const movements: Movement[] = []
  for (const from of PORTIONS) {
    for (const to of PORTIONS) {
      const hours = Math.min(-(change.get(from) ?? 0), change.get(to) ?? 0)
      if (hours <= 0) continue
      movements.push(move(from, to, hours))
      change.set(from, (change.get(from) ?? 0) + hours)
      change.set(to, (change.get(to) ?? 0) - hours)
    }
  }
  return movements
}

/**
 * The account's sums after some movements. Throws where a portion would go below zero, because the books
 * would be wrong.
 */
export function applyMovements(
  portions: Account['portions'],
  movements: readonly Movement[],
): Account['portions'] {
  const next = { public: { ...portions.public }, professional: { ...portions.professional } }
  for (const { category, from, to, hours } of movements) {
    const side: Record<Portion, Hours> = next[category]
    if (from !== null) side[from] = hundredths(side[from] - hours)
    if (from !== null && side[from] < 0) throw new RangeError(`${category} ${from} below zero`)
    side[to] = addHours(side[to], hours)
  }
  return next
}
