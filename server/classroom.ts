import { router } from './kernel/procedure'
import { examRouter } from './learning/exam/router'
import { studyRouter } from './learning/study/router'

/** Behind the door `study`: watching and exams, which go first when many people come at once. Small, to start fast. */
export const classroom = router({ study: studyRouter, exam: examRouter })
