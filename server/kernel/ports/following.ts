import { createHmac } from 'node:crypto'
import type { Secrets } from './port'

/** A key of its own for another purpose, in hex. Nobody who has it has the one that it follows from. */
export const following = (keyHex: string, purpose: string): string =>
  createHmac('sm3', Buffer.from(keyHex, 'hex')).update(purpose).digest('hex')

/** What callers are named by in the log: it follows from the current index key, and changes with it. */
export function logKeyFrom({ indexKeys }: Pick<Secrets, 'indexKeys'>): string {
  const key = indexKeys.keys[indexKeys.current]
  if (!key) throw new Error(`there is no index key of version ${indexKeys.current}`)
  return following(key, 'xueshi: names callers in the log')
}

const CALLER_DIGITS = 8

/**
 * A caller as the log names it: enough to find one's lines together whichever function wrote them, and too little to find
 * a caller by. Eight hex digits; empty where there is no caller.
 */
export function callerInLog(openid: string, secrets: Pick<Secrets, 'indexKeys' | 'logKey'>): string {
  if (openid === '') return ''
  const key = secrets.logKey ?? logKeyFrom(secrets)
  return createHmac('sm3', Buffer.from(key, 'hex')).update(openid).digest('hex').slice(0, CALLER_DIGITS)
}
