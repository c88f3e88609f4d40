// Facts as people write them: 学时 as decimals, days and minutes in Beijing time. What is malformed is refused by name.
import * as z from 'zod'
import { type Hours, hoursOf } from '../../domain/kernel/hours'
import { day, type Instant, instant } from '../../domain/kernel/instant'
import { fen } from '../../domain/kernel/money'
import type { Offer } from '../../domain/plan/offer'
import type { LearningItem, TitleFacts, YearFacts } from '../../domain/policy/facts'

const CONDITIONS = [
  'exam-passed',
  'plan-approved',
  'organiser-recognised',
  'study-record-kept',
  'within-specialty',
  'documented',
  'provider-certified',
  'courseware-audited',
] as const
const PERSON_KINDS = [
  'enterprise',
  'institution',
  'intermediary',
  'temporary',
  'central-unit',
  'private-unit',
  'garrison-kindergarten',
  'no-unit',
] as const
export const regions = z.enum(['shaanxi', 'qinghai', 'shandong', 'ningxia'], { error: 'REGION_UNKNOWN' })

const isHundredths = (value: number): boolean => Math.abs(Math.round(value * 100) - value * 100) < 1e-6

/** 学时 as a decimal with at most two places. */
export const hours = z
  .number({ error: 'HOURS_NOT_FINITE' })
  .refine((value) => Number.isFinite(value), 'HOURS_NOT_FINITE')
  .refine((value) => value >= 0, 'HOURS_NEGATIVE')
  .refine((value) => !Number.isFinite(value) || isHundredths(value), 'HOURS_FINER_THAN_HUNDREDTHS')
  .transform((value): Hours => hoursOf(value))

const whole = z.number({ error: 'NUMBER_MALFORMED' }).int('NUMBER_NOT_WHOLE').min(0, 'NUMBER_NEGATIVE')
const year = z
  .number({ error: 'YEAR_MALFORMED' })
  .int('YEAR_MALFORMED')
  .min(1980, 'YEAR_MALFORMED')
  .max(2100, 'YEAR_MALFORMED')

export const dayText = z.string({ error: 'DATE_MALFORMED' }).refine(isDay, 'DATE_MALFORMED').transform(day)

function isDay(text: string): boolean {
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

const base = z.strictObject({
  name: z.string(),
  level: z.enum(['province', 'city']).default('province'),
  audience: z.enum(['province', 'own-staff']).default('province'),
})

const category = z.enum(['public', 'professional'], { error: 'CATEGORY_UNKNOWN' })

const item = z.strictObject({
  id: z.string().optional(),
  kind: z.string(),
  category: category.optional(),
  mode: z.enum(['online', 'face-to-face']).optional(),
  subjectId: z.string().optional(),
  at: moment.optional(),
  hours: hours.optional(),
  days: whole.optional(),
  travelDays: whole.optional(),
  count: whole.optional(),
  recognisedHours: hours.optional(),
  topic: z.string().optional(),
  meets: z.array(z.enum(CONDITIONS, { error: 'CONDITION_UNKNOWN' })).optional(),
  providerId: z.string().optional(),
  base: base.optional(),
  evidenceKey: z.string().optional(),
  pending: z.boolean().optional(),
  voided: z.string().optional(),
})

/** Without what is not there: the rules' types know no undefined. */
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T

const items = (of: number, given: z.output<typeof item>[]): LearningItem[] =>
  given.map(
    ({ at, id, ...rest }, index) =>
      present({
        ...rest,
        id: id ?? String(index + 1),
        earnedAt: at ?? moment.parse(`${of}-06-01`),
      }) as LearningItem,
  )

const deeming = z.strictObject({
  id: z.string(),
  year: year.optional(),
  months: whole.optional(),
  enrolledYear: year.optional(),
  graduatedYear: year.optional(),
  obtainedYear: year.optional(),
  termFromYear: year.optional(),
})

const level = z.enum(['junior', 'middle', 'senior'], { error: 'TITLE_LEVEL_UNKNOWN' })

export const yearFacts = z
  .strictObject({
    region: regions,
    year,
    level: level.optional(),
    personKind: z.enum(PERSON_KINDS).optional(),
    items: z.array(item).default([]),
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
    personKind: z.enum(PERSON_KINDS).optional(),
    years: z
      .array(
        z.strictObject({
          year,
          items: z.array(item).optional(),
          recordedComplete: z.boolean().optional(),
          verified: z.boolean().optional(),
        }),
      )
      .default([]),
    deemings: z.array(deeming).optional(),
    substitutions: z.array(z.strictObject({ id: z.string(), count: whole })).optional(),
    seriesRequiresExams: z.boolean().optional(),
    cityCommittee: z.boolean().optional(),
    degree: z.string().optional(),
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
    id: z.string().min(1),
    title: z.string().default(''),
    year,
    category,
    hours,
    fee: z.number().min(0).default(0),
    minutes: whole.optional(),
    source: z.enum(['course', 'class', 'claim', 'provider']).default('course'),
    lastDay: dayText.optional(),
    heldOn: dayText.optional(),
    subjectId: z.string().optional(),
    baseLevel: z.enum(['province', 'city']).optional(),
  })
  .transform(
    ({ fee, minutes, ...rest }) =>
      present({
        ...rest,
        feeFen: fen(Math.round(fee * 100)),
        ownTimeMinutes: minutes ?? (rest.source === 'course' ? Math.ceil((rest.hours * 60) / 100) : 0),
      }) as Offer,
  )

/** A title's facts, what is offered, and how much of an evening there is. */
export const planFacts = z.looseObject({
  today: dayText,
  minutesPerEvening: whole.default(60),
  offers: z.array(offer).default([]),
})

/** Each malformed field by its path and the name of what is wrong with it. */
export const malformed = (error: z.ZodError): { path: string; reason: string }[] =>
  error.issues.map(({ path, message, code }) => ({
    path: path.join('/'),
    reason: code === 'unrecognized_keys' ? 'FIELD_UNKNOWN' : message,
  }))
