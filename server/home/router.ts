import { router, trainee } from '../trpc'
import { showHome } from './show-home'

export const homeRouter = router({ view: trainee.query(({ ctx }) => showHome(ctx, ctx.person)) })
