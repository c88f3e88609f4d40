import * as z from 'zod'
import { caller, holding, identifier, router, typed } from '../kernel/procedure'
import { consent } from './consent'
import { contest, myContest } from './contest'
import { enter } from './enter'
import { phone } from './phone'
import { register } from './register'
import { revealIdNumber } from './reveal-id-number'

const channel = z.enum([
  'menu-12333',
  'unit-code',
  'class-code',
  'search',
  'city-service',
  'message',
  'other',
])
const token = z.string().min(1).max(32)

export const accountRouter = router({
  enter: caller
    .input(z.object({ channel, scene: z.number().int().min(0).max(9999), token: token.optional() }))
    .mutation(({ ctx, input }) => enter(ctx, input)),
  consent: caller.input(z.object({ version: typed(20) })).mutation(({ ctx, input }) => consent(ctx, input)),
  phone: caller
    .input(z.object({ code: z.string().min(1).max(200) }))
    .mutation(({ ctx, input }) => phone(ctx, input)),
  register: caller
    .input(
      z.object({
        name: z.string().max(100),
        idNumber: z.string().max(40),
        unitId: identifier.optional(),
        token: token.optional(),
        consentVersion: z.string().max(20),
        channel,
      }),
    )
    .mutation(({ ctx, input }) => register(ctx, input)),
  contest: caller
    .input(z.object({ name: z.string().max(100), idNumber: z.string().max(40), statement: typed(500) }))
    .mutation(({ ctx, input }) => contest(ctx, input)),
  myContest: caller.query(({ ctx }) => myContest(ctx)),
  revealIdNumber: holding('reveal-id-number')
    .input(z.object({ personId: identifier, reason: typed(100), readingId: identifier }))
    .mutation(({ ctx, input }) => revealIdNumber(ctx, ctx.holder, input)),
})
