import { yearOf } from '../../domain/kernel/instant'
import type { PersonDocument } from '../account/documents'
import type { Context } from '../context'
import { accept } from '../refused'
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
}

export interface CourseFilter {
  year: number | null
  category?: Category | undefined
  after?: string | undefined
}

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
  const after = filter.after === undefined ? {} : { after: filter.after }
  const [page, enrolments, watch] = await Promise.all([
    filter.category
      ? store.query('courses', 'byCategory', {
          equals: { region, year, category: filter.category },
          limit: PAGE,
          ...after,
        })
      : store.query('courses', 'byYear', { equals: { region, year }, limit: PAGE, ...after }),
    enrolmentsOf(ctx, person._id, year),
    store.get('watch', person._id),
  ])
  const visible = page.items.filter(({ sample }) => !sample || ports.sampleContent === 'allowed')
  const cards = visible.map((course) => {
    const enrolment = enrolments.get(course._id) ?? null
    return courseInView(course, { enrolment, watch }, standard.watching.coveragePercent.value).card
  })
  const years = packs.all.filter((pack) => pack.region === region).map((pack) => pack.year)
  return { courses: cards, next: page.next ?? null, year, years: years.sort((a, b) => b - a) }
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
