import { type IdNumber, lettersOn, parseIdNumber } from '../identity/id-number'
import { parseName } from '../identity/name'
import { type Hours, hundredths } from '../kernel/hours'
import { type Day, day, dayOf, endOfDay, type Instant } from '../kernel/instant'
import type { Category, LearningMode } from '../policy/pack'
import type { SentBatch, SentRow } from './batch'

/** The reason why a row cannot be read at all; the provider corrects it and sends it in another batch. */
export type Unreadable =
  | 'ID_NUMBER_MALFORMED'
  | 'NAME_MALFORMED'
  | 'COURSE_MISSING'
  | 'CATEGORY_MALFORMED'
  | 'HOURS_MALFORMED'
  | 'DAY_MALFORMED'
  | 'DAY_TO_COME'
  | 'YEAR_MALFORMED'

/** A row that was read and normalised. */
export interface OutsideRow {
  readonly idNumber: IdNumber
  readonly name: string
  readonly courseCode: string
  readonly courseTitle: string
  readonly category: Category
  readonly hours: Hours
  readonly completedOn: Day
  readonly year: number
  readonly examPassed: boolean
  readonly mode: LearningMode | null
  readonly section: string
  readonly filing: string
}

export type ReadRow =
  | { readonly ok: true; readonly row: OutsideRow }
  | { readonly ok: false; readonly reason: Unreadable }

interface Reading {
  readonly batch: Pick<SentBatch, 'month'>
  readonly receivedAt: Instant
  /** Production refuses area codes that belong to no place, here as in registration. */
  readonly allowInventedAreas: boolean
}

const CATEGORIES: readonly Category[] = ['public', 'professional']

/** More than a trainee can learn in a year: an amount above is a typing mistake. */
const MOST_HOURS = 1_000

/**
 * Reads one row. Hours are 学时 above zero with at most two decimals; the day lies in the batch's month or
 * before it, and not after the day of receipt; a given year is the day's own year, or an earlier one
 * (make-up).
 */
export function readRow(sent: SentRow, reading: Reading): ReadRow {
  const idNumber = parseIdNumber(sent.idNumber, {
    now: reading.receivedAt,
    // A trainee of a provider is of age; the minimum age is a rule of registration.
    minimumAgeYears: 0,
    allowInventedAreas: reading.allowInventedAreas,
  })
  if (!idNumber.ok) return no('ID_NUMBER_MALFORMED')
  const name = parseName(sent.name, lettersOn(sent.idNumber))
  if (!name.ok) return no('NAME_MALFORMED')
  const courseCode = sent.courseCode.trim().toUpperCase()
  const courseTitle = sent.courseTitle.trim().replace(/\s+/g, ' ')
  if (courseCode === '' || courseTitle === '') return no('COURSE_MISSING')
  const category = CATEGORIES.find((candidate) => candidate === sent.category)
  if (category === undefined) return no('CATEGORY_MALFORMED')
  const hours = hoursIn(sent.hours)
  if (hours === null) return no('HOURS_MALFORMED')
  const completedOn = dayIn(sent.completedOn)
  if (completedOn === null) return no('DAY_MALFORMED')
  if (completedOn.slice(0, 7) > reading.batch.month || completedOn > dayOf(reading.receivedAt))
    return no('DAY_TO_COME')
  const year = sent.year ?? Number(completedOn.slice(0, 4))
  if (!Number.isInteger(year) || year > Number(completedOn.slice(0, 4)) || year < 2000)
    return no('YEAR_MALFORMED')
  const { examPassed, mode = null, section = '', filing = '' } = sent
  const course = { courseCode, courseTitle, category, hours, completedOn, year, examPassed }
  return {
    ok: true,
    row: { idNumber: idNumber.value, name: name.value, ...course, mode, section, filing: filing.trim() },
  }
}

const no = (reason: Unreadable): ReadRow => ({ ok: false, reason })

function hoursIn(text: string): Hours | null {
  const [, whole, decimals = ''] = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? []
  if (whole === undefined) return null
  const hours = hundredths(Number(whole) * 100 + Number(decimals.padEnd(2, '0')))
  return hours > 0 && hours <= MOST_HOURS * 100 ? hours : null
}

function dayIn(text: string): Day | null {
  try {
    return day(text.trim())
  } catch {
    return null
  }
}

/**
 * The moment of earning, as far as a day tells: the day's last moment, so that hours never count before they
 * were earned.
 */
export const earnedAtOf = ({ completedOn }: Pick<OutsideRow, 'completedOn'>): Instant =>
  (endOfDay(completedOn) - 1) as Instant
