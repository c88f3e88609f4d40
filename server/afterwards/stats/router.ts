import { holding, router } from '../../kernel/procedure'
import { behind, behindAsked, figuresAsked, overview } from './overview'

export const statsRouter = router({
  overview: holding('see-figures')
    .input(figuresAsked)
    .query(({ ctx, input }) => overview(ctx, ctx.holder, input)),
  behind: holding('see-figures')
    .input(behindAsked)
    .query(({ ctx, input }) => behind(ctx, ctx.holder, input)),
})
