import type { Hours } from '../kernel/hours'
import { type Day, daysFrom } from '../kernel/instant'

/** One thing that a person learned, by whatever way it came: as much of it as two ways can be compared by. */
export interface Learned {
  /** The way it came: the kind of the cause of a credit, such as `claim`, `outside`, `course-exam`. */
  readonly way: string
  /** Who sent it, where somebody did; empty otherwise. */
  readonly source: string
  readonly title: string
  readonly from: Day
  readonly to: Day
  /** Whether the days say when it was held; those of a paper or a prize say when it appeared. */
  readonly held: boolean
  readonly hours: Hours
  /** The number of the course or the certificate; empty where none was given. */
  readonly code: string
}

/**
 * How like two things learned are. `same`: title, days and hours agree, so nobody need be asked. `alike`: so much agrees
 * that a person must look at both.
 */
export type Likeness = 'same' | 'alike'

/** A shorter title says too little: 培训 is in every second one. */
const LEAST_TITLE = 4

/**
 * Compares two things learned by one person. Within the courses of this platform, and within one provider's, ids and codes
 * decide, so two of these are never alike. A claim is what somebody says of themselves, so against a claim less has to
 * agree: the title alone, or the days together with the hours.
 * Worked example: a platform's 设施蔬菜栽培 of 30 学时 on 2022-08-01 and a claim 《设施蔬菜栽培》 from 08-01 to 08-03 with 30 are
 * the same; with 24 they are alike.
 */
export function likenessOf(a: Learned, b: Learned): Likeness | null {
  if (a.way === b.way && (a.way === 'course-exam' || (a.way === 'outside' && a.source === b.source)))
    return null
  const sameTitle = foldTitle(a.title) === foldTitle(b.title) && foldTitle(a.title) !== ''
  const meets = a.from <= b.to && b.from <= a.to
  const sameHours = a.hours === b.hours
  const dated = a.held === b.held ? meets : false
  if (sameTitle && dated && sameHours) return 'same'
  const claims = [a, b].filter(({ way }) => way === 'claim').length
  if (sameTitle && (meets || sameHours || claims === 1 || !(a.held && b.held))) return 'alike'
  if (claims === 0) return null
  if (isSameCode(a.code, b.code)) return 'alike'
  if (claims === 2) return null
  if (!meets) return null
  return (sameHours && [a, b].every(isShort)) || oneInTheOther(a.title, b.title) ? 'alike' : null
}

/** In a span of weeks lies many a day with as many hours. */
const MOST_DAYS = 7

const isShort = ({ from, to }: Learned): boolean => daysFrom(from, to) < MOST_DAYS

/** A title without case, blanks, brackets and punctuation, full-width and compatibility forms folded. */
export const foldTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

function oneInTheOther(a: string, b: string): boolean {
  const [short = '', long = ''] = [foldTitle(a), foldTitle(b)].sort((x, y) => x.length - y.length)
  return short.length >= LEAST_TITLE && long.includes(short)
}

const isSameCode = (a: string, b: string): boolean =>
  foldTitle(a).length >= LEAST_TITLE && foldTitle(a) === foldTitle(b)
