import type { LearningItem } from '../../../domain/policy/facts'
import type { ClaimSubject } from '../../../domain/review/claim'
import { accountIdOf } from '../../books/hours/account-id'
import type { LearnedLine } from '../../books/hours/documents'
import type { Context } from '../../kernel/context'
import { effectOf } from '../filing/assess'
import type { ClaimDocument } from '../filing/documents'
import { namedOddities } from '../filing/duplicates'
import { learnedOddities } from '../filing/same-learning'
import { packOfClaim } from '../filing/show-claim'
import type { Looked } from './odd-reasons'

/** Claims with their pack, the account they would be posted to, and the room under the caps: at most a hundred of them. */
export async function lookAtClaims(
  { store, packs, now }: Pick<Context, 'store' | 'packs' | 'now'>,
  claims: readonly ClaimDocument[],
): Promise<Looked[]> {
  const keyOf = ({ personId, region, targetYear }: ClaimDocument): string =>
    accountIdOf({ personId, region, year: targetYear })
  const ids = [...new Set(claims.map(keyOf))]
  const people = [...new Set(claims.map(({ personId }) => personId))]
  const [ofIds, ofPeople] = await Promise.all([
    store.getMany('accounts', ids),
    store.getMany('learned', people),
  ])
  const accounts = new Map(ids.map((id, i) => [id, ofIds[i] ?? null]))
  const learned = new Map(people.map((id, i) => [id, ofPeople[i]?.lines ?? []]))
  const oddities = await Promise.all(
    claims.map(async (claim) => [
      ...new Set([
        ...(await namedOddities(store, claim)),
        ...(await creditedSince({ store, packs }, claim, learned.get(claim.personId) ?? [])),
      ]),
    ]),
  )
  return claims.map((claim, i) => {
    const pack = packOfClaim({ packs }, claim)
    const account = accounts.get(keyOf(claim)) ?? null
    const posted = claim.entryId !== null
    const effect = posted
      ? null
      : effectOf({ pack, subject: subjectNow(claim), targetYear: claim.targetYear }, account, now)
    return { claim, pack, account, oddities: oddities[i] ?? [], effect }
  })
}

/** Credits that are like the claim, as the ledger stands now: a provider's line may have come after it was handed in. */
async function creditedSince(
  { store, packs }: Pick<Context, 'store' | 'packs'>,
  claim: ClaimDocument,
  learned: readonly LearnedLine[],
): Promise<string[]> {
  const entryId = claim.entryId ?? ''
  const found = await learnedOddities(store, { claim, learned, pack: packOfClaim({ packs }, claim), entryId })
  return found.map(({ text }) => text)
}

/** With the hours that the levels so far recognised. */
function subjectNow({ subject, recognisedHours }: ClaimDocument): ClaimSubject {
  if (subject.type !== 'hours' || recognisedHours === null) return subject
  const item: LearningItem = { ...subject.item, recognisedHours }
  return { type: 'hours', item }
}
