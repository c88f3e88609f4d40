import type { Hours } from '../kernel/hours'
import { dayOf } from '../kernel/instant'
import { compilePack } from './compile-pack'
import { decideItem, undecided } from './decide-item'
import type { LearningItem, YearFacts } from './facts'
import type { Category, Notice } from './pack'
import type { Reason } from './verdict'

/**
 * A limit that several credits of one year share: a public subject's hours, or a learning kind's yearly
 * maximum.
 */
export interface Cap {
  readonly bucket: string
  readonly limit: Hours
}

export interface Credit {
  readonly category: Category
  readonly hours: Hours
  /** COUNTED where the item may be posted; otherwise the reason why not. */
  readonly reason: Reason
  readonly by: string | null
  /** The limit that it shares with other credits of its year, as the ledger names it. */
  readonly cap: Cap | null
}

/**
 * The credit that one item gives under a pack, and the limit it falls under, decided by the same rules as a
 * whole year's verdict; the ledger then shares the limit among all postings. Where all public subjects must
 * be passed (SX22-2), one subject gives its own hours and no more: studying 科目一 twice must not stand for 科目二.
 */
export function creditOf(pack: Notice, facts: Omit<YearFacts, 'items'>, item: LearningItem): Credit {
  const asked = { pack: compilePack(pack), facts, level: null, seen: null, decision: undecided() }
  const { category, hours, reason, by, caps } = decideItem(asked, item)
  const subject =
    category === 'public' && pack.publicSubjects.choice.value !== 'free'
      ? pack.publicSubjects.subjects.find(({ id }) => id === item.subjectId)
      : undefined
  const [cap] = caps
  const ofKind = cap && {
    bucket: cap.perDay ? `cap:${cap.id}:${daysOf(item)}` : `cap:${cap.id}`,
    limit: (cap.perDay ? cap.limit * Math.max(1, item.days ?? 1) : cap.limit) as Hours,
  }
  const ofSubject = subject && { bucket: subjectBucket(subject.id), limit: subject.hours.value }
  return { category, hours: hours as Hours, reason, by, cap: ofSubject ?? ofKind ?? null }
}

/**
 * An item that took several days shares one limit of that many days (NY22-8): 3 days under 8 学时 a day are 24.
 */
const daysOf = ({ earnedAt, days = 1 }: LearningItem): string =>
  days > 1 ? `${dayOf(earnedAt)}/${days}` : dayOf(earnedAt)

/** The ledger's bucket in which the credits of one public subject share its limit. */
export const subjectBucket = (subjectId: string): string => `subject:${subjectId}`
