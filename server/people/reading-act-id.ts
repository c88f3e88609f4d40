import type { Context } from '../kernel/context'
import { OUR_PERIODS } from '../kernel/our-periods'

const MINUTE_MS = 60_000

/**
 * The id of the act of reading one person's number. It holds the minutes in which a lost answer may be asked for again:
 * the same reading after them is another act, with another message to the person.
 */
export const readingActId = (
  { now }: Pick<Context, 'now'>,
  { readerId, readingId, personId }: Readonly<Record<'readerId' | 'readingId' | 'personId', string>>,
): string => {
  const minutes = Math.floor(now / (OUR_PERIODS.readingRetryMinutes * MINUTE_MS))
  return `id-number-revealed:${readerId}:${readingId}:${personId}:${minutes}`
}
