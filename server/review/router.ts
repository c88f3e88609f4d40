import * as z from 'zod'
import { identifier, reviewer, router, typed } from '../trpc'
import { decideBinding } from './decide-binding'
import { listPeople } from './list-people'
import { unitCode } from './unit-code'

const decision = z.object({ personId: identifier, decisionId: identifier })

export const reviewRouter = router({
  people: reviewer
    .input(
      z.object({
        binding: z.enum(['claimed', 'verified', 'contested']),
        after: z.string().max(400).optional(),
      }),
    )
    .query(({ ctx, input }) => listPeople(ctx, { ...input, unitId: ctx.reviewedUnitId })),
  confirm: reviewer
    .input(decision)
    .mutation(({ ctx, input }) => decideBinding(ctx, ctx, { ...input, verdict: { binding: 'verified' } })),
  dispute: reviewer
    .input(decision.extend({ reason: typed(200) }))
    .mutation(({ ctx, input: { reason, ...input } }) =>
      decideBinding(ctx, ctx, { ...input, verdict: { binding: 'contested', reason } }),
    ),
  unitCode: reviewer.mutation(({ ctx }) => unitCode(ctx, ctx.reviewedUnitId)),
})
