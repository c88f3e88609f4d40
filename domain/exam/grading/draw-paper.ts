import { accepted, type Outcome, refused } from '../../kernel/outcome'
import type { ExamRules } from '../../policy/pack'
import type { KeyedQuestion } from './question'

const KINDS = ['single', 'multiple', 'judge'] as const

/**
 * Draws a paper without repetition: 30 single, 10 multiple, 10 true-false (SX20-41), as the pack says, in
 * that order. `papers` are the question ids of the same person's papers before: questions that they have had least often
 * come first, so the same paper never comes twice while the bank is larger than one. Refused where the bank holds less
 * than the pack's multiple of any kind: 90/30/29 is not a bank.
 */
export function drawPaper(
  bank: readonly KeyedQuestion[],
  rules: ExamRules,
  integerBelow: (below: number) => number,
  papers: readonly (readonly string[])[] = [],
): Outcome<KeyedQuestion[], 'EXAM_BANK_TOO_SMALL'> {
  const paper: KeyedQuestion[] = []
  const times = timesAsked(papers)
  for (const kind of KINDS) {
    const count = rules[kind].value
    const pool = bank.filter(({ type }) => type === kind)
    const needed = count * rules.bankMultiple.value
    if (pool.length < needed) return refused('EXAM_BANK_TOO_SMALL', { kind, needed, have: pool.length })
    paper.push(...leastAsked(pool, times, count, integerBelow))
  }
  return accepted(isNew(paper, papers) ? paper : withAnother(paper, bank))
}

function timesAsked(papers: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const id of papers.flat()) times.set(id, (times.get(id) ?? 0) + 1)
  return times
}

function leastAsked(
  pool: readonly KeyedQuestion[],
  times: ReadonlyMap<string, number>,
  count: number,
  integerBelow: (below: number) => number,
): KeyedQuestion[] {
  const shuffled = drawn(pool, pool.length, integerBelow)
  const asked = ({ id }: KeyedQuestion): number => times.get(id) ?? 0
  return drawn([...shuffled].sort((a, b) => asked(a) - asked(b)).slice(0, count), count, integerBelow)
}

const setOf = (ids: readonly string[]): string => [...ids].sort().join('|')

const isNew = (paper: readonly KeyedQuestion[], papers: readonly (readonly string[])[]): boolean =>
  !papers.some((before) => setOf(before) === setOf(paper.map(({ id }) => id)))

/** One question exchanged for one of its kind that is not on the paper: by far the rarest of draws. */
function withAnother(paper: readonly KeyedQuestion[], bank: readonly KeyedQuestion[]): KeyedQuestion[] {
  const [first, ...rest] = paper
  const other = bank.find(({ id, type }) => type === first?.type && !paper.some((asked) => asked.id === id))
  return other ? [other, ...rest] : [...paper]
}

/** The first `count` places of a Fisher–Yates shuffle of the pool. */
function drawn<T>(pool: readonly T[], count: number, integerBelow: (below: number) => number): T[] {
  const left = [...pool]
  return Array.from({ length: count }, () => left.splice(integerBelow(left.length), 1)[0] as T)
}
