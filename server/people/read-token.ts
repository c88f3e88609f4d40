import * as z from 'zod'
import type { Context } from '../kernel/context'
import { refuse } from '../kernel/refused'
import type { EntryTokenDocument } from './documents'

/** As a QR code's scene carries it; its form is asked when it is read. */
export const entryToken = z.string().min(1).max(32)

/** Tokens are ours by their form: `u` or `c`, then 15 letters and digits that cannot be misread. */
const TOKEN = /^[uc][2-9a-hjkmnp-z]{15}$/
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'

export const isToken = (text: string): boolean => TOKEN.test(text)

/** A new token by chance: 31^15 of them, so that none can be guessed. */
export const newToken = (kind: 'unit' | 'course', { dice }: Pick<Context, 'dice'>): string =>
  (kind === 'unit' ? 'u' : 'c') +
  Array.from({ length: 15 }, () => LETTERS[dice.integerBelow(LETTERS.length)]).join('')

/** The token of a QR code that this caller may use now; refused with the code's fault. */
export async function readToken(
  { store, now, openid }: Pick<Context, 'store' | 'now' | 'openid'>,
  token: string,
): Promise<EntryTokenDocument> {
  if (!isToken(token)) refuse('TOKEN_FOREIGN', {})
  const found = await store.get('entry-tokens', token)
  if (!found) refuse('TOKEN_UNKNOWN', {})
  if (found.expiresAt <= now) refuse('TOKEN_EXPIRED', { expiredAt: found.expiresAt })
  if (found.usedBy !== null && found.usedBy !== openid) refuse('TOKEN_USED', {})
  return found
}
