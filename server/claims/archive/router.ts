import * as z from 'zod'
import { hundredths } from '../../../domain/kernel/hours'
import { type Day, day } from '../../../domain/kernel/instant'
import { holding, identifier, router, trainee, typed } from '../../kernel/procedure'
import { keepLine, withdrawLine } from './keep-line'
import { attachToLine, detachFromLine, lineFileUrl } from './line-files'
import { listPeople, showMine, showOwnArchive } from './show-archive'

const MOST_HOURS = 1_000_00
const year = z.int().min(2000).max(2100)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Made on the phone and part of an id. */
const lineId = z.string().regex(/^[A-Za-z0-9-]{6,64}$/)
const record = z.string().min(1).max(400)
const oneDay = z
  .string()
  .refine(isDay)
  .transform((text) => text as Day)

function isDay(text: string): boolean {
  try {
    return day(text) === text
  } catch {
    return false
  }
}

const line = z.object({
  kind: identifier,
  way: typed(40),
  title: typed(200),
  from: oneDay,
  to: oneDay,
  how: typed(300),
  hours: z.int().min(1).max(MOST_HOURS).transform(hundredths),
})

export const archiveRouter = router({
  people: holding('keep-archive')
    .input(
      z.object({
        orgId: identifier.optional(),
        year: year.optional(),
        after: z.string().max(600).optional(),
      }),
    )
    .query(({ ctx, input }) => listPeople(ctx, ctx.holder, input)),
  person: holding('keep-archive')
    .input(z.object({ orgId: identifier.optional(), personId: identifier, year }))
    .query(({ ctx, input }) => showOwnArchive(ctx, ctx.holder, input)),
  keep: holding('keep-archive')
    .input(z.object({ personId: identifier, year, lineId, revision: z.int().min(0).max(1_000_000), line }))
    .mutation(({ ctx, input }) => keepLine(ctx, ctx.holder, input)),
  withdraw: holding('keep-archive')
    .input(z.object({ record }))
    .mutation(({ ctx, input }) => withdrawLine(ctx, ctx.holder, input.record)),
  attach: holding('keep-archive')
    .input(z.object({ record, fileId: z.string().max(400), name: typed(100) }))
    .mutation(({ ctx, input }) => attachToLine(ctx, ctx.holder, input)),
  detach: holding('keep-archive')
    .input(z.object({ record, sha256 }))
    .mutation(({ ctx, input }) => detachFromLine(ctx, ctx.holder, input)),
  fileUrl: trainee
    .input(z.object({ record, sha256 }))
    .query(({ ctx, input }) => lineFileUrl(ctx, ctx.person, input)),
  mine: trainee.input(z.object({ year })).query(({ ctx, input }) => showMine(ctx, ctx.person, input.year)),
})
