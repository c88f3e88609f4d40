import * as z from 'zod'
import { hundredths } from '../../../domain/kernel/hours'
import { type Day, day } from '../../../domain/kernel/instant'
import { holding, identifier, router, typed } from '../../kernel/procedure'
import { decide } from './decide-claim'
import { decideMany } from './decide-many'
import { delegate, delegations, endDelegation } from './delegate'
import { listDone } from './list-done'
import { listQueue } from './list-queue'
import { decidedView, showClaimToReview } from './show-claim-to-review'

const MOST_AT_ONCE = 20
const MOST_HOURS = 1_000_00
const count = z.number().int().min(0).max(1_000_000)
const hours = z.number().int().min(1).max(MOST_HOURS).transform(hundredths)
const after = z.string().max(600).optional()
/** Made on the phone and part of an id. */
const actId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)
const lastDay = z
  .string()
  .refine(isDay)
  .transform((text) => text as Day)

function isDay(text: string): boolean {
  try {
    return day(text) === text
  } catch {
    return false
  }
}

const verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approve'), hours: hours.optional(), reason: typed(200).optional() }),
  z.object({
    kind: z.literal('return'),
    asks: z
      .array(z.object({ field: z.string().max(60), text: typed(200) }))
      .min(1)
      .max(20),
  }),
  z.object({ kind: z.literal('reject'), reason: typed(200) }),
  z.object({ kind: z.literal('transfer'), orgId: identifier, reason: typed(200) }),
  z.object({ kind: z.literal('opinion'), text: typed(200) }),
])

const oneClaim = z.object({ claimId: identifier, decisionId: actId, revision: count, stepIndex: count })

export const reviewRouter = router({
  queue: holding('review-claims')
    .input(z.object({ orgId: identifier.optional(), after }))
    .query(({ ctx, input }) => listQueue(ctx, ctx.holder, input)),
  done: holding('review-claims')
    .input(z.object({ after }))
    .query(({ ctx, input }) => listDone(ctx, ctx.person, input)),
  claim: holding('read-claims')
    .input(z.object({ claimId: identifier }))
    .query(({ ctx, input }) => showClaimToReview(ctx, ctx.holder, input.claimId)),
  decide: holding('review-claims')
    .input(oneClaim.extend({ verdict }))
    .mutation(async ({ ctx, input }) => decidedView(await decide(ctx, ctx.holder, input))),
  decideMany: holding('review-claims')
    .input(z.object({ items: z.array(oneClaim).min(1).max(MOST_AT_ONCE) }))
    .mutation(({ ctx, input }) => decideMany(ctx, ctx.holder, input.items)),
  delegations: holding('stand-aside').query(({ ctx }) => delegations(ctx, ctx.holder)),
  delegate: holding('stand-aside')
    .input(z.object({ personId: identifier, until: lastDay, actId }))
    .mutation(({ ctx, input }) => delegate(ctx, ctx.holder, input)),
  endDelegation: holding('stand-aside')
    .input(z.object({ personId: identifier, actId }))
    .mutation(({ ctx, input }) => endDelegation(ctx, ctx.holder, input)),
})
