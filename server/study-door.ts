import type { AnyRouter } from '@trpc/server'
import type { RouterBehind } from '../domain/kernel/doors'
import { router } from './kernel/procedure'
import { examRouter } from './learning/exam/router'
import { studyRouter } from './learning/study/router'

/** Behind the door `study`: watching and exams, which go first when many people come at once. Small, to start fast. */
export const studyDoor = router({ study: studyRouter, exam: examRouter } satisfies Behind)

type Behind = Record<RouterBehind<'study'>, AnyRouter>
