import { router, trainee } from '../../kernel/procedure'
import { issue, yearToCertify } from './issue'
import { mine, numberAsked, view } from './mine'

export const certificateRouter = router({
  issue: trainee.input(yearToCertify).mutation(({ ctx, input }) => issue(ctx, ctx.person, input)),
  mine: trainee.query(({ ctx }) => mine(ctx, ctx.person)),
  view: trainee.input(numberAsked).query(({ ctx, input }) => view(ctx, ctx.person, input)),
})
