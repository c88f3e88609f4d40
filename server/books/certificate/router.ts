import * as z from 'zod'
import { router, trainee } from '../../kernel/procedure'
import { issue } from './issue'
import { mine, view } from './mine'

export const certificateRouter = router({
  issue: trainee
    .input(z.object({ year: z.number().int().min(2000).max(2100) }))
    .mutation(({ ctx, input }) => issue(ctx, ctx.person, input)),
  mine: trainee.query(({ ctx }) => mine(ctx, ctx.person)),
  view: trainee
    .input(z.object({ number: z.string().min(1).max(40) }))
    .query(({ ctx, input }) => view(ctx, ctx.person, input)),
})
