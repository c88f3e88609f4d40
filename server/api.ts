import { classroom } from './classroom'
import { everyday } from './everyday'
import { office } from './office'
import { mergeRouters } from './trpc'

/** The whole surface. The phone sees only its type; each door opens onto its own part. */
export const api = mergeRouters(everyday, classroom, office)
export type Api = typeof api
