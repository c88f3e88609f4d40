import { hoursOf } from '../kernel/hours'
import { day } from '../kernel/instant'
import { fen } from '../kernel/money'
import { we } from '../policy/notice.fixture'
import type { OpenYear, OutsideProvider, PartNeed, PlanNeed, Sources } from './need'
import type { Offer } from './offer'

// Needs and offers for the tests of plans.

export const LABELS = {
  regionName: '试验省',
  issuerName: '试验平台',
  public: '公需课',
  professional: '专业课',
  hour: '学时',
}

export const ANY: Sources = { routes: ['online', 'face-to-face', 'claim'], providers: [] }
export const ACADEMY: OutsideProvider = {
  id: 'academy',
  name: '干部网络学院',
  address: 'https://example.cn',
  phone: null,
  rules: [we(['academy'])],
}

export const openYear = (year: number, change: Partial<OpenYear> & { until?: string } = {}): OpenYear => {
  const { until, ...rest } = change
  return {
    year,
    opening: {
      open: true,
      lastDay: until === undefined ? null : day(until),
      clause: 'SX22-15',
      rules: [],
      text: '',
    },
    sources: { public: ANY, professional: ANY },
    baseLevels: ['province', 'city'],
    ...rest,
  }
}

export const part = (
  category: PartNeed['category'],
  hours: number,
  subject: string | null = null,
): PartNeed => ({
  category,
  hours: hoursOf(hours),
  subject: subject === null ? null : { id: subject, title: subject },
})

type YearsNeed = Extract<PlanNeed, { kind: 'years' }>
type WindowNeed = Extract<PlanNeed, { kind: 'window' }>

export const yearsNeed = (years: YearsNeed['years'], ways?: YearsNeed['ways']): YearsNeed => ({
  kind: 'years',
  labels: LABELS,
  years,
  ways: ways ?? [years.map(({ year }) => year)],
  cannot: [],
  todo: [],
})

export const windowNeed = (
  [ofPublic, total]: readonly [number, number],
  years: WindowNeed['years'],
): WindowNeed => ({
  kind: 'window',
  labels: LABELS,
  public: hoursOf(ofPublic),
  total: hoursOf(total),
  years,
  cannot: [],
  todo: [],
})

/** An online course of 2022 with one hour of own time for each hour, unless changed. */
export const offer = (
  id: string,
  [hours, feeYuan]: readonly [number, number],
  change: Partial<Omit<Offer, 'lastDay' | 'heldOn'>> & { lastDay?: string; heldOn?: string } = {},
): Offer => {
  const { lastDay, heldOn, ...rest } = change
  const source = rest.source ?? (heldOn === undefined ? 'course' : 'class')
  return {
    id,
    title: `课程${id}`,
    year: 2022,
    category: 'professional',
    hours: hoursOf(hours),
    feeFen: fen(Math.round(feeYuan * 100)),
    ownTimeMinutes: source === 'course' || source === 'provider' ? Math.round(hours * 60) : 0,
    source,
    ...(lastDay === undefined ? {} : { lastDay: day(lastDay) }),
    ...(heldOn === undefined ? {} : { heldOn: day(heldOn) }),
    ...rest,
  }
}
