import * as z from 'zod'
import { identifier } from '../../kernel/inputs'
import { router, trainee } from '../../kernel/procedure'
import { examResult, givenAnswers, oneAttempt, saveExam, submitExam } from './answer-exam'
import { startExam } from './start-exam'

export const examRouter = router({
  start: trainee
    .input(z.object({ courseId: identifier }))
    .mutation(({ ctx, input }) => startExam(ctx, ctx.person, input.courseId)),
  save: trainee.input(givenAnswers).mutation(({ ctx, input }) => saveExam(ctx, ctx.person, input)),
  submit: trainee.input(givenAnswers).mutation(({ ctx, input }) => submitExam(ctx, ctx.person, input)),
  result: trainee.input(oneAttempt).query(({ ctx, input }) => examResult(ctx, ctx.person, input)),
})
