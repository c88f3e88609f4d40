import { type Day, day, formatDay, type Instant, yearOf } from '../kernel/instant'
import type { PackLookup } from '../policy/lookup'
import { clauseOfWindow } from '../policy/pack'
import { type ClauseId, type RuleSource, said } from '../policy/value'

/** Whether hours of a year can still be earned on a day, and until when. */
export type Opening =
  | {
      readonly open: true
      /** Last day in time; null where the notice sets none. */
      readonly lastDay: Day | null
      readonly clause: ClauseId | null
      readonly rules: readonly RuleSource[]
      readonly text: string
    }
  | {
      readonly open: false
      /** Null where no notice opens the year at all. */
      readonly closedOn: Day | null
      readonly clause: ClauseId | null
      readonly rules: readonly RuleSource[]
      readonly text: string
    }

interface AskedYear {
  readonly region: string
  readonly year: number
  readonly at: Instant
}

/**
 * The opening of a year on a day.
 * Worked example: on 2022-08-15 Shaanxi's 2021 is open until 2022-09-30 (SX22-15), on 2022-10-01 it is closed
 * since that day; Qinghai's 2022 is closed in 2023, and 2024 has no rule yet.
 */
export function openingOfYear(lookup: PackLookup, { region, year, at }: AskedYear): Opening {
  const asked = lookup.isYearOpen(region, year, at)
  if (asked.ok) {
    const lastDay = said(asked.value.lastDay)
    return {
      open: true,
      lastDay,
      clause: clauseOfWindow(asked.value),
      rules: [asked.value.throughYear, asked.value.lastDay],
      text: lastDay === null ? '现在可以学。' : `${formatDay(lastDay)}（含）前可以学。`,
    }
  }
  if (asked.refusal.code === 'YEAR_CLOSED') {
    const { closedOn, clauseId } = asked.refusal.details
    const clause = clauseId === '' ? null : (clauseId as ClauseId)
    const rules = windowRules(lookup, { region, year, at })
    const text = `这一年的学时已于${formatDay(day(closedOn))}截止，现在不能补学。`
    return { open: false, closedOn: day(closedOn), clause, rules, text }
  }
  return {
    open: false,
    closedOn: null,
    clause: null,
    rules: [],
    text: year < yearOf(at) ? '现行通知没有开放这一年的补学。' : '这一年的通知还没有收进来，现在还不能学。',
  }
}

const windowRules = (lookup: PackLookup, { region, year, at }: AskedYear): RuleSource[] =>
  (lookup.windowOf(region, at)?.windows ?? [])
    .filter(({ fromYear, throughYear }) => (fromYear ?? year) <= year && year <= throughYear.value)
    .slice(0, 1)
    .flatMap(({ throughYear, lastDay }) => [throughYear, lastDay])
