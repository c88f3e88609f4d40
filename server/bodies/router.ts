import { caller, holding, router } from '../kernel/procedure'
import {
  newLine,
  newName,
  newReviewing,
  newStanding,
  renameOrganisation,
  setLine,
  setSelfReviewing,
  setStanding,
} from './change-organisation'
import {
  candidatesOf,
  endedRole,
  givenRole,
  grantRole,
  holdersOf,
  peopleOfBody,
  revokeRole,
} from './grant-role'
import { founding, registerOrganisation } from './register-organisation'
import { bodyDecision, bodyReturn, reviewOrganisation } from './review-organisation'
import { searchAbove } from './search-above'
import { bodySearch } from './search-terms'
import { searchUnits } from './search-units'
import { showTree, treeAsked } from './tree'

export const organisationRouter = router({
  searchAbove: caller.input(bodySearch).query(({ ctx, input }) => searchAbove(ctx, input)),
  register: caller.input(founding).mutation(({ ctx, input }) => registerOrganisation(ctx, input)),

  tree: holding('see-tree')
    .input(treeAsked)
    .query(({ ctx, input }) => showTree(ctx, ctx.holder, input)),
  verify: holding('verify-bodies')
    .input(bodyDecision)
    .mutation(({ ctx, input: { registrar, beside, ...input } }) =>
      reviewOrganisation(ctx, ctx.holder, { ...input, verdict: { kind: 'verify', registrar, beside } }),
    ),
  return: holding('verify-bodies')
    .input(bodyReturn)
    .mutation(({ ctx, input: { reason, ...input } }) =>
      reviewOrganisation(ctx, ctx.holder, { ...input, verdict: { kind: 'return', reason } }),
    ),
  rename: holding('rename-bodies')
    .input(newName)
    .mutation(({ ctx, input }) => renameOrganisation(ctx, ctx.holder, input)),
  setLine: holding('set-up-bodies')
    .input(newLine)
    .mutation(({ ctx, input }) => setLine(ctx, ctx.holder, input)),
  setStanding: holding('set-up-bodies')
    .input(newStanding)
    .mutation(({ ctx, input }) => setStanding(ctx, ctx.holder, input)),
  setSelfReviewing: holding('set-up-bodies')
    .input(newReviewing)
    .mutation(({ ctx, input }) => setSelfReviewing(ctx, ctx.holder, input)),

  holders: holding('see-tree')
    .input(peopleOfBody)
    .query(({ ctx, input }) => holdersOf(ctx, ctx.holder, input)),
  candidates: holding('grant-roles')
    .input(peopleOfBody)
    .query(({ ctx, input }) => candidatesOf(ctx, ctx.holder, input)),
  grant: holding('grant-roles')
    .input(givenRole)
    .mutation(({ ctx, input }) => grantRole(ctx, ctx.holder, input)),
  revoke: holding('end-roles')
    .input(endedRole)
    .mutation(({ ctx, input }) => revokeRole(ctx, ctx.holder, input)),
})

/** Part of `account`: registering begins with the search for one's unit. */
export const unitSearchRouter = router({
  searchUnits: caller.input(bodySearch).query(({ ctx, input }) => searchUnits(ctx, input)),
})
