import { addHours } from '../kernel/hours'
import { day } from '../kernel/instant'
import type { Formula } from './learning-kind'
import type { Notice, YearWindow } from './pack'
import { said } from './value'

/** One fault in a notice: the path of the value (keys and positions) and the reason. */
export interface Problem {
  readonly path: readonly (string | number)[]
  readonly reason: string
}

/** Checks a notice and lists its faults, each with the path of its value; empty where the notice is whole. */
export function checkNotice(notice: Notice): Problem[] {
  const said = valuesOf(notice, notice, [])
  if (said.length > 0) return said
  return [
    ...sumsOf(notice),
    ...daysOf(notice),
    ...windowsOf(notice),
    ...namesOf(notice),
    ...makeUpKindsOf(notice),
    ...archivedOf(notice),
    ...amountsOf(notice),
  ]
}

type Path = readonly (string | number)[]

const problem = (path: Path, reason: string): Problem => ({ path, reason })

/** Walks the whole tree, so that a value added to the pack is checked without a line here. */
function valuesOf(notice: Notice, node: unknown, path: Path): Problem[] {
  if (node === null || typeof node !== 'object') return []
  const found = 'state' in node ? checkValue(node as Record<string, unknown>, path, notice) : []
  const below = Object.entries(node).flatMap(([key, child]) =>
    valuesOf(notice, child, [...path, Array.isArray(node) ? Number(key) : key]),
  )
  return [...found, ...below]
}

const blank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === ''

const SAYS: Record<string, readonly string[]> = {
  stated: ['value', 'clause', 'words'],
  reading: ['value', 'reading'],
  silent: ['note'],
  missing: ['document', 'clause', 'words'],
}

function checkValue(value: Record<string, unknown>, path: Path, { documents }: Notice): Problem[] {
  const fields = SAYS[String(value.state)]
  if (!fields) return [problem(path, `unknown state ${String(value.state)}`)]
  const empty = fields.filter((field) =>
    field === 'value' ? value[field] === undefined || value[field] === null : blank(value[field]),
  )
  const problems = empty.map((field) => problem(path, `no ${field}`))
  const source = typeof value.clause === 'string' ? value.clause.split('-')[0] : undefined
  if (source && !Object.keys(documents).includes(source))
    problems.push(problem(path, `no document ${source}`))
  return problems
}

function sumsOf({ requirement, publicSubjects }: Notice): Problem[] {
  const each = publicSubjects.subjects.map(({ hours }) => hours.value)
  if (!each.every((hours) => Number.isSafeInteger(hours) && hours > 0))
    return [problem(['publicSubjects', 'subjects'], 'hours are whole hundredths above zero')]
  if (!('total' in requirement)) return []
  const { total, public: ofPublic, professional } = requirement
  const parts = [total.value, ofPublic.value, professional.value]
  if (!parts.every((hours) => Number.isSafeInteger(hours) && hours > 0))
    return [problem(['requirement'], 'hours are whole hundredths above zero')]
  const problems: Problem[] = []
  if (total.value !== ofPublic.value + professional.value)
    problems.push(problem(['requirement', 'total'], 'the parts are not the total'))
  const { choice } = publicSubjects
  const enough =
    choice.value === 'free' ||
    (choice.value === 'allOf'
      ? addHours(...each) === ofPublic.value
      : each.length > 0 && each.every((hours) => hours >= ofPublic.value))
  if (!enough) problems.push(problem(['publicSubjects'], 'the subjects do not meet the requirement'))
  return problems
}

function daysOf(notice: Notice): Problem[] {
  const days: [Path, string | null][] = [
    [['inForceFrom'], said(notice.inForceFrom)],
    ...notice.windows.flatMap(({ lastDay, aimDay }, index): [Path, string | null][] => [
      [['windows', index, 'lastDay'], said(lastDay)],
      [['windows', index, 'aimDay'], said(aimDay)],
    ]),
    ...notice.dates.map((rule, index): [Path, string | null] => [
      ['dates', index, 'day'],
      rule.day.value === 'month-end' ? null : rule.day.value,
    ]),
    ...notice.substitutions.map(({ lastDay }, index): [Path, string | null] => [
      ['substitutions', index, 'lastDay'],
      lastDay.value,
    ]),
  ]
  return days.flatMap(([path, text]) =>
    text === null || isDay(text) ? [] : [problem(path, `${text} is no day`)],
  )
}

function isDay(text: string): boolean {
  try {
    day(text)
    return true
  } catch {
    return false
  }
}

/** No year may be open by two windows of one notice, because nothing would say which of them closes it. */
function windowsOf({ windows }: Notice): Problem[] {
  const bounds = (window: YearWindow): [number, number] => [
    window.fromYear ?? Number.NEGATIVE_INFINITY,
    window.throughYear.value,
  ]
  return windows.flatMap((window, index) => {
    const [from, through] = bounds(window)
    if (from > through) return [problem(['windows', index], 'ends before it begins')]
    const other = windows.findIndex((candidate, at) => {
      const [start, end] = bounds(candidate)
      return at < index && start <= through && from <= end
    })
    return other < 0 ? [] : [problem(['windows', index], `overlaps window ${other}`)]
  })
}

/** Every id that the notice refers to exists, and exists once. */
function namesOf(notice: Notice): Problem[] {
  const problems: Problem[] = []
  const ids = (list: readonly { readonly id: string }[], at: string): Set<string> => {
    const seen = new Set<string>()
    list.forEach(({ id }, index) => {
      if (seen.has(id)) problems.push(problem([at, index, 'id'], `${id} is there twice`))
      seen.add(id)
    })
    return seen
  }
  const hasSubjects = notice.publicSubjects.choice.value !== 'free'
  const caps = ids(notice.caps, 'caps')
  const providers = ids(notice.providers, 'providers')
  ids(notice.kinds, 'kinds')
  ids(notice.deemings, 'deemings')
  ids(notice.substitutions, 'substitutions')
  ids(notice.publicSubjects.subjects, 'publicSubjects')
  notice.kinds.forEach((kind, index) => {
    if (kind.caps.length > 1) problems.push(problem(['kinds', index, 'caps'], 'more than one cap'))
    if (kind.caps.some((cap) => caps.has(cap)) && kind.category?.value !== 'professional' && hasSubjects)
      problems.push(problem(['kinds', index, 'caps'], 'a cap beside the limits of public subjects'))
    for (const cap of kind.caps)
      if (!caps.has(cap)) problems.push(problem(['kinds', index, 'caps'], `unknown cap ${cap}`))
    for (const provider of kind.providers?.value ?? [])
      if (!providers.has(provider))
        problems.push(problem(['kinds', index, 'providers'], `unknown provider ${provider}`))
    if (!FORMULAS.includes(kind.formula.kind))
      problems.push(problem(['kinds', index, 'formula'], `unknown formula ${kind.formula.kind}`))
    if (!ROUTES.includes(kind.route))
      problems.push(problem(['kinds', index, 'route'], `unknown kind of route ${kind.route}`))
  })
  return problems
}

/** A misspelt kind among the routes of make-up would close them without a word. */
function makeUpKindsOf({ kinds, windows }: Notice): Problem[] {
  const known = new Set(kinds.map(({ id }) => id))
  return windows.flatMap((window, index) =>
    (window.kinds?.value ?? [])
      .filter((kind) => !known.has(kind))
      .map((kind) => problem(['windows', index, 'kinds'], `unknown kind ${kind}`)),
  )
}

const FORMULAS: readonly string[] = ['actual', 'per-day', 'multiple', 'per-item', 'recognised']
const ROUTES: readonly string[] = ['online', 'face-to-face', 'claim', 'import']

/** No amount is below zero or a fraction of the smallest unit. */
function amountsOf({ caps, kinds, fees, substitutions }: Notice): Problem[] {
  const amounts: [Path, number][] = [
    ...caps.map(({ limit }, index): [Path, number] => [['caps', index, 'limit'], limit.value]),
    ...substitutions.map(({ hoursEach }, index): [Path, number] => [
      ['substitutions', index, 'hoursEach'],
      hoursEach.value,
    ]),
    ...kinds.flatMap(({ formula }, index) =>
      ratesOf(formula).map(([path, rate]): [Path, number] => [['kinds', index, 'formula', ...path], rate]),
    ),
  ]
  if (!('state' in fees)) {
    amounts.push([['fees', 'onlineFenPerHour'], fees.onlineFenPerHour.value])
    amounts.push([['fees', 'faceToFaceFenPerHour'], fees.faceToFaceFenPerHour.value])
  }
  return amounts.flatMap(([path, amount]) =>
    Number.isSafeInteger(amount) && amount >= 0
      ? []
      : [problem(path, amount < 0 ? 'is below zero' : 'is no whole number of the smallest unit')],
  )
}

function ratesOf(formula: Formula): [Path, number][] {
  switch (formula.kind) {
    case 'per-day':
      return [[['hoursPerDay'], formula.hoursPerDay.value]]
    case 'per-item':
      return [[['hoursPerItem'], formula.hoursPerItem.value]]
    case 'multiple':
      return [
        [['factor'], formula.factor.value],
        ...(formula.otherYears
          ? [[['otherYears', 'factor'], formula.otherYears.factor.value] as [Path, number]]
          : []),
      ]
    default:
      return []
  }
}

/** A kind with a study archive names its ways of study; without any, a unit could write no archive line. */
function archivedOf({ kinds }: Notice): Problem[] {
  return kinds.flatMap(({ conditions, ways }, index) =>
    conditions.some(({ needs }) => needs.value === 'study-record-kept') && (ways?.value.length ?? 0) === 0
      ? [problem(['kinds', index, 'ways'], 'a kind that stands on an archive names its ways of study')]
      : [],
  )
}
