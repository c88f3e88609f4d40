import { router } from './kernel/procedure'
import { rosterRouter } from './membership/roster/router'
import { outsideRouter } from './outside/router'

/** Behind the door `office`: what is heavy and rare. Spreadsheets and their like are loaded when first used. */
export const office = router({ roster: rosterRouter, outside: outsideRouter })
