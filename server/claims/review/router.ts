import * as z from 'zod'
import { identifier, ofBodies } from '../../kernel/inputs'
import { holding, router } from '../../kernel/procedure'
import { decide, givenDecision } from './decide-claim'
import { batch, decideMany } from './decide-many'
import { delegate, delegation, delegations, endDelegation, endedDelegation } from './delegate'
import { doneAsked, listDone } from './list-done'
import { listQueue } from './list-queue'
import { decidedView, showClaimToReview } from './show-claim-to-review'

export const reviewRouter = router({
  queue: holding('review-claims')
    .input(ofBodies)
    .query(({ ctx, input }) => listQueue(ctx, ctx.holder, input)),
  done: holding('review-claims')
    .input(doneAsked)
    .query(({ ctx, input }) => listDone(ctx, ctx.person, input)),
  claim: holding('read-claims')
    .input(z.object({ claimId: identifier }))
    .query(({ ctx, input }) => showClaimToReview(ctx, ctx.holder, input.claimId)),
  decide: holding('review-claims')
    .input(givenDecision)
    .mutation(async ({ ctx, input }) => decidedView(await decide(ctx, ctx.holder, input))),
  decideMany: holding('review-claims')
    .input(batch)
    .mutation(({ ctx, input }) => decideMany(ctx, ctx.holder, input.items)),
  delegations: holding('stand-aside').query(({ ctx }) => delegations(ctx, ctx.holder)),
  delegate: holding('stand-aside')
    .input(delegation)
    .mutation(({ ctx, input }) => delegate(ctx, ctx.holder, input)),
  endDelegation: holding('stand-aside')
    .input(endedDelegation)
    .mutation(({ ctx, input }) => endDelegation(ctx, ctx.holder, input)),
})
