import { type Instant, plusSeconds } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'

/** questionId → chosen options, ascending; an empty list withdraws an answer. */
export type Answers = Readonly<Record<string, readonly number[]>>

/** The answers that arrived at one time: only those that differ from before. */
export interface Step {
  readonly step: number
  readonly at: Instant
  readonly answers: Answers
}

export interface AskedQuestion {
  readonly id: string
  readonly type: 'single' | 'multiple' | 'judge'
  readonly optionCount: number
}

/** One sitting, as the list of steps that arrived. Plain JSON. */
export interface AttemptState {
  readonly asked: readonly AskedQuestion[]
  readonly startedAt: Instant
  readonly deadlineAt: Instant
  readonly graceSeconds: number
  readonly steps: readonly Step[]
  readonly submitted: {
    readonly at: Instant
    readonly by: 'trainee' | 'clock'
    readonly scorePercent: number
    readonly passed: boolean
  } | null
}

export interface Sitting {
  asked: readonly AskedQuestion[]
  now: Instant
  durationMinutes: number
  graceSeconds: number
}

export const startAttempt = ({ asked, now, durationMinutes, graceSeconds }: Sitting): AttemptState => ({
  asked,
  startedAt: now,
  deadlineAt: plusSeconds(now, durationMinutes * 60),
  graceSeconds,
  steps: [],
  submitted: null,
})

/** The moment until which answers count: the deadline plus the grace for answers already on their way. */
export const closesAt = ({ deadlineAt, graceSeconds }: AttemptState): Instant =>
  plusSeconds(deadlineAt, graceSeconds)

/** All answers at present, a later step overriding an earlier one. */
export const answersOf = ({ steps }: AttemptState): Answers =>
  Object.assign({}, ...[...steps].sort((a, b) => a.step - b.step).map(({ answers }) => answers)) as Answers

export const savedStepOf = ({ steps }: AttemptState): number => Math.max(0, ...steps.map(({ step }) => step))

type Codes = 'ATTEMPT_CLOSED' | 'ATTEMPT_DEADLINE_PASSED' | 'QUESTION_NOT_ON_PAPER' | 'ANSWER_MALFORMED'

/**
 * Adds the answers that arrived. Equal answers add no step, and a step that arrives late never overwrites a
 * newer one. The whole step is refused, with nothing stored, where one answer is not on the paper or not an
 * option.
 */
export function saveAnswers(
  attempt: AttemptState,
  arrived: { step: number; answers: Answers },
  now: Instant,
): Outcome<AttemptState, Codes> {
  if (attempt.submitted) return refused('ATTEMPT_CLOSED', {})
  if (now >= closesAt(attempt)) return refused('ATTEMPT_DEADLINE_PASSED', { deadlineAt: attempt.deadlineAt })
  const wrong = wrongAnswer(attempt, arrived.answers)
  if (wrong) return wrong
  const newer = Object.assign(
    {},
    ...attempt.steps.filter(({ step }) => step > arrived.step).map(({ answers }) => answers),
  ) as Answers
  const standing = answersOf(attempt)
  const changed = Object.entries(arrived.answers)
    .map(([id, choice]) => [id, [...choice].sort((a, b) => a - b)] as const)
    .filter(([id, choice]) => !(id in newer) && String(standing[id] ?? []) !== String(choice))
  if (changed.length === 0) return accepted(attempt)
  const step = merged(attempt, { step: arrived.step, at: now, answers: Object.fromEntries(changed) })
  const others = attempt.steps.filter((other) => other.step !== arrived.step)
  return accepted({ ...attempt, steps: bounded([...others, step]) })
}

/** Merges a step that was sent twice, the second time with more answers, into one step. */
function merged({ steps }: AttemptState, step: Step): Step {
  const before = steps.find((other) => other.step === step.step)
  return before ? { ...step, answers: { ...before.answers, ...step.answers } } : step
}

/**
 * Beyond this many steps the two earliest become one: the answers stay the same, and the attempt stops
 * growing.
 */
export const STEPS_MOST = 100

function bounded(steps: readonly Step[]): readonly Step[] {
  const [first, second, ...rest] = [...steps].sort((a, b) => a.step - b.step)
  if (steps.length <= STEPS_MOST || !first || !second) return steps
  return [{ ...second, answers: { ...first.answers, ...second.answers } }, ...rest]
}

function wrongAnswer(
  { asked }: AttemptState,
  answers: Answers,
): Outcome<never, 'QUESTION_NOT_ON_PAPER' | 'ANSWER_MALFORMED'> | null {
  for (const [questionId, choice] of Object.entries(answers)) {
    const question = asked.find(({ id }) => id === questionId)
    if (!question) return refused('QUESTION_NOT_ON_PAPER', { questionId })
    const distinct = new Set(choice).size === choice.length
    const options = choice.every(
      (option) => Number.isInteger(option) && option >= 0 && option < question.optionCount,
    )
    const few = question.type === 'multiple' || choice.length <= 1
    if (!distinct || !options || !few) return refused('ANSWER_MALFORMED', { questionId })
  }
  return null
}
