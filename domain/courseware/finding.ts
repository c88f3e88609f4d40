import type { ClauseId, Value } from '../policy/value'

/** Must be mended; should be looked at; only a person can see it and confirms. */
type Severity = 'error' | 'warning' | 'human'

/** One thing that keeps a course from being offered, or that somebody should look at. */
export interface Finding {
  readonly severity: Severity
  /** What was checked, as the notice's data names it. */
  readonly check: string
  readonly clause: ClauseId | null
  /** Number of the lecture; null where it is about the course. */
  readonly lecture: number | null
  /** What is so and what is asked, in Chinese. */
  readonly text: string
}

interface Asked {
  readonly check: string
  readonly rule: Value<unknown>
  readonly text: string
  readonly severity?: Severity
}

/** A finding of the course unless the rule is kept, with the clause of the rule that asks. */
export const unless = (kept: boolean, { check, rule, text, severity = 'error' }: Asked): Finding[] =>
  kept ? [] : [{ severity, check, clause: rule.clause ?? null, lecture: null, text }]
