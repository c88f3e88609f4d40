import { type Instant, plusSeconds } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import type { ExamRules } from '../policy/pack'

export interface Standing {
  attempts: number
  nextAt: Instant | null
  bestScorePercent: number | null
  passed: boolean
  lecturesLeft: number
  /** Whether the unit confirmed who this is. */
  isVerified: boolean
}

/** Our own bound: sittings before the unit has confirmed who somebody is. */
export const UNVERIFIED_SITTINGS = 1

/**
 * Whether a trainee may sit the exam now. Checked in order: already passed, lectures left, attempts used up, nobody knows
 * who it is, waiting time. `attempts` are those of the ID number with this bank. An account that nobody verified may sit
 * once: its number may be invented, and so could be as many accounts as somebody wants papers.
 */
export function maySit(
  standing: Standing,
  rules: ExamRules,
  now: Instant,
): Outcome<
  true,
  'EXAM_UNVERIFIED' | 'EXAM_LOCKED' | 'EXAM_ALREADY_PASSED' | 'EXAM_ATTEMPTS_EXHAUSTED' | 'EXAM_TOO_SOON'
> {
  if (standing.passed) return refused('EXAM_ALREADY_PASSED', { scorePercent: standing.bestScorePercent ?? 0 })
  if (standing.lecturesLeft > 0) return refused('EXAM_LOCKED', { lecturesLeft: standing.lecturesLeft })
  if (standing.attempts >= rules.attempts.value)
    return refused('EXAM_ATTEMPTS_EXHAUSTED', { attempts: standing.attempts })
  if (!standing.isVerified && standing.attempts >= UNVERIFIED_SITTINGS) return refused('EXAM_UNVERIFIED', {})
  if (standing.nextAt !== null && now < standing.nextAt)
    return refused('EXAM_TOO_SOON', { nextAt: standing.nextAt })
  return accepted(true)
}

/** The earliest moment of another sitting after a failed one. */
export const nextSittingAt = (submittedAt: Instant, { waitBetweenMinutes }: ExamRules): Instant =>
  plusSeconds(submittedAt, waitBetweenMinutes.value * 60)
