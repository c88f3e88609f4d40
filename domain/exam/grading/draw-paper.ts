import { accepted, type Outcome, refused } from '../../kernel/outcome'
import type { ExamRules } from '../../policy/pack'
import type { KeyedQuestion } from './question'

const KINDS = ['single', 'multiple', 'judge'] as const

/**
 * Draws a paper without repetition: 30 single, 10 multiple, 10 true-false (SX20-41), as the pack says, in
 * that order. Refused where the bank holds less than the pack's multiple of any kind: 90/30/29 is not a bank.
 */
export function drawPaper(
  bank: readonly KeyedQuestion[],
  rules: ExamRules,
  integerBelow: (below: number) => number,
): Outcome<KeyedQuestion[], 'EXAM_BANK_TOO_SMALL'> {
  const paper: KeyedQuestion[] = []
  for (const kind of KINDS) {
    const count = rules[kind].value
    const pool = bank.filter(({ type }) => type === kind)
    const needed = count * rules.bankMultiple.value
    if (pool.length < needed) return refused('EXAM_BANK_TOO_SMALL', { kind, needed, have: pool.length })
    paper.push(...drawn(pool, count, integerBelow))
  }
  return accepted(paper)
}

/** The first `count` places of a Fisher–Yates shuffle of the pool. */
function drawn<T>(pool: readonly T[], count: number, integerBelow: (below: number) => number): T[] {
  const left = [...pool]
  return Array.from({ length: count }, () => left.splice(integerBelow(left.length), 1)[0] as T)
}
