import * as z from 'zod'
import { ROLE_NAMES } from '../../domain/organisation/roles'
import { caller, holding, identifier, reviewer, router, trainee, typed } from '../kernel/procedure'
import { showBelonging } from '../membership/moves/belonging'
import { decideMove, movesTo, requestMove, withdrawMove } from '../membership/moves/move-person'
import { LONGEST_NAME } from './body-name'
import { BUREAU, renameOrganisation, setLine, setSelfReviewing } from './change-organisation'
import { candidatesOf, grantRole, holdersOf, revokeRole } from './grant-role'
import { registerOrganisation } from './register-organisation'
import { REVIEWERS, reviewOrganisation } from './review-organisation'
import { searchAbove } from './search-above'
import { showTree } from './tree'

const after = z.string().max(400).optional()
/** Made on the phone and part of an id. */
const actId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)
const change = z.object({ orgId: identifier, actId })
const decision = z.object({ orgId: identifier, decisionId: actId })
const role = z.object({
  personId: identifier,
  role: z.enum(ROLE_NAMES),
  orgId: identifier,
  actId: identifier,
})
const reading = holding(...ROLE_NAMES)
const reviewing = holding(...REVIEWERS)
const bureau = holding(...BUREAU)
const granting = holding('unit-reviewer', 'department-reviewer', 'bureau-reviewer', 'base-staff')

export const organisationRouter = router({
  searchAbove: caller
    .input(z.object({ text: typed(40), after }))
    .query(({ ctx, input }) => searchAbove(ctx, input)),
  register: caller
    .input(
      z.object({
        name: typed(LONGEST_NAME),
        kind: z.enum(['department', 'township', 'unit']),
        parentId: identifier,
        isPrivate: z.boolean(),
      }),
    )
    .mutation(({ ctx, input }) => registerOrganisation(ctx, input)),
  mine: trainee.query(({ ctx }) => showBelonging(ctx, ctx.person)),

  tree: reading
    .input(z.object({ parentId: identifier.optional(), after }))
    .query(({ ctx, input }) => showTree(ctx, ctx.grants, input)),
  verify: reviewing
    .input(decision)
    .mutation(({ ctx, input }) => reviewOrganisation(ctx, ctx, { ...input, verdict: { kind: 'verify' } })),
  return: reviewing
    .input(decision.extend({ reason: typed(200) }))
    .mutation(({ ctx, input: { reason, ...input } }) =>
      reviewOrganisation(ctx, ctx, { ...input, verdict: { kind: 'return', reason } }),
    ),
  rename: reviewing
    .input(change.extend({ name: typed(LONGEST_NAME) }))
    .mutation(({ ctx, input }) => renameOrganisation(ctx, ctx, input)),
  setLine: bureau
    .input(change.extend({ line: z.enum(['health', 'accounting']).nullable() }))
    .mutation(({ ctx, input }) => setLine(ctx, ctx, input)),
  setSelfReviewing: bureau
    .input(change.extend({ selfReviewing: z.boolean() }))
    .mutation(({ ctx, input }) => setSelfReviewing(ctx, ctx, input)),

  holders: reading
    .input(z.object({ orgId: identifier, after }))
    .query(({ ctx, input }) => holdersOf(ctx, ctx, input)),
  candidates: granting
    .input(z.object({ orgId: identifier, after }))
    .query(({ ctx, input }) => candidatesOf(ctx, ctx, input)),
  grant: granting
    .input(role.extend({ until: z.number().int().positive().nullable() }))
    .mutation(({ ctx, input }) => grantRole(ctx, ctx, input)),
  revoke: reading.input(role).mutation(({ ctx, input }) => revokeRole(ctx, ctx, input)),

  requestMove: trainee
    .input(z.object({ toUnitId: identifier, moveId: actId }))
    .mutation(({ ctx, input }) => requestMove(ctx, ctx.person, input)),
  withdrawMove: trainee.mutation(({ ctx }) => withdrawMove(ctx, ctx.person)),
  moves: reviewer
    .input(z.object({ after }))
    .query(({ ctx, input }) => movesTo(ctx, { ...input, unitId: ctx.reviewedUnitId })),
  confirmMove: reviewer
    .input(z.object({ personId: identifier, moveId: actId }))
    .mutation(({ ctx, input }) => decideMove(ctx, ctx, { ...input, verdict: { kind: 'confirm' } })),
  refuseMove: reviewer
    .input(z.object({ personId: identifier, moveId: actId, reason: typed(200) }))
    .mutation(({ ctx, input: { reason, ...input } }) =>
      decideMove(ctx, ctx, { ...input, verdict: { kind: 'refuse', reason } }),
    ),
})
