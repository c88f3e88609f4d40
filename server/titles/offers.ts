import { feeOf } from '../../domain/fee/fee-of'
import { dayOf } from '../../domain/kernel/instant'
import { fen } from '../../domain/kernel/money'
import type { Offer } from '../../domain/plan/offer'
import type { Context } from '../kernel/context'
import { enrolmentsOf } from '../learning/catalog/list-courses'
import { isCreditable } from '../learning/course/course-item'
import type { CourseDocument } from '../learning/course/documents'
import type { PersonDocument } from '../people/documents'
import type { TitleQuestion } from './title-question'
import type { PlanCourseView, TitlePlanView } from './views'

/** Courses looked at for one plan, shared by its years. */
const MOST_COURSES = 1_000
const MINUTES_PER_HOUR = 60
const HUNDREDTHS = 100

/** A course that could be chosen, as the planner weighs it and as the screen shows it. */
export interface CourseOffer {
  offer: Offer
  view: PlanCourseView
  /** What the notice leaves unsaid about its price. */
  feeNotes: readonly string[]
}

export interface Catalogue {
  offers: CourseOffer[]
  looked: TitlePlanView['catalogue']
}

/** Courses of the years that can still be filled, which the person has not passed and which may give hours. */
export async function catalogueOf(
  ctx: Context,
  person: PersonDocument,
  { of, years }: { of: TitleQuestion; years: readonly number[] },
): Promise<Catalogue> {
  const limit = Math.floor(MOST_COURSES / Math.max(1, years.length))
  const found = await Promise.all(years.map((year) => coursesOf(ctx, { region: of.region, year, limit })))
  const enrolled = await Promise.all(years.map((year) => enrolmentsOf(ctx, person._id, year)))
  const isEnrolled = (courseId: string): boolean => enrolled.some((enrolments) => enrolments.has(courseId))
  const courses = found.flatMap(({ items }) => items)
  return {
    offers: courses
      .filter((course) => isOpen(ctx, of, course))
      .map((course) => offerOf(of, course, isEnrolled(course._id))),
    looked: {
      lookedAt: courses.length,
      limit: limit * years.length,
      whole: found.every(({ whole }) => whole),
    },
  }
}

interface Place {
  region: string
  year: number
  limit: number
}

async function coursesOf({ store }: Pick<Context, 'store'>, { region, year, limit }: Place) {
  const items: CourseDocument[] = []
  for await (const course of store.each('courses', 'byYear', { equals: { region, year }, most: limit + 1 }))
    items.push(course)
  return { items: items.slice(0, limit), whole: items.length <= limit }
}

/**
 * Whether a course is offered: passed courses give their hours once, and samples and courses without hours are
 * offered nowhere.
 */
function isOpen(
  { ports, packs, now }: Context,
  { ledger, standing: { personKind } }: TitleQuestion,
  course: CourseDocument,
): boolean {
  if (course.sample && ports.sampleContent === 'refused') return false
  const key = `course:${course._id}`
  if (ledger.some(({ items }) => items.some(({ evidenceKey }) => evidenceKey === key))) return false
  const standard = packs.standardOf(course.region, course.year)
  return standard.ok && isCreditable(standard.value, course, { at: now, personKind })
}

function offerOf(of: TitleQuestion, course: CourseDocument, isEnrolled: boolean): CourseOffer {
  const { _id: id, title, year, category, hours, baseName, baseLevel, subjectId } = course
  const { fee, notes } = feeOfCourse(of, course)
  const minutes = Math.ceil((hours * MINUTES_PER_HOUR) / HUNDREDTHS)
  return {
    offer: {
      id,
      title,
      year,
      category,
      hours,
      feeFen: fee?.fen ?? fen(0),
      ownTimeMinutes: minutes,
      source: 'course',
      baseLevel,
      ...(subjectId === null ? {} : { subjectId }),
    },
    view: { courseId: id, title, year, category, hours, baseName, fee, minutes, isEnrolled },
    feeNotes: notes,
  }
}

/**
 * The price for the county of the buyer's unit, by the notice in force today, because it prices every purchase today,
 * whichever year the hours fill.
 */
function feeOfCourse(
  { packs, region, now, standing: { county } }: TitleQuestion,
  { hours }: CourseDocument,
): { fee: PlanCourseView['fee']; notes: readonly string[] } {
  const pack = packs.windowOf(region, now)
  // clause SX20-11 SX22-18
  const fee =
    pack &&
    feeOf(pack, { mode: 'online', hours, on: dayOf(now), ...(county === undefined ? {} : { county }) })
  if (!fee?.ok) return { fee: null, notes: [] }
  const { amount: fen, kind, notes } = fee.value
  return { fee: { fen, kind }, notes }
}
