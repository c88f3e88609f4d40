import type { Hours } from '../../../domain/kernel/hours'
import type { Instant } from '../../../domain/kernel/instant'
import type { Account } from '../../../domain/ledger/account'
import type { Entry } from '../../../domain/ledger/entry'
import type { Learned } from '../../../domain/ledger/same-learning'
import type { LearningItem } from '../../../domain/policy/facts'
import type { BaseLevel, Category } from '../../../domain/policy/pack'
import { by, collection, type Raw } from '../../kernel/store/collection'
import { IN_OFFICE, RANDOM_ID } from '../../kernel/store/personal'
import type { Stored } from '../../kernel/store/stored'

/** `_id` is `${personId}:${region}:${year}`. */
export interface AccountDocument extends Stored, Account {
  personId: string
  region: string
  year: number
}

/** The cause of a credit. */
export type HoursCause =
  | { kind: 'course-exam'; courseId: string; attemptId: string; enrolmentId: string }
  | { kind: 'claim'; claimId: string }
  /** An upheld objection: the hours that the reversal took are credited anew. */
  | { kind: 'objection'; voidingId: string; entryId: string; claimId: string | null }
  /** A row from a lawful provider: the trainee does not declare it again (NY22-16). */
  | { kind: 'outside'; batchId: string; rowId: string }

export interface EvidenceLine {
  at: Instant
  /** Only the day is known: no hour of it is said. */
  dayOnly?: true
  text: string
}

/** The facts that a credit shows to the trainee who asks for its reason. */
export interface CreditFacts {
  kind: 'credit'
  category: Category
  hours: Hours
  title: string
  subjectId: string | null
  baseLevel: BaseLevel | null
  /** The item exactly as it was judged, so that it can be judged again when the trainee asks for the reason. */
  item: LearningItem
  cause: HoursCause
  evidence: EvidenceLine[]
}

export interface VoidFacts {
  kind: 'void'
  entryId: string
  reason: string
  clauseId: string
}

/** `_id` is the entry's id, from its cause: the same event posted twice is one document. Index byAccount: (accountId, sequence). */
export interface EntryDocument extends Stored, Omit<Entry, 'id'> {
  accountId: string
  facts: CreditFacts | VoidFacts | { kind: 'release' }
}

/** One credit, as much of it as another way to the same learning is known by. */
export interface LearnedLine extends Learned {
  entryId: string
  accountId: string
  year: number
}

/**
 * All that a person learned, in every year and by every way: one document, so that a new credit is compared with it in its
 * own transaction. `_id` is the person's.
 */
export interface LearnedDocument extends Stored {
  lines: LearnedLine[]
  /** Whether what was credited before there was such a list has been read from the ledger. */
  whole: boolean
}

/**
 * A credit that looks like something the same person was credited for before, for the bureau above their unit to look at.
 * `_id` is `double:<entryId>`. Indexes byBureau: (bureauId, state, -at), byPerson: (personId, -at).
 */
export interface DoubleDocument extends Stored {
  personId: string
  unitId: string
  bureauId: string
  line: LearnedLine
  like: LearnedLine[]
  /** `different`: somebody looked, and these are two. `settled`: one of them was taken back, as the ledger shows. */
  state: 'open' | 'different' | 'settled'
  decided: { by: string; byName: string; orgName: string; reason: string; at: Instant } | null
  at: Instant
}

export const learned = collection<LearnedDocument>()({
  indexes: {},
  personal: {
    leads: [{ id: (who) => who.personId }],
    exported: { no: '每一笔学时的名称和日期，学时记录里都有' },
    onErasure: 'remove',
  },
})

export const doubles = collection<DoubleDocument>()({
  indexes: { byBureau: by('bureauId', 'state', '-at'), byPerson: by('personId', '-at') },
  personal: {
    leads: [{ index: 'byPerson', value: (who) => who.personId }],
    exported: { heading: '可能重复的学时' },
    onErasure: 'rewrite',
    fields: { personId: RANDOM_ID, 'decided.by': RANDOM_ID, 'decided.byName': IN_OFFICE },
    words: ['line.title', 'like.title', 'decided.reason'],
  },
})

/** A bucket of the first shape under a limit per day: it held the last day and, beyond one, how many there were. */
const DAY_BUCKET = /^cap:(.+):\d{4}-\d\d-\d\d(?:\/(\d+))?$/

const daysIn = (bucket: unknown): number => Number(DAY_BUCKET.exec(String(bucket))?.[2] ?? 1)
const todaysBucket = (bucket: string): string => bucket.replace(DAY_BUCKET, 'day:$1')

/**
 * In the first shape trainings that ended on one day shared a limit only if they took as many days. What such a year
 * holds too much is taken back by the next entry of the account, which shares its limits anew; no entry is edited.
 */
const withDays = (old: Raw): Raw => ({
  ...old,
  lines: (old.lines as readonly Raw[]).map((line) => ({
    ...line,
    bucket: line.bucket === null ? null : todaysBucket(String(line.bucket)),
    days: daysIn(line.bucket),
    evidence: null,
    repeats: false,
  })),
  caps: Object.fromEntries(
    Object.entries(old.caps as Record<string, number>).map(([bucket, limit]) => [
      todaysBucket(bucket),
      limit / daysIn(bucket),
    ]),
  ),
})

export const accounts = collection<AccountDocument>()({
  indexes: { byPerson: by('personId', '-year') },
  upgrades: [withDays],
  personal: {
    leads: [{ index: 'byPerson', value: (who) => who.personId }],
    exported: { heading: '学时账户' },
    onErasure: { kept: '学时台账：单位和人社部门对学时负责，只写随机编号' },
  },
})

export const entries = collection<EntryDocument>()({
  indexes: { byAccount: by('accountId', '-sequence') },
  personal: {
    leads: [{ accounts: 'byAccount' }],
    exported: { heading: '学时记录' },
    onErasure: 'rewrite',
    fields: {
      'facts.subjectId': { nobody: '公需科目' },
      'facts.item.subjectId': { nobody: '公需科目' },
      'facts.item.base.name': { nobody: '基地的名称' },
    },
    words: ['facts.title', 'facts.reason', 'facts.evidence.text'],
  },
})

declare module '../../kernel/store/collections' {
  interface Collections {
    accounts: typeof accounts
    doubles: typeof doubles
    entries: typeof entries
    learned: typeof learned
  }
}
