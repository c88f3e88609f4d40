import type { Hours } from '../kernel/hours'
import type { Day } from '../kernel/instant'
import { type Fen, fen } from '../kernel/money'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import type { CountyReduction, Fees, LearningMode, Notice, Value } from '../policy/pack'

export interface FeeOrder {
  readonly mode: LearningMode
  readonly hours: Hours
  /** County of the buyer's unit, by its name on the day of the order. */
  readonly county?: string
  readonly on: Day
  /** The price asked per hour; where it is absent, the set price or the ceiling. */
  readonly pricePerHour?: Fen
  /** The lines that the order charges for: `training-hours`, and any other line by its name. */
  readonly lines?: readonly string[]
}

export interface Fee {
  readonly amount: Fen
  readonly perHour: Fen
  readonly kind: 'set' | 'ceiling'
  readonly rules: readonly Value<unknown>[]
  /** What the notice leaves unsaid about this price, to be asked before charging. */
  readonly notes: readonly string[]
}

interface Budget {
  readonly amount: Fen
  readonly rules: readonly Value<unknown>[]
}

type Priced = Pick<Notice, 'region' | 'year' | 'fees' | 'inForceFrom'>
type FeeRefusal = 'NO_FEE_RULE' | 'FEE_ABOVE_CAP' | 'FEE_LINE_FORBIDDEN' | 'INPUT_INVALID'

/**
 * The lawful price of an order, in 分. A set price is the amount, and a lower one is always lawful; a ceiling
 * is the most that may be asked. A price above either is refused.
 * Worked examples: 24 hours online under SX22-18 cost at most 86.40 元; 8 hours online cost 32.00 元 in 2020,
 * and 16.00 元 for a unit in 洋县 (SX20-11).
 */
export function feeOf(pack: Priced, order: FeeOrder): Outcome<Fee, FeeRefusal> {
  const wrong = malformed(order)
  if (wrong.length > 0) return refused('INPUT_INVALID', { fields: wrong })
  const { fees } = pack
  if ('state' in fees || !inForceOn(pack, order.on)) return noRule(pack)
  const forbidden = forbiddenLine(fees, order.lines ?? [])
  if (forbidden) return forbidden
  const rates = ratesOf(fees, order)
  const cap = order.mode === 'online' ? rates.onlineFenPerHour : rates.faceToFaceFenPerHour
  const perHour = order.pricePerHour ?? cap.value
  if (perHour > cap.value)
    return refused('FEE_ABOVE_CAP', {
      askedFenPerHour: perHour,
      capFenPerHour: cap.value,
      clauseId: cap.clause ?? '',
    })
  return accepted({
    amount: wholeFen(order.hours, perHour),
    perHour,
    kind: fees.kind.value,
    rules: [fees.kind, cap, fees.inclusive, fees.onlyTrainingHours, ...rates.rules],
    notes: notesOf(fees, order),
  })
}

/**
 * The least budget that a unit sets aside of its payroll (SX22-19: "不低于…1.5%"), in 分. Rounded up, because a
 * fraction less would be below it.
 * Worked example: of 1,000,000.00 元, 15,000.00 元.
 */
export function leastBudgetFen(pack: Priced, payroll: Fen): Outcome<Budget, 'NO_FEE_RULE' | 'INPUT_INVALID'> {
  if (!isWhole(payroll)) return refused('INPUT_INVALID', { fields: ['payroll'] })
  const { fees } = pack
  if ('state' in fees) return noRule(pack)
  const { payrollShareTenths } = fees
  const least = Math.ceil((payroll * payrollShareTenths.value) / 1000)
  return accepted({ amount: fen(least), rules: [payrollShareTenths] })
}

const noRule = ({ region, year }: Priced) => refused('NO_FEE_RULE', { region, year })

const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

function malformed({ hours, pricePerHour }: FeeOrder): string[] {
  return [
    ...(isWhole(hours) && hours > 0 ? [] : ['hours']),
    ...(pricePerHour === undefined || isWhole(pricePerHour) ? [] : ['pricePerHour']),
  ]
}

/** A notice prices nothing before it is in force; a statute, which opens no window, prices nothing at all. */
const inForceOn = ({ inForceFrom }: Priced, on: Day): boolean =>
  inForceFrom.state !== 'silent' && inForceFrom.value <= on

/** The price includes exam and certificate (SX22-18); beside them, only hours of training may be charged. */
function forbiddenLine(fees: Fees, lines: readonly string[]): Outcome<never, 'FEE_LINE_FORBIDDEN'> | null {
  for (const line of lines) {
    if (line === 'training-hours') continue
    const rule = line === 'exam' || line === 'certificate' ? fees.inclusive : fees.onlyTrainingHours
    if (rule.value) return refused('FEE_LINE_FORBIDDEN', { line, clauseId: rule.clause ?? '' })
  }
  return null
}

/** Silence about a county's reduction is told to whoever names a county; doubts from their day on. */
const notesOf = ({ reduction, doubts }: Fees, { county, on }: FeeOrder): string[] => [
  ...('state' in reduction && county !== undefined ? [reduction.note] : []),
  ...doubts.filter(({ from }) => from.value <= on).map(({ says }) => says.note),
]

interface Rates extends Pick<Fees, 'onlineFenPerHour' | 'faceToFaceFenPerHour'> {
  readonly rules: readonly Value<unknown>[]
}

/** The price for the county of the buyer's unit, where the notice lowers it there. */
function ratesOf(fees: Fees, { county, on }: FeeOrder): Rates {
  const { reduction } = fees
  if ('state' in reduction || county === undefined || !reduction.inEffect.value) return { ...fees, rules: [] }
  const named = listedName(reduction, { county, on })
  if (named === null) return { ...fees, rules: [reduction.counties] }
  const { onlineFenPerHour, faceToFaceFenPerHour, inEffect, counties } = reduction
  return { onlineFenPerHour, faceToFaceFenPerHour, rules: [inEffect, counties, ...named] }
}

/** The listed county, found by its listed name or by a later name; null where it is not listed. */
function listedName(
  { counties, aliases }: CountyReduction,
  { county, on }: { county: string; on: Day },
): readonly Value<unknown>[] | null {
  if (counties.value.includes(county)) return []
  const alias = aliases.find(
    (candidate) =>
      candidate.name.value === county &&
      candidate.from.value <= on &&
      counties.value.includes(candidate.county),
  )
  return alias ? [alias.name, alias.from] : null
}

/**
 * Hundredths of an hour times a price per hour, rounded down to whole 分, so that the sum never exceeds the
 * lawful price.
 */
const wholeFen = (hours: Hours, perHour: Fen): Fen => fen(Math.floor((hours * perHour) / 100))
