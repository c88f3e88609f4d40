import { type Hours, hoursOf } from '../../../domain/kernel/hours'
import { type Day, day, daysFrom, type Instant, startOfDay } from '../../../domain/kernel/instant'
import { halfWidth } from '../../../domain/kernel/plain-text'
import type { DeemingFact, LearningItem } from '../../../domain/policy/facts'
import { type ConditionId, STUDY_RECORD } from '../../../domain/policy/learning-kind'
import type { Category, PolicyPack } from '../../../domain/policy/pack'
import type { ClaimSubject } from '../../../domain/review/claim'
import { type ClaimForm, IDENTIFIERS, NO_TOPIC } from './claim-form'
import type { ClaimFields } from './documents'
import type { FieldView } from './views'

/** The result of reading a form: its subject, or the fields that are missing or invalid. */
export interface FormRead {
  missing: string[]
  wrong: string[]
  /** Null while something is missing or wrong. */
  subject: ClaimSubject | null
}

interface Filled {
  id: string
  fields: ClaimFields
  attached: number
  now: Instant
  /** Conditions that the claimant cannot declare: their entries for these are ignored. */
  met: readonly ConditionId[]
}

const MOST_HOURS = 1_000
const MOST_NUMBER = 1_000
const EARLIEST_YEAR = 1980

export function readForm(pack: PolicyPack, form: ClaimForm, typed: Filled): FormRead {
  const filled = { ...typed, fields: inHalfWidth(form, typed.fields) }
  const { fields, attached, now } = filled
  const given = (id: string): string => (fields[id] ?? '').trim()
  const missing = form.fields
    .filter(
      ({ id, required, input }) => required && (input === 'confirm' ? given(id) !== 'yes' : given(id) === ''),
    )
    .map(({ id }) => id)
  if (form.needsPhoto && attached === 0) missing.push('photo')
  const wrong = form.fields
    .filter((field) => given(field.id) !== '' && !isPossible(field, given(field.id), now))
    .map(({ id }) => id)
  wrong.push(...spanFaults(fields).filter((id) => !wrong.includes(id)))
  if (missing.length > 0 || wrong.length > 0) return { missing, wrong, subject: null }
  return { missing, wrong, subject: subjectOf(pack, form, filled) }
}

const IN_DIGITS: readonly FieldView['input'][] = ['day', 'decimal', 'number', 'year']

/** Normalises full-width digits and points before parsing; the typed text is kept. */
const inHalfWidth = (form: ClaimForm, fields: ClaimFields): ClaimFields => ({
  ...fields,
  ...Object.fromEntries(
    form.fields
      .filter(({ id, input }) => IN_DIGITS.includes(input) && fields[id] !== undefined)
      .map(({ id }) => [id, halfWidth(fields[id] ?? '')]),
  ),
})

function isPossible({ input, options }: FieldView, text: string, now: Instant): boolean {
  switch (input) {
    case 'day': {
      const at = dayIn(text)
      return at !== null && startOfDay(at) <= now
    }
    case 'decimal':
      return hoursIn(text) !== null
    case 'number':
      return /^\d{1,4}$/.test(text) && Number(text) <= MOST_NUMBER
    case 'year':
      return /^\d{4}$/.test(text) && Number(text) >= EARLIEST_YEAR && startOfDay(day(`${text}-01-01`)) <= now
    case 'choice':
      return options.some(({ value }) => value === text)
    default:
      return true
  }
}

/** A span that ends before it begins, or more days than lie in it. */
function spanFaults({ from = '', to = '', days = '', 'travel-days': travel = '' }: ClaimFields): string[] {
  const [first, last] = [dayIn(from.trim()), dayIn(to.trim())]
  if (!first || !last) return []
  if (last < first) return ['to']
  const length = daysFrom(first, last) + 1
  if (days.trim() !== '' && (Number(days) > length || Number(days) < 1)) return ['days']
  return travel.trim() !== '' && Number(travel) >= Number(days) ? ['travel-days'] : []
}

export function dayIn(text: string): Day | null {
  try {
    return day(halfWidth(text))
  } catch {
    return null
  }
}

function hoursIn(text: string): Hours | null {
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(text)) return null
  const hours = hoursOf(Number(text))
  return hours > 0 && hours <= hoursOf(MOST_HOURS) ? hours : null
}

function subjectOf(pack: PolicyPack, form: ClaimForm, filled: Filled): ClaimSubject {
  switch (form.group) {
    case 'hours':
      return { type: 'hours', item: itemOf(pack, form.kind.id, filled) }
    case 'deeming':
      return { type: 'deeming', fact: factOf(form.rule.id, filled.fields) }
    case 'year':
      return { type: 'year' }
  }
}

/** Earned on the last day of the learning; hours that a missing table would decide are the person's claim. */
function itemOf(pack: PolicyPack, kindId: string, { id, fields, now, met }: Filled): LearningItem {
  const given = (name: string): string => (fields[name] ?? '').trim()
  const kind = pack.kinds.find((candidate) => candidate.id === kindId)
  const hours = hoursIn(given('hours'))
  const days = given('days') === '' ? null : Number(given('days'))
  const earnedOn = dayIn(given('to')) ?? dayIn(given('on'))
  const key = evidenceKeysOf(fields)[0]
  const recognised = kind?.formula.kind === 'recognised' && hours !== null
  const category = categoryOf(pack, kindId, fields)
  return {
    id,
    kind: kindId,
    ...(category === null ? {} : { category }),
    earnedAt: earnedOn === null ? now : startOfDay(earnedOn),
    ...(hours === null ? {} : { hours }),
    ...(recognised ? { recognisedHours: hours } : {}),
    ...(days === null ? {} : { days }),
    ...(given('travel-days') === '' ? {} : { travelDays: Number(given('travel-days')) }),
    ...(given('topic') === '' || given('topic') === NO_TOPIC ? {} : { topic: given('topic') }),
    meets: (kind?.conditions ?? []).flatMap(({ needs: { value: needs }, assumed }): ConditionId[] => {
      // A claim handed in before the form asked for it says neither yes nor no.
      const isUnasked = assumed && fields[`meets:${needs}`] === undefined
      const isMet = needs === STUDY_RECORD ? met.includes(needs) : given(`meets:${needs}`) === 'yes'
      return isMet || isUnasked ? [needs] : []
    }),
    ...(key === undefined ? {} : { evidenceKey: key }),
  }
}

/** As the kind has it; where it leaves it open, as the person says, or the only one that can be claimed. */
export function categoryOf(
  { kinds, claimable }: PolicyPack,
  kindId: string,
  fields: ClaimFields,
): Category | null {
  const kind = kinds.find(({ id }) => id === kindId)
  if (kind?.category) return null
  const said = fields.category
  if (said === 'public' || said === 'professional') return said
  return claimable.value[0] ?? 'professional'
}

/**
 * The numbers that make a claim the same as another: case, blanks and dashes do not tell two apart. Worked example: the
 * DOI `https://doi.org/10.1/X` → `doi:10.1/x`.
 */
export const evidenceKeysOf = (fields: ClaimFields): string[] =>
  IDENTIFIERS.flatMap((name) => {
    const number = (fields[name] ?? '')
      .normalize('NFKC')
      .replace(/[\s\p{Pd}]/gu, '')
      .replace(/^https?:\/\/(dx\.)?doi\.org\//i, '')
      .toLowerCase()
    return number === '' ? [] : [`${name}:${number}`]
  })

const FRAME = /^(?:(?:证书|专利|登记|文件)*编?号(?:为|是)?|no|第|字第)+|号$/gu

/**
 * A number however it is typed: without signs, its 编号 or No., a patent's country and an ISBN's prefix and check digit; and
 * whichever field it stands in, because a DOI in the field of a certificate is the same paper. Nothing for one that is
 * too short to be one.
 * Worked example: `证书编号：No.2022-0815` and `20220815` → `number:20220815`; `ZL 2022 1 0123456.7` → `number:2022101234567`.
 */
export const numberKeysOf = (fields: ClaimFields): string[] =>
  evidenceKeysOf(fields).flatMap((key) => {
    const [name = '', ...rest] = key.split(':')
    const bare = rest
      .join(':')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .replace(FRAME, '')
    const number =
      name === 'isbn' ? isbnCore(bare) : name === 'patent-number' ? bare.replace(/^(zl|cn)/, '') : bare
    return number.length < LEAST_NUMBER ? [] : [`number:${number}`]
  })

/** Shorter ones are given in every town. */
const LEAST_NUMBER = 6

const isbnCore = (isbn: string): string =>
  isbn.length === 13 ? isbn.slice(3, 12) : isbn.length === 10 ? isbn.slice(0, 9) : isbn

const NUMBERS = ['year', 'months', 'enrolledYear', 'graduatedYear', 'obtainedYear', 'termFromYear'] as const

function factOf(id: string, fields: ClaimFields): DeemingFact {
  const said = NUMBERS.filter((name) => (fields[name] ?? '').trim() !== '')
  return { id, ...Object.fromEntries(said.map((name) => [name, Number(fields[name])])) }
}
