import { release } from '../../../domain/ledger/release'
import type { LearningItem } from '../../../domain/policy/facts'
import type { PolicyPack } from '../../../domain/policy/pack'
import type { Claim, ClaimSubject } from '../../../domain/review/claim'
import { accountIdOf } from '../../books/hours/account-id'
import type { LearnedSpan } from '../../books/hours/learned'
import { entryDocument, postHours } from '../../books/hours/post-hours'
import type { Context } from '../../kernel/context'
import { refuse } from '../../kernel/refused'
import type { Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { ClaimDocument } from '../filing/documents'
import { spanOf } from '../filing/same-learning'
import { evidenceOfClaim } from './claim-evidence'

interface Passed {
  claim: ClaimDocument
  pack: PolicyPack
  now: Context['now']
}

/**
 * Carries out a claim that passed its last level, in that transaction: hours are posted, a deeming is credited, or the
 * year's pending hours count. At most four reads and three writes, and where the hours look like others, the double.
 * Answers with the ledger's entry, null where there is none.
 */
export async function creditClaim(tx: Transaction, passed: Passed): Promise<string | null> {
  const { subject } = passed.claim
  switch (subject.type) {
    case 'hours':
      return creditHours(tx, passed, subject)
    case 'deeming':
      return creditDeeming(tx, passed, subject)
    case 'year':
      return creditYear(tx, passed)
  }
}

async function creditHours(
  tx: Transaction,
  { claim, pack, now }: Passed,
  { item }: Extract<ClaimSubject, { type: 'hours' }>,
): Promise<string> {
  const { entry } = await postHours(tx, {
    person: await personOfClaim(tx, claim),
    region: claim.region,
    targetYear: claim.targetYear,
    item: recognised(item, claim),
    title: claim.title,
    cause: { kind: 'claim', claimId: claim._id },
    earnedAt: item.earnedAt,
    recordedAt: now,
    evidence: evidenceOfClaim(claim, pack.labels.hour),
    pack,
    ...spanned(claim),
  })
  return entry._id
}

function spanned({ fields }: ClaimDocument): { span?: LearnedSpan } {
  const span = spanOf(fields)
  return span ? { span } : {}
}

/** As claimed, with the hours that the levels recognised: the formula never gives more than these. */
const recognised = (item: LearningItem, { recognisedHours }: Claim): LearningItem =>
  recognisedHours === null ? item : { ...item, recognisedHours }

async function creditDeeming(
  tx: Transaction,
  { claim, now }: Passed,
  { fact }: Extract<ClaimSubject, { type: 'deeming' }>,
): Promise<null> {
  await tx.insert('deemings', {
    _id: claim._id,
    personId: claim.personId,
    region: claim.region,
    fact,
    state: 'valid',
    creditedAt: now,
  })
  return null
}

/** The year's application counts hours earned until its submission; later hours wait for another one (QH23-11). */
async function creditYear(tx: Transaction, { claim, pack, now }: Passed): Promise<string | null> {
  const person = await personOfClaim(tx, claim)
  if (person.binding !== 'verified') refuse('BINDING_UNVERIFIED', {})
  const accountId = accountIdOf({ personId: person._id, region: claim.region, year: claim.targetYear })
  const account = await tx.get('accounts', accountId)
  if (!account) return null
  const handedIn = claim.events.filter(({ kind }) => kind === 'submitted' || kind === 'resubmitted')
  const earnedUntil = handedIn.at(-1)?.at ?? claim.submittedAt
  const released = release(account, { accountId, at: now, policyVersion: pack.version, earnedUntil })
  if (!released) return null
  await tx.insert('entries', entryDocument(released.entry, accountId, { kind: 'release' }))
  await tx.replace('accounts', { ...account, ...released.account })
  return released.entry.id
}

async function personOfClaim(tx: Transaction, { personId }: ClaimDocument): Promise<PersonDocument> {
  const person = await tx.get('persons', personId)
  return person ?? refuse('PERSON_UNKNOWN', {})
}
