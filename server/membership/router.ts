import * as z from 'zod'
import { holding, identifier, router, trainee, typed } from '../kernel/procedure'
import { decideContest } from './contests/decide-contest'
import { listContests } from './contests/list-contests'
import { decideBinding } from './decide-binding'
import { listPeople } from './list-people'
import { showBelonging } from './moves/belonging'
import { decideMove, movesTo, requestMove, withdrawMove } from './moves/move-person'
import { listStanding, remindPerson } from './standing'
import { unitCode } from './unit-code'

const after = z.string().max(600).optional()
/** Made on the phone and part of an id. */
const actId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)
const decision = z.object({ personId: identifier, decisionId: identifier })

/** Part of `review`: a unit's reviewer answers for its people; a contest of a number goes up as a claim does. */
export const peopleReviewRouter = router({
  people: holding('confirm-people')
    .input(
      z.object({
        orgId: identifier.optional(),
        binding: z.enum(['claimed', 'verified', 'contested']),
        after,
      }),
    )
    .query(({ ctx, input }) => listPeople(ctx, ctx.holder, input)),
  confirm: holding('confirm-people')
    .input(decision)
    .mutation(({ ctx, input }) =>
      decideBinding(ctx, ctx.holder, { ...input, verdict: { binding: 'verified' } }),
    ),
  dispute: holding('confirm-people')
    .input(decision.extend({ reason: typed(200) }))
    .mutation(({ ctx, input: { reason, ...input } }) =>
      decideBinding(ctx, ctx.holder, { ...input, verdict: { binding: 'contested', reason } }),
    ),
  contests: holding('decide-contests')
    .input(z.object({ level: z.enum(['unit', 'above']), orgId: identifier.optional(), after }))
    .query(({ ctx, input }) => listContests(ctx, ctx.holder, input)),
  decideContest: holding('decide-contests')
    .input(
      z.object({
        contestId: identifier,
        decisionId: actId,
        verdict: z.object({ kind: z.enum(['rebind', 'keep']), reason: typed(200) }),
      }),
    )
    .mutation(({ ctx, input }) => decideContest(ctx, ctx.holder, input)),
  standing: holding('see-standing')
    .input(z.object({ orgId: identifier.optional(), behindOnly: z.boolean(), after }))
    .query(({ ctx, input }) => listStanding(ctx, ctx.holder, input)),
  remind: holding('remind-people')
    .input(z.object({ personId: identifier }))
    .mutation(({ ctx, input }) => remindPerson(ctx, ctx.holder, input.personId)),
  unitCode: holding('show-unit-code')
    .input(z.object({ orgId: identifier.optional() }).optional())
    .mutation(({ ctx, input }) => unitCode(ctx, ctx.holder, input?.orgId)),
})

/** Part of `organisation`: where a person belongs, and the way to another unit. */
export const moveRouter = router({
  mine: trainee.query(({ ctx }) => showBelonging(ctx, ctx.person)),
  requestMove: trainee
    .input(z.object({ toUnitId: identifier, moveId: actId }))
    .mutation(({ ctx, input }) => requestMove(ctx, ctx.person, input)),
  withdrawMove: trainee.mutation(({ ctx }) => withdrawMove(ctx, ctx.person)),
  moves: holding('confirm-moves')
    .input(z.object({ orgId: identifier.optional(), after }))
    .query(({ ctx, input }) => movesTo(ctx, ctx.holder, input)),
  confirmMove: holding('confirm-moves')
    .input(z.object({ personId: identifier, moveId: actId }))
    .mutation(({ ctx, input }) => decideMove(ctx, ctx.holder, { ...input, verdict: { kind: 'confirm' } })),
  refuseMove: holding('confirm-moves')
    .input(z.object({ personId: identifier, moveId: actId, reason: typed(200) }))
    .mutation(({ ctx, input: { reason, ...input } }) =>
      decideMove(ctx, ctx.holder, { ...input, verdict: { kind: 'refuse', reason } }),
    ),
})
