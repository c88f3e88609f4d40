import { hoursOf } from '../../../domain/kernel/hours'
import { plusSeconds } from '../../../domain/kernel/instant'
import type { ClaimDocument } from '../../../server/claims/filing/documents'
import { decide } from '../../../server/claims/review/decide-claim'
import { decideMany } from '../../../server/claims/review/decide-many'
import { delegate, endDelegation } from '../../../server/claims/review/delegate'
import { listQueue } from '../../../server/claims/review/list-queue'
import { showClaimToReview } from '../../../server/claims/review/show-claim-to-review'
import type { World } from '../matrix/world'
import { callsDuring, removed, reviewedUnit, UNKNOWN, waiting, withdrawnUnit } from './changed-world'
import { provokesEach } from './provoke'

const REVIEWER = 'o-unit-reviewer'
const APPROVE = { kind: 'approve' } as const
const UNTIL = '2022-08-31'

type Verdict = Parameters<ReturnType<World['calls']>['review']['decide']>[0]['verdict']
type Seen = Pick<ClaimDocument, '_id' | 'revision' | 'stepIndex'>

/** The marks by which a reviewer's phone names the claim that it shows. */
const seen = (world: World, { _id: claimId, revision, stepIndex }: Seen) => ({
  ...{ claimId, revision, stepIndex, decisionId: world.next('d') },
})

const decides = (world: World, claim: Seen, verdict: Verdict = APPROVE, openid = REVIEWER) =>
  world.calls(openid).review.decide({ ...seen(world, claim), verdict })

const yearOf = (world: World, ownerId: string) =>
  waiting(world, { ownerId, at: 'bureau' }, { subject: { type: 'year' } })

const hands = (world: World, personId: string, openid = REVIEWER) =>
  world.calls(openid).review.delegate({ personId, until: UNTIL, actId: world.next('act') })

/** A unit's reviewer, and a colleague who stands in for them. */
async function standingIn(world: World) {
  const { place, reviewerId, reviewer } = await reviewedUnit(world)
  await hands(world, place.personId, reviewer)
  return { personId: place.personId, unit: place.unit, reviewerId, reviewer }
}

provokesEach(
  {
    decide: {
      BINDING_UNVERIFIED: async (world) => {
        const { _id } = await world.person('station', { binding: 'claimed' })
        return decides(world, await yearOf(world, _id), APPROVE, 'o-bureau-reviewer')
      },
      CERTIFYING_WITHDRAWN: async (world) => {
        const { place, reviewer } = await withdrawnUnit(world)
        return decides(world, await waiting(world, { place }), APPROVE, reviewer)
      },
      CLAIM_CHANGED: async (world) => decides(world, { ...(await waiting(world)), revision: 2 }),
      CLAIM_CLOSED: async (world) => decides(world, await waiting(world, {}, { state: 'withdrawn' })),
      HOURS_ABOVE_CLAIMED: async (world) =>
        decides(world, await waiting(world, {}, { claimedHours: hoursOf(8) }), { ...APPROVE, hours: 900 }),
      INPUT_INVALID: async (world) =>
        decides(world, await waiting(world, {}, { claimedHours: hoursOf(8) }), { ...APPROVE, hours: 700 }),
      ORG_UNKNOWN: async (world) =>
        decides(world, await waiting(world), { kind: 'transfer', orgId: UNKNOWN, reason: '人已调走' }),
      OUT_OF_SCOPE: (world) => decides(world, { _id: UNKNOWN, revision: 1, stepIndex: 0 }),
      PERSON_UNKNOWN: async (world) =>
        decides(world, await yearOf(world, UNKNOWN), APPROVE, 'o-bureau-reviewer'),
      SELF_REVIEW: async (world) => decides(world, await waiting(world, { ownerId: 'unit-reviewer' })),
      STEP_ALREADY_DECIDED: async (world) => {
        const claim = await waiting(world)
        await decides(world, claim)
        return decides(world, claim)
      },
    },
    decideMany: {
      CERTIFYING_WITHDRAWN: async (world) => {
        const { place, reviewer } = await withdrawnUnit(world)
        return world
          .calls(reviewer)
          .review.decideMany({ items: [seen(world, await waiting(world, { place }))] })
      },
      OUT_OF_SCOPE: (world) =>
        world
          .calls(REVIEWER)
          .review.decideMany({ items: [seen(world, { _id: UNKNOWN, revision: 1, stepIndex: 0 })] }),
    },
    delegate: {
      BINDING_UNVERIFIED: async (world) =>
        hands(world, (await world.person('station', { binding: 'claimed' }))._id),
      // The reviewer's own role got an end while they handed it on: it would outlast them.
      GRANT_BEYOND_OWN: async (world) => {
        const { place, reviewerId, reviewer } = await reviewedUnit(world)
        const role = { role: 'unit-reviewer', orgId: place.unit, grantedBy: '' } as const
        const ends = () => world.hold(reviewerId, [{ ...role, until: plusSeconds(world.now, 60) }])
        const { review } = callsDuring(world, reviewer, ends)
        return review.delegate({ personId: place.personId, until: UNTIL, actId: world.next('act') })
      },
      INPUT_INVALID: (world) =>
        world
          .calls(REVIEWER)
          .review.delegate({ personId: 'trainee', until: '2022-08-14', actId: world.next('act') }),
      ORG_NOT_VERIFIED: async (world) => {
        const { place, reviewer } = await reviewedUnit(world, { state: 'registered' })
        return hands(world, place.personId, reviewer)
      },
      OUT_OF_SCOPE: (world) => hands(world, UNKNOWN),
      // The colleague's account was ended while the review was handed to them.
      PERSON_UNKNOWN: async (world) => {
        const { _id: personId } = await world.person('station')
        const { review } = callsDuring(world, REVIEWER, () => removed(world, 'persons', personId))
        return review.delegate({ personId, until: UNTIL, actId: world.next('act') })
      },
    },
    endDelegation: {
      OUT_OF_SCOPE: async (world) => {
        const { personId, reviewerId, reviewer } = await standingIn(world)
        const { review } = callsDuring(world, reviewer, () => world.hold(reviewerId, []))
        return review.endDelegation({ personId, actId: world.next('act') })
      },
    },
    listQueue: {
      OUT_OF_SCOPE: (world) => world.calls(REVIEWER).review.queue({ orgId: UNKNOWN }),
    },
    showClaimToReview: {
      OUT_OF_SCOPE: (world) => world.calls(REVIEWER).review.claim({ claimId: UNKNOWN }),
    },
  },
  { decide, decideMany, delegate, endDelegation, listQueue, showClaimToReview },
)
