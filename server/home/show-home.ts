import { hundredths, missingHours } from '../../domain/kernel/hours'
import { yearOf } from '../../domain/kernel/instant'
import { requiredOf, yearState } from '../../domain/ledger/year-complete'
import type { MaybeValue, PolicyPack } from '../../domain/policy/pack'
import type { PersonDocument } from '../account/documents'
import { personView } from '../account/person-view'
import { type CourseInView, courseInView } from '../catalog/course-card'
import type { CourseDocument } from '../catalog/documents'
import { enrolmentsOf } from '../catalog/list-courses'
import type { Context } from '../context'
import { readAccount } from '../hours/read-account'
import { accept } from '../refused'
import { countOf } from '../review/list-people'
import { nextStep } from './next-step'
import { noticesOf } from './notices'
import type { CategoryRing, HomeView } from './views'

const COURSES_LOOKED_AT = 20
const UNDERWAY_SHOWN = 3

/** Where somebody stands this year, in one call: a bounded number of reads, whatever they have learned so far. */
export async function showHome(ctx: Context, person: PersonDocument): Promise<HomeView> {
  const { store, packs, now } = ctx
  const { region, _id: personId } = person
  const year = yearOf(now)
  const pack = accept(packs.standardOf(region, year))
  const [account, enrolments, watch, page] = await Promise.all([
    readAccount(store, { personId, region, year }),
    enrolmentsOf(ctx, personId, year),
    store.get('watch', personId),
    store.query('courses', 'byYear', { equals: { region, year }, limit: COURSES_LOOKED_AT }),
  ])
  const shown = (course: CourseDocument): CourseInView =>
    courseInView(
      course,
      { enrolment: enrolments.get(course._id) ?? null, watch },
      pack.watching.coveragePercent.value,
    )
  const courses = page.items
    .filter(({ sample }) => !sample || ctx.ports.sampleContent === 'allowed')
    .map(shown)
  const portions = account?.portions
  const rings = (['public', 'professional'] as const).map(
    (category): CategoryRing => ({
      category,
      required: pack.requirement[category].value,
      counted: portions?.[category].counted ?? hundredths(0),
      pending: portions?.[category].pending ?? hundredths(0),
    }),
  )
  const complete = portions ? yearState(portions, requiredOf(pack)).complete : false
  const missing = { public: missingOf(rings[0]), professional: missingOf(rings[1]) }
  return {
    person: personView(person),
    year,
    regionName: pack.labels.regionName,
    rings,
    complete,
    missing,
    deadline: deadlineOf(pack, year),
    next: nextStep({ person, year, complete, rings, courses, now, attempts: pack.exam.attempts.value }),
    underway: courses
      .filter(({ card }) => card.state === 'learning' || card.state === 'exam-ready')
      .slice(0, UNDERWAY_SHOWN)
      .map(({ card: { id, title, progressPercent, hours } }) => ({ id, title, progressPercent, hours }))
      .map(({ id, ...rest }) => ({ courseId: id, ...rest })),
    notices: noticesOf(pack),
    reviewerQueue: await queueOf(ctx, person),
  }
}

const missingOf = (ring: CategoryRing | undefined) =>
  ring ? missingHours(ring.required, ring.counted) : hundredths(0)

/** The day to aim at: the notice's own where it closes the year, ours as a reminder where it does not. */
function deadlineOf({ windows }: PolicyPack, year: number): HomeView['deadline'] {
  const window = windows.find(({ fromYear, throughYear }) => (fromYear ?? 0) <= year && year <= throughYear)
  const day: MaybeValue<string> | null = window
    ? isSaid(window.lastDay)
      ? window.lastDay
      : window.aimDay
    : null
  if (!window || !day || !isSaid(day)) return null
  return { day: day.value, clauseId: day.clause ?? window.clause, reading: day.state === 'reading' }
}

const isSaid = <T>(value: MaybeValue<T>): value is Extract<MaybeValue<T>, { value: T }> =>
  value.state === 'stated' || value.state === 'reading'

async function queueOf(ctx: Context, person: PersonDocument): Promise<number | null> {
  const grant = person.roles.find(({ role }) => role === 'unit-reviewer')
  return grant ? countOf(ctx, grant.orgId, 'claimed') : null
}
