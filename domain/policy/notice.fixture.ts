import { type Hours, hoursOf } from '../kernel/hours'
import { day } from '../kernel/instant'
import type { LearningKind } from './learning-kind'
import { packLookup } from './lookup'
import type { DeemingRule, Notice, TitleGate, YearWindow } from './pack'
import { sealPack } from './seal-pack'
import type { Reading, Silent } from './value'

// Small notices for the tests of the rules that read them: the rules that the real ones ask by, without their words.

export const we = <T>(value: T): Reading<T> => ({ state: 'reading', value, reading: '试验用' })
export const unsaid = (): Silent => ({ state: 'silent', note: '通知没有规定。' })
const every = we(['junior', 'middle', 'senior'] as const)

const kind = (given: Partial<LearningKind> & Pick<LearningKind, 'id' | 'route'>): LearningKind => ({
  label: given.id,
  aliases: [],
  category: null,
  formula: { kind: 'actual', says: we<true>(true) },
  caps: [],
  conditions: [],
  providers: null,
  evidence: null,
  ...given,
})

export const windowOf = (
  years: readonly [number | null, number],
  lastDay: string | null = null,
): YearWindow => ({
  fromYear: years[0],
  throughYear: we(years[1]),
  lastDay: lastDay === null ? unsaid() : we(day(lastDay)),
  kinds: null,
  aimDay: null,
})

export const yearsGate = (
  count: number,
  more: Partial<Extract<TitleGate, { kind: 'years' }>> = {},
): TitleGate => ({
  kind: 'years',
  count: we(count),
  since: we(2019),
  lastYearBefore: we(0),
  consecutive: we(false),
  currentOnlyVerified: we(true),
  ...more,
})

export const windowGate = (years: number, [total, ofPublic]: readonly [number, number]): TitleGate => ({
  kind: 'window',
  years: we(years),
  lastYearBefore: we(1),
  total: we(hoursOf(total)),
  public: we(hoursOf(ofPublic)),
  byTenure: we(['硕士']),
  byTenureLikely: we(['研究生']),
})

export const deeming = (given: Partial<DeemingRule> & Pick<DeemingRule, 'id' | 'covers'>): DeemingRule => ({
  label: given.id,
  years: null,
  yearChosen: null,
  leastMonths: null,
  when: null,
  titleYears: null,
  onlyFor: null,
  onlyLines: null,
  onlyLevels: null,
  onlyHeld: null,
  ...given,
})

const asks = (ofPublic: number, professional: number) => ({
  total: we(hoursOf(ofPublic + professional)),
  public: we(hoursOf(ofPublic)),
  professional: we(hoursOf(professional)),
  bothParts: we(true),
})

const VILLAGE = deeming({
  id: 'village',
  covers: we('year'),
  years: we(1),
  yearChosen: we('any-in-term'),
  leastMonths: we(12),
})

/**
 * Like Qinghai's: 45 and 90 hours a year, four years since 2019 for a senior title, one of which a village
 * post may stand for.
 */
const BASE: Notice = {
  id: 'qinghai/test',
  region: 'qinghai',
  year: 2023,
  standardYears: we([2021, 2022, 2023]),
  documents: {},
  inForceFrom: we(day('2023-01-01')),
  scope: unsaid(),
  requirement: asks(45, 90),
  publicSubjects: {
    theme: unsaid(),
    choice: we('free'),
    subjects: [],
    topics: [],
    modes: we(['online', 'face-to-face']),
  },
  kinds: [
    kind({ id: 'course', route: 'online' }),
    kind({ id: 'class', route: 'face-to-face' }),
    kind({ id: 'claim', route: 'claim', category: we('professional') }),
  ],
  caps: [],
  countsOnce: we(true),
  claimable: we(['professional']),
  exclusions: [],
  providers: [],
  bases: { admitted: unsaid(), national: we(true), disqualified: null, certifies: we(false) },
  profileBeforeUse: we(true),
  pendingUntilVerified: we(true),
  carryOver: we(false),
  windows: [windowOf([null, 2022], '2022-12-31'), windowOf([2023, 2023], '2023-12-31')],
  dates: [],
  review: {
    chain: we(['unit']),
    exceptions: [],
    automatic: we([]),
    yearlySubmission: we(true),
    visitDays: we(10),
  },
  deemings: [
    VILLAGE,
    deeming({ id: 'epidemic', covers: we('year'), years: we(1), yearChosen: we('duty-year') }),
    deeming({ id: 'award', covers: we('waived') }),
  ],
  substitutions: [],
  titles: [
    { level: 'junior', label: '初级', gate: unsaid() },
    { level: 'middle', label: '中级', gate: yearsGate(3) },
    { level: 'senior', label: '高级', gate: yearsGate(4) },
  ],
  titleLevels: { nation: every, province: every, city: we(['junior', 'middle']) },
  fees: unsaid(),
  exam: {
    single: we(30),
    multiple: we(10),
    judge: we(10),
    bankMultiple: we(3),
    passScorePercent: we(60),
    attempts: we(5),
    waitBetweenMinutes: we(10),
    durationMinutes: we(60),
    graceSeconds: we(30),
  },
  watching: {
    coveragePercent: we(95),
    rate: we(1),
    leaseMinutes: we(10),
    reportEverySeconds: we(60),
    challengeEverySeconds: we({ min: 480, max: 900 }),
    answerWithinSeconds: we(120),
    takeOverGraceHours: we(24),
  },
  courseware: unsaid(),
  oversight: { voidsFalseHours: we(true), withdrawsCertifying: we(true) },
  integrityRecordYears: unsaid(),
  minimumAgeYears: we(16),
  entries: [],
  help: [],
  labels: {
    regionName: '试验省',
    issuerName: '试验平台',
    public: '公需科目',
    professional: '专业科目',
    hour: '学时',
  },
}

/**
 * Like Ningxia's: no requirement of a single year, sums over the years before the application, exams that
 * stand for hours.
 */
const SUMMED: Partial<Notice> = {
  id: 'ningxia/test',
  region: 'ningxia',
  year: 2022,
  standardYears: we([2022]),
  inForceFrom: we(day('2022-01-01')),
  requirement: unsaid(),
  windows: [windowOf([2021, 2022])],
  deemings: [
    deeming({ id: 'degree', covers: we('all-years'), when: we('within-years-looked-at') }),
    deeming({ id: 'qualification', covers: we('professional'), when: we('after-present-title') }),
    deeming({
      id: 'committee',
      covers: we('waived'),
      when: we('city-committee'),
      titleYears: we([2022]),
      onlyFor: we(['enterprise']),
    }),
    VILLAGE,
  ],
  substitutions: [
    {
      id: 'language',
      label: '职称外语',
      hoursEach: we(hoursOf(40)),
      atMost: we(1),
      lastDay: we(day('2022-12-31')),
      onlySeriesWithoutExam: we(true),
      cappedAtRequirement: we(true),
    },
    {
      id: 'computer',
      label: '计算机模块',
      hoursEach: we(hoursOf(10)),
      atMost: unsaid(),
      lastDay: we(day('2022-12-31')),
      onlySeriesWithoutExam: we(true),
      cappedAtRequirement: we(true),
    },
  ],
  titles: [
    { level: 'junior', label: '初级', gate: unsaid() },
    { level: 'middle', label: '中级', gate: windowGate(4, [360, 120]) },
    { level: 'senior', label: '高级', gate: windowGate(5, [450, 150]) },
  ],
}

export const annualNotice = (change: Partial<Notice> = {}): Notice => ({ ...BASE, ...change })
export const summedNotice = (change: Partial<Notice> = {}): Notice => ({ ...BASE, ...SUMMED, ...change })
export const lookupOf = (...notices: readonly Notice[]) => packLookup(notices.map(sealPack))

export const hours = (value: number): Hours => hoursOf(value)
export const asKind = kind
