import { apiParts } from './api-door'
import { wholeOf } from './kernel/door-parts'
import { officeParts } from './office-door'
import { studyParts } from './study-door'

/** The whole surface. The phone sees only its type; each door opens onto its own part. */
export const api = wholeOf({ ...apiParts, ...studyParts, ...officeParts })
export type Api = typeof api
