import { router } from './kernel/procedure'
import { rosterRouter } from './membership/roster/router'
import { outsideRouter } from './outside/router'

/**
 * Behind the door `office`: heavy and rare procedures. Spreadsheet libraries and the like are loaded on first use.
 */
export const office = router({ roster: rosterRouter, outside: outsideRouter })
