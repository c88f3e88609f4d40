import type { RouterBehind } from '../domain/kernel/doors'
import { type Parts, parts } from './kernel/door-parts'

/** Behind the door `study`: watching and exams, which go first when many people come at once. Small, to start fast. */
export const studyParts = {
  study: parts(
    () => (require('./learning/study/router') as typeof import('./learning/study/router')).studyRouter,
  ),
  exam: parts(
    () => (require('./learning/exam/router') as typeof import('./learning/exam/router')).examRouter,
  ),
} satisfies Record<RouterBehind<'study'>, Parts>
