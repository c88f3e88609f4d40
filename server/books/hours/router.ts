import * as z from 'zod'
import { router, trainee } from '../../kernel/procedure'
import { accountView } from './account-view'

const year = z.number().int().min(2000).max(2100)

export const hoursRouter = router({
  account: trainee
    .input(z.object({ year: year.optional(), after: z.string().max(400).optional() }))
    .query(({ ctx, input }) => accountView(ctx, ctx.person, input)),
})
