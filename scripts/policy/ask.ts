// One question put to the rules, as a case or the command line asks it, and the answer as a person writes it.
import * as z from 'zod'
import { feeOf, leastBudgetFen } from '../../domain/fee/fee-of'
import { yearOf } from '../../domain/kernel/instant'
import { needOfTitle } from '../../domain/plan/need-of-title'
import type { Plan } from '../../domain/plan/plan'
import { planFor } from '../../domain/plan/plan-for'
import { assumedOf } from '../../domain/policy/assumed'
import { chainOf } from '../../domain/policy/chain-of'
import { dateState, recordLapsesOn } from '../../domain/policy/dates'
import { explainYear } from '../../domain/policy/explain-year'
import type { TitleFacts } from '../../domain/policy/facts'
import { type PackLookup, packLookup } from '../../domain/policy/lookup'
import type { PolicyPack } from '../../domain/policy/pack'
import { scopeOf } from '../../domain/policy/scope-of'
import { untimelyItems } from '../../domain/policy/untimely'
import type { RuleSource } from '../../domain/policy/value'
import { judgeTitle } from '../../domain/title/judge-title'
import type { Answer } from './answer'
import { bankFacts, courseFacts, findingsOfBank, findingsOfCourse } from './ask-courseware'
import {
  dayText,
  hours,
  type Malformed,
  malformed,
  modes,
  moment,
  personKind,
  planFacts,
  titleFacts,
  yearFacts,
  year as yearNumber,
  yuan,
} from './facts-schema'
import { lookUp } from './pack-path'
import { ACTS, REVIEW_CASES, ROUTES } from './pack-schema'

export interface World {
  /** The pack that is asked about. */
  readonly pack: PolicyPack
  readonly lookup: PackLookup
}

/** The world of one pack among others; another version of one takes its place, and a new one goes before all. */
export const worldOf = (pack: PolicyPack, others: readonly PolicyPack[]): World => ({
  pack,
  lookup: packLookup(
    others.some(({ id }) => id === pack.id)
      ? others.map((other) => (other.id === pack.id ? pack : other))
      : [pack, ...others],
  ),
})

export const QUESTIONS = [
  'year',
  'title',
  'fee',
  'date',
  'window',
  'chain',
  'scope',
  'integrity',
  'courseware',
  'bank',
  'plan',
  'value',
] as const
export type Question = (typeof QUESTIONS)[number]

/** Answers a question about a pack; malformed facts are answered by a refusal that names each field. */
export const ask = (world: World, question: Question, facts: Record<string, unknown>): Answer =>
  asking(world.pack, question, facts)(world)

/** Reads a question's facts once, to be put in many worlds of a pack of that region and year. */
export function asking(
  of: Pick<PolicyPack, 'region' | 'year'>,
  question: Question,
  facts: Record<string, unknown>,
): (world: World) => Answer {
  const { schema, answer } = ASKED[question]
  const read = schema.safeParse({ ...defaultsFor(question, of), ...facts })
  return (world) => (read.success ? answer(world, read.data as never) : inputInvalid(malformed(read.error)))
}

/** The reason why facts cannot be read at all, under any pack; null where they can. */
export function unreadable(question: Question, facts: Record<string, unknown>): Answer | null {
  const read = ASKED[question].schema.safeParse(facts)
  return read.success ? null : inputInvalid(malformed(read.error))
}

export const inputInvalid = (fields: readonly Malformed[]): Answer => ({
  ok: false,
  code: 'INPUT_INVALID',
  fields,
  clauses: [],
})

const defaultsFor = (question: Question, { region, year }: Pick<PolicyPack, 'region' | 'year'>): object =>
  question === 'year' ? { region, year } : question === 'title' || question === 'plan' ? { region } : {}

const clausesOf = (rules: readonly (RuleSource | null | undefined)[]): string[] => [
  ...new Set(rules.flatMap((rule) => (rule && 'clause' in rule && rule.clause ? [rule.clause] : []))),
]

const HOURS = new Set([
  'required',
  'counted',
  'pending',
  'overCap',
  'refused',
  'missing',
  'hours',
  'total',
  'requiredTotal',
  'reached',
  'substituted',
])
const CATEGORIES = new Set(['public', 'professional'])

/** 学时 as decimals wherever an answer holds hundredths. */
export function readable(value: unknown, key = '', inHours = false): unknown {
  const isHours = HOURS.has(key) || (inHours && CATEGORIES.has(key))
  if (typeof value === 'number') return isHours ? value / 100 : value
  if (Array.isArray(value)) return value.map((element) => readable(element, '', false))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, readable(part, name, isHours)]),
  )
}

const shownPlan = ({ kind, offers, providers, hours: of, feeFen, evenings, doneOn, late, why }: Plan) => ({
  kind,
  offers: offers.map(({ id }) => id),
  providers: providers.map(({ category, hours: given, providers: places }) => ({
    category,
    hours: given / 100,
    names: places.map(({ name }) => name),
  })),
  hours: readable(of, 'hours'),
  fee: feeFen / 100,
  evenings,
  doneOn,
  isLate: late.length > 0,
  why,
})

interface Asked<T> {
  schema: z.ZodType<T>
  answer(world: World, facts: T): Answer
}
const asked = <S extends z.ZodType>(
  schema: S,
  answer: (world: World, facts: z.output<S>) => Answer,
): Asked<unknown> => ({ schema, answer: answer as Asked<unknown>['answer'] })

const refusedBy = ({ code, details }: { code: string; details: object }): Answer => ({
  ok: false,
  code,
  ...details,
  ...('fields' in details && Array.isArray(details.fields)
    ? { fields: details.fields.map((path) => ({ path, reason: 'MALFORMED' })) }
    : {}),
  clauses: 'clauseId' in details && details.clauseId ? [String(details.clauseId)] : [],
})

/** The years of a title, each with the items whose day does not fit it. */
const timely = (lookup: PackLookup, facts: TitleFacts): TitleFacts => ({
  ...facts,
  years: facts.years.map((one) => ({
    ...one,
    untimely: untimelyItems(lookup, { region: facts.region, year: one.year }, one.items ?? []),
  })),
})

const ASKED: Record<Question, Asked<unknown>> = {
  year: asked(yearFacts, ({ pack, lookup }, { facts, level }) => {
    const standard = lookup.standardOf(facts.region, facts.year)
    if (!standard.ok) return refusedBy(standard.refusal)
    const own = pack.standardYears.value.includes(facts.year) ? pack : standard.value
    const unknown = (facts.deemings ?? []).flatMap(({ id }, index) =>
      own.deemings.some((rule) => rule.id === id)
        ? []
        : [{ path: `deemings/${index}/id`, reason: 'DEEMING_UNKNOWN' }],
    )
    if (unknown.length > 0) return inputInvalid(unknown)
    const untimely = untimelyItems(lookup, facts, facts.items)
    const { clauses, packVersion: _, ...verdict } = explainYear(own, { ...facts, untimely }, level)
    const assumed = assumedOf(own, { ...facts, untimely })
    return {
      ...(readable(verdict) as object),
      ...(assumed.length > 0 ? { assumed } : {}),
      clauses: [...clauses],
    }
  }),
  title: asked(titleFacts, ({ lookup }, facts) => {
    const outcome = judgeTitle(lookup, timely(lookup, facts))
    if (!outcome.ok) return refusedBy(outcome.refusal)
    const { rules, packVersion: _, ...verdict } = outcome.value
    return { ...(readable(verdict) as object), clauses: clausesOf(rules) }
  }),
  fee: asked(
    z.strictObject({
      mode: modes.default('online'),
      hours: hours.default(0 as never),
      county: z.string().optional(),
      on: dayText.optional(),
      price: yuan.optional(),
      lines: z.array(z.string()).optional(),
      payroll: yuan.optional(),
    }),
    ({ pack }, { mode, hours: of, county, on, price, lines, payroll }) => {
      if (payroll !== undefined) {
        const budget = leastBudgetFen(pack, payroll)
        if (!budget.ok) return refusedBy(budget.refusal)
        return { ok: true, amount: budget.value.amount / 100, clauses: clausesOf(budget.value.rules) }
      }
      const outcome = feeOf(pack, {
        mode,
        hours: of,
        on: on ?? dayText.parse(`${pack.year}-06-01`),
        ...(county === undefined ? {} : { county }),
        ...(price === undefined ? {} : { pricePerHour: price }),
        ...(lines === undefined ? {} : { lines }),
      })
      if (!outcome.ok) return refusedBy(outcome.refusal)
      const { amount, perHour, kind, rules, notes } = outcome.value
      return {
        ok: true,
        amount: amount / 100,
        perHour: perHour / 100,
        kind,
        ...(notes.length > 0 ? { notes } : {}),
        clauses: clausesOf(rules),
      }
    },
  ),
  date: asked(
    z.strictObject({ act: z.enum(ACTS, { error: 'ACT_UNKNOWN' }), at: moment, of: dayText.optional() }),
    ({ pack }, { act, at, of }) => {
      const { state, day, rules } = dateState(pack, { act, at, ...(of ? { of } : {}) })
      const duties = rules.flatMap(({ label, by, way }) =>
        by || way ? [{ label, ...(by ? { by: by.value } : {}), ...(way ? { way: way.value } : {}) }] : [],
      )
      return {
        state,
        day,
        ...(duties.length > 0 ? { duties } : {}),
        clauses: clausesOf(rules.flatMap(({ day: on, force, by, way }) => [on, force, by, way])),
      }
    },
  ),
  window: asked(z.strictObject({ year: yearNumber, at: moment }), ({ pack, lookup }, { year, at }) => {
    const outcome = lookup.isYearOpen(pack.region, year, at)
    if (!outcome.ok) return { open: false, until: null, ...refusedBy(outcome.refusal) }
    const { lastDay, throughYear, aimDay, kinds } = outcome.value
    const isMakeUp = year < yearOf(at)
    return {
      open: true,
      until: 'value' in lastDay ? lastDay.value : null,
      aim: aimDay?.value ?? null,
      ...(isMakeUp && kinds !== null ? { kinds: kinds.value } : {}),
      ...(lookup.standardOf(pack.region, year).ok
        ? {}
        : { note: `${year}年的学时标准没有收进来，开放了也无法判断学多少算完成；请问当地人社部门。` }),
      clauses: clausesOf([lastDay, throughYear, aimDay]),
    }
  }),
  chain: asked(
    z.strictObject({
      kind: z.string().optional(),
      route: z.enum(ROUTES, { error: 'ROUTE_UNKNOWN' }).optional(),
      cases: z.array(z.enum(REVIEW_CASES, { error: 'CASE_UNKNOWN' })).default([]),
    }),
    ({ pack }, { kind, route, cases }) => {
      const of = route ?? pack.kinds.find(({ id }) => id === kind)?.route
      if (of === undefined) return { ok: false, code: 'KIND_UNKNOWN', clauses: [] }
      const { rules, ...chain } = chainOf(pack, { route: of, cases })
      return { ...chain, clauses: clausesOf(rules) }
    },
  ),
  scope: asked(z.strictObject({ personKind }), ({ pack }, facts) => ({
    covered: scopeOf(pack, facts.personKind),
    clauses: clausesOf([pack.scope]),
  })),
  integrity: asked(z.strictObject({ decidedOn: dayText }), ({ pack }, { decidedOn }) => ({
    lapsesOn: recordLapsesOn(pack, decidedOn),
    clauses: clausesOf([pack.integrityRecordYears]),
  })),
  courseware: asked(courseFacts, ({ pack }, facts) => findingsOfCourse(pack, facts)),
  bank: asked(bankFacts, ({ pack }, facts) => findingsOfBank(pack, facts)),
  plan: asked(planFacts, ({ lookup }, { today, minutesPerEvening, offers, ...facts }) => {
    const title = titleFacts.safeParse(facts)
    if (!title.success) return inputInvalid(malformed(title.error))
    const need = needOfTitle(lookup, { facts: timely(lookup, title.data), today })
    if (!need.ok) return refusedBy(need.refusal)
    const outcome = planFor({ need: need.value, offers, today, minutesPerEvening })
    if (!outcome.ok) return refusedBy(outcome.refusal)
    const { plans, cannot, todo } = outcome.value
    return {
      plans: plans && Object.values(plans).map(shownPlan),
      cannot: cannot.map(({ text, clause }) => ({ text, clause })),
      todo,
      clauses: clausesOf(cannot.flatMap(({ rules }) => rules)),
    }
  }),
  value: asked(z.strictObject({ path: z.string() }), ({ pack }, { path }) => lookUp(pack, path)),
}
