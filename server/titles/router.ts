import * as z from 'zod'
import { router, trainee } from '../kernel/procedure'
import { checkTitle } from './check-title'
import { declaredSchema } from './declared'
import { planTitle } from './plan-title'

const asked = z.object({
  level: z.enum(['junior', 'middle', 'senior']),
  applicationYear: z.number().int().min(2000).max(2100),
  declared: declaredSchema.default({}),
})

/** An evening has at most so many minutes. */
const minutesPerEvening = z.number().int().min(10).max(600)

export const titleRouter = router({
  check: trainee.input(asked).query(({ ctx, input }) => checkTitle(ctx, ctx.person, input)),
  plan: trainee
    .input(asked.extend({ minutesPerEvening }))
    .query(({ ctx, input }) => planTitle(ctx, ctx.person, input)),
})
