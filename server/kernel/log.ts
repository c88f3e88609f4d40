import { performance } from 'node:perf_hooks'
import { toBase32 } from '../../domain/certificate/base32'
import type { AnyDoor } from '../../domain/kernel/doors'
import type { RefusalCode } from '../../domain/kernel/refusal'
import type { CallOutcome } from './call-outcome'
import { runningVersion } from './config'
import type { Dice } from './ports/port'
import { newTally, type Tally } from './store/tallied'

/** One call of a function, as the log names it. */
export interface Call {
  /** Read to support over the telephone: `K7F3-Q2M9`. Drawn at the door, and sent back with each answer. */
  readonly id: string
  readonly door: AnyDoor
  /** A procedure's path, the route of a web request, or `timer`: never what a caller made up. */
  readonly path: string
  /** By which the lines of one caller are found together: eight digits of a keyed hash; empty where there is no caller. */
  readonly caller: string
  /** On the process's own clock, for the length of the call alone. */
  readonly startedMs: number
  readonly tally: Tally
  /** Null until it ends. */
  outcome: CallOutcome | null
}

interface Logged {
  readonly call: Call
  readonly openid: string
}

interface Hidden {
  /** The document or the piece of work, by an id of ours. */
  readonly about?: string
  /** The input of the call: no text of it is written, wherever the error repeats it. */
  readonly said?: unknown
}

/** The lines of our own code that a fault came through. */
const MOST_FRAMES = 8
/** A shorter text of the input may stand in any sentence by chance, and tells nothing. */
const SHORTEST_HIDDEN = 2

export const newCall = (
  door: Call['door'],
  path: string,
  dice: Pick<Dice, 'bytes'>,
  caller: Call['caller'] = '',
): Call => ({
  id: toBase32(dice.bytes(5)).replace(/(.{4})(?=.)/, '$1-'),
  door,
  path,
  caller,
  startedMs: performance.now(),
  tally: newTally(),
  outcome: null,
})

/** The end of a call that was neither refused nor broken; of any other, nothing more is written. */
export function logEnd({ call }: Pick<Logged, 'call'>): void {
  if (call.outcome !== null) return
  call.outcome = 'ok'
  console.log(lineOf(call, 'info'))
}

/** A refusal: an answer that was expected, by its code. Its details may name people and stay out of the log. */
export function logRefusal({ call }: Pick<Logged, 'call'>, code: RefusalCode): void {
  call.outcome = code
  console.log(lineOf(call, 'info', { code }))
}

/** A piece of work that somebody waits for: how far it is, in words and numbers of ours. */
export const logWork = ({ call }: Pick<Logged, 'call'>, about: string, work: object): void =>
  console.log(lineOf(call, 'info', { about, work }))

/** A fault: its message without anything personal, and where in our code it happened. One about a piece of work ends no call. */
export function logFault({ call, openid }: Logged, error: unknown, { about, said }: Hidden = {}): void {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  const fault = { message: `${name}: ${blotted(message, [openid, ...textsIn(said)])}`, at: framesOf(stack) }
  if (about === undefined) call.outcome = 'FAULT'
  console.error(lineOf(call, 'error', { ...(about === undefined ? {} : { about }), fault }))
}

/** How long a call has taken, in whole milliseconds. */
export const tookMs = ({ startedMs }: Pick<Call, 'startedMs'>): number =>
  Math.round(performance.now() - startedMs)

function lineOf(call: Call, level: 'info' | 'error', what: object = {}): string {
  const { id: callId, door, path, caller, tally } = call
  const { reads, writes, conflicts, transactions } = tally
  const db = { reads, writes, conflicts, transactions }
  const t = new Date().toISOString()
  const whose = { t, level, callId, door, path, version: runningVersion(), caller }
  return JSON.stringify({ ...whose, ...what, ms: tookMs(call), db })
}

const framesOf = (stack: string): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/node:|node_modules/.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim().replace(/^at /, ''))

/** All texts and numbers in an input, however deep. */
function textsIn(said: unknown): string[] {
  if (typeof said === 'string' || typeof said === 'number') return [String(said)]
  return typeof said === 'object' && said !== null ? Object.values(said).flatMap(textsIn) : []
}

/**
 * A message with each text that may be about a person blotted out: what the caller sent, what is quoted, any letter that
 * is not ASCII (names, units), six digits in a row (ID numbers, mobiles) other than a code of the platform, and long
 * tokens (OPENIDs, keys) other than codes in capitals.
 * Worked example: `DATABASE_BUSY: o6zAJs3oh4QJhHqzYrJHs8WmvGxQ of "persons" is 王小明` → `DATABASE_BUSY: … of … is …`.
 */
export function blotted(message: string, hidden: readonly string[]): string {
  const texts = hidden.filter((text) => text.length >= SHORTEST_HIDDEN).sort((a, b) => b.length - a.length)
  return texts
    .reduce((text, secret) => text.replaceAll(secret, '…'), message)
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '…')
    .replace(/[\w-]*\d{6}[\w-]*/g, (digits) => (/^-\d{6}$/.test(digits) ? digits : '…'))
    .replace(/[\w-]{20,}/g, (token) => (/^[A-Z_]+$/.test(token) ? token : '…'))
    .replace(/[^\x20-\x7e]+/g, '…')
}
