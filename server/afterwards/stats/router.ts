import * as z from 'zod'
import { holding, identifier, router } from '../../kernel/procedure'
import { behind, overview } from './overview'

const asked = z.object({
  year: z.number().int().min(2000).max(2100).optional(),
  after: z.string().max(400).optional(),
})

export const statsRouter = router({
  overview: holding('see-figures')
    .input(asked.extend({ orgId: identifier.optional() }))
    .query(({ ctx, input }) => overview(ctx, ctx.holder, input)),
  behind: holding('see-figures')
    .input(asked.extend({ orgId: identifier }))
    .query(({ ctx, input }) => behind(ctx, ctx.holder, input)),
})
