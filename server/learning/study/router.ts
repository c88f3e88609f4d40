import * as z from 'zod'
import { caller, identifier, router, trainee, typed } from '../../kernel/procedure'
import { enrol } from './enrol'
import { openLecture } from './open-lecture'
import { answer, report } from './report'

const second = z.number().int().min(-1).max(100_000)
const device = z.string().min(1).max(64)

export const studyRouter = router({
  enrol: trainee
    .input(z.object({ courseId: identifier, targetYear: z.number().int().min(2000).max(2100) }))
    .mutation(({ ctx, input }) => enrol(ctx, ctx.person, input)),
  open: trainee
    .input(
      z.object({ lectureId: identifier, deviceId: device, deviceName: typed(60), takeOver: z.boolean() }),
    )
    .mutation(({ ctx, input }) => openLecture(ctx, ctx.person, input)),
  // The session names its document, and the document names its owner: no other read is needed to identify the caller.
  report: caller
    .input(
      z.object({
        sessionId: identifier,
        sequence: z.number().int().min(0).max(1_000_000_000),
        // How many there may be is the rule's to say (REPORT_MALFORMED).
        ranges: z.array(z.tuple([second, second])),
        phase: z.enum(['playing', 'paused', 'hidden', 'ended']),
      }),
    )
    .mutation(({ ctx, input }) => report(ctx, input)),
  answer: caller
    .input(
      z.object({ sessionId: identifier, challengeId: identifier, choice: z.number().int().min(0).max(20) }),
    )
    .mutation(({ ctx, input }) => answer(ctx, input)),
})
