import { outsideRouter } from './outside/router'
import { rosterRouter } from './roster/router'
import { router } from './trpc'

/** Behind the door `office`: what is heavy and rare. Spreadsheets and their like are loaded when first used. */
export const office = router({ roster: rosterRouter, outside: outsideRouter })
