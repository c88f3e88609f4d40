import { router, trainee } from '../kernel/procedure'
import { showHome } from './show-home'

export const homeRouter = router({ view: trainee.query(({ ctx }) => showHome(ctx, ctx.person)) })
