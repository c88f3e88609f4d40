import { classroom } from './classroom'
import { everyday } from './everyday'
import { mergeRouters } from './trpc'

/** The whole surface. The phone sees only its type; each door opens onto its own part. */
const api = mergeRouters(everyday, classroom)
export type Api = typeof api
