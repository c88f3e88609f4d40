import { holding, router } from '../../kernel/procedure'
import { search, searchLines } from './search-lines'

export const auditRouter = router({
  search: holding('read-log')
    .input(search)
    .query(({ ctx, input }) => searchLines(ctx, ctx.holder, input)),
})
