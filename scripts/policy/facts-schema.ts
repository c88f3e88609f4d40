// Facts as people write them: 学时 as decimals, days and minutes in Beijing time. Malformed fields are refused
// by name.
import * as z from 'zod'
import { type Hours, hoursOf } from '../../domain/kernel/hours'
import { day, type Instant, instant } from '../../domain/kernel/instant'
import { type Fen, fen } from '../../domain/kernel/money'
import type { Offer } from '../../domain/plan/offer'
import type { LearningItem, TitleFacts, YearFacts } from '../../domain/policy/facts'
import { CONDITIONS, HELD_LEVELS, LEVELS, LINES, PEOPLE } from './pack-lists'

/** A region's name in form. Whether it is known depends on the packs that are asked. */
export const regions = z.string({ error: 'REGION_UNKNOWN' }).regex(/^[a-z]{2,20}$/, 'REGION_UNKNOWN')

const isHundredths = (value: number): boolean => Math.abs(Math.round(value * 100) - value * 100) < 1e-6

/** More hours than a lifetime of learning, and few enough for exact sums. */
const MOST = 1_000_000

/** 学时 as a decimal with at most two places. */
export const hours = z
  .number({ error: 'HOURS_NOT_FINITE' })
  .min(0, 'HOURS_NEGATIVE')
  .max(MOST, 'HOURS_TOO_MANY')
  .refine(isHundredths, 'HOURS_FINER_THAN_HUNDREDTHS')
  .transform((value): Hours => hoursOf(value))

/** 元 as a decimal with at most two places. */
export const yuan = z
  .number({ error: 'MONEY_NOT_FINITE' })
  .min(0, 'MONEY_NEGATIVE')
  .max(MOST * MOST, 'MONEY_TOO_MUCH')
  .refine((value) => Number(value.toFixed(2)) === value, 'MONEY_FINER_THAN_FEN')
  .transform((value): Fen => fen(Math.round(value * 100)))

const whole = z
  .number({ error: 'NUMBER_MALFORMED' })
  .int('NUMBER_NOT_WHOLE')
  .min(0, 'NUMBER_NEGATIVE')
  .max(MOST, 'NUMBER_TOO_LARGE')
export const year = z
  .number({ error: 'YEAR_MALFORMED' })
  .int('YEAR_MALFORMED')
  .min(1980, 'YEAR_MALFORMED')
  .max(2100, 'YEAR_MALFORMED')

export const dayText = z.string({ error: 'DATE_MALFORMED' }).refine(isDay, 'DATE_MALFORMED').transform(day)

export function isDay(text: string): boolean {
  try {
    return day(text) === text
  } catch {
    return false
  }
}

/** `2022-09-30`, `2022-09-30T23:59` or `…:59`, in Beijing; a day alone is its noon. */
export const moment = z.string({ error: 'DATE_MALFORMED' }).transform((text, context): Instant => {
  const [date = '', time = '12:00'] = text.split('T')
  const at =
    isDay(date) && /^\d\d:\d\d(:\d\d)?$/.test(time) ? Date.parse(`${date}T${time}+08:00`) : Number.NaN
  if (Number.isFinite(at)) return instant(at)
  context.addIssue({ code: 'custom', message: 'DATE_MALFORMED' })
  return z.NEVER
})

const text = z.string({ error: 'TEXT_MISSING' }).min(1, 'TEXT_MISSING')
const baseLevel = z.enum(['nation', 'province', 'city'], { error: 'BASE_LEVEL_UNKNOWN' })
const base = z.strictObject({
  name: text,
  level: baseLevel.default('province'),
  audience: z.enum(['province', 'own-staff'], { error: 'AUDIENCE_UNKNOWN' }).default('province'),
})

export const modes = z.enum(['online', 'face-to-face'], { error: 'MODE_UNKNOWN' })
export const personKind = z.enum(PEOPLE, { error: 'PERSON_KIND_UNKNOWN' })
const line = z.enum(LINES, { error: 'LINE_UNKNOWN' })
const category = z.enum(['public', 'professional'], { error: 'CATEGORY_UNKNOWN' })

const item = z.strictObject({
  id: z.string().optional(),
  kind: text,
  category: category.optional(),
  mode: modes.optional(),
  subjectId: z.string().optional(),
  at: moment.optional(),
  hours: hours.optional(),
  days: whole.optional(),
  travelDays: whole.optional(),
  count: whole.optional(),
  recognisedHours: hours.optional(),
  topic: z.string().optional(),
  title: z.string().optional(),
  meets: z.array(z.enum(CONDITIONS, { error: 'CONDITION_UNKNOWN' })).optional(),
  providerId: z.string().optional(),
  base: base.optional(),
  evidenceKey: z.string().optional(),
  pending: z.boolean().optional(),
  voided: z.string().optional(),
})

/** Drops undefined fields, because the rules' types do not allow undefined. */
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T

/** Refuses duplicate names: it would be unclear which one is meant. */
const eachOnce =
  <T>(nameOf: (one: T, index: number) => unknown, field: string, reason: string) =>
  (all: readonly T[], context: z.RefinementCtx): void => {
    const names = all.map(nameOf)
    names.forEach((name, index) => {
      if (names.indexOf(name) < index)
        context.addIssue({ code: 'custom', message: reason, path: [index, field] })
    })
  }

const idOf = ({ id }: { id?: string | undefined }, index: number): string => id ?? String(index + 1)
const listOfItems = z.array(item).superRefine(eachOnce(idOf, 'id', 'ID_TWICE'))

const items = (of: number, given: z.output<typeof item>[]): LearningItem[] =>
  given.map(
    ({ at, id, ...rest }, index) =>
      present({
        ...rest,
        id: idOf({ id }, index),
        earnedAt: at ?? moment.parse(`${of}-06-01`),
      }) as LearningItem,
  )

const deeming = z.strictObject({
  id: text,
  year: year.optional(),
  months: whole.optional(),
  enrolledYear: year.optional(),
  graduatedYear: year.optional(),
  obtainedYear: year.optional(),
  termFromYear: year.optional(),
})

const level = z.enum(LEVELS, { error: 'TITLE_LEVEL_UNKNOWN' })

export const yearFacts = z
  .strictObject({
    region: regions,
    year,
    level: level.optional(),
    personKind: personKind.optional(),
    line: line.optional(),
    items: listOfItems.default([]),
    deemings: z.array(deeming).optional(),
    surplus: z.strictObject({ public: hours, professional: hours }).optional(),
  })
  .transform(({ items: given, level: forLevel, ...facts }) => ({
    facts: present({ ...facts, items: items(facts.year, given) }) as YearFacts,
    level: forLevel ?? null,
  }))

export const titleFacts = z
  .strictObject({
    region: regions,
    level,
    applicationYear: year,
    appliedAt: moment.optional(),
    personKind: personKind.optional(),
    line: line.optional(),
    otherRegions: z.array(regions).optional(),
    years: z
      .array(
        z.strictObject({
          year,
          items: listOfItems.optional(),
          recordedComplete: z.boolean().optional(),
          verified: z.boolean().optional(),
        }),
      )
      .superRefine(eachOnce(({ year: of }) => of, 'year', 'YEAR_TWICE'))
      .default([]),
    deemings: z.array(deeming).optional(),
    substitutions: z.array(z.strictObject({ id: text, count: whole })).optional(),
    seriesRequiresExams: z.boolean().optional(),
    cityCommittee: z.boolean().optional(),
    degree: z.string().optional(),
    heldLevel: z.enum([...HELD_LEVELS, 'none'], { error: 'TITLE_LEVEL_UNKNOWN' }).optional(),
    tenureYears: whole.optional(),
  })
  .transform(
    ({ years, appliedAt, ...facts }) =>
      present({
        ...facts,
        appliedAt: appliedAt ?? moment.parse(`${facts.applicationYear}-06-01`),
        years: years.map(({ items: given, ...rest }) =>
          present({ ...rest, ...(given ? { items: items(rest.year, given) } : {}) }),
        ),
      }) as TitleFacts,
  )

const offer = z
  .strictObject({
    id: text,
    title: z.string().default(''),
    year,
    category,
    hours: hours.refine((given) => given > 0, 'HOURS_ZERO'),
    fee: yuan.default(fen(0)),
    minutes: whole.optional(),
    source: z.enum(['course', 'class', 'claim', 'provider'], { error: 'SOURCE_UNKNOWN' }).default('course'),
    lastDay: dayText.optional(),
    heldOn: dayText.optional(),
    subjectId: z.string().optional(),
    baseLevel: baseLevel.optional(),
  })
  .transform(
    ({ fee, minutes, ...rest }) =>
      present({
        ...rest,
        feeFen: fee,
        ownTimeMinutes: minutes ?? (rest.source === 'course' ? Math.ceil((rest.hours * 60) / 100) : 0),
      }) as Offer,
  )

/** The facts of a title, the offers, and the minutes of an evening. */
export const planFacts = z.looseObject({
  today: dayText,
  minutesPerEvening: whole.min(1, 'NUMBER_ZERO').default(60),
  offers: z
    .array(offer)
    .superRefine(eachOnce(({ id }) => id, 'id', 'ID_TWICE'))
    .default([]),
})

/** Each malformed field by its path and the name of its fault. */
export const malformed = (error: z.ZodError): Malformed[] =>
  error.issues.flatMap((issue) => {
    const path = issue.path.join('/')
    if (issue.code !== 'unrecognized_keys') return [{ path, reason: issue.message }]
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('/'), reason: 'FIELD_UNKNOWN' }))
  })

export interface Malformed {
  path: string
  reason: string
}
