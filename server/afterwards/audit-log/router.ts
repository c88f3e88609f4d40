import * as z from 'zod'
import { holding, identifier, router } from '../../kernel/procedure'
import { searchLines } from './search-lines'

const moment = z.number().int().min(0).optional()

export const auditRouter = router({
  search: holding('read-log')
    .input(
      z.object({
        scopeOrgId: identifier.optional(),
        actorId: identifier.optional(),
        subjectId: identifier.optional(),
        action: z.string().min(1).max(60).optional(),
        from: moment,
        before: moment,
        after: z.string().max(400).optional(),
      }),
    )
    .query(({ ctx, input }) => searchLines(ctx, ctx.holder, input)),
})
