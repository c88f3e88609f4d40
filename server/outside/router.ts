import * as z from 'zod'
import { holding, identifier, router, typed } from '../kernel/procedure'
import { reconciliationSheet } from './reconcile'
import { regionInScope } from './region-in-scope'
import { setKey, withdrawKey } from './set-key'
import { showBatch, showBatches, showUnmatched } from './show-batches'
import { showProviders } from './show-providers'
import { titleExport, titleSheet } from './title-export'

/** Staff of the bureau at the top of a region's tree. */
const staff = holding('read-outside').use(async ({ ctx, next }) => {
  const scope = await regionInScope(ctx.store, ctx.holder)
  return next({ ctx: { scope } })
})

const after = z.string().max(600).optional()
const state = z.enum(['taken', 'already', 'refused', 'unmatched']).nullable()

const exportAsked = z.object({
  orgId: identifier,
  level: z.enum(['junior', 'middle', 'senior']),
  applicationYear: z.number().int().min(2000).max(2100),
  after,
  /** Null: numbers stay masked. */
  idNumbers: z.object({ readingId: z.string().min(1).max(60), reason: typed(200) }).nullable(),
})

export const outsideRouter = router({
  batches: staff
    .input(z.object({ after }))
    .query(({ ctx, input }) => showBatches(ctx, { region: ctx.scope.region, ...input })),
  batch: staff
    .input(z.object({ batchId: identifier, state, after }))
    .query(({ ctx, input }) => showBatch(ctx, { region: ctx.scope.region, ...input })),
  unmatched: staff
    .input(z.object({ after }))
    .query(({ ctx, input }) => showUnmatched(ctx, { region: ctx.scope.region, ...input })),
  sheet: staff
    .input(z.object({ batchId: identifier }))
    .query(({ ctx, input }) => reconciliationSheet(ctx, { region: ctx.scope.region, ...input })),
  providers: staff.query(({ ctx }) => showProviders(ctx, ctx.scope)),
  setKey: staff
    .input(z.object({ providerId: identifier, publicKeyHex: z.string().max(400) }))
    .mutation(async ({ ctx, input }) => {
      await setKey(ctx, ctx.scope, input)
      return showProviders(ctx, ctx.scope)
    }),
  withdrawKey: staff
    .input(z.object({ providerId: identifier, keyId: z.number().int().min(1) }))
    .mutation(async ({ ctx, input }) => {
      await withdrawKey(ctx, ctx.scope, input)
      return showProviders(ctx, ctx.scope)
    }),
  /** Mutations, because numbers read in full are written down. */
  titleExport: holding('export-titles')
    .input(exportAsked)
    .mutation(({ ctx, input }) => titleExport(ctx, ctx.holder, input)),
  titleSheet: holding('export-titles')
    .input(exportAsked)
    .mutation(({ ctx, input }) => titleSheet(ctx, ctx.holder, input)),
})
