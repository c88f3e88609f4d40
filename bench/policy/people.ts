// Person-years to measure with: drawn from a seed, so that every run judges the same people.

import { hoursOf } from '../../domain/kernel/hours'
import { instant } from '../../domain/kernel/instant'
import type { LearningItem, YearFacts } from '../../domain/policy/facts'

const SEED = 20_220_815
const DAY_MS = 86_400_000
const NEW_YEAR = Date.UTC(2021, 11, 31, 16)

/** A generator that gives the same numbers for the same seed. */
export function dice(seed: number = SEED): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % below
  }
}

const PROVIDERS = ['ta-yxlearning', 'ta-tyjrp', 'ta-zhuanjip', 'ta-treewises', 'elsewhere'] as const

/** One year of twenty items of every kind that Tai'an knows, some of which cannot count. */
export function personYear(roll: (below: number) => number): YearFacts {
  const days = Array.from({ length: 20 }, () => roll(350)).sort((a, b) => a - b)
  const items = days.map((day, index): LearningItem => {
    const earnedAt = instant(NEW_YEAR + day * DAY_MS + index * 1_000)
    const common = { id: `i${String(index).padStart(2, '0')}`, earnedAt }
    switch (roll(6)) {
      case 0:
      case 1:
        return {
          ...common,
          kind: 'online-course',
          category: roll(2) === 0 ? 'public' : 'professional',
          hours: hoursOf(1 + roll(8)),
          providerId: PROVIDERS[roll(PROVIDERS.length)] ?? 'elsewhere',
          evidenceKey: `course-${roll(40)}`,
          ...(roll(8) === 0 ? {} : { meets: ['exam-passed' as const] }),
        }
      case 2:
        return {
          ...common,
          kind: 'training',
          hours: hoursOf(2 + roll(10)),
          ...(roll(8) === 0 ? {} : { meets: ['organiser-recognised' as const] }),
        }
      case 3:
        return {
          ...common,
          kind: 'self-study',
          hours: hoursOf(4 + roll(20)),
          ...(roll(4) === 0 ? {} : { meets: ['study-record-kept' as const] }),
        }
      case 4:
        return { ...common, kind: 'paper', evidenceKey: `doi-${roll(30)}` }
      default:
        return { ...common, kind: 'outcome', evidenceKey: `patent-${roll(30)}` }
    }
  })
  return { region: 'shandong', year: 2022, personKind: 'enterprise', items }
}

export const peopleOf = (count: number): YearFacts[] => {
  const roll = dice()
  return Array.from({ length: count }, () => personYear(roll))
}
