import type { ActEvent, EventKind } from '../../kernel/acts'
import type { OutboxDocument } from '../../kernel/acts-documents'
import type { Context } from '../../kernel/context'
import { inHands } from '../../kernel/hands'
import { hourWordOf } from '../../kernel/hour-word'
import { logFault, logWork } from '../../kernel/log'
import { someSeconds } from '../../kernel/run-time'
import { failedAgain } from '../../kernel/store/failed-again'
import { workThrough } from '../../kernel/work-through'
import { matchPerson } from '../../outside/match-person'
import { rejoinRecords } from '../../oversight/rejoin-records'
import { FOLLOWS } from '../act-words'
import { keepMessage, sendSubscription } from '../inbox/keep-message'
import type { Told } from '../inbox/told'
import { applyPerson } from '../stats/apply-person'
import { eventOfToday } from './earlier-events'

/** Events after which a person may be newly verified: rows sent about them earlier, and their own records, are theirs. */
const BINDINGS: ReadonlySet<EventKind> = new Set<EventKind>(['register', 'binding-verified'])

const WAITING = {
  collection: 'outbox',
  oldest: 'byState',
  shards: 'byShard',
  turns: 'byTurn',
  equals: { state: 'waiting' },
} as const

/**
 * Handles events of the outbox until the time is over, in turns: nobody waits behind all that another caused.
 * Statistics and inbox come first, because both may run twice without harm; then the event is marked as done, and the
 * run that marked it sends the WeChat message. The message is so sent once or, where a run dies in that moment, not at
 * all: the inbox has it.
 */
export async function deliverOutbox(
  ctx: Context,
  untilMs: number = someSeconds(),
): Promise<{ delivered: number }> {
  let delivered = 0
  const one = async (event: OutboxDocument): Promise<void> => {
    if (await isDelivered(ctx, event)) delivered += 1
  }
  await workThrough(ctx, WAITING, {
    before: ctx.now + 1,
    untilMs,
    round: (events) => inHands(events, untilMs, one),
  })
  return { delivered }
}

/** False where it failed, and is tried again later or set aside, and where another run has it. */
async function isDelivered(ctx: Context, event: OutboxDocument): Promise<boolean> {
  try {
    return await deliver(ctx, event)
  } catch (error) {
    logFault(ctx, error, { about: event._id })
    const again = { ...event, ...failedAgain(event, ctx.now) }
    if ((await isOurs(ctx, again)) && again.state === 'set-aside')
      logWork(ctx, 'set aside', { event: event._id })
    return false
  }
}

async function deliver(ctx: Context, event: OutboxDocument): Promise<boolean> {
  const follows = eventOfToday(event.kind, event.payload)
  if (follows === null) return setAside(ctx, event)
  if (follows === 'nothing') return isOurs(ctx, { ...event, state: 'done' })
  const { personId } = follows.payload
  const person = personId ? await ctx.store.get('persons', personId) : null
  if (person && FOLLOWS[follows.kind].figures === 'anew') await applyPerson(ctx, person)
  if (person && BINDINGS.has(follows.kind)) {
    await matchPerson(ctx, person._id)
    await rejoinRecords(ctx, person)
  }
  const told = person && toldBy(follows, hourWordOf(ctx, person.region))
  if (person && told)
    await keepMessage(ctx, { id: event._id, personId: person._id, kind: follows.kind, told, at: event.at })
  if (!(await isOurs(ctx, { ...event, state: 'done' }))) return false
  if (person && told) await sendSubscription(ctx, person, told.subscription)
  return true
}

const toldBy = <K extends EventKind>({ kind, payload }: ActEvent<K>, hour: string): Told | null =>
  FOLLOWS[kind].inbox(payload, hour)

/** An event of an unknown name waits for people, where a search for its state finds it. */
async function setAside(ctx: Context, event: OutboxDocument): Promise<boolean> {
  if (await isOurs(ctx, { ...event, state: 'set-aside' }))
    logFault(ctx, new Error(`set aside: no act is called ${event.kind}`), { about: event._id })
  return false
}

/** The run that marks the event goes on with it; another run at the same time leaves it alone. */
const isOurs = async ({ store }: Context, event: OutboxDocument): Promise<boolean> =>
  (await store.replaceIfUnchanged('outbox', event)) !== null
