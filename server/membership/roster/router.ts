import * as z from 'zod'
import { uploadTicket } from '../../claims/evidence/kept-file'
import { identifier } from '../../kernel/inputs'
import { holding, router } from '../../kernel/procedure'
import { beginImport, rosterFile } from './begin-import'
import { checkImport } from './check-import'
import { exportAsked, exportRoster } from './export-roster'
import { importView, lastImport, ownImport } from './import-view'
import { errorSheet, previewAsked, previewImport } from './preview-import'
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
  begin: keeper.input(rosterFile).mutation(({ ctx, input }) => beginImport(ctx, ctx.holder, input)),
  check: keeper.input(oneImport).mutation(({ ctx, input }) => checkImport(ctx, ctx.person, input.importId)),
  preview: keeper.input(previewAsked).query(({ ctx, input }) => previewImport(ctx, ctx.person, input)),
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
  export: holding('export-roster')
    .input(exportAsked)
    .query(({ ctx, input }) => exportRoster(ctx, ctx.holder, input)),
  errors: keeper.input(oneImport).query(({ ctx, input }) => errorSheet(ctx, ctx.person, input.importId)),
})
