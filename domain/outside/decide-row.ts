import { startOfDay } from '../kernel/instant'
import { type Credit, creditOf } from '../policy/credit-of'
import { excludedTopicOf } from '../policy/excluded-topic'
import type { BaseFact, LearningItem } from '../policy/facts'
import type { ConditionId, LearningKind } from '../policy/learning-kind'
import type { PackLookup } from '../policy/lookup'
import type { PersonKind, PersonLine, PolicyPack } from '../policy/pack'
import { untimelyItem } from '../policy/untimely'
import type { Reason } from '../policy/verdict'
import { earnedAtOf, type OutsideRow } from './read-row'

/** The reason why a row gives no hours: a rule of the notice, or no notice at all. */
export type RowReason = Exclude<Reason, 'COUNTED'> | 'NO_RULE_FOR_YEAR' | 'YEAR_CLOSED'

/** The sender: a platform that notices name, a base, or a department that trains its own line (QH23-2). */
export interface Sender {
  readonly id: string
  readonly region: string
  readonly kind: 'platform' | 'base' | 'department'
  readonly base: BaseFact | null
}

/** Whose row it is, as far as the notices distinguish people; a field is absent where the unit's record is silent. */
export interface RowPerson {
  readonly personKind?: PersonKind
  readonly line?: PersonLine
}

export type RowDecision =
  | { readonly kind: 'take'; readonly pack: PolicyPack; readonly item: LearningItem; readonly credit: Credit }
  | { readonly kind: 'refuse'; readonly reason: RowReason; readonly by: string | null }

/**
 * Decides a row by the notice of its year. A row completed in its own year is accepted after any time,
 * because a title looks at years that are closed for study (NX22-6). A row that makes up for an earlier year
 * counts only where that year was open on its day (NY22-20).
 */
export function decideRow(
  packs: PackLookup,
  { sender, person }: { sender: Sender; person: RowPerson | null },
  row: OutsideRow,
): RowDecision {
  const { region } = sender
  const standard = packs.standardOf(region, row.year)
  if (!standard.ok) return { kind: 'refuse', reason: 'NO_RULE_FOR_YEAR', by: null }
  const closed = closedSince(packs, region, row)
  if (closed !== null) return { kind: 'refuse', reason: 'YEAR_CLOSED', by: closed }
  const pack = standard.value
  const kind = kindOf(pack, sender, row)
  if (!kind) return { kind: 'refuse', reason: 'PROVIDER_NOT_LAWFUL', by: sender.id }
  const item = itemOf({ pack, sender, row, kind })
  const untimely = untimelyItem(packs, { region, year: row.year }, item)
  if (untimely !== null) return { kind: 'refuse', reason: untimely.reason, by: untimely.by }
  const asked = person === null ? ofAnybody(pack, item) : item
  const credit = creditOf(pack, { region, year: row.year, ...person }, asked)
  // clause QH23-8 QH23-9 NY22-7
  if (credit.reason !== 'COUNTED') return { kind: 'refuse', reason: credit.reason, by: credit.by }
  // A topic that is excluded for others only has been judged: the item that is posted is asked nothing more about it.
  return { kind: 'take', pack, item: withoutTopic(item), credit }
}

/**
 * The row of somebody who is not registered yet: a topic that is excluded for some people only is judged once it is
 * known who they are.
 */
function ofAnybody({ exclusions }: PolicyPack, item: LearningItem): LearningItem {
  const rule = exclusions.find(({ topic }) => topic === item.topic)
  return rule?.onlyFor ? withoutTopic(item) : item
}

function withoutTopic({ topic: _judged, ...item }: LearningItem): LearningItem {
  return item
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
 * notice names before the rest. A provider that the notice names gives nothing beyond the kinds that name it. Where
 * the notice has lists of departments or bases, rows of these are what the notice calls them; elsewhere they are
 * courses or classes, and the notice says whether those count.
 */
function kindOf(pack: PolicyPack, { id, kind: by }: Sender, row: OutsideRow): LearningKind | null {
  const fits = ({ category }: LearningKind): boolean => category === null || category.value === row.category
  const own = pack.kinds.filter(({ providers }) => providers?.value.includes(id))
  const section = own.find(
    ({ label, aliases }) => row.section !== '' && [label, ...aliases].includes(row.section),
  )
  // clause NY22-5
  if (section) return section
  const named = own.find(fits)
  if (named || pack.providers.some((provider) => provider.id === id)) return named ?? null
  const route = row.mode ?? 'online'
  const pushed = pack.kinds.filter(({ pushed: lists }) => lists !== undefined)
  const list = pushed.find((kind) =>
    kind.pushed?.value.some((one) => one.by === by && one.mode === route && fits(kind)),
  )
  if (list || pushed.length > 0) return list ?? null
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
  const topic = excludedTopicOf(pack.exclusions, courseTitle)
  const meets: ConditionId[] = []
  if (row.examPassed) meets.push('exam-passed')
  if (isFiling(row.filing)) meets.push('plan-approved', 'organiser-recognised')
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
    ...(topic === null ? {} : { topic }),
  }
}

const WORDS_OF_NONE = /^([未没待暂不]|[无否免空]\D*$|(none|null|nil|no|na|nan|unknown)$)/iu

/**
 * Whether a text can be the number of a filing. A word that says there is none is no filing; that the number exists
 * is for the body that approved it.
 * Worked example: “青人社备〔2023〕12号” can be one; “无”, “未备案”, “/” and “N/A” cannot.
 */
export function isFiling(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  return plain.replace(/0/g, '') !== '' && !WORDS_OF_NONE.test(plain)
}
