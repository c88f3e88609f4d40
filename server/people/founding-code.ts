import { REGIONS, type Region } from '../../domain/kernel/regions'
import type { Context } from '../kernel/context'
import type { Secrets } from '../kernel/ports/port'
import { keyedHash, keyedHashes } from '../kernel/ports/sealing'
import type { Reads } from '../kernel/store/port'
import type { FoundingDocument } from './documents'
import { lettersByChance, TOKEN_LETTERS } from './token-letters'

const PURPOSE = 'founding-code'

/**
 * A new founding code (开通码): `f`, the letter of its region, by which its document is found, and 14 letters by chance. It
 * is told once, to who ordered it, and kept as a hash.
 */
export const newFoundingCode = (region: Region, ctx: Pick<Context, 'dice'>): string =>
  `f${TOKEN_LETTERS[REGIONS.indexOf(region)]}${lettersByChance(14, ctx)}`

export const isFoundingCode = (token: string): boolean => token.startsWith('f')

/** By the current index key: a key that is exchanged within the three days of a code leaves it findable. */
export const hashOfCode = (code: string, secrets: Secrets): string => keyedHash(PURPOSE, code, secrets)

/** The founding whose code this is; null where there is none, or another code was made since. */
export async function foundingBehind(
  reads: Reads,
  code: string,
  secrets: Secrets,
): Promise<FoundingDocument | null> {
  const region = REGIONS[TOKEN_LETTERS.indexOf(code.charAt(1))]
  const founding = region === undefined ? null : await reads.get('foundings', region)
  const isItsCode = founding && keyedHashes(PURPOSE, code, secrets).includes(founding.codeHash)
  return isItsCode ? founding : null
}
