import { apiDoor } from './api-door'
import { mergeRouters } from './kernel/procedure'
import { officeDoor } from './office-door'
import { studyDoor } from './study-door'

/** The whole surface. The phone sees only its type; each door opens onto its own part. */
export const api = mergeRouters(apiDoor, studyDoor, officeDoor)
export type Api = typeof api
