import { type IdNumber, parseIdNumber } from '../identity/id-number'
import { parseName } from '../identity/name'
import { type Hours, hundredths } from '../kernel/hours'
import { type Day, day, dayOf, endOfDay, type Instant } from '../kernel/instant'
import type { Category, LearningMode } from '../policy/pack'
import type { SentBatch, SentRow } from './batch'

/** Why a line cannot be read at all; the provider mends it and sends it in another batch. */
export type Unreadable =
  | 'ID_NUMBER_MALFORMED'
  | 'NAME_MALFORMED'
  | 'COURSE_MISSING'
  | 'CATEGORY_MALFORMED'
  | 'HOURS_MALFORMED'
  | 'DAY_MALFORMED'
  | 'DAY_TO_COME'
  | 'YEAR_MALFORMED'

/** A line that was read. */
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
  /** As everywhere: production refuses areas that belong to no place. */
  readonly allowInventedAreas: boolean
}

const CATEGORIES: readonly Category[] = ['public', 'professional']

/** More than a year of hours holds: what is above is a slip of the pen. */
const MOST_HOURS = 1_000

/**
 * Reads one line. Hours are 学时 above zero with at most two decimals; the day lies in the batch's month or before, and
 * not after the day it was received; a year that is given is the day's own or an earlier one, made up for.
 */
export function readRow(sent: SentRow, reading: Reading): ReadRow {
  const idNumber = parseIdNumber(sent.idNumber, {
    now: reading.receivedAt,
    // Somebody who trained is of age; the rule is about registering.
    minimumAgeYears: 0,
    allowInventedAreas: reading.allowInventedAreas,
  })
  if (!idNumber.ok) return no('ID_NUMBER_MALFORMED')
  const name = parseName(sent.name)
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

/** When it was earned, as far as a day tells: its last moment, so that it never counts before it was done. */
export const earnedAtOf = ({ completedOn }: Pick<OutsideRow, 'completedOn'>): Instant =>
  (endOfDay(completedOn) - 1) as Instant
