import type { AnyRouter } from '@trpc/server'
import type { RouterBehind } from '../domain/kernel/doors'
import { router } from './kernel/procedure'
import { rosterRouter } from './membership/roster/router'
import { outsideRouter } from './outside/router'

/** Behind the door `office`: heavy and rare procedures. Spreadsheet libraries and the like are loaded on first use. */
export const officeDoor = router({ roster: rosterRouter, outside: outsideRouter } satisfies Behind)

type Behind = Record<RouterBehind<'office'>, AnyRouter>
