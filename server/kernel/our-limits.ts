import { DAY_MS } from '../../domain/kernel/instant'
import type { Allowance } from './call-budget'

const DAY_SECONDS = DAY_MS / 1000

/** The platform's own limit on a call's text, checked again because a local or a later platform may be laxer. */
export const CALL_LIMIT_BYTES = 100 * 1024

export interface OurLimit {
  /** What is counted apart: so many for each of them. */
  readonly per: 'account' | 'number' | 'unit' | 'unit code' | 'parent body' | 'provider'
  readonly most: number
  readonly inSeconds: number
  readonly why: string
}

/**
 * How often something may be done: our readings, which no notice sets, in one table. A limit is well above what an
 * honest person needs, and well below what a flood or a search by trial needs. docs/security.md quotes it.
 */
export const OUR_LIMITS = {
  'phone-code': {
    per: 'account',
    most: 10,
    inSeconds: DAY_SECONDS,
    why: 'each code is a call to the platform that is paid for, and a document',
  },
  register: {
    per: 'account',
    most: 6,
    inSeconds: DAY_SECONDS,
    why: 'a slip is corrected once or twice; a search for a number goes through hundreds',
  },
  'name-a-number': {
    per: 'number',
    most: 20,
    inSeconds: DAY_SECONDS,
    why: 'registering with a number, by whatever accounts',
  },
  'register-at-unit': {
    per: 'unit',
    most: 100,
    inSeconds: DAY_SECONDS,
    why: 'who found the unit by searching, together: many accounts shall not bury its list; its code goes on',
  },
  'register-by-code': {
    per: 'unit code',
    most: 3_000,
    inSeconds: DAY_SECONDS,
    why: 'who came by the unit’s own code; the largest unit registers in some days',
  },
  contest: {
    per: 'account',
    most: 3,
    inSeconds: 7 * DAY_SECONDS,
    why: 'a lost account is contested once, and again with a better reason',
  },
  'contest-a-number': {
    per: 'number',
    most: 10,
    inSeconds: 7 * DAY_SECONDS,
    why: 'each contest is a message to the holder and to reviewers, by whatever accounts',
  },
  'new-body': {
    per: 'account',
    most: 5,
    inSeconds: 7 * DAY_SECONDS,
    why: 'each is one more for the body above to look at; nobody founds more bodies in a week',
  },
  'new-body-under': {
    per: 'parent body',
    most: 60,
    inSeconds: DAY_SECONDS,
    why: 'many accounts together shall not bury the real ones in the list of the body that reviews them',
  },
  'unit-code': {
    per: 'account',
    most: 20,
    inSeconds: DAY_SECONDS,
    why: 'each code is a picture that the platform draws, and a document; one hangs at the wall for a month',
  },
  'move-wish': {
    per: 'account',
    most: 10,
    inSeconds: 7 * DAY_SECONDS,
    why: 'each wish and each second thought is a line of the log, and one more to look at for a reviewer',
  },
  'read-number': {
    per: 'account',
    most: 60,
    inSeconds: DAY_SECONDS,
    why: 'ID numbers that one reader opens in full, one by one: a doubt about a person, not a list of a unit',
  },
  'export-number': {
    per: 'account',
    most: 1_000,
    inSeconds: DAY_SECONDS,
    why: 'ID numbers that a committee exports in full: the applicants of one round of a county',
  },
  erasure: {
    per: 'account',
    most: 3,
    inSeconds: 30 * DAY_SECONDS,
    why: '注销 and back again leaves documents each time, and is asked in earnest once',
  },
  'outside-lines': {
    per: 'provider',
    most: 100_000,
    inSeconds: DAY_SECONDS,
    why: 'lines of batches received: the largest platform sends a month in some days, and the clock works through all of them',
  },
  'say-title': {
    per: 'account',
    most: 10,
    inSeconds: DAY_SECONDS,
    why: 'a title is said once in some years, and a slip corrected; each is kept, and is work for the unit',
  },
  'new-draft': {
    per: 'account',
    most: 30,
    inSeconds: DAY_SECONDS,
    why: 'a draft holds fields and files; a year has fewer claims than that',
  },
} as const satisfies Readonly<Record<string, OurLimit>>

export type Limited = keyof typeof OUR_LIMITS

/**
 * How much may be asked at once and each second, of one instance of a function, in the points of `CALL_WEIGHTS`. A screen
 * asks for 20 to 60 points when it opens; who decides a claim every five seconds spends 10 a second.
 */
export const OUR_ALLOWANCES = {
  caller: {
    per: 'account',
    points: 600,
    perSecond: 30,
    why: 'a dozen screens opened in a row, and one and a half each second after that; a program that asks on and on is slowed to it',
  },
  address: {
    per: 'address',
    points: 600,
    perSecond: 30,
    why: 'sixty certificates checked in a row, and three a second after that, by whoever shares an address; batches likewise',
  },
} as const satisfies Readonly<Record<string, Allowance & { readonly per: string; readonly why: string }>>
