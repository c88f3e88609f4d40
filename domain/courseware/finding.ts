import type { ClauseId, Value } from '../policy/value'

/** error: must be mended; warning: should be looked at; human: only a person can see it, and confirms it. */
type Severity = 'error' | 'warning' | 'human'

/** One fault that keeps a course from being offered, or that a person should look at. */
export interface Finding {
  readonly severity: Severity
  /** The id of the check, as the notice's data names it. */
  readonly check: string
  readonly clause: ClauseId | null
  /** Number of the lecture; null for a finding about the course. */
  readonly lecture: number | null
  /** The measured and the required value, in Chinese. */
  readonly text: string
}

interface Asked {
  readonly check: string
  readonly rule: Value<unknown>
  readonly text: string
  readonly severity?: Severity
}

/** A finding about the course, unless the rule is kept, with the clause that asks for it. */
export const unless = (kept: boolean, { check, rule, text, severity = 'error' }: Asked): Finding[] =>
  kept ? [] : [{ severity, check, clause: rule.clause ?? null, lecture: null, text }]
