import * as z from 'zod'
import { dayOf, yearOf } from '../../../domain/kernel/instant'
import type { OrganisationDocument } from '../../bodies/documents'
import type { Context } from '../../kernel/context'
import { type Holder, organisationInScope, ownBodies, seesBelow } from '../../kernel/holder'
import { calendarYear, cursor, identifier } from '../../kernel/inputs'
import { getAll } from '../../kernel/store/idioms'
import { counterIdOf } from './apply-person'
import type { StatCounterDocument } from './documents'
import { type Figures, noFigures } from './figures'
import type { BehindView, FiguresView, OverviewView } from './views'

const PAGE = 50
const PEOPLE_A_PAGE = 20

export const figuresAsked = z.object({
  year: calendarYear.optional(),
  after: cursor,
  /** The highest body of the caller, where none is named. */
  orgId: identifier.optional(),
})
export const behindAsked = figuresAsked.extend({ orgId: identifier })

/** The figures of a body and of the bodies right below it: two reads and one query for a body of any size. */
export async function overview(
  ctx: Context,
  holder: Holder,
  asked: z.infer<typeof figuresAsked>,
): Promise<OverviewView> {
  const { store, now, packs } = ctx
  const year = asked.year ?? yearOf(now)
  const scopes = await scopesOf(ctx, holder)
  const orgId = asked.orgId ?? scopes[0]?._id ?? ''
  const shown = await organisationInScope(store, holder, orgId)
  // Who answers for a body's own people alone is shown those, and nothing of what hangs below.
  const isBelow = seesBelow(holder, shown.path)
  const [counter, below, path] = await Promise.all([
    store.get('stat-counters', counterIdOf(orgId, year)),
    isBelow
      ? store.query('stat-counters', 'byParent', {
          equals: { parentId: orgId, year },
          limit: PAGE,
          after: asked.after,
        })
      : { items: [], next: undefined },
    pathWithin(ctx, holder, shown),
  ])
  const total = (isBelow ? counter?.total : counter?.own) ?? noFigures()
  return {
    year,
    years: [...packs.yearsOf(shown.region)],
    scopes: scopes.map(({ _id, name }) => ({ orgId: _id, orgName: name })),
    path,
    hasPeople: (counter?.own.people ?? 0) > 0,
    own: figuresView({ orgId, orgName: shown.name }, total),
    below: below.items.filter(({ total: of }) => of.people > 0).map(viewOf),
    next: below.next ?? null,
    asOf: dayOf(now).slice(0, 7),
    months: Object.entries(total.months).map(([month, of]) => ({ month, ...of })),
  }
}

overview.refuses = ['OUT_OF_SCOPE'] as const

const viewOf = (counter: StatCounterDocument): FiguresView => figuresView(counter, counter.total)

const figuresView = (
  { orgId, orgName }: { orgId: string; orgName: string },
  { claimsWaiting: waiting, claimsCredited: credited, claimsLate: late, months: _, ...figures }: Figures,
): FiguresView => ({ orgId, orgName, ...figures, claims: { waiting, credited, late } })

/** The bodies in which the caller may look, the highest first. */
async function scopesOf({ store }: Pick<Context, 'store'>, holder: Holder): Promise<OrganisationDocument[]> {
  const found = await getAll(store, 'organisations', ownBodies(holder))
  return found.filter((body) => body !== null).sort((a, b) => a.path.length - b.path.length)
}

/** The path to the shown body, from the highest body in the caller's scope. */
async function pathWithin(
  { store }: Pick<Context, 'store'>,
  holder: Holder,
  { path }: OrganisationDocument,
): Promise<OverviewView['path']> {
  const own = ownBodies(holder)
  const top = path.findIndex((id) => own.includes(id))
  const bodies = await store.getMany('organisations', path.slice(top))
  return bodies.filter((body) => body !== null).map(({ _id, name }) => ({ orgId: _id, orgName: name }))
}

/**
 * The people of a unit who are behind in a year, with their missing hours: in October, those who will miss December.
 */
export async function behind(
  ctx: Context,
  holder: Holder,
  { orgId, year = yearOf(ctx.now), after }: z.infer<typeof behindAsked>,
): Promise<BehindView> {
  const unit = await organisationInScope(ctx.store, holder, orgId)
  const page = await ctx.store.query('stat-parts', 'byUnit', {
    equals: { unitId: orgId, year, standing: 'behind' },
    limit: PEOPLE_A_PAGE,
    after,
  })
  const persons = await ctx.store.getMany(
    'persons',
    page.items.map(({ personId }) => personId),
  )
  const people = page.items.flatMap(({ personId, missingPublic, missingProfessional, pending }, i) => {
    const person = persons[i]
    if (person?.unitId !== orgId) return []
    const { name, idNumberMasked, binding } = person
    const verified = binding === 'verified'
    return [{ personId, name, idNumberMasked, verified, missingPublic, missingProfessional, pending }]
  })
  return { orgName: unit.name, year, people, next: page.next ?? null }
}

behind.refuses = ['OUT_OF_SCOPE'] as const
