import type { Hours } from '../kernel/hours'
import { compilePack } from './compile-pack'
import { decideItem, undecided } from './decide-item'
import type { LearningItem, YearFacts } from './facts'
import type { Category, Notice } from './pack'
import type { Limit } from './share-limit'
import type { Reason } from './verdict'

export interface Credit {
  readonly category: Category
  readonly hours: Hours
  /** COUNTED where the item may be posted; otherwise the reason why not. */
  readonly reason: Reason
  readonly by: string | null
  /** The limit that it shares with other credits of its year, as the ledger names it. */
  readonly cap: Limit | null
}

/**
 * The credit that one item gives under a pack, and the limit it falls under, decided by the same rules as a
 * whole year's verdict; the ledger then shares the limit among all postings, by the same code as the verdict. Where
 * all public subjects must be passed (SX22-2), one subject gives its own hours and no more: studying 科目一 twice
 * must not stand for 科目二.
 */
export function creditOf(pack: Notice, facts: Omit<YearFacts, 'items'>, item: LearningItem): Credit {
  const asked = { pack: compilePack(pack), facts, level: null, decision: undecided() }
  const { category, hours, reason, by, limit } = decideItem(asked, item)
  return { category, hours: hours as Hours, reason, by, cap: limit }
}
