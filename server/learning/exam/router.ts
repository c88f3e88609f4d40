import * as z from 'zod'
import { identifier, router, trainee } from '../../kernel/procedure'
import { examResult, saveExam, submitExam } from './answer-exam'
import { startExam } from './start-exam'

const answers = z.object({
  attemptId: identifier,
  step: z.number().int().min(0).max(100_000),
  answers: z
    .record(z.string().max(64), z.array(z.number().int().min(0).max(20)).max(20))
    .refine((given) => Object.keys(given).length <= 200),
})

export const examRouter = router({
  start: trainee
    .input(z.object({ courseId: identifier }))
    .mutation(({ ctx, input }) => startExam(ctx, ctx.person, input.courseId)),
  save: trainee.input(answers).mutation(({ ctx, input }) => saveExam(ctx, ctx.person, input)),
  submit: trainee.input(answers).mutation(({ ctx, input }) => submitExam(ctx, ctx.person, input)),
  result: trainee
    .input(z.object({ attemptId: identifier }))
    .query(({ ctx, input }) => examResult(ctx, ctx.person, input)),
})
