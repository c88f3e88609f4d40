import * as z from 'zod'
import { hundredths } from '../../../domain/kernel/hours'
import { type Day, day } from '../../../domain/kernel/instant'
import { holding, identifier, router, typed } from '../../kernel/procedure'
import { decideContest } from '../../membership/contests/decide-contest'
import { listContests } from '../../membership/contests/list-contests'
import { decideBinding } from '../../membership/decide-binding'
import { listPeople } from '../../membership/list-people'
import { listStanding, remindPerson } from '../../membership/standing'
import { unitCode } from '../../membership/unit-code'
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

const decision = z.object({ personId: identifier, decisionId: identifier })

export const reviewRouter = router({
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
