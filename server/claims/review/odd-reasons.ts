import { formatHours, type Hours } from '../../../domain/kernel/hours'
import { requiredOf } from '../../../domain/ledger/year-complete'
import type { PolicyPack } from '../../../domain/policy/pack'
import type { ClaimEvent } from '../../../domain/review/claim'
import type { AccountDocument } from '../../books/hours/documents'
import { type Decider, isOwnAffair } from '../../kernel/holder'
import type { effectOf } from '../filing/assess'
import type { ClaimDocument } from '../filing/documents'

export interface Looked {
  claim: ClaimDocument
  pack: PolicyPack
  account: AccountDocument | null
  /** Warnings of the submission, naming whose claim each is about. */
  oddities: readonly string[]
  effect: ReturnType<typeof effectOf>
}

/**
 * The differences of a claim from its neighbours, in sentences for the reviewer: such a claim is never approved in a
 * batch.
 */
export function oddReasons({ claim, pack, account, oddities, effect }: Looked, reviewer: Decider): string[] {
  const { hour } = pack.labels
  const say = (hours: Hours): string => `${formatHours(hours)} ${hour}`
  return [
    ...ownAffair(claim, reviewer),
    ...oddities,
    ...(claim.subject.type === 'hours' && (claim.recognisedHours ?? claim.claimedHours) === null
      ? [`要由审核人认定${hour}`]
      : []),
    ...(effect && effect.overCap > 0
      ? [
          `${effect.capLabel === '' ? '' : `${effect.capLabel}：`}${say(effect.overCap)}超出上限，只计 ${say(effect.counted)}`,
        ]
      : []),
    ...(claim.subject.type === 'year' ? shortOf(account, pack, say) : []),
    ...correctedSince(claim),
  ]
}

/** A correction; and where somebody had approved the claim as it was, that what they approved is no longer what it says. */
function correctedSince({ revision, events }: ClaimDocument): string[] {
  if (revision === 1) return []
  const last = events.map(({ kind }) => kind).lastIndexOf('resubmitted')
  const undone = last >= 0 && events[last]?.note !== ''
  const approvers = [...new Set(events.slice(0, last).flatMap(approver))]
  return undone && approvers.length > 0
    ? [`${approvers.join('、')}通过以后内容又改过，请看改了什么，重新审核`]
    : ['退回后补正过，请看改了什么']
}

const approver = ({ kind, orgName }: ClaimEvent): string[] =>
  kind === 'approved' || kind === 'reduced' ? [orgName] : []

/** Why a claim is not this reviewer’s to decide though it waits at their level; at most one sentence. */
export function ownAffair({ personId }: Pick<ClaimDocument, 'personId'>, reviewer: Decider): string[] {
  if (personId === reviewer.person._id) return ['是你本人的申报，要由别人审核']
  return isOwnAffair(reviewer, personId) ? ['是委托你代审的人的申报，要由别人审核'] : []
}

/** A year submitted before it has its hours; hours that wait for this very application count as there. */
function shortOf(account: AccountDocument | null, pack: PolicyPack, say: (hours: Hours) => string): string[] {
  const required = requiredOf(pack)
  if (required === null) return []
  return (['public', 'professional'] as const).flatMap((category) => {
    const { counted, pending } = account?.portions[category] ?? { counted: 0, pending: 0 }
    const missing = required[category] - counted - pending
    return missing > 0 ? [`${pack.labels[category]}还差 ${say(missing as Hours)}`] : []
  })
}
