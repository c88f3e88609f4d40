import * as z from 'zod'
import { hundredths } from '../../domain/kernel/hours'
import { dayOf } from '../../domain/kernel/instant'
import type { ProviderStep } from '../../domain/plan/choice'
import type { Cannot, PlanNeed } from '../../domain/plan/need'
import { needOfTitle } from '../../domain/plan/need-of-title'
import type { Plan } from '../../domain/plan/plan'
import { planFor } from '../../domain/plan/plan-for'
import { clauseViews } from '../books/hours/clause-view'
import type { Context } from '../kernel/context'
import { accept } from '../kernel/refused'
import type { PersonDocument } from '../people/documents'
import { askedOf, headlineOf, outcomeOf } from './check-title'
import { declaresAnything } from './declared'
import { type Catalogue, type CourseOffer, catalogueOf } from './offers'
import { askTitle, factsOf, type TitleQuestion, titleAsked } from './title-question'
import { openingView } from './title-year-view'
import type { PlanProviderView, PlanView, PlanYearView, TitlePlanView } from './views'

/** An evening has at most so many minutes. */
export const planAsked = titleAsked.extend({ minutesPerEvening: z.int().min(10).max(600) })

/** The hours still needed for a title, until when, and three ways to earn them from the catalogue. */
export async function planTitle(
  ctx: Context,
  person: PersonDocument,
  { minutesPerEvening, ...input }: z.infer<typeof planAsked>,
): Promise<TitlePlanView> {
  const of = await askTitle(ctx, person, input)
  const today = dayOf(ctx.now)
  const need = accept(needOfTitle(ctx.packs, { facts: factsOf(of), today }))
  const catalogue = await catalogueOf(ctx, person, { of, years: openYears(need) })
  const offers = catalogue.offers.map(({ offer }) => offer)
  const { plans, cannot, todo } = accept(planFor({ need, offers, today, minutesPerEvening }))
  return {
    ...askedOf(of),
    outcome: outcomeOf(of.verdict),
    headline: headlineOf(of),
    minutesPerEvening,
    years: lackingYears(of),
    sums: of.verdict.public && of.verdict.total && { public: of.verdict.public, total: of.verdict.total },
    plans: plans === null ? [] : Object.values(plans).map((plan) => planView(of, { plan, catalogue })),
    cannot: cannot.map((one) => cannotView(of, one)),
    todo: asksVerification(of) ? [...todo] : [],
    feeNotes: [...new Set(catalogue.offers.flatMap(({ feeNotes }) => feeNotes))],
    restsOnDeclared: declaresAnything(input.declared),
    catalogue: catalogue.looked,
  }
}

planTitle.refuses = ['INPUT_INVALID', 'TITLE_LEVEL_UNKNOWN'] as const

const openYears = (need: PlanNeed): number[] =>
  need.kind === 'nothing' ? [] : need.years.map(({ year }) => year)

/** Only where the notice takes the current year once it is verified is there anything to hand in after learning. */
const asksVerification = ({ rule: { gate } }: TitleQuestion): boolean =>
  'kind' in gate && gate.kind === 'years' && gate.currentOnlyVerified.value

function lackingYears(of: TitleQuestion): PlanYearView[] {
  if (of.verdict.met !== false) return []
  return of.verdict.years
    .filter(({ state }) => state !== 'complete' && state !== 'deemed' && state !== 'not-looked-at')
    .map(({ year, state, missing }) => ({ year, state, missing, opening: openingView(of, year) }))
    .reverse()
}

const cannotView = ({ pack }: TitleQuestion, { text, rules }: Cannot) => ({
  text,
  clauses: clauseViews(pack, rules),
})

function planView(of: TitleQuestion, { plan, catalogue }: { plan: Plan; catalogue: Catalogue }): PlanView {
  const byId = new Map(catalogue.offers.map((offer): [string, CourseOffer] => [offer.offer.id, offer]))
  const courses = plan.offers.flatMap(({ id }) => byId.get(id)?.view ?? [])
  return {
    kind: plan.kind,
    courses,
    providers: plan.providers.map((step) => providerView(of, step)),
    feeFen: plan.feeFen,
    feeKind: courses.find(({ fee }) => fee !== null)?.fee?.kind ?? null,
    evenings: plan.evenings,
    doneOn: plan.doneOn,
    isLate: plan.late.length > 0,
    // The first sentence adds up the screen's figures, and counts an unknown fee as zero, so it is left out.
    why: plan.why.slice(1),
  }
}

const providerView = ({ pack }: TitleQuestion, step: ProviderStep): PlanProviderView => ({
  year: step.year,
  category: step.category,
  hours: hundredths(step.hours),
  lastDay: step.lastDay,
  places: step.providers.map(({ name, address, phone }) => ({ name, address, phone })),
  clauses: clauseViews(
    pack,
    step.providers.flatMap(({ rules }) => rules),
  ),
})
