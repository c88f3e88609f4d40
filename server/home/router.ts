import { router, trainee } from '../kernel/procedure'
import { showHome } from './show-home'
import { showMe } from './show-me'

export const homeRouter = router({ view: trainee.query(({ ctx }) => showHome(ctx, ctx.person)) })

/** Part of `account`: what the person's own page shows, gathered from the rooms below. */
export const meRouter = router({ me: trainee.query(({ ctx }) => showMe(ctx, ctx.person)) })
