import type { Answers } from '../attempt'
import type { KeyedQuestion } from './question'

export interface Grade {
  /**
   * 0 to 100: the percentage of right answers, rounded down, because the pass mark is reached only by
   * reaching it.
   */
  scorePercent: number
  /** Feedback by topic only: published keys would let trainees rebuild the bank. */
  topics: { topic: string; right: number; total: number }[]
}

/**
 * Grades a paper. Every question weighs the same; a multiple choice is right only with exactly its key.
 * Worked example: 30 of 50 right → 60.
 */
export function grade(paper: readonly KeyedQuestion[], answers: Answers): Grade {
  const topics = new Map<string, { right: number; total: number }>()
  let right = 0
  for (const { id, key, topic } of paper) {
    const isRight = String([...(answers[id] ?? [])].sort((a, b) => a - b)) === String(key)
    const tally = topics.get(topic) ?? { right: 0, total: 0 }
    topics.set(topic, { right: tally.right + (isRight ? 1 : 0), total: tally.total + 1 })
    if (isRight) right += 1
  }
  return {
    scorePercent: paper.length === 0 ? 0 : Math.floor((right * 100) / paper.length),
    topics: [...topics].map(([topic, tally]) => ({ topic, ...tally })),
  }
}
