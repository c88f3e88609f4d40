import { holding, router } from '../kernel/procedure'
import { reconciliationSheet } from './reconcile'
import { regionInScope } from './region-in-scope'
import { newKey, oneKey, setKey, withdrawKey } from './set-key'
import { batchAsked, batchesAsked, oneBatch, showBatch, showBatches, showUnmatched } from './show-batches'
import { showProviders } from './show-providers'
import { titleExport, titleSheet, titlesAsked } from './title-export'

/** Staff of the bureau at the top of a region's tree. */
const staff = holding('read-outside').use(async ({ ctx, next }) => {
  const scope = await regionInScope(ctx.store, ctx.holder)
  return next({ ctx: { scope } })
})

export const outsideRouter = router({
  batches: staff
    .input(batchesAsked)
    .query(({ ctx, input }) => showBatches(ctx, { region: ctx.scope.region, ...input })),
  batch: staff
    .input(batchAsked)
    .query(({ ctx, input }) => showBatch(ctx, { region: ctx.scope.region, ...input })),
  unmatched: staff
    .input(batchesAsked)
    .query(({ ctx, input }) => showUnmatched(ctx, { region: ctx.scope.region, ...input })),
  sheet: staff
    .input(oneBatch)
    .query(({ ctx, input }) => reconciliationSheet(ctx, { region: ctx.scope.region, ...input })),
  providers: staff.query(({ ctx }) => showProviders(ctx, ctx.scope)),
  setKey: staff.input(newKey).mutation(async ({ ctx, input }) => {
    await setKey(ctx, ctx.scope, input)
    return showProviders(ctx, ctx.scope)
  }),
  withdrawKey: staff.input(oneKey).mutation(async ({ ctx, input }) => {
    await withdrawKey(ctx, ctx.scope, input)
    return showProviders(ctx, ctx.scope)
  }),
  /** Mutations, because numbers read in full are written down. */
  titleExport: holding('export-titles')
    .input(titlesAsked)
    .mutation(({ ctx, input }) => titleExport(ctx, ctx.holder, input)),
  titleSheet: holding('export-titles')
    .input(titlesAsked)
    .mutation(({ ctx, input }) => titleSheet(ctx, ctx.holder, input)),
})
