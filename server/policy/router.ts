import * as z from 'zod'
import { REGIONS } from '../../domain/kernel/regions'
import { caller, router, trainee } from '../kernel/procedure'
import { makeUpYears } from './make-up-years'
import { showPolicy } from './show-policy'

const year = z.number().int().min(2000).max(2100)
const region = z.enum(REGIONS)

export const policyRouter = router({
  show: caller
    .input(z.object({ year: year.optional(), region: region.optional() }))
    .query(({ ctx, input }) => showPolicy(ctx, input)),
  makeUp: trainee.query(({ ctx }) => ({ years: makeUpYears(ctx, ctx.person.region) })),
})
