import { classroom } from './classroom'
import { everyday } from './everyday'
import { mergeRouters } from './kernel/procedure'
import { office } from './office'

/** The whole surface. The phone sees only its type; each door opens onto its own part. */
export const api = mergeRouters(everyday, classroom, office)
export type Api = typeof api
