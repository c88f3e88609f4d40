import { formatHours, type Hours } from '../kernel/hours'
import type { DeemingFact, TitleFacts, TitleYearFacts } from '../policy/facts'
import type { PackLookup } from '../policy/lookup'
import type { Category, DeemingRule, Labels, PolicyPack, TitleGate } from '../policy/pack'
import type { CountedElsewhere } from './once-ever'

/** One application, with the notice whose title rule decides it. */
export interface TitleCase {
  readonly lookup: PackLookup
  readonly facts: TitleFacts
  readonly pack: PolicyPack
  readonly elsewhere: CountedElsewhere
}

export type YearsGate = Extract<TitleGate, { kind: 'years' }>
export type WindowGate = Extract<TitleGate, { kind: 'window' }>

/** First and last year looked at, both included. */
export interface Span {
  readonly first: number
  readonly last: number
}

/** A fact that applies, with its rule. */
export interface Deeming {
  readonly rule: DeemingRule
  readonly fact: DeemingFact
}

export const yearsOf = ({ first, last }: Span): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

export const factsOfYear = ({ years }: TitleFacts, year: number): TitleYearFacts | null =>
  years.find((one) => one.year === year) ?? null

/** Words hours: "公需课5学时、专业课10.5学时". Zero parts are left out; empty where both are zero. */
export function hoursText(labels: Labels, hours: Readonly<Record<Category, Hours>>): string {
  const part = (category: Category) =>
    hours[category] > 0 ? `${labels[category]}${formatHours(hours[category])}${labels.hour}` : ''
  return [part('public'), part('professional')].filter((text) => text !== '').join('、')
}
