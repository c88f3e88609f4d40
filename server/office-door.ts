import type { RouterBehind } from '../domain/kernel/doors'
import { type Parts, parts } from './kernel/door-parts'

/** Behind the door `office`: heavy and rare procedures. Spreadsheet libraries and the like are loaded on first use. */
export const officeParts = {
  roster: parts(
    () => (require('./membership/roster/router') as typeof import('./membership/roster/router')).rosterRouter,
  ),
  outside: parts(() => (require('./outside/router') as typeof import('./outside/router')).outsideRouter),
} satisfies Record<RouterBehind<'office'>, Parts>
