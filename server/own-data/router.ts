import * as z from 'zod'
import { cursor } from '../kernel/inputs'
import { router, trainee } from '../kernel/procedure'
import { askErasure, showErasure, withdrawErasure } from './ask-erasure'
import { exportMine } from './export-mine'

/** Part of `account`: what a person may take along, and 注销. */
export const ownDataRouter = router({
  exportMine: trainee
    .input(z.object({ after: cursor }))
    .query(({ ctx, input }) => exportMine(ctx, ctx.person, input.after)),
  erasure: trainee.query(({ ctx }) => showErasure(ctx, ctx.person)),
  /** The word is typed by hand, so that nobody does this by a slip of the thumb. */
  erase: trainee
    .input(z.object({ confirm: z.literal('注销') }))
    .mutation(({ ctx }) => askErasure(ctx, ctx.person)),
  withdrawErasure: trainee.mutation(({ ctx }) => withdrawErasure(ctx, ctx.person)),
})
