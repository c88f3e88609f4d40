import { router, trainee } from '../../kernel/procedure'
import { accountAsked, accountView } from './account-view'

export const hoursRouter = router({
  account: trainee.input(accountAsked).query(({ ctx, input }) => accountView(ctx, ctx.person, input)),
})
