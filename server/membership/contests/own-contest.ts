import type { Context } from '../../kernel/context'
import { type Holder, isOwnAffair } from '../../kernel/holder'
import type { ContestDocument, RegistrationDocument } from '../../people/documents'
import { mobileOf, verifiedMobileOf } from '../../people/sealed-numbers'

interface Asked {
  contest: ContestDocument
  /** Of the account that filed it. */
  theirs: RegistrationDocument | null
  decider: Holder
  /** Of the decider's account. */
  own: RegistrationDocument | null
}

/**
 * Whether a contest is the decider's own: about their own account, or that of whom they stand in for; or filed by
 * themselves, from this account, from one that they had, or from any with their mobile number, because the same number is
 * the same person.
 */
export function isOwnContest(
  { openid, ports: { secrets } }: Pick<Context, 'openid' | 'ports'>,
  { contest, theirs, decider, own }: Asked,
): boolean {
  const { person } = decider
  if (isOwnAffair(decider, contest.holderId) || contest.openid === openid) return true
  if (person.formerOpenids?.includes(contest.openid)) return true
  const mobile = verifiedMobileOf(theirs, secrets)
  return mobile !== '' && [mobileOf(person, secrets), verifiedMobileOf(own, secrets)].includes(mobile)
}
