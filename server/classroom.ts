import { examRouter } from './exam/router'
import { studyRouter } from './study/router'
import { router } from './trpc'

/** Behind the door `study`: watching and exams, which go first when many people come at once. Small, to start fast. */
export const classroom = router({ study: studyRouter, exam: examRouter })
