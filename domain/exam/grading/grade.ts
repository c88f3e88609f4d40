import type { Answers } from '../attempt'
import type { KeyedQuestion } from './question'

export interface Grade {
  /** 0 to 100: the share of questions answered right, rounded down, because a pass mark is reached or not. */
  scorePercent: number
  /** Feedback by topic and no more: published keys would rebuild the bank. */
  topics: { topic: string; right: number; total: number }[]
}

/** Every question weighs the same; a multiple choice counts only with exactly its key. Example: 30 of 50 right → 60. */
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
