import * as z from 'zod'
import { calendarYear } from '../../kernel/inputs'
import { holding, router, trainee } from '../../kernel/procedure'
import { keepLine, lineToKeep, withdrawLine } from './keep-line'
import { attachToLine, detachFromLine, fileOfLine, lineFile, lineFileUrl } from './line-files'
import { recordId } from './places'
import { archiveAsked, archivesAsked, listPeople, showMine, showOwnArchive } from './show-archive'

export const archiveRouter = router({
  people: holding('keep-archive')
    .input(archivesAsked)
    .query(({ ctx, input }) => listPeople(ctx, ctx.holder, input)),
  person: holding('keep-archive')
    .input(archiveAsked)
    .query(({ ctx, input }) => showOwnArchive(ctx, ctx.holder, input)),
  keep: holding('keep-archive')
    .input(lineToKeep)
    .mutation(({ ctx, input }) => keepLine(ctx, ctx.holder, input)),
  withdraw: holding('keep-archive')
    .input(z.object({ record: recordId }))
    .mutation(({ ctx, input }) => withdrawLine(ctx, ctx.holder, input.record)),
  attach: holding('keep-archive')
    .input(lineFile)
    .mutation(({ ctx, input }) => attachToLine(ctx, ctx.holder, input)),
  detach: holding('keep-archive')
    .input(fileOfLine)
    .mutation(({ ctx, input }) => detachFromLine(ctx, ctx.holder, input)),
  fileUrl: trainee.input(fileOfLine).query(({ ctx, input }) => lineFileUrl(ctx, ctx.person, input)),
  mine: trainee
    .input(z.object({ year: calendarYear }))
    .query(({ ctx, input }) => showMine(ctx, ctx.person, input.year)),
})
