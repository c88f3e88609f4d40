import * as z from 'zod'
import { cursor, identifier } from '../../kernel/inputs'
import { router, trainee } from '../../kernel/procedure'
import { listInbox, markRead } from './list-inbox'
import { ASKED_TEMPLATES } from './templates'

const MOST_AT_ONCE = 50

export const inboxRouter = router({
  list: trainee
    .input(z.object({ after: cursor }))
    .query(({ ctx, input }) => listInbox(ctx, ctx.person, input.after)),
  markRead: trainee
    .input(z.object({ ids: z.array(identifier).min(1).max(MOST_AT_ONCE) }))
    .mutation(({ ctx, input }) => markRead(ctx, ctx.person, input.ids)),
  /** Ids of the templates that the phone asks consent for; empty where none are set up. */
  templates: trainee.query(({ ctx }) => ({
    ids: ASKED_TEMPLATES.flatMap((name) => ctx.ports.messages.templates[name]?.id ?? []),
  })),
})
