import type { Hours } from '../domain/kernel/hours'
import type { Day } from '../domain/kernel/instant'
import type { Fen } from '../domain/kernel/money'
import type { ClauseId, Missing, Reading, Silent, Stated } from '../domain/policy/value'

/** The notice says it, in these words. */
export const stated = <T>(value: T, clause: ClauseId, words: string): Stated<T> => ({
  state: 'stated',
  value,
  clause,
  words,
})

/** The notice leaves it open: our choice, and why, as the person whom it decides about reads it. */
export const reading = <T>(value: T, why: string): Reading<T> => ({ state: 'reading', value, reading: why })

/** Our choice about something that the notice does say, in words that leave it open. */
export const readingOf = <T>(value: T, why: string, clause: ClauseId, words: string): Reading<T> => ({
  state: 'reading',
  value,
  reading: why,
  clause,
  words,
})

export const silent = (note: string): Silent => ({ state: 'silent', note })

export const missing = (document: string, clause: ClauseId, words: string): Missing => ({
  state: 'missing',
  document,
  clause,
  words,
})

/** 学时 as hundredths: `hours(6.5)` is 650. */
export const hours = (value: number): Hours => Math.round(value * 100) as Hours
/** 元 as 分: `yuan(3.6)` is 360. */
export const yuan = (value: number): Fen => Math.round(value * 100) as Fen
export const day = (text: string): Day => text as Day
