import * as z from 'zod'
import { ROLE_NAMES } from '../../domain/organisation/roles'
import { caller, holding, identifier, router, typed } from '../kernel/procedure'
import { LONGEST_NAME } from './body-name'
import { renameOrganisation, setLine, setSelfReviewing } from './change-organisation'
import { candidatesOf, grantRole, holdersOf, revokeRole } from './grant-role'
import { registerOrganisation } from './register-organisation'
import { reviewOrganisation } from './review-organisation'
import { searchAbove } from './search-above'
import { searchUnits } from './search-units'
import { showTree } from './tree'

const after = z.string().max(600).optional()
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

  tree: holding('see-tree')
    .input(z.object({ parentId: identifier.optional(), after }))
    .query(({ ctx, input }) => showTree(ctx, ctx.holder, input)),
  verify: holding('verify-bodies')
    .input(decision)
    .mutation(({ ctx, input }) =>
      reviewOrganisation(ctx, ctx.holder, { ...input, verdict: { kind: 'verify' } }),
    ),
  return: holding('verify-bodies')
    .input(decision.extend({ reason: typed(200) }))
    .mutation(({ ctx, input: { reason, ...input } }) =>
      reviewOrganisation(ctx, ctx.holder, { ...input, verdict: { kind: 'return', reason } }),
    ),
  rename: holding('rename-bodies')
    .input(change.extend({ name: typed(LONGEST_NAME) }))
    .mutation(({ ctx, input }) => renameOrganisation(ctx, ctx.holder, input)),
  setLine: holding('set-up-bodies')
    .input(change.extend({ line: z.enum(['health', 'accounting']).nullable() }))
    .mutation(({ ctx, input }) => setLine(ctx, ctx.holder, input)),
  setSelfReviewing: holding('set-up-bodies')
    .input(change.extend({ selfReviewing: z.boolean() }))
    .mutation(({ ctx, input }) => setSelfReviewing(ctx, ctx.holder, input)),

  holders: holding('see-tree')
    .input(z.object({ orgId: identifier, after }))
    .query(({ ctx, input }) => holdersOf(ctx, ctx.holder, input)),
  candidates: holding('grant-roles')
    .input(z.object({ orgId: identifier, after }))
    .query(({ ctx, input }) => candidatesOf(ctx, ctx.holder, input)),
  grant: holding('grant-roles')
    .input(role.extend({ until: z.number().int().positive().nullable() }))
    .mutation(({ ctx, input }) => grantRole(ctx, ctx.holder, input)),
  revoke: holding('end-roles')
    .input(role)
    .mutation(({ ctx, input }) => revokeRole(ctx, ctx.holder, input)),
})

/** Part of `account`: registering begins with the search for one's unit. */
export const unitSearchRouter = router({
  searchUnits: caller
    .input(z.object({ text: typed(40), after }))
    .query(({ ctx, input }) => searchUnits(ctx, input)),
})
