import { settleDue } from '../../server/afterwards/clock/settle-due'
import type { Classroom } from './classroom'

/** What the clock's door does, without its door. */
export const runDue = (room: Classroom): ReturnType<typeof settleDue> => settleDue(room.context())
