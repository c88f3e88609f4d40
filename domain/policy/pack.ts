import type { Hours } from '../kernel/hours'
import type { Day } from '../kernel/instant'
import type { Fen } from '../kernel/money'
import type { Region } from '../kernel/regions'
import type { CoursewareRules } from './courseware-rules'
import type { Category, HoursRoute, KindCap, LearningKind, LearningMode, PersonLine } from './learning-kind'
import type { ClauseId, MaybeValue, NoticeId, Silent, Value } from './value'

export type { CoursewareRules } from './courseware-rules'
export type { Category, HoursRoute, LearningMode, PersonLine } from './learning-kind'
export type { ClauseId, MaybeValue, NoticeId, Reading, Silent, Stated, Value } from './value'

export type BaseLevel = 'nation' | 'province' | 'city'
/** 高级 holds 副高 and 正高: no notice here asks different hours of them. */
export type TitleLevel = 'junior' | 'middle' | 'senior'
/** Of a title that somebody holds, where 副高级 and 正高级 are told apart (NX22-11). */
export type HeldLevel = 'junior' | 'middle' | 'deputy-senior' | 'full-senior'

/** The kind of person, as far as a notice distinguishes. */
export type PersonKind =
  | 'enterprise'
  | 'institution'
  | 'intermediary'
  | 'temporary'
  | 'central-unit'
  | 'private-unit'
  | 'garrison-kindergarten'
  | 'no-unit'

export interface NoticeDocument {
  readonly number: string
  readonly title: string
  /** Null where the document bears no date. */
  readonly issuedOn: Day | null
}

/** The requirement of one year. */
export interface AnnualRequirement {
  readonly total: Value<Hours>
  readonly public: Value<Hours>
  readonly professional: Value<Hours>
  /** Both parts must be reached: a surplus of one never fills the other. */
  readonly bothParts: Value<boolean>
}

export interface PublicSubject {
  readonly id: string
  readonly title: string
  readonly hours: Value<Hours>
}

export interface PublicTopics {
  readonly emphasis: 'focus' | 'also' | 'free'
  readonly topics: Value<readonly string[]>
}

export interface PublicSubjects {
  readonly theme: MaybeValue<string>
  /** allOf: every subject; oneOf: any one of them, in whole; free: any course of the lawful provider. */
  readonly choice: Value<'allOf' | 'oneOf' | 'free'>
  readonly subjects: readonly PublicSubject[]
  readonly topics: readonly PublicTopics[]
  readonly modes: Value<readonly LearningMode[]>
}

/** Content that never counts, by whichever provider it is taught (不作学时登记). */
export interface Exclusion {
  readonly topic: string
  readonly label: string
  readonly excluded: Value<boolean>
  /** The kinds of people to whom the exclusion is limited; null for everyone. A person of unknown kind is of them. */
  readonly onlyFor: Value<readonly PersonKind[]> | null
  /** By which titles the content is recognised, because nobody calls a course by the notice's whole label. */
  readonly recognised: Value<readonly TitleWords[]>
}

/** A title that contains all of these words, and none of the others. */
export interface TitleWords {
  readonly all: readonly string[]
  readonly none?: readonly string[]
}

export interface Provider {
  readonly id: string
  readonly name: Value<string>
  readonly address: Value<string> | null
  readonly phone: Value<string> | null
}

export interface Bases {
  /** The bases that may train; silent where the notice has no list. */
  readonly admitted: MaybeValue<readonly string[]>
  /** Whether bases of the national level train too, which no list of the province names. */
  readonly national: Value<boolean>
  /** Bases that were struck off, from a day on; hours earned before that day stay. */
  readonly disqualified: { readonly names: Value<readonly string[]>; readonly from: Value<Day> } | null
  /** Whether a base may certify claims. */
  readonly certifies: Value<boolean>
}

/** While a notice is in force, hours may be earned for these target years, up to and including the last day. */
export interface YearWindow {
  readonly fromYear: number | null
  readonly throughYear: Value<number>
  readonly lastDay: MaybeValue<Day>
  /** Ids of the kinds by which a past year is made up for; null where the notice does not limit them. */
  readonly kinds: Value<readonly string[]> | null
  /** The day to aim at where nothing closes: a reminder, never a refusal. */
  readonly aimDay: Value<Day> | null
}

export type Act =
  | 'study'
  | 'submit-claim'
  | 'verify-claim'
  | 'file-plan'
  | 'register-unit'
  | 'register-person'
  | 'finish-for-title'
  | 'push-data'
  | 'connect-invoice'

/**
 * A date for an act. Soft: a later act is accepted as late. Hard: a later act is refused. The day itself is in time.
 */
export interface DateRule {
  readonly act: Act
  readonly label: string
  readonly force: Value<'soft' | 'hard'>
  readonly day: Value<Day | 'month-end'>
  /** Whose duty it is, in the notice's words, where it names them. */
  readonly by?: Value<readonly string[]>
  /** The steps in their order, where the notice sets one. */
  readonly way?: Value<readonly string[]>
}

export type ReviewStep = 'unit' | 'township' | 'department' | 'line-department' | 'bureau'
/** The cases in which a claim leaves the usual review chain. */
export type ReviewCase = 'health' | 'accounting' | 'no-unit' | 'private-unit' | 'self-reviewing'

export interface ReviewRules {
  readonly chain: Value<readonly ReviewStep[]>
  readonly exceptions: readonly {
    readonly case: ReviewCase
    readonly label: string
    readonly chain: Value<readonly ReviewStep[]>
  }[]
  /** Routes whose hours need no review, because the platform or a provider generates them. */
  readonly automatic: Value<readonly HoursRoute[]>
  /** Hours count only once the year's application has passed its levels. */
  readonly yearlySubmission: Value<boolean>
  /** Days that each level has for a claim before it is late; a sooner date of the notice takes precedence. */
  readonly visitDays: Value<number>
}

/** A fact that stands for learning, without ever being hours (视同, a degree, a qualification, a waiver). */
export interface DeemingRule {
  readonly id: string
  readonly label: string
  /** One whole year; all years looked at; their professional part; or a waiver of the title's requirement alone. */
  readonly covers: Value<'year' | 'all-years' | 'professional' | 'waived'>
  /** Number of years that one such fact covers. */
  readonly years: Value<number> | null
  /** Which year the fact covers: the year of the duty, any one year, or any one inside the present term. */
  readonly yearChosen: Value<'duty-year' | 'any' | 'any-in-term'> | null
  readonly leastMonths: Value<number> | null
  readonly when: Value<DeemingCondition> | null
  /** Title years it is limited to. */
  readonly titleYears: Value<readonly number[]> | null
  readonly onlyFor: Value<readonly PersonKind[]> | null
  /** The lines of work to which it is limited; null for all. */
  readonly onlyLines: Value<readonly PersonLine[]> | null
  /** The levels of the title applied for to which it is limited; null for all. */
  readonly onlyLevels: Value<readonly TitleLevel[]> | null
  /** The levels of the present title to which it is limited; null for all. */
  readonly onlyHeld: Value<readonly HeldLevel[]> | null
}

export type DeemingCondition =
  /** Enrolled and graduated within the years looked at. */
  | 'within-years-looked-at'
  /** Obtained after the present title. */
  | 'after-present-title'
  /** The title committee is the city's own. */
  | 'city-committee'

/** A past exam that stands for public hours, until a day (代替). */
export interface Substitution {
  readonly id: string
  readonly label: string
  readonly hoursEach: Value<Hours>
  readonly atMost: MaybeValue<number>
  /** Last day on which an application may use it. */
  readonly lastDay: Value<Day>
  /** Only for series that do not ask for these exams. */
  readonly onlySeriesWithoutExam: Value<boolean>
  /** The public hours so reached never exceed the public requirement. */
  readonly cappedAtRequirement: Value<boolean>
}

/** The requirement of a title for past years (申报职称的学时要求): some whole years, or sums over a window. */
export type TitleGate =
  | {
      readonly kind: 'years'
      readonly count: Value<number>
      /** First year that may be chosen; null where the notice sets none. */
      readonly since: Value<number> | null
      /**
       * The last year that may be chosen, counted back from the year of application: 0 is the year of
       * application itself.
       */
      readonly lastYearBefore: Value<number>
      readonly consecutive: Value<boolean>
      /** The current year may be chosen only once it is verified. */
      readonly currentOnlyVerified: Value<boolean>
    }
  | {
      readonly kind: 'window'
      readonly years: Value<number>
      readonly lastYearBefore: Value<number>
      readonly total: Value<Hours>
      readonly public: Value<Hours>
      /** Degrees whose holders need only the years of their tenure, in proportion to the window. */
      readonly byTenure: Value<readonly string[]> | null
      /** Shorter words that are read as such a degree, and the answer says so. */
      readonly byTenureLikely: Value<readonly string[]> | null
    }
  | Silent

export interface TitleRule {
  readonly level: TitleLevel
  readonly label: string
  readonly gate: TitleGate
}

export interface FeeRates {
  readonly kind: Value<'set' | 'ceiling'>
  readonly onlineFenPerHour: Value<Fen>
  readonly faceToFaceFenPerHour: Value<Fen>
}

export interface CountyReduction {
  readonly inEffect: Value<boolean>
  readonly onlineFenPerHour: Value<Fen>
  readonly faceToFaceFenPerHour: Value<Fen>
  readonly counties: Value<readonly string[]>
  /** Later names of a listed county, from a day on. */
  readonly aliases: readonly {
    readonly county: string
    readonly name: Value<string>
    readonly from: Value<Day>
  }[]
}

export interface Fees extends FeeRates {
  /** The price includes exam and certificate; nothing else may be charged. */
  readonly inclusive: Value<boolean>
  readonly onlyTrainingHours: Value<boolean>
  /** Silent where the notice does not repeat an earlier reduction, or never had one. */
  readonly reduction: CountyReduction | Silent
  /** What is not known of these prices from a day on. */
  readonly doubts: readonly { readonly from: Value<Day>; readonly says: Silent }[]
  /** The least share of the payroll that a unit sets aside, in tenths of a percent: 15 is 1.5%. */
  readonly payrollShareTenths: Value<number>
}

/** Paper and bank: how many questions of each kind, and the bank's least size as a multiple of the paper. */
export interface ExamRules {
  readonly single: Value<number>
  readonly multiple: Value<number>
  readonly judge: Value<number>
  readonly bankMultiple: Value<number>
  readonly passScorePercent: Value<number>
  readonly attempts: Value<number>
  readonly waitBetweenMinutes: Value<number>
  readonly durationMinutes: Value<number>
  /** Seconds after the deadline for answers already on their way. */
  readonly graceSeconds: Value<number>
}

export interface WatchingRules {
  /** Share of a lecture's seconds that must be verified; rounded up to whole seconds. */
  readonly coveragePercent: Value<number>
  /** At most so many seconds of lecture are credited per second of clock. */
  readonly rate: Value<number>
  readonly leaseMinutes: Value<number>
  readonly reportEverySeconds: Value<number>
  /** Seconds of content between two challenges, drawn between both; a shorter lecture is asked once. */
  readonly challengeEverySeconds: Value<{ readonly min: number; readonly max: number }>
  readonly answerWithinSeconds: Value<number>
  /** Hours for which the queued reports of a replaced phone are still accepted. */
  readonly takeOverGraceHours: Value<number>
}

/** The region's own words: what it calls an hour, a bureau and so on. */
export interface Labels {
  readonly regionName: string
  readonly issuerName: string
  readonly public: string
  readonly professional: string
  readonly hour: string
}

/**
 * One notice as data: the standard of its years, and the windows that it opens while it is in force. Plain JSON, so
 * that it can be stored, compared, shown and hashed. Another region's peculiarity becomes one more field, never a
 * second meaning of an existing one.
 */
export interface Notice {
  /** `shaanxi/2022`: region and file. */
  readonly id: string
  readonly region: Region
  /** The year of the notice; for a statute, the last year it stands in for. */
  readonly year: number
  /** Years whose hours are measured by `requirement`. */
  readonly standardYears: Value<readonly number[]>
  /** The documents that the clauses here come from, by the first part of the clause id. */
  readonly documents: Readonly<Record<NoticeId, NoticeDocument>>
  /** A notice applies to its whole year, even if issued later, until the next notice. Silent: it opens no window. */
  readonly inForceFrom: Value<Day> | Silent
  readonly scope: MaybeValue<readonly PersonKind[]>
  /** Silent where the notice only sums years (Ningxia). */
  readonly requirement: AnnualRequirement | Silent
  readonly publicSubjects: PublicSubjects
  readonly kinds: readonly LearningKind[]
  readonly caps: readonly KindCap[]
  /** The same course, paper or certificate counts once. */
  readonly countsOnce: Value<boolean>
  /** Categories that a claim may credit. */
  readonly claimable: Value<readonly Category[]>
  readonly exclusions: readonly Exclusion[]
  readonly providers: readonly Provider[]
  readonly bases: Bases
  readonly profileBeforeUse: Value<boolean>
  /** Hours of unverified trainees wait, and count once the trainee is verified. */
  readonly pendingUntilVerified: Value<boolean>
  readonly carryOver: Value<boolean>
  readonly windows: readonly YearWindow[]
  readonly dates: readonly DateRule[]
  readonly review: ReviewRules
  readonly deemings: readonly DeemingRule[]
  readonly substitutions: readonly Substitution[]
  readonly titles: readonly TitleRule[]
  /** The titles for which hours of a base of this level may be shown. */
  readonly titleLevels: Readonly<Record<BaseLevel, Value<readonly TitleLevel[]>>>
  readonly fees: Fees | Silent
  readonly exam: ExamRules
  readonly watching: WatchingRules
  readonly courseware: CoursewareRules | Silent
  readonly oversight: OversightRules
  /** Years for which a record of dishonesty stands. */
  readonly integrityRecordYears: Value<number> | Silent
  readonly minimumAgeYears: Value<number>
  readonly entries: readonly { readonly label: string; readonly address: Value<string> }[]
  readonly help: readonly { readonly label: string; readonly phone: Value<string> }[]
  readonly labels: Labels
}

/** The consequences of a spot check (SX22-16). */
export interface OversightRules {
  /** Hours certified against the rules are void. */
  readonly voidsFalseHours: Value<boolean>
  /** The organisation that certified false hours may lose the right to certify. */
  readonly withdrawsCertifying: Value<boolean>
}

/**
 * A notice with its version, the hash of its content, by which each decision names exactly the rules that decided it.
 */
export interface PolicyPack extends Notice {
  readonly version: string
}

/** The clause a window rests on: the clause of its last day where it has one, otherwise of the years it opens. */
export const clauseOfWindow = ({ lastDay, throughYear }: YearWindow): ClauseId | null =>
  ('clause' in lastDay ? lastDay.clause : undefined) ?? throughYear.clause ?? null
