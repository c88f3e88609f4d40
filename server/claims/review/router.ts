import * as z from 'zod'
import { hundredths } from '../../../domain/kernel/hours'
import { type Day, day } from '../../../domain/kernel/instant'
import { holding, identifier, reviewer, router, typed } from '../../kernel/procedure'
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
import { CLAIM_REVIEWERS } from './reviewing'
import { decidedView, showClaimToReview } from './show-claim-to-review'

/** Whoever reviews claims at any level; what they reach is decided claim by claim. */
const claimReviewer = holding(...CLAIM_REVIEWERS)
/** Reading a claim is also for those who check afterwards (SX22-16). */
const claimReader = holding(...CLAIM_REVIEWERS, 'bureau-staff')

const MOST_AT_ONCE = 20
const MOST_HOURS = 1_000_00
const count = z.number().int().min(0).max(1_000_000)
const hours = z.number().int().min(1).max(MOST_HOURS).transform(hundredths)
const after = z.string().max(400).optional()
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
  contests: claimReviewer
    .input(z.object({ level: z.enum(['unit', 'above']), orgId: identifier.optional(), after }))
    .query(({ ctx, input }) => listContests(ctx, ctx, input)),
  decideContest: claimReviewer
    .input(
      z.object({
        contestId: identifier,
        decisionId: actId,
        verdict: z.object({ kind: z.enum(['rebind', 'keep']), reason: typed(200) }),
      }),
    )
    .mutation(({ ctx, input }) => decideContest(ctx, ctx, input)),
  queue: claimReviewer
    .input(z.object({ orgId: identifier.optional(), after }))
    .query(({ ctx, input }) => listQueue(ctx, ctx, input)),
  done: claimReviewer.input(z.object({ after })).query(({ ctx, input }) => listDone(ctx, ctx.person, input)),
  claim: claimReader
    .input(z.object({ claimId: identifier }))
    .query(({ ctx, input }) => showClaimToReview(ctx, ctx, input.claimId)),
  decide: claimReviewer
    .input(oneClaim.extend({ verdict }))
    .mutation(async ({ ctx, input }) => decidedView(await decide(ctx, ctx, input))),
  decideMany: claimReviewer
    .input(z.object({ items: z.array(oneClaim).min(1).max(MOST_AT_ONCE) }))
    .mutation(({ ctx, input }) => decideMany(ctx, ctx, input.items)),
  delegations: claimReviewer.query(({ ctx }) => delegations(ctx, ctx)),
  delegate: claimReviewer
    .input(z.object({ personId: identifier, until: lastDay, actId }))
    .mutation(({ ctx, input }) => delegate(ctx, ctx, input)),
  endDelegation: claimReviewer
    .input(z.object({ personId: identifier, actId }))
    .mutation(({ ctx, input }) => endDelegation(ctx, ctx, input)),
  standing: reviewer
    .input(z.object({ behindOnly: z.boolean(), after }))
    .query(({ ctx, input }) => listStanding(ctx, { ...input, unitId: ctx.reviewedUnitId })),
  remind: reviewer
    .input(z.object({ personId: identifier }))
    .mutation(({ ctx, input }) => remindPerson(ctx, ctx, input.personId)),
  unitCode: reviewer.mutation(({ ctx }) => unitCode(ctx, ctx.reviewedUnitId)),
})
