import { settleDue } from '../../server/afterwards/clock/settle-due'
import type { Classroom } from './classroom'

/** Settles due items as the clock's door does, without the door. */
export const runDue = (room: Classroom): ReturnType<typeof settleDue> => settleDue(room.context())
