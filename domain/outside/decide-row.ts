import { startOfDay } from '../kernel/instant'
import { type Credit, creditOf } from '../policy/credit-of'
import type { BaseFact, LearningItem } from '../policy/facts'
import type { ConditionId, LearningKind } from '../policy/learning-kind'
import type { PackLookup } from '../policy/lookup'
import type { PolicyPack } from '../policy/pack'
import type { Reason } from '../policy/verdict'
import { earnedAtOf, type OutsideRow } from './read-row'

/** The reason why a row gives no hours: a rule of the notice, or no notice at all. */
export type RowReason = Exclude<Reason, 'COUNTED'> | 'NO_RULE_FOR_YEAR' | 'YEAR_CLOSED'

/** The sender: a platform that notices name, a base, or a department that trains its own line (QH23-2). */
export interface Sender {
  readonly id: string
  readonly region: string
  readonly base: BaseFact | null
}

export type RowDecision =
  | { readonly kind: 'take'; readonly pack: PolicyPack; readonly item: LearningItem; readonly credit: Credit }
  | { readonly kind: 'refuse'; readonly reason: RowReason; readonly by: string | null }

/**
 * Decides a row by the notice of its year. A row completed in its own year is accepted after any time,
 * because a title looks at years that are closed for study (NX22-6). A row that makes up for an earlier year
 * counts only where that year was open on its day (NY22-20).
 */
export function decideRow(packs: PackLookup, sender: Sender, row: OutsideRow): RowDecision {
  const { region } = sender
  const standard = packs.standardOf(region, row.year)
  if (!standard.ok) return { kind: 'refuse', reason: 'NO_RULE_FOR_YEAR', by: null }
  const closed = closedSince(packs, region, row)
  if (closed !== null) return { kind: 'refuse', reason: 'YEAR_CLOSED', by: closed }
  const pack = standard.value
  const kind = kindOf(pack, sender, row)
  if (!kind) return { kind: 'refuse', reason: 'PROVIDER_NOT_LAWFUL', by: sender.id }
  const item = itemOf({ pack, sender, row, kind })
  const credit = creditOf(pack, { region, year: row.year }, item)
  if (credit.reason !== 'COUNTED') return { kind: 'refuse', reason: credit.reason, by: credit.by }
  return { kind: 'take', pack, item, credit }
}

/** The last day on which the year could be made up for; null where it was open on the row's day. */
function closedSince(packs: PackLookup, region: string, { year, completedOn }: OutsideRow): string | null {
  if (year === Number(completedOn.slice(0, 4))) return null
  const open = packs.isYearOpen(region, year, startOfDay(completedOn))
  if (open.ok) return null
  return open.refusal.code === 'YEAR_CLOSED' ? open.refusal.details.closedOn : ''
}

/**
 * The kind of learning a row belongs to. Kinds that name the provider come first, and a section that the
 * notice names before the rest. A provider that the notice names gives nothing beyond the kinds that name it;
 * rows of other providers are courses or classes, and the notice says whether those count.
 */
function kindOf(pack: PolicyPack, { id }: Sender, row: OutsideRow): LearningKind | null {
  const fits = ({ category }: LearningKind): boolean => category === null || category.value === row.category
  const own = pack.kinds.filter(({ providers }) => providers?.value.includes(id))
  const section = own.find(
    ({ label, aliases }) => row.section !== '' && [label, ...aliases].includes(row.section),
  )
  if (section) return section
  const named = own.find(fits)
  if (named || pack.providers.some((provider) => provider.id === id)) return named ?? null
  const route = row.mode ?? 'online'
  return pack.kinds.find((kind) => kind.route === route && fits(kind)) ?? null
}

interface Asked {
  readonly pack: PolicyPack
  readonly sender: Sender
  readonly row: OutsideRow
  readonly kind: LearningKind
}

function itemOf({ pack, sender, row, kind }: Asked): LearningItem {
  const { courseCode, courseTitle, category, hours, mode } = row
  const subject = pack.publicSubjects.subjects.find(({ id }) => id === courseCode.toLowerCase())
  const topic = pack.exclusions.find(({ label }) => courseTitle.includes(label))?.topic
  const meets: ConditionId[] = []
  if (row.examPassed) meets.push('exam-passed')
  if (row.filing !== '') meets.push('plan-approved', 'organiser-recognised')
  return {
    id: `${sender.id}:${courseCode}`,
    kind: kind.id,
    category,
    hours,
    earnedAt: earnedAtOf(row),
    providerId: sender.id,
    evidenceKey: `outside:${sender.id}:${courseCode}`,
    meets,
    ...(mode === null ? {} : { mode }),
    ...(sender.base === null ? {} : { base: sender.base }),
    ...(subject === undefined ? {} : { subjectId: subject.id }),
    ...(topic === undefined ? {} : { topic }),
  }
}
