// A stored claim that waits for one body: for tests of queues, not of submission.
import { hoursOf } from '../../domain/kernel/hours'
import type { Instant } from '../../domain/kernel/instant'
import type { ReviewStep } from '../../domain/policy/pack'
import { submitClaim } from '../../domain/review/submit-claim'
import type { ClaimDocument } from '../../server/claims/filing/documents'
import { queuePlace } from '../../server/claims/filing/queue-place'
import { packs } from '../../server/kernel/packs'
import { accept } from '../../server/kernel/refused'
import type { New } from '../../server/kernel/store/port'

export interface Waiting {
  id: string
  personId: string
  orgId: string
  at: Instant
  /** The level that the body is for the claim; its unit where none is named. */
  level?: ReviewStep
}

/** Eight hours of an equivalent of Shaanxi, handed in at that moment. */
export function waitingClaim({ id, personId, orgId, at, level = 'unit' }: Waiting): New<ClaimDocument> {
  const hours = hoursOf(8)
  const item = {
    id,
    kind: 'equivalent',
    category: 'professional',
    earnedAt: at,
    recognisedHours: hours,
  } as const
  const step = { step: level, orgId, orgName: '演示单位', outcome: 'waiting', note: '' } as const
  const undecided = { decidedBy: null, decidedByName: '', decidedAt: null, hours: null }
  const submission = {
    subject: { type: 'hours', item },
    claimedHours: hours,
    digest: '',
    steps: [{ ...step, ...undecided }],
    dueAt: at,
    closesAt: null,
  } as const
  const claim = submitClaim(submission, { id: personId, name: personId, orgName: '演示单位', at })
  return {
    _id: id,
    ...claim,
    ...queuePlace(claim),
    personId,
    personName: personId,
    unitId: orgId,
    unitName: '演示单位',
    region: 'shaanxi',
    targetYear: 2022,
    kind: 'equivalent',
    kindLabel: '同等学时认证',
    title: id,
    fields: {},
    attachments: [],
    before: null,
    bureauId: '',
    policyVersion: accept(packs.standardOf('shaanxi', 2022)).version,
    oddities: [],
    submittedAt: at,
    entryId: null,
  }
}
