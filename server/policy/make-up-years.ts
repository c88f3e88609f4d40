import { type Instant, yearOf } from '../../domain/kernel/instant'
import { covers } from '../../domain/policy/lookup'
import type { PolicyPack, YearWindow } from '../../domain/policy/pack'
import { said } from '../../domain/policy/value'
import type { Context } from '../kernel/context'
import { windowLine } from './describe/dates'
import type { MakeUpYear, PolicyRule } from './views'

/** Past years of a region that have a standard, each with whether its hours can still be earned, newest first. */
export function makeUpYears({ packs, now }: Pick<Context, 'packs' | 'now'>, region: string): MakeUpYear[] {
  const current = yearOf(now)
  return packs
    .yearsOf(region)
    .filter((year) => year < current)
    .map((year) => makeUpYear({ packs, now }, region, year))
}

/** One past year: open until when, closed since when, and the clause that says so. */
export function makeUpYear(
  { packs, now }: Pick<Context, 'packs' | 'now'>,
  region: string,
  year: number,
): MakeUpYear {
  const open = packs.isYearOpen(region, year, now)
  const pack = packs.windowOf(region, now)
  const window = pack?.windows.find((candidate) => covers(candidate, year))
  if (!pack || !window) return { year, state: 'unruled', lastDay: null, rule: null }
  return {
    year,
    state: open.ok ? 'open' : 'closed',
    lastDay: said(window.lastDay),
    rule: ruleOf(pack, window, { year, now }),
  }
}

/** The end of the window where the notice sets one, otherwise the words that open it. */
function ruleOf(
  pack: PolicyPack,
  window: YearWindow,
  { year, now }: { year: number; now: Instant },
): PolicyRule {
  const { more, ...end } = windowLine(pack, window, { id: `makeUp.${year}`, title: `补学 ${year} 年度`, now })
  const opening = more[0]
  return end.state === 'silent' && opening ? { ...opening, title: end.title, value: end.value } : end
}
