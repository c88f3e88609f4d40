import { yearOf } from '../../domain/kernel/instant'
import { emptyAccount } from '../../domain/ledger/account'
import { yearState } from '../../domain/ledger/year-complete'
import { grantsAt } from '../../domain/organisation/roles'
import { covers } from '../../domain/policy/lookup'
import { clauseOfWindow, type PolicyPack } from '../../domain/policy/pack'
import { isSaid } from '../../domain/policy/value'
import { unreadOf } from '../afterwards/inbox/list-inbox'
import { ringsOf } from '../books/hours/account-view'
import { readAccount } from '../books/hours/read-account'
import { YEAR_KIND } from '../claims/filing/claim-form'
import { reviewedOrgIds } from '../claims/filing/reviewing'
import { myClaims } from '../claims/filing/show-claim'
import type { ClaimCard } from '../claims/filing/views'
import { countOfQueue } from '../claims/review/count-queue'
import type { Context } from '../kernel/context'
import { accept } from '../kernel/refused'
import { type CourseInView, courseInView } from '../learning/catalog/course-card'
import { enrolmentsIn } from '../learning/catalog/list-courses'
import type { CourseDocument } from '../learning/course/documents'
import { countOfContests } from '../membership/contests/list-contests'
import { countOf } from '../membership/list-people'
import type { PersonDocument } from '../people/documents'
import { personView } from '../people/person-view'
import { nextStep } from './next-step'
import { noticesOf } from './notices'
import type { HomeView } from './views'

const COURSES_LOOKED_AT = 20
const UNDERWAY_SHOWN = 3
const CLAIMS_SHOWN = 3

/** The person's year, in one call: a bounded number of reads, for any amount of hours learned so far. */
export async function showHome(ctx: Context, person: PersonDocument): Promise<HomeView> {
  const { store, packs, now } = ctx
  const { region, _id: personId } = person
  const year = yearOf(now)
  const pack = accept(packs.standardOf(region, year))
  const [account, watch, page, claims] = await Promise.all([
    readAccount(store, { personId, region, year }),
    store.get('watch', personId),
    store.query('courses', 'byYear', { equals: { region, year }, limit: COURSES_LOOKED_AT }),
    openClaims(ctx, person),
  ])
  const enrolments = await enrolmentsIn(ctx, personId, page.items)
  const shown = (course: CourseDocument): CourseInView =>
    courseInView(
      course,
      { enrolment: enrolments.get(course._id) ?? null, watch },
      pack.watching.coveragePercent.value,
    )
  const courses = page.items
    .filter(({ sample }) => !sample || ctx.ports.sampleContent === 'allowed')
    .map(shown)
  const rings = ringsOf(account, pack)
  const { complete, missing } = yearState(account ?? emptyAccount(), pack)
  return {
    person: personView(person, ctx),
    year,
    regionName: pack.labels.regionName,
    rings,
    complete: complete === true,
    missing,
    deadline: deadlineOf(pack, year),
    next: nextStep({
      person,
      year,
      complete: complete === true,
      rings,
      courses,
      now,
      attempts: pack.exam.attempts.value,
      handedInTo: pack.review.yearlySubmission.value ? handedInTo(claims, year) : null,
    }),
    underway: courses
      .filter(({ card }) => card.state === 'learning' || card.state === 'exam-ready')
      .slice(0, UNDERWAY_SHOWN)
      .map(({ card: { id, title, progressPercent, hours } }) => ({ id, title, progressPercent, hours }))
      .map(({ id, ...rest }) => ({ courseId: id, ...rest })),
    claims: claims.slice(0, CLAIMS_SHOWN),
    notices: noticesOf(pack),
    reviewerQueue: await queueOf(ctx, person),
    unread: await unreadOf(ctx, personId),
  }
}

/** Among the latest; what was returned comes first, because it waits for the person. */
async function openClaims(ctx: Context, person: PersonDocument): Promise<ClaimCard[]> {
  const { claims } = await myClaims(ctx, person, undefined)
  const open = claims.filter(({ state }) => state === 'submitted' || state === 'returned')
  return open.sort((a, b) => Number(b.state === 'returned') - Number(a.state === 'returned'))
}

const handedInTo = (claims: readonly ClaimCard[], year: number): string =>
  claims.find((claim) => claim.kind === YEAR_KIND && claim.year === year)?.waitsFor ?? ''

/** The day to aim at: the notice's own where it closes the year, ours as a reminder where it does not. */
function deadlineOf({ windows }: PolicyPack, year: number): HomeView['deadline'] {
  const window = windows.find((candidate) => covers(candidate, year))
  const day = window && (isSaid(window.lastDay) ? window.lastDay : window.aimDay)
  if (!window || !day || !('value' in day)) return null
  return {
    day: day.value,
    clauseId: day.clause ?? clauseOfWindow(window) ?? '',
    reading: day.state === 'reading',
  }
}

async function queueOf(ctx: Context, person: PersonDocument): Promise<HomeView['reviewerQueue']> {
  const grants = grantsAt(person, ctx.now)
  const [orgId] = reviewedOrgIds(grants)
  if (orgId === undefined) return null
  const unit = grants.find(({ role }) => role === 'unit-reviewer')
  const [people, contests, claims] = await Promise.all([
    unit ? countOf(ctx, unit.orgId, 'claimed') : null,
    unit ? countOfContests(ctx, unit.orgId) : 0,
    countOfQueue(ctx, grants),
  ])
  return { people, contests, claims }
}
