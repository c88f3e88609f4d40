import { formatHours, type Hours, hundredths } from '../kernel/hours'
import type { Day } from '../kernel/instant'
import { fen } from '../kernel/money'
import { compareText } from '../kernel/order'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import type { Category } from '../policy/pack'
import { type Choice, stillOffered } from './choice'
import { compareCosts } from './cost'
import { type BarePlans, explainPlan } from './explain-plan'
import type { Cannot, OpenYear, PlanNeed } from './need'
import { malformedOffers, type Offer } from './offer'
import type { Plan, PlanAnswer, PlanKind } from './plan'
import { doneAfter, eveningsFor, later, missedDeadlines, type Pace } from './schedule'
import { solveWindow } from './solve-window'
import { offersByPart, partKey, type Solver, solveYears } from './solve-years'

export interface PlanAsk extends Pace {
  readonly need: PlanNeed
  readonly offers: readonly Offer[]
}

type Learning = Exclude<PlanNeed, { kind: 'nothing' }>

/**
 * Plans how to earn the hours still needed: with the least fee, by the earliest day, and with the fewest
 * evenings, each exactly the least of all choices of the offers. Hours are hundredths, money 分, own time
 * minutes. Only input with numbers that are no counts is refused (INPUT_INVALID); a need that cannot be met
 * is part of the answer.
 * Worked example: 8 professional hours, from an online course of 8 hours for 28.80 元 or a class of 8 hours
 * tomorrow for 40 元: the first is cheapest (8 evenings of an hour, within the ceilings of SX22-18), the
 * second is fastest and takes no evening.
 */
export function planFor(ask: PlanAsk): Outcome<PlanAnswer, 'INPUT_INVALID'> {
  const { need } = ask
  const pace = ask.minutesPerEvening
  const fields = [
    ...(Number.isSafeInteger(pace) && pace > 0 ? [] : ['minutesPerEvening']),
    ...malformedOffers(ask.offers),
  ]
  if (fields.length > 0) return refused('INPUT_INVALID', { fields })
  const { todo, cannot } = need
  if (need.kind === 'nothing') return accepted({ plans: null, cannot, todo })
  const offers = stillOffered(ask.offers, ask.today)
  const solver = need.kind === 'years' ? solveYears(need, offers) : solveWindow(need, offers)
  const plans = threePlans(ask, solver)
  if (!plans) return accepted({ plans: null, cannot: [...cannot, ...shortOf(need, offers)], todo })
  const { labels } = need
  const why = (kind: PlanKind): Plan => ({
    ...plans[kind],
    why: explainPlan(kind, plans, { labels, weighed: solver.weighed }),
  })
  const explained = {
    cheapest: why('cheapest'),
    fastest: why('fastest'),
    'fewest-evenings': why('fewest-evenings'),
  }
  return accepted({ plans: explained, cannot, todo })
}

function threePlans(ask: PlanAsk, solver: Solver): BarePlans | null {
  const last = solver.days[solver.days.length - 1] ?? null
  const cheapest = solver.leastUpTo('fee', last)
  const fewest = solver.leastUpTo('own-time', last)
  const fastest = fastestOf(ask, solver)
  if (!cheapest || !fewest || !fastest) return null
  return {
    cheapest: planOf(ask, 'cheapest', cheapest),
    fastest: planOf(ask, 'fastest', fastest),
    'fewest-evenings': planOf(ask, 'fewest-evenings', fewest),
  }
}

/**
 * For every last class day, the least own time with classes up to it; of these choices the one done first. A
 * class day that leaves more evenings than it saves is found this way too, and an unused class day has
 * already appeared at an earlier day.
 */
function fastestOf(ask: PlanAsk, { days, leastUpTo }: Solver): Choice | null {
  let best: { choice: Choice; doneOn: Day } | null = null
  for (const upTo of [null, ...days]) {
    if (best !== null && upTo !== null && upTo > best.doneOn) break
    const choice = leastUpTo('own-time', upTo)
    if (choice === null) continue
    const doneOn = later(upTo, doneAfter(choice.cost.ownTimeMinutes, ask))
    const sooner = best === null || doneOn < best.doneOn
    const cheaper =
      best !== null && doneOn === best.doneOn && compareCosts('own-time', choice.cost, best.choice.cost) < 0
    if (sooner || cheaper) best = { choice, doneOn }
  }
  return best?.choice ?? null
}

const sumOf = (parts: readonly { category: Category; hours: number }[], category: Category): Hours =>
  hundredths(parts.filter((part) => part.category === category).reduce((sum, { hours }) => sum + hours, 0))

function planOf(ask: PlanAsk, kind: PlanKind, choice: Choice): BarePlans[PlanKind] {
  const offers = [...choice.offers()].sort(byYearAndDay)
  const { providers, cost } = choice
  const parts = [...offers, ...providers]
  const lastClass = offers.reduce<Day | null>((day, { heldOn }) => (heldOn ? later(day, heldOn) : day), null)
  const closing = new Map(yearsOf(ask.need).map(({ year, opening }) => [year, opening.lastDay]))
  const tasks = [
    ...offers.map((offer) => ({ ...offer, lastDay: earlier(offer.lastDay, closing.get(offer.year)) })),
    ...providers,
  ]
  return {
    kind,
    offers,
    providers,
    hours: { public: sumOf(parts, 'public'), professional: sumOf(parts, 'professional') },
    feeFen: fen(cost.feeFen),
    ownTimeMinutes: cost.ownTimeMinutes,
    evenings: eveningsFor(cost.ownTimeMinutes, ask),
    doneOn: later(lastClass, doneAfter(cost.ownTimeMinutes, ask)),
    late: missedDeadlines(tasks, ask),
  }
}

const yearsOf = (need: PlanNeed): readonly OpenYear[] => (need.kind === 'nothing' ? [] : need.years)

function earlier(a: Day | null | undefined, b: Day | null | undefined): Day | null {
  if (!a || !b) return a ?? b ?? null
  return a < b ? a : b
}

const byYearAndDay = (a: Offer, b: Offer): number =>
  a.year - b.year ||
  compareText(b.category, a.category) ||
  compareText(a.heldOn ?? '', b.heldOn ?? '') ||
  compareText(a.id, b.id)

const ASK_FOR_CLASSES = '请联系基地或单位，看近期有没有新的班次。'

/** The hours on offer, where neither offers nor an outside provider suffice. */
function shortOf(need: Learning, offers: readonly Offer[]): Cannot[] {
  if (need.kind === 'window') return need.years.length === 0 ? [] : [shortOfWindow(need, offers)]
  const byPart = offersByPart(need.years, offers)
  const usable = new Set(need.ways.flat())
  return need.years
    .filter(({ year }) => usable.has(year))
    .flatMap((year) =>
      year.ways.flat().flatMap((part) => {
        const there = sumOf(byPart.get(partKey(year.year, part)) ?? [], part.category)
        if (there >= part.hours || year.sources[part.category].providers.length > 0) return []
        const { labels } = need
        const name = part.subject === null ? labels[part.category] : `《${part.subject.title}》`
        const text = `${year.year}年：${name}还差${formatHours(part.hours)}${labels.hour}，现在可选的只有${formatHours(there)}${labels.hour}。`
        const { opening } = year
        return [
          {
            year: year.year,
            category: part.category,
            clause: opening.clause,
            rules: opening.rules,
            text: `${text}${ASK_FOR_CLASSES}`,
          },
        ]
      }),
    )
}

function shortOfWindow(need: Extract<PlanNeed, { kind: 'window' }>, offers: readonly Offer[]): Cannot {
  const { labels } = need
  const years = new Set(need.years.map(({ year }) => year))
  const usable = offers.filter(({ year }) => years.has(year))
  const there = (category: Category) =>
    `${labels[category]}${formatHours(sumOf(usable, category))}${labels.hour}`
  const providers = need.years.flatMap(({ sources }) => [
    ...sources.public.providers,
    ...sources.professional.providers,
  ])
  const text = `还差${labels.public}${formatHours(need.public)}${labels.hour}、总共${formatHours(need.total)}${labels.hour}，现在可选的只有${there('public')}、${there('professional')}。`
  return { year: null, category: null, clause: null, rules: [], text: text + alsoAt(providers) }
}

function alsoAt(providers: readonly { readonly name: string }[]): string {
  const names = [...new Set(providers.map(({ name }) => name))]
  return names.length === 0 ? ASK_FOR_CLASSES : `也可以到${names.join('、')}学习。`
}
