import { instant } from '../kernel/instant'
import type { LearningItem, TitleFacts, TitleYearFacts } from '../policy/facts'
import type { PackLookup } from '../policy/lookup'
import { annualNotice, hours, lookupOf, summedNotice, type yearsGate } from '../policy/notice.fixture'
import { judgeTitle } from './judge-title'
import type { TitleVerdict } from './verdict'

// Applications for titles under the two small notices, and their verdicts as they are read.

export const beijing = (text: string) => instant(Date.parse(`${text}T12:00:00+08:00`))
export const item = (
  id: string,
  category: 'public' | 'professional',
  given: number,
  change: Partial<LearningItem> = {},
): LearningItem => ({
  id,
  kind: 'course',
  category,
  hours: hours(given),
  earnedAt: beijing('2023-06-01'),
  ...change,
})
export const recorded = (year: number): TitleYearFacts => ({ year, recordedComplete: true })
export const CITY = { name: '市级基地', level: 'city', audience: 'province' } as const

export const annual = lookupOf(annualNotice())
export const summed = lookupOf(summedNotice())
export const qinghai = (change: Partial<TitleFacts> = {}): TitleFacts => ({
  region: 'qinghai',
  level: 'senior',
  applicationYear: 2023,
  appliedAt: beijing('2023-12-15'),
  years: [],
  ...change,
})
export const ningxia = (change: Partial<TitleFacts> = {}): TitleFacts => ({
  region: 'ningxia',
  level: 'middle',
  applicationYear: 2022,
  appliedAt: beijing('2022-06-01'),
  years: [],
  ...change,
})

export function verdictOf(lookup: PackLookup, facts: TitleFacts): TitleVerdict {
  const outcome = judgeTitle(lookup, facts)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
export const inGate = (gate: ReturnType<typeof yearsGate>, change: Parameters<typeof annualNotice>[0] = {}) =>
  lookupOf(annualNotice({ titles: [{ level: 'senior', label: '高级', gate }], ...change }))

/** The years of a verdict as they are read: state, counted and missing hours in hundredths, reason. */
export const yearsOf = ({ years }: TitleVerdict): string[] =>
  years.map(({ year, state, counted, missing, why }) => {
    const lacks = missing === null ? '?' : `${missing.public}+${missing.professional}`
    return `${year} ${state} ${counted.public}+${counted.professional} −${lacks} ${why}`
  })
export const rulesOf = ({ rules }: TitleVerdict): unknown[] =>
  rules.map((rule) => ('value' in rule ? rule.value : rule.state))
