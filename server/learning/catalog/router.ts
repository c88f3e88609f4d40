import * as z from 'zod'
import { identifier } from '../../kernel/inputs'
import { router, trainee } from '../../kernel/procedure'
import { courseFilter, listCourses } from './list-courses'
import { showCourse } from './show-course'

export const catalogRouter = router({
  list: trainee.input(courseFilter).query(({ ctx, input }) => listCourses(ctx, ctx.person, input)),
  course: trainee
    .input(z.object({ courseId: identifier }))
    .query(({ ctx, input }) => showCourse(ctx, ctx.person, input.courseId)),
})
