import * as z from 'zod'
import { identifier, router, trainee } from '../../kernel/procedure'
import { listCourses } from './list-courses'
import { showCourse } from './show-course'

export const catalogRouter = router({
  list: trainee
    .input(
      z.object({
        year: z.number().int().min(2000).max(2100).nullable(),
        category: z.enum(['public', 'professional']).optional(),
        hours: z.object({ from: z.number().int().min(0), before: z.number().int().min(1) }).optional(),
        after: z.string().max(400).optional(),
      }),
    )
    .query(({ ctx, input }) => listCourses(ctx, ctx.person, input)),
  course: trainee
    .input(z.object({ courseId: identifier }))
    .query(({ ctx, input }) => showCourse(ctx, ctx.person, input.courseId)),
})
