import { caller, router, trainee } from '../kernel/procedure'
import { makeUpYears } from './make-up-years'
import { policyAsked, showPolicy } from './show-policy'

export const policyRouter = router({
  show: caller.input(policyAsked).query(({ ctx, input }) => showPolicy(ctx, input)),
  makeUp: trainee.query(({ ctx }) => ({ years: makeUpYears(ctx, ctx.person.region) })),
})
