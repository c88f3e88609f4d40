// How long a plan takes over a catalogue of the size that Ningxia's notice names: 4,344 courses of 8,255 hours (NX22-14).
import { hoursOf } from '../../domain/kernel/hours'
import { day, instant } from '../../domain/kernel/instant'
import { fen } from '../../domain/kernel/money'
import type { PlanNeed } from '../../domain/plan/need'
import { needOfTitle } from '../../domain/plan/need-of-title'
import type { Offer } from '../../domain/plan/offer'
import { planFor } from '../../domain/plan/plan-for'
import type { TitleFacts } from '../../domain/policy/facts'
import { packLookup } from '../../domain/policy/lookup'
import { sealPack } from '../../domain/policy/seal-pack'
import { NOTICES } from '../../policies'
import { SHAANXI_2022 } from '../../policies/shaanxi/2022'
import { type Figure, median } from '../figures'
import { dice } from './people'

const COURSES = 4_344
const HOURS = 8_255
const ROUNDS = 7
const MOST_MS = 50
const TODAY = day('2022-08-15')
const MINUTES_PER_EVENING = 60

/** Half hours from one to four, mostly short, until the catalogue has about the hours that the notice names. */
function hoursOfCourses(roll: (below: number) => number): number[] {
  const halves = Array.from({ length: COURSES }, () => 2 + Math.min(roll(4), roll(6)))
  let left = HOURS * 2 - halves.reduce((sum, each) => sum + each, 0)
  while (left !== 0) {
    const at = roll(COURSES)
    const each = halves[at] ?? 0
    if (left > 0 && each < 8) {
      halves[at] = each + 1
      left -= 1
    } else if (left < 0 && each > 2) {
      halves[at] = each - 1
      left += 1
    }
  }
  return halves.map((each) => each / 2)
}

/** One in twelve is public, of one of the subjects where the notice names them; one in thirty is a class on a day. */
function catalogue(subjects: readonly string[]): Offer[] {
  const roll = dice()
  return hoursOfCourses(roll).map((hours, index): Offer => {
    const isPublic = roll(12) === 0
    const isClass = roll(30) === 0
    const fenPerHour = 200 + roll(161)
    return {
      id: `c${String(index).padStart(4, '0')}`,
      title: `课程${index}`,
      year: 2022,
      category: isPublic ? 'public' : 'professional',
      hours: hoursOf(hours),
      feeFen: fen(Math.round(hours * fenPerHour)),
      ownTimeMinutes: isClass ? 0 : hours * 60,
      source: isClass ? 'class' : 'course',
      baseLevel: 'province',
      ...(isPublic && subjects.length > 0 ? { subjectId: subjects[roll(subjects.length)] ?? '' } : {}),
      ...(isClass ? { heldOn: day(`2022-1${roll(3)}-${10 + roll(20)}`) } : {}),
    }
  })
}

const lookup = packLookup(NOTICES.map(sealPack))

function needOf(facts: TitleFacts): PlanNeed {
  const need = needOfTitle(lookup, { facts, today: TODAY })
  if (!need.ok) throw new Error(`no need: ${need.refusal.code}`)
  return need.value
}

/**
 * A senior title of Shaanxi in 2022 for a trainee without any hours: three subjects in whole, and 56 hours
 * beside.
 */
const wholeYear = (): PlanNeed =>
  needOf({
    region: 'shaanxi',
    level: 'senior',
    applicationYear: 2022,
    appliedAt: instant(Date.UTC(2022, 7, 15)),
    years: [],
  })

/** A middle title of Ningxia: the sums of a window, of which the years still open can take all that is missing. */
function window(): PlanNeed {
  const asked = needOf({
    region: 'ningxia',
    level: 'middle',
    applicationYear: 2023,
    appliedAt: instant(Date.UTC(2023, 5, 1)),
    years: [],
  })
  if (asked.kind !== 'window' || asked.years.length === 0) throw new Error('the window is closed')
  return asked
}

/** Figures of one run: all three plans, from the need to the reasons shown. */
export function planFigures(): Figure[] {
  const subjects = SHAANXI_2022.publicSubjects.subjects.map(({ id }) => id)
  return [
    milliseconds('three plans for a whole year', wholeYear(), catalogue(subjects)),
    milliseconds('three plans for a window of years', window(), catalogue([])),
  ]
}

function milliseconds(name: string, need: PlanNeed, offers: readonly Offer[]): Figure {
  const samples: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const started = performance.now()
    const outcome = planFor({ need, offers, today: TODAY, minutesPerEvening: MINUTES_PER_EVENING })
    const took = performance.now() - started
    if (!outcome.ok || outcome.value.plans === null) throw new Error(`no plan: ${name}`)
    // The first round warms everybody up.
    if (round > 0) samples.push(took)
  }
  const ours = median(samples)
  return {
    name: `${name}, over ${COURSES.toLocaleString('en')} courses`,
    unit: 'ms',
    ours,
    floor: null,
    goal: `≤ ${MOST_MS} ms`,
    met: ours <= MOST_MS,
  }
}
