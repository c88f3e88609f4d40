import { hundredths } from '../../../domain/kernel/hours'
import { ACTS, type ActEvent, type ActKind, type EventKind } from '../../kernel/acts'

/** The payload of a stored event, whichever release wrote it. */
type Said = Readonly<Record<string, unknown>>

const isAct = (kind: string): kind is ActKind => Object.hasOwn(ACTS, kind)
const isEvent = (kind: string): kind is EventKind => isAct(kind) && ACTS[kind].kept !== 'line'

/** Names that events had before each had the name of its act, and which act that is. */
const EARLIER: Readonly<Record<string, (said: Said) => string>> = {
  'person-registered': () => 'register',
  'binding-decided': ({ binding }) => `binding-${binding}`,
  // A contest once had the name that a reviewer's doubt has now; only a contest names the unit.
  'binding-contested': ({ unitName }) => (unitName === undefined ? 'binding-contested' : 'contest-binding'),
  'claim-decided': ({ event }) => `claim-${event === 'credited' ? 'approved' : event}`,
  // Its rows had their own events, and have them still.
  'roster-imported': () => 'roster-import',
}

/** Fields that once were texts, or were not there. */
const FIELDS: { readonly [K in EventKind]?: (said: Said) => Said } = {
  'exam-closed': ({ passed }) => ({ passed: passed === true || passed === 'true' }),
  'organisation-reviewed': ({ verified, state }) => ({ verified: verified === true || state === 'verified' }),
  'claim-approved': ({ credited, event }) => ({ credited: credited === true || event === 'credited' }),
  'study-record-kept': ({ hours }) => ({
    hours: typeof hours === 'string' ? hundredths(Math.round(Number(hours) * 100)) : hours,
  }),
  'person-reminded': ({ year }) => ({ year: Number(year) }),
  'hours-voided': ({ year }) => ({ year: Number(year) }),
  'outside-taken': ({ year }) => ({ year: Number(year) }),
}

/**
 * A stored event as an event of today: one that an earlier release wrote has the name and the fields that it would have
 * now. 'nothing' where its act is no event any more, null where no act has that name. Worked example:
 * `('binding-decided', { personId, binding: 'verified' })` is a `binding-verified` of that person.
 */
export function eventOfToday(stored: string, payload: object): ActEvent | 'nothing' | null {
  const said: Said = { ...payload }
  const kind = Object.hasOwn(EARLIER, stored) ? (EARLIER[stored]?.(said) ?? stored) : stored
  if (!isAct(kind)) return null
  return isEvent(kind) ? ({ kind, payload: { ...said, ...FIELDS[kind]?.(said) } } as ActEvent) : 'nothing'
}
