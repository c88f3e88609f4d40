import { type Account, emptyAccount, GENESIS_HASH } from './account'
import { type Entry, hashOf } from './entry'
import { applyMovements } from './movements'

export type Broken =
  | { readonly reason: 'sequence'; readonly expected: number; readonly found: number }
  | { readonly reason: 'link' | 'content'; readonly sequence: number }

/** The sums and the head computed from the entries alone, given in order of their sequence. */
export function replay(entries: readonly Entry[]): Pick<Account, 'portions' | 'sequence' | 'headHash'> {
  const portions = entries.reduce(
    (sums, entry) => applyMovements(sums, entry.movements),
    emptyAccount().portions,
  )
  const last = entries.at(-1)
  return { portions, sequence: last?.sequence ?? 0, headHash: last?.hash ?? GENESIS_HASH }
}

/** The first entry at which the chain breaks: missing, moved or changed. Null where the chain is whole. */
export function firstBreak(entries: readonly Entry[]): Broken | null {
  let previousHash = GENESIS_HASH
  for (const [index, entry] of entries.entries()) {
    if (entry.sequence !== index + 1)
      return { reason: 'sequence', expected: index + 1, found: entry.sequence }
    if (entry.previousHash !== previousHash) return { reason: 'link', sequence: entry.sequence }
    if (entry.hash !== hashOf(entry)) return { reason: 'content', sequence: entry.sequence }
    previousHash = entry.hash
  }
  return null
}
