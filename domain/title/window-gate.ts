import { formatHours, type Hours, hundredths, missingHours, ZERO_HOURS } from '../kernel/hours'
import type { RuleSource } from '../policy/value'
import { deemingsHeld } from './deemings'
import { openingOfYear } from './opening-of-year'
import { type StandingYear, summedYear } from './stand-of-year'
import { substitute } from './substitute'
import { type Span, type TitleCase, type WindowGate, yearsOf } from './title-case'
import type { GateVerdict, TitleSum, TitleYear } from './verdict'

interface Asked {
  readonly span: Span
  readonly years: number
  readonly total: Hours
  readonly public: Hours
  readonly notes: readonly string[]
}

/**
 * The window's requirement for this trainee.
 * Worked example: a mid title in 2022 looks at 2018 to 2021 and asks 360 and 120 (NX22-4); of a master of
 * three years' tenure 2019 to 2021, 270 and 90 (NX22-5).
 */
function askedOf({ facts }: TitleCase, gate: WindowGate): Asked {
  const { years, total, lastYearBefore, byTenure } = gate
  const last = facts.applicationYear - lastYearBefore.value
  const holding = holdingOf(gate, facts.degree)
  const holds = holding !== 'no'
  const tenure = holds ? facts.tenureYears : undefined
  const notes = holds && tenure === undefined ? [`${facts.degree}按任职年限计算：请填写任职年限。`] : []
  if (holding === 'likely')
    notes.push(
      `“${facts.degree}”按${byTenure?.value.join('、')}学历看（假定）；不是的，仍按${years.value}年审验。`,
    )
  if (holding === 'no' && byTenure !== null && facts.degree !== undefined)
    notes.push(
      `通知只写${byTenure.value.join('、')}按任职年限计算；“${facts.degree}”按${years.value}年审验。`,
    )
  // At least one year: a trainee in the first year of a title still needs that year.
  const counted =
    tenure === undefined || !(tenure >= 0)
      ? years.value
      : Math.min(years.value, Math.max(1, Math.ceil(tenure)))
  // Rounded up to a whole hundredth, because a part of one cannot be earned.
  const share = (hours: Hours) => hundredths(Math.ceil((hours * counted) / years.value))
  if (counted < years.value) notes.push(`${facts.degree}按任职${counted}年计算，学时按年限折算。`)
  return {
    span: { first: last - counted + 1, last },
    years: counted,
    total: share(total.value),
    public: share(gate.public.value),
    notes,
  }
}

/** Whether a degree is one that the notice counts by tenure: named in whole, or only likely meant. */
function holdingOf(
  { byTenure, byTenureLikely }: Pick<WindowGate, 'byTenure' | 'byTenureLikely'>,
  degree: string | undefined,
): 'yes' | 'likely' | 'no' {
  if (byTenure === null || degree === undefined) return 'no'
  const plain = degree.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  if (byTenure.value.some((name) => plain.includes(name))) return 'yes'
  return byTenureLikely?.value.includes(plain) ? 'likely' : 'no'
}

/**
 * Judges the two sums over a window of years; no year has a requirement by itself, and there is no least of
 * professional hours (NX22-4, NX22-6).
 * Worked examples: 80 public hours, a foreign-language exam for 40 and 240 professional ones are 360 with 120
 * and meet a mid title; 119 public and 300 professional do not.
 */
export function judgeWindow(of: TitleCase, gate: WindowGate): GateVerdict {
  const asked = askedOf(of, gate)
  const looked = yearsOf(asked.span).map((year) => summedYear(of, year))
  const sum = (pick: (year: TitleYear) => number) =>
    hundredths(looked.reduce((total, { year }) => total + pick(year), 0))
  const ofPublic = sum(({ counted }) => counted.public)
  const all = sum(({ counted }) => counted.public + counted.professional)
  const exams = substitute(of, { counted: ofPublic, required: asked.public })
  const deemings = deemingsHeld(of, asked.span)
  const covering = (covers: string) =>
    deemings.held.find(({ rule }) => rule.covers.value === covers)?.fact ?? null
  const whole = covering('all-years')?.id ?? null
  const term = covering('professional')
  const professional = term?.id ?? null
  const excused = term === null ? null : excusedOf(asked, looked, term.termFromYear)
  const sums = sumsOf(asked, { public: ofPublic, total: all, substituted: exams.hours, whole, excused })
  const met = sums.public.missing === 0 && sums.total.missing === 0
  return {
    met,
    deemedBy: whole ?? professional,
    needed: asked.years,
    consecutive: true,
    chosenYears: looked.map(({ year }) => year.year),
    years: [...looked.map(({ year }) => year), ...notLookedAt(of, asked.span)].sort(
      (a, b) => a.year - b.year,
    ),
    ...sums,
    substituted: exams.hours,
    notes: [
      ...asked.notes,
      ...termNotes(of, asked, term?.termFromYear),
      ...deemings.notes,
      ...yearDeemingNotes(deemings.held),
      ...exams.notes,
    ],
    rules: [...rulesOfGate(gate), ...deemings.rules, ...exams.rules, ...looked.flatMap((one) => one.rules)],
    cures: met ? [] : curesOf(of, asked, sums),
  }
}

const rulesOfGate = (gate: WindowGate): RuleSource[] =>
  [gate.years, gate.lastYearBefore, gate.total, gate.public, gate.byTenure].flatMap((rule) => rule ?? [])

interface Reached {
  readonly public: Hours
  readonly total: Hours
  readonly substituted: Hours
  readonly whole: string | null
  /** Professional hours for which a qualification stands; null without one. */
  readonly excused: Hours | null
}

/**
 * Hours that a qualification stands for: in each year of the present title its share of the professional part, or what
 * is lacking of it. The years before the title stay as they are, because the notice speaks of the term (任职期内).
 * Worked example: of 450 hours in five years, 150 of them public, a year's share is 60; with a title since 2021 only
 * 2021's 60 are excused.
 */
function excusedOf(asked: Asked, looked: readonly StandingYear[], termFromYear: number | undefined): Hours {
  const share = Math.floor((asked.total - asked.public) / asked.years)
  const rest = asked.total - asked.public - share * asked.years
  const within = looked.filter(({ year }) => year.year >= (termFromYear ?? year.year))
  const lacking = within.map(({ year }) => Math.max(0, share - year.counted.professional))
  const remainder = within.length === looked.length ? rest : 0
  return hundredths(lacking.reduce((sum, hours) => sum + hours, remainder))
}

function termNotes({ pack }: TitleCase, { span }: Asked, termFromYear: number | undefined): string[] {
  if (termFromYear === undefined || termFromYear <= span.first) return []
  const from = Math.min(termFromYear, span.last + 1)
  return [
    `视同完成的只是任职期内的${pack.labels.professional}：${termFromYear}年取得现职称，${span.first}—${from - 1}年的仍要学。`,
  ]
}

/**
 * A degree inside the window leaves nothing missing; a qualification leaves the public hours, and the total of its term
 * is read as met with them. Neither adds an hour to what was counted.
 */
function sumsOf(asked: Asked, has: Reached): { total: TitleSum; public: TitleSum } {
  const { substituted } = has
  const side = (required: Hours, counted: Hours): TitleSum => {
    const reached = hundredths(counted + substituted)
    const missing = has.whole === null ? missingHours(required, reached) : ZERO_HOURS
    return { required, counted, reached, missing }
  }
  const ofPublic = side(asked.public, has.public)
  const total = side(asked.total, has.total)
  if (has.excused === null) return { public: ofPublic, total }
  const short = hundredths(Math.max(ofPublic.missing, total.missing - has.excused))
  return { public: ofPublic, total: { ...total, missing: short } }
}

const yearDeemingNotes = (held: ReturnType<typeof deemingsHeld>['held']): string[] =>
  held
    .filter(({ rule }) => rule.covers.value === 'year')
    .map(({ rule }) => `这里看几年的累计学时，“${rule.label}”不折算学时。`)

const notLookedAt = ({ facts }: TitleCase, { first, last }: Span): TitleYear[] =>
  facts.years
    .filter(({ year }) => year < first || year > last)
    .map(({ year }) => ({
      year,
      state: 'not-looked-at',
      counted: { public: ZERO_HOURS, professional: ZERO_HOURS },
      missing: null,
      why: `审验的是${first}—${last}年，这一年的学时不计入。`,
    }))

/** The missing hours, and the window's years that can still be filled; for closed years, since when. */
function curesOf(
  { lookup, facts, pack }: TitleCase,
  { span }: Asked,
  sums: { total: TitleSum; public: TitleSum },
): string[] {
  const { labels } = pack
  const short = [
    sums.public.missing > 0 ? `${labels.public}还差${formatHours(sums.public.missing)}${labels.hour}` : '',
    sums.total.missing > 0 ? `总学时还差${formatHours(sums.total.missing)}${labels.hour}` : '',
  ].filter((text) => text !== '')
  const openings = yearsOf(span).map((year) => ({
    year,
    opening: openingOfYear(lookup, { region: facts.region, year, at: facts.appliedAt }),
  }))
  return [
    `${short.join('，')}。`,
    ...openings.map(({ year, opening }) => `${year}年：${opening.text}`),
    ...(openings.some(({ opening }) => opening.open)
      ? []
      : ['这几年现在都不能补；请问清是否可以改到下一年申报。']),
  ]
}
