// The shape of a notice (domain/policy/pack.ts) for packs that come as JSON or YAML, where no compiler has looked.
import * as z from 'zod'
import { isDay, regions } from './facts-schema'
import { CONDITIONS, EVIDENCE, HELD_LEVELS, LEVELS, LINES, PEOPLE } from './pack-lists'

export const ACTS = [
  'study',
  'submit-claim',
  'verify-claim',
  'file-plan',
  'register-unit',
  'register-person',
  'finish-for-title',
  'push-data',
  'connect-invoice',
] as const
export const ROUTES = ['online', 'face-to-face', 'claim', 'import'] as const
export const REVIEW_CASES = ['health', 'accounting', 'no-unit', 'private-unit', 'self-reviewing'] as const
const STEPS = ['unit', 'township', 'department', 'line-department', 'bureau'] as const
const text = z.string().refine((given) => given.trim() !== '', 'is empty')
const clause = text.regex(/^[A-Z]{2}\d{2}-\d+$/, 'is no clause of a notice')
const yes = z.boolean()
const count = z.number().int('is no whole number').min(0, 'is below zero')
/** Hundredths of an hour, or 分. */
const amount = z.number().int('is no whole number of the smallest unit').min(0, 'is below zero')
const year = z.number().int('is no year').min(1980, 'is no year').max(2100, 'is no year')
const day = z.string().refine(isDay, 'is no day')
const list = <T extends z.ZodType>(of: T) => z.array(of)
const people = list(z.enum(PEOPLE))

const stated = <T extends z.ZodType>(of: T) =>
  z.strictObject({ state: z.literal('stated'), value: of, clause, words: text })
const reading = <T extends z.ZodType>(of: T) =>
  z.strictObject({
    state: z.literal('reading'),
    value: of,
    reading: text,
    clause: clause.optional(),
    words: text.optional(),
  })
const silent = z.strictObject({ state: z.literal('silent'), note: text })
const missing = z.strictObject({ state: z.literal('missing'), document: text, clause, words: text })
const value = <T extends z.ZodType>(of: T) => z.discriminatedUnion('state', [stated(of), reading(of)])
const maybe = <T extends z.ZodType>(of: T) =>
  z.discriminatedUnion('state', [stated(of), reading(of), silent, missing])
const orSilent = <T extends z.ZodType>(of: T) =>
  z.discriminatedUnion('state', [stated(of), reading(of), silent])

/**
 * Silence where there is a state, otherwise rules: distinguished first, so that an error is reported about
 * the right one.
 */
const silentOr = (name: string, rules: z.ZodType): z.ZodType =>
  z.unknown().superRefine((given, context) => {
    const isSilent = typeof given === 'object' && given !== null && 'state' in given
    const read = (isSilent ? silent : rules).safeParse(given, { reportInput: true })
    for (const issue of read.error?.issues ?? [])
      context.addIssue({ code: 'custom', message: reasonOf(issue, name), path: [...issue.path] })
  })

const condition = z.strictObject({
  needs: value(z.enum(CONDITIONS)),
  only: z.enum(['public', 'professional']).optional(),
  cure: text,
  assumed: z.literal(true).optional(),
})

const formula = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('actual'), says: value(yes) }),
  z.strictObject({ kind: z.literal('per-day'), hoursPerDay: value(amount) }),
  z.strictObject({
    kind: z.literal('multiple'),
    factor: value(count),
    otherYears: z.strictObject({ stated: value(list(year)), factor: value(count) }).optional(),
    ownRule: z.strictObject({ lines: value(list(z.enum(LINES))), table: missing }).optional(),
  }),
  z.strictObject({ kind: z.literal('per-item'), hoursPerItem: value(amount) }),
  z.strictObject({ kind: z.literal('recognised'), table: missing }),
])

const kind = z.strictObject({
  id: text,
  label: text,
  aliases: list(text),
  route: z.enum(ROUTES),
  category: value(z.enum(['public', 'professional'])).nullable(),
  formula,
  caps: list(text),
  conditions: list(condition),
  providers: value(list(text)).nullable(),
  evidence: value(list(z.enum(EVIDENCE))).nullable(),
  ways: value(list(text)).optional(),
  pushed: value(
    list(z.strictObject({ by: z.enum(['department', 'base']), mode: z.enum(['online', 'face-to-face']) })),
  ).optional(),
})

const requirement = z.strictObject({
  total: value(amount),
  public: value(amount),
  professional: value(amount),
  bothParts: value(yes),
})

const publicSubjects = z.strictObject({
  theme: maybe(text),
  choice: value(z.enum(['allOf', 'oneOf', 'free'])),
  subjects: list(z.strictObject({ id: text, title: text, hours: value(amount) })),
  topics: list(z.strictObject({ emphasis: z.enum(['focus', 'also', 'free']), topics: value(list(text)) })),
  modes: value(list(z.enum(['online', 'face-to-face']))),
})

const gate = silentOr(
  'gate',
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('years'),
      count: value(count),
      since: value(year).nullable(),
      lastYearBefore: value(count),
      consecutive: value(yes),
      currentOnlyVerified: value(yes),
    }),
    z.strictObject({
      kind: z.literal('window'),
      years: value(count),
      lastYearBefore: value(count),
      total: value(amount),
      public: value(amount),
      byTenure: value(list(text)).nullable(),
      byTenureLikely: value(list(text)).nullable(),
    }),
  ]),
)

const deeming = z.strictObject({
  id: text,
  label: text,
  covers: value(z.enum(['year', 'all-years', 'professional', 'waived'])),
  years: value(count).nullable(),
  yearChosen: value(z.enum(['duty-year', 'any', 'any-in-term'])).nullable(),
  leastMonths: value(count).nullable(),
  when: value(z.enum(['within-years-looked-at', 'after-present-title', 'city-committee'])).nullable(),
  titleYears: value(list(year)).nullable(),
  onlyFor: value(people).nullable(),
  onlyLines: value(list(z.enum(LINES))).nullable(),
  onlyLevels: value(list(z.enum(LEVELS))).nullable(),
  onlyHeld: value(list(z.enum(HELD_LEVELS))).nullable(),
})

const substitution = z.strictObject({
  id: text,
  label: text,
  hoursEach: value(amount),
  atMost: maybe(count),
  lastDay: value(day),
  onlySeriesWithoutExam: value(yes),
  cappedAtRequirement: value(yes),
})

const prices = { onlineFenPerHour: value(amount), faceToFaceFenPerHour: value(amount) }
const fees = silentOr(
  'fees',
  z.strictObject({
    kind: value(z.enum(['set', 'ceiling'])),
    ...prices,
    inclusive: value(yes),
    onlyTrainingHours: value(yes),
    reduction: silentOr(
      'reduction',
      z.strictObject({
        inEffect: value(yes),
        ...prices,
        counties: value(list(text)),
        aliases: list(z.strictObject({ county: text, name: value(text), from: value(day) })),
      }),
    ),
    doubts: list(z.strictObject({ from: value(day), says: silent })),
    payrollShareTenths: value(count),
  }),
)

const exam = z.strictObject({
  single: value(count),
  multiple: value(count),
  judge: value(count),
  bankMultiple: value(count),
  passScorePercent: value(count),
  attempts: value(count),
  waitBetweenMinutes: value(count),
  durationMinutes: value(count),
  graceSeconds: value(count),
})

const watching = z.strictObject({
  coveragePercent: value(count),
  rate: value(count),
  leaseMinutes: value(count),
  reportEverySeconds: value(count),
  challengeEverySeconds: value(z.strictObject({ min: count, max: count })),
  answerWithinSeconds: value(count),
  takeOverGraceHours: value(count),
})

const between = z.strictObject({ least: z.number(), most: z.number() })
const courseware = silentOr(
  'courseware',
  z.strictObject({
    publicHours: value(amount),
    publicLectures: value(count),
    professionalHours: value(list(amount)),
    patrioticHours: value(amount).nullable(),
    lectureMinutes: value(z.strictObject({ least: count, most: count, warnLeast: count, warnMost: count })),
    filledPercent: value(count),
    openingSequence: value(yes),
    titleSeconds: value(count),
    credits: value(list(text)),
    closingCredits: value(list(text)),
    previewSeconds: value(count),
    codec: value(text),
    container: value(text),
    videoKbps: value(between),
    frame: value(z.strictObject({ width: count, height: count })),
    aspect: value(text),
    framesPerSecond: value(count),
    progressive: value(yes),
    uniform: value(list(z.enum(['frame', 'aspect']))),
    audio: value(z.strictObject({ codec: text, hertz: count, kbps: count, channels: count })),
    audioTolerancePercent: value(count),
    peakDb: value(between),
    oneVideoStream: value(yes),
    byEye: list(z.strictObject({ id: text, label: text, needed: value(yes) })),
  }),
)

const schema = z.strictObject({
  id: text,
  region: regions,
  year,
  standardYears: value(list(year)),
  documents: z.record(
    z.string().regex(/^[A-Z]{2}\d{2}$/, 'is no notice'),
    z.strictObject({ number: text, title: text, issuedOn: day.nullable() }),
  ),
  inForceFrom: orSilent(day),
  scope: maybe(people),
  requirement: silentOr('requirement', requirement),
  publicSubjects,
  kinds: list(kind),
  caps: list(z.strictObject({ id: text, label: text, per: z.enum(['day', 'year']), limit: value(amount) })),
  countsOnce: value(yes),
  claimable: value(list(z.enum(['public', 'professional']))),
  exclusions: list(
    z.strictObject({
      topic: text,
      label: text,
      excluded: value(yes),
      onlyFor: value(people).nullable(),
      recognised: value(list(z.strictObject({ all: list(text), none: list(text).optional() }))),
    }),
  ),
  providers: list(
    z.strictObject({
      id: text,
      name: value(text),
      address: value(text).nullable(),
      phone: value(text).nullable(),
    }),
  ),
  bases: z.strictObject({
    admitted: maybe(list(text)),
    national: value(yes),
    disqualified: z.strictObject({ names: value(list(text)), from: value(day) }).nullable(),
    certifies: value(yes),
  }),
  profileBeforeUse: value(yes),
  pendingUntilVerified: value(yes),
  carryOver: value(yes),
  windows: list(
    z.strictObject({
      fromYear: year.nullable(),
      throughYear: value(year),
      lastDay: maybe(day),
      kinds: value(list(text)).nullable(),
      aimDay: value(day).nullable(),
    }),
  ),
  dates: list(
    z.strictObject({
      act: z.enum(ACTS),
      label: text,
      force: value(z.enum(['soft', 'hard'])),
      day: value(z.union([z.literal('month-end'), day], { error: 'is no day' })),
      by: value(list(text)).optional(),
      way: value(list(text)).optional(),
    }),
  ),
  review: z.strictObject({
    chain: value(list(z.enum(STEPS))),
    exceptions: list(
      z.strictObject({ case: z.enum(REVIEW_CASES), label: text, chain: value(list(z.enum(STEPS))) }),
    ),
    automatic: value(list(z.enum(ROUTES))),
    yearlySubmission: value(yes),
    visitDays: value(count),
  }),
  deemings: list(deeming),
  substitutions: list(substitution),
  titles: list(z.strictObject({ level: z.enum(LEVELS), label: text, gate })),
  titleLevels: z.strictObject({
    nation: value(list(z.enum(LEVELS))),
    province: value(list(z.enum(LEVELS))),
    city: value(list(z.enum(LEVELS))),
  }),
  fees,
  exam,
  watching,
  courseware,
  oversight: z.strictObject({ voidsFalseHours: value(yes), withdrawsCertifying: value(yes) }),
  integrityRecordYears: orSilent(count),
  minimumAgeYears: value(count),
  entries: list(z.strictObject({ label: text, address: value(text) })),
  help: list(z.strictObject({ label: text, phone: value(text) })),
  labels: z.strictObject({
    regionName: text,
    issuerName: text,
    public: text,
    professional: text,
    hour: text,
  }),
  /** A sealed pack carries the hash of its content; reading it again computes it anew. */
  version: text.optional(),
})

export interface ShapeProblem {
  readonly path: readonly (string | number)[]
  readonly reason: string
}

/** The fields that do not have the shape of a notice: missing, unknown, or of the wrong type. */
export function problemsOfShape(given: unknown): ShapeProblem[] {
  const read = schema.safeParse(given, { reportInput: true })
  return (read.error?.issues ?? []).flatMap((issue) => {
    const path = issue.path.filter((key) => typeof key !== 'symbol')
    if (issue.code !== 'unrecognized_keys') return [{ path, reason: reasonOf(issue) }]
    return issue.keys.map((key) => ({ path: [...path, key], reason: `unknown field ${key}` }))
  })
}

function reasonOf(issue: z.core.$ZodIssue, whole = 'pack'): string {
  const name = String(issue.path[issue.path.length - 1] ?? whole)
  switch (issue.code) {
    case 'unrecognized_keys':
      return `unknown field ${issue.keys.join(', ')}`
    case 'invalid_union':
      return notOf(name, issue.discriminator ? fieldOf(issue.input, issue.discriminator) : issue.input)
    case 'invalid_type':
      return issue.expected === 'int' ? issue.message : notOf(name, issue.input)
    case 'invalid_value':
      return notOf(name, issue.input)
    default:
      return issue.message === 'is empty' ? `no ${name}` : issue.message
  }
}

function notOf(name: string, given: unknown): string {
  if (given === undefined || given === null || given === '') return `no ${name}`
  return typeof given === 'string' ? `unknown ${name} ${given}` : `${name} is malformed`
}

const fieldOf = (given: unknown, field: string): unknown =>
  typeof given === 'object' && given !== null ? Reflect.get(given, field) : given
