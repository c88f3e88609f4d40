// Somebody who sits exams only to find the keys: who knows of each question its topic and its options, believes something
// of each candidate key, answers as they believe, and learns from the feedback as well as anybody can who looks at one
// question at a time.
import type { Answers } from '../../domain/exam/attempt'
import { drawPaper } from '../../domain/exam/grading/draw-paper'
import { grade, toldAfter } from '../../domain/exam/grading/grade'
import type { KeyedQuestion } from '../../domain/exam/grading/question'
import type { ExamRules } from '../../domain/policy/pack'

/** `as-told`: what the program tells after a sitting. `by-topic`: what it told before, to whoever had sat. */
export type Feedback = 'by-topic' | 'as-told'
type Roll = (below: number) => number

/** Which keys a question can have: one option, or any two and more. */
function candidatesOf({ type, options }: KeyedQuestion): number[][] {
  const places = options.map((_, place) => place)
  if (type !== 'multiple') return places.map((place) => [place])
  const subsets = Array.from({ length: 2 ** places.length }, (_, bits) =>
    places.filter((p) => bits & (1 << p)),
  )
  return subsets.filter(({ length }) => length >= 2)
}

class Rebuilder {
  private readonly beliefs = new Map<string, { keys: number[][]; odds: number[] }>()

  constructor(private readonly roll: Roll) {}

  private of(question: KeyedQuestion) {
    const known = this.beliefs.get(question.id)
    if (known) return known
    const keys = candidatesOf(question)
    const made = { keys, odds: keys.map(() => 1 / keys.length) }
    this.beliefs.set(question.id, made)
    return made
  }

  /** The likeliest key, and by chance among equals. */
  private choice(question: KeyedQuestion): number {
    const { odds } = this.of(question)
    const most = Math.max(...odds)
    const best = odds.flatMap((odd, i) => (odd > most - 1e-9 ? [i] : []))
    return best[this.roll(best.length)] ?? 0
  }

  answer(paper: readonly KeyedQuestion[]): Map<string, number> {
    return new Map(paper.map((question) => [question.id, this.choice(question)]))
  }

  keysOf(paper: readonly KeyedQuestion[], chosen: ReadonlyMap<string, number>): Answers {
    return Object.fromEntries(paper.map((q) => [q.id, this.of(q).keys[chosen.get(q.id) ?? 0] ?? []]))
  }

  /** So many of these were right, or that their number lies in a range: each belief by its own share in that. */
  learn(
    group: readonly KeyedQuestion[],
    chosen: ReadonlyMap<string, number>,
    fits: (right: number) => boolean,
  ): void {
    const chances = group.map((question) => this.of(question).odds[chosen.get(question.id) ?? 0] ?? 0)
    const all = sums(chances)
    const total = weightOf(all, fits)
    if (total <= 0) return
    group.forEach((question, i) => {
      const p = chances[i] ?? 0
      const others = sums(chances.filter((_, j) => j !== i))
      const after = (p * weightOf(others, (right) => fits(right + 1))) / total
      const { odds } = this.of(question)
      const at = chosen.get(question.id) ?? 0
      const rest = p >= 1 ? 0 : (1 - after) / (1 - p)
      for (const [j, odd] of odds.entries()) odds[j] = j === at ? after : odd * rest
    })
  }

  get known(): ReadonlyMap<string, { keys: number[][]; odds: number[] }> {
    return this.beliefs
  }
}

/** The chance of each number of successes. */
function sums(chances: readonly number[]): number[] {
  let table = [1]
  for (const p of chances) {
    const next = Array<number>(table.length + 1).fill(0)
    for (const [k, weight] of table.entries()) {
      next[k] = (next[k] ?? 0) + weight * (1 - p)
      next[k + 1] = (next[k + 1] ?? 0) + weight * p
    }
    table = next
  }
  return table
}

const weightOf = (table: readonly number[], fits: (right: number) => boolean): number =>
  table.reduce((sum, weight, k) => sum + (fits(k) ? weight : 0), 0)

export interface Attack {
  bank: readonly KeyedQuestion[]
  rules: ExamRules
  accounts: number
  sittingsEach: number
  feedback: Feedback
  roll: Roll
}

/** The average score in per cent of a paper that is drawn after the attack, by what was learned in all its sittings. */
export function scoreAfter({ bank, rules, accounts, sittingsEach, feedback, roll }: Attack): number {
  const rebuilder = new Rebuilder(roll)
  for (let account = 0; account < accounts; account += 1) {
    const papers: string[][] = []
    for (let sitting = 0; sitting < sittingsEach; sitting += 1) {
      const drawn = drawPaper(bank, rules, roll, papers)
      if (!drawn.ok) throw new Error('the bank is too small')
      papers.push(drawn.value.map(({ id }) => id))
      sit(rebuilder, drawn.value, { rules, feedback })
    }
  }
  const scores = Array.from({ length: 40 }, () => {
    const drawn = drawPaper(bank, rules, roll, [])
    if (!drawn.ok) throw new Error('the bank is too small')
    return grade(drawn.value, rebuilder.keysOf(drawn.value, rebuilder.answer(drawn.value))).scorePercent
  })
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}

function sit(
  rebuilder: Rebuilder,
  paper: readonly KeyedQuestion[],
  { rules, feedback }: Pick<Attack, 'rules' | 'feedback'>,
): void {
  const chosen = rebuilder.answer(paper)
  const graded = grade(paper, rebuilder.keysOf(paper, chosen))
  const passScorePercent = rules.passScorePercent.value
  const passed = feedback === 'by-topic' || graded.scorePercent >= passScorePercent
  const told = toldAfter(graded, { passed, passScorePercent })
  const ofTopic = (topic: string) => paper.filter((question) => question.topic === topic)
  const right = Math.round((graded.scorePercent * paper.length) / 100)
  if (told.topics.length === 0) rebuilder.learn(paper, chosen, (k) => k === right)
  for (const { topic, right: ofThem } of told.topics)
    rebuilder.learn(ofTopic(topic), chosen, (k) => k === ofThem)
  for (const topic of told.weakTopics) {
    const group = ofTopic(topic)
    rebuilder.learn(group, chosen, (k) => k * 100 < passScorePercent * group.length)
  }
}
