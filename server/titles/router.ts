import { router, trainee } from '../kernel/procedure'
import { checkTitle } from './check-title'
import { planAsked, planTitle } from './plan-title'
import { titleAsked } from './title-question'

export const titleRouter = router({
  check: trainee.input(titleAsked).query(({ ctx, input }) => checkTitle(ctx, ctx.person, input)),
  plan: trainee.input(planAsked).query(({ ctx, input }) => planTitle(ctx, ctx.person, input)),
})
