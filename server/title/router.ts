import * as z from 'zod'
import { router, trainee } from '../trpc'
import { checkTitle } from './check-title'
import { declaredSchema } from './declared'

const asked = z.object({
  level: z.enum(['junior', 'middle', 'senior']),
  applicationYear: z.number().int().min(2000).max(2100),
  declared: declaredSchema.default({}),
})

export const titleRouter = router({
  check: trainee.input(asked).query(({ ctx, input }) => checkTitle(ctx, ctx.person, input)),
})
