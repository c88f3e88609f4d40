import * as z from 'zod'
import type { Context } from '../kernel/context'
import { refuse } from '../kernel/refused'
import type { EntryTokenDocument } from './documents'
import { foundingBehind, isFoundingCode } from './founding-code'
import { lettersByChance, TOKEN_LETTERS } from './token-letters'

/** As a QR code's scene carries it; its form is asked when it is read. */
export const entryToken = z.string().min(1).max(32)

/** Tokens are ours by their form: `u`, `c` or `f`, then 15 letters and digits that cannot be misread. */
const TOKEN = new RegExp(`^[ucf][${TOKEN_LETTERS}]{15}$`)

export const isToken = (text: string): boolean => TOKEN.test(text)

/** A new token by chance: 31^15 of them, so that none can be guessed. */
export const newToken = (kind: 'unit' | 'course', ctx: Pick<Context, 'dice'>): string =>
  (kind === 'unit' ? 'u' : 'c') + lettersByChance(15, ctx)

/** The content of a QR code, as whoever scanned it may use it. */
export interface ReadToken extends Pick<EntryTokenDocument, 'unitId' | 'courseId' | 'expiresAt' | 'usedBy'> {
  kind: EntryTokenDocument['kind'] | 'founding'
}

/** The token of a QR code that this caller may use now; refused with the code's fault. */
export async function readToken(
  ctx: Pick<Context, 'store' | 'ports' | 'now' | 'openid'>,
  token: string,
): Promise<ReadToken> {
  if (!isToken(token)) refuse('TOKEN_FOREIGN', {})
  const found = isFoundingCode(token)
    ? await foundingToken(ctx, token)
    : await ctx.store.get('entry-tokens', token)
  if (!found) refuse('TOKEN_UNKNOWN', {})
  refuseUnusable(found, ctx)
  return found
}

/** Refuses a code whose time is over, or that another account used. */
export function refuseUnusable(
  { expiresAt, usedBy }: Pick<ReadToken, 'expiresAt' | 'usedBy'>,
  { now, openid }: Pick<Context, 'now' | 'openid'>,
): void {
  if (expiresAt <= now) refuse('TOKEN_EXPIRED', { expiredAt: expiresAt })
  if (usedBy !== null && usedBy !== openid) refuse('TOKEN_USED', {})
}

async function foundingToken(
  { store, ports }: Pick<Context, 'store' | 'ports'>,
  code: string,
): Promise<ReadToken | null> {
  const founding = await foundingBehind(store, code, ports.secrets)
  if (!founding) return null
  const { orgId: unitId, expiresAt, usedBy } = founding
  return { kind: 'founding', unitId, courseId: null, expiresAt, usedBy }
}
