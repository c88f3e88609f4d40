import type { Instant } from '../../../domain/kernel/instant'
import { emptyAccount } from '../../../domain/ledger/account'
import type { Entry } from '../../../domain/ledger/entry'
import { type Posting, post } from '../../../domain/ledger/post'
import { yearComplete } from '../../../domain/ledger/year-complete'
import { type Credit, creditOf } from '../../../domain/policy/credit-of'
import type { LearningItem } from '../../../domain/policy/facts'
import type { PolicyPack } from '../../../domain/policy/pack'
import { accept } from '../../kernel/refused'
import type { New, Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import { accountIdOf } from './account-id'
import type { AccountDocument, CreditFacts, EntryDocument, EvidenceLine, HoursCause } from './documents'
import { findDoubles } from './find-doubles'
import type { LearnedSpan } from './learned'

export type { HoursCause } from './documents'

export interface HoursPosting {
  person: PersonDocument
  region: string
  targetYear: number
  /** The item learned; the pack decides its hours. */
  item: LearningItem
  title: string
  cause: HoursCause
  earnedAt: Instant
  recordedAt: Instant
  evidence: EvidenceLine[]
  pack: PolicyPack
  /** When it was learned, where more is known than the day of earning. */
  span?: LearnedSpan
  /** Set where it was decided before: restored hours count as they did before. */
  verified?: boolean
}

export interface PostedHours {
  entry: EntryDocument
  account: AccountDocument
  yearComplete: boolean
}

/**
 * A course gives its hours once a person, so the enrolment is the cause; a second attempt at it is a conflict. A claim is
 * credited once.
 */
export function entryIdOf(cause: HoursCause): string {
  switch (cause.kind) {
    case 'course-exam':
      return `course-exam:${cause.enrolmentId}`
    case 'claim':
      return `claim:${cause.claimId}`
    case 'objection':
      return `objection:${cause.voidingId}`
    case 'outside':
      return `outside:${cause.rowId}`
  }
}

/**
 * Posts hours within the transaction of their cause: two reads and three writes (account, entry, and the list of what the
 * person learned, by which one course that comes by two ways is found). A repeat writes nothing and answers with the
 * earlier posting. Refuses ENTRY_CONFLICT where the cause was posted with other content.
 */
export async function postHours(tx: Transaction, posting: HoursPosting): Promise<PostedHours> {
  const { person, region, targetYear, pack } = posting
  const key = { personId: person._id, region, year: targetYear }
  const accountId = accountIdOf(key)
  const before = await tx.get('accounts', accountId)
  const credit = creditFor(posting)
  const posted = accept(post(before ?? emptyAccount(), ledgerPosting(posting, credit)))
  const complete = (account: AccountDocument): boolean => yearComplete(account, pack)
  if (posted.kind === 'repeated') {
    const entry = await tx.get('entries', posted.line.entryId)
    if (!entry || !before) throw new Error(`${accountId} has a line without its entry`)
    return { entry, account: before, yearComplete: complete(before) }
  }
  const facts = factsOf(posting, credit)
  const entry = await tx.upsert('entries', null, entryDocument(posted.entry, accountId, facts))
  // Two exams of one trainee can end in the same moment, before there is an account to conflict on.
  const account = await tx.upsert('accounts', before, { _id: accountId, ...key, ...posted.account })
  await findDoubles(tx, { person, entry, year: targetYear, span: posting.span, at: posting.recordedAt })
  return { entry, account, yearComplete: complete(account) }
}

/**
 * Hours wait until the trainee is verified (SX22-13), and for the year's application where there is one (QH23-11).
 */
export const countsAtOnce = (
  { binding }: Pick<PersonDocument, 'binding'>,
  { review, pendingUntilVerified }: Pick<PolicyPack, 'review' | 'pendingUntilVerified'>,
): boolean => !review.yearlySubmission.value && (binding === 'verified' || !pendingUntilVerified.value)

/** Throws where the pack gives no hours: a trainee must hear of that before spending an evening on it. */
function creditFor({ pack, region, targetYear, item }: HoursPosting): Credit {
  const credit = creditOf(pack, { region, year: targetYear }, item)
  if (credit.reason !== 'COUNTED') throw new Error(`${item.id} gives no hours: ${credit.reason} ${credit.by}`)
  return credit
}

const ledgerPosting = (posting: HoursPosting, { category, hours, cap }: Credit): Posting => ({
  id: entryIdOf(posting.cause),
  category,
  hours,
  baseLevel: posting.item.base?.level ?? null,
  cap,
  days: posting.item.days ?? 1,
  ...onceOf(posting.pack, posting.item),
  verified: posting.verified ?? countsAtOnce(posting.person, posting.pack),
  earnedAt: posting.earnedAt,
  recordedAt: posting.recordedAt,
  policyVersion: posting.pack.version,
  content: { title: posting.title, item: posting.item, cause: posting.cause },
})

/** Names the evidence by which the same learning is known again, where the notice counts it once. */
export const onceOf = (
  { countsOnce }: Pick<PolicyPack, 'countsOnce'>,
  { evidenceKey }: LearningItem,
): Pick<Posting, 'evidenceKey'> => (evidenceKey === undefined || !countsOnce.value ? {} : { evidenceKey })

const factsOf = (posting: HoursPosting, { category, hours }: Credit): CreditFacts => ({
  kind: 'credit',
  category,
  hours,
  title: posting.title,
  subjectId: posting.item.subjectId ?? null,
  baseLevel: posting.item.base?.level ?? null,
  item: posting.item,
  cause: posting.cause,
  evidence: posting.evidence,
})

export const entryDocument = (
  { id, ...entry }: Entry,
  accountId: string,
  facts: EntryDocument['facts'],
): New<EntryDocument> => ({ _id: id, accountId, ...entry, facts })
