import type { Hours } from '../../../domain/kernel/hours'
import type { Instant } from '../../../domain/kernel/instant'
import type { Account } from '../../../domain/ledger/account'
import type { Entry } from '../../../domain/ledger/entry'
import type { LearningItem } from '../../../domain/policy/facts'
import type { BaseLevel, Category } from '../../../domain/policy/pack'
import { by, collection } from '../../kernel/store/collection'
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

export const accounts = collection<AccountDocument>()({
  indexes: { byPerson: by('personId', '-year') },
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
    entries: typeof entries
  }
}
