import * as z from 'zod'
import { yearOf } from '../../../domain/kernel/instant'
import type { Context } from '../../kernel/context'
import { calendarYear, cursor } from '../../kernel/inputs'
import { accept } from '../../kernel/refused'
import type { Page } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { CourseDocument } from '../course/documents'
import { creditableTo } from '../course/visible-course'
import type { EnrolmentDocument } from '../study/documents'
import { courseInView } from './course-card'
import type { Category, CourseCard } from './views'

const PAGE = 20
const ENROLMENTS_MOST = 100

export interface CourseList {
  courses: CourseCard[]
  next: string | null
  year: number
  /** Years for which there is a standard, newest first. */
  years: number[]
  /** As the region's notice calls the parts of a year. */
  categoryNames: Record<Category, string>
}

export const courseFilter = z.object({
  year: calendarYear.nullable(),
  category: z.enum(['public', 'professional']).optional(),
  /** Hours of a course, in hundredths: from ≤ hours < before. */
  hours: z.object({ from: z.int().min(0), before: z.int().min(1) }).optional(),
  after: cursor,
})
type CourseFilter = z.infer<typeof courseFilter>

/** Courses of the person's region and year, in the order of the catalogue, with how far the person is in each. */
export async function listCourses(
  ctx: Context,
  person: PersonDocument,
  filter: CourseFilter,
): Promise<CourseList> {
  const { store, packs, ports } = ctx
  const { region } = person
  const year = filter.year ?? yearOf(ctx.now)
  const standard = accept(packs.standardOf(region, year))
  const [page, watch] = await Promise.all([
    pageOf(ctx, { ...filter, region, year }),
    store.get('watch', person._id),
  ])
  const enrolments = await enrolmentsIn(ctx, person._id, page.items)
  const shown = page.items.filter(({ sample }) => !sample || ports.sampleContent === 'allowed')
  const visible = await creditableTo(store, person, { pack: standard, courses: shown, at: ctx.now })
  const cards = visible.map((course) => {
    const enrolment = enrolments.get(course._id) ?? null
    const { card } = courseInView(course, { enrolment, watch }, standard.watching.coveragePercent.value)
    return { ...card, categoryName: standard.labels[card.category] }
  })
  const { public: ofPublic, professional } = standard.labels
  return {
    courses: cards,
    next: page.next ?? null,
    year,
    years: [...packs.yearsOf(region)],
    categoryNames: { public: ofPublic, professional },
  }
}

/** In the order of the catalogue; where hours are asked for, the shorter courses first. */
function pageOf(
  { store }: Context,
  { region, year, category, hours, after }: CourseFilter & { region: string; year: number },
): Promise<Page<CourseDocument>> {
  const from = { limit: PAGE, after }
  const place = { region, year }
  if (category && hours)
    return store.query('courses', 'byCategoryHours', { equals: { ...place, category }, ...hours, ...from })
  if (hours) return store.query('courses', 'byHours', { equals: place, ...hours, ...from })
  if (category) return store.query('courses', 'byCategory', { equals: { ...place, category }, ...from })
  return store.query('courses', 'byYear', { equals: place, ...from })
}

/** The person's enrolments in these courses, by course: at most a hundred. */
export async function enrolmentsIn(
  { store }: Pick<Context, 'store'>,
  personId: string,
  courses: readonly CourseDocument[],
): Promise<Map<string, EnrolmentDocument>> {
  const found = await store.getMany(
    'enrolments',
    courses.map(({ _id: courseId }) => `${personId}:${courseId}`),
  )
  return new Map(found.flatMap((enrolment) => (enrolment ? [[enrolment.courseId, enrolment]] : [])))
}

export async function enrolmentsOf(
  { store }: Pick<Context, 'store'>,
  personId: string,
  targetYear: number,
): Promise<Map<string, EnrolmentDocument>> {
  const { items } = await store.query('enrolments', 'byPerson', {
    equals: { personId, targetYear },
    limit: ENROLMENTS_MOST,
  })
  return new Map(items.map((enrolment) => [enrolment.courseId, enrolment]))
}
