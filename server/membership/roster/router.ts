import * as z from 'zod'
import { uploadTicket } from '../../claims/evidence/kept-file'
import { holding, identifier, router } from '../../kernel/procedure'
import { beginImport } from './begin-import'
import { checkImport } from './check-import'
import { exportRoster } from './export-roster'
import { importView, lastImport, ownImport } from './import-view'
import { errorSheet, previewImport } from './preview-import'
import { confirmImport, stepImport } from './run-import'
import { rosterTemplate } from './template'

const keeper = holding('import-roster')
const oneImport = z.object({ importId: identifier })

export const rosterRouter = router({
  template: keeper.query(({ ctx }) =>
    rosterTemplate({ withUnits: ctx.holder.grants.every(({ role }) => role !== 'unit-reviewer') }),
  ),
  /** Where the phone puts the file. */
  ticket: keeper.mutation(({ ctx }) => uploadTicket(ctx, ctx.person)),
  begin: keeper
    .input(z.object({ fileId: identifier, fileName: z.string().trim().min(1).max(120) }))
    .mutation(({ ctx, input }) => beginImport(ctx, ctx.holder, input)),
  check: keeper.input(oneImport).mutation(({ ctx, input }) => checkImport(ctx, ctx.person, input.importId)),
  preview: keeper
    .input(
      oneImport.extend({
        verdict: z.enum(['created', 'matched', 'moved', 'refused']).optional(),
        after: z.number().int().min(0).max(10_000).optional(),
      }),
    )
    .query(({ ctx, input }) => previewImport(ctx, ctx.person, input)),
  confirm: keeper
    .input(oneImport)
    .mutation(({ ctx, input }) => confirmImport(ctx, ctx.holder, input.importId)),
  step: keeper.input(oneImport).mutation(({ ctx, input }) => stepImport(ctx, ctx.holder, input.importId)),
  /** One import, or the last one that the caller began; null where there is none. */
  status: keeper
    .input(z.object({ importId: identifier.optional() }))
    .query(async ({ ctx, input }) =>
      input.importId === undefined
        ? lastImport(ctx, ctx.person._id)
        : importView(await ownImport(ctx.store, ctx.person, input.importId)),
    ),
  /** Without a unit: the reviewer's own. */
  export: holding('export-roster')
    .input(z.object({ unitId: identifier.optional(), after: z.string().max(500).optional() }))
    .query(({ ctx, input }) => exportRoster(ctx, ctx.holder, input)),
  errors: keeper.input(oneImport).query(({ ctx, input }) => errorSheet(ctx, ctx.person, input.importId)),
})
