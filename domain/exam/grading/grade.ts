import type { Answers } from '../attempt'
import type { KeyedQuestion } from './question'

export interface Grade {
  /**
   * 0 to 100: the percentage of right answers, rounded down, because the pass mark is reached only by
   * reaching it.
   */
  scorePercent: number
  /** By topic: counts of several papers give the keys away, see `toldAfter`. */
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

/** More names would tell how each of the others went. */
const MOST_WEAK = 2

/** What is told beside the score. */
export interface Told {
  topics: Grade['topics']
  weakTopics: string[]
}

/**
 * What somebody is told by topic after a sitting: the counts to who has passed; to others the names of at most two topics
 * that went worst, and below the pass mark. A count by topic is an equation between keys; from twenty papers' equations a
 * bank was rebuilt to its pass mark.
 * Worked example: 学时 3 of 10, 考试 9 of 10, 制度 5 of 10 with a pass mark of 60 → weak in 学时, 制度.
 */
export const toldAfter = (
  { topics }: Pick<Grade, 'topics'>,
  { passed, passScorePercent }: { passed: boolean; passScorePercent: number },
): Told =>
  passed ? { topics, weakTopics: [] } : { topics: [], weakTopics: weakTopics(topics, passScorePercent) }

const weakTopics = (topics: Grade['topics'], passScorePercent: number): string[] =>
  topics
    .filter(({ right, total }) => right * 100 < passScorePercent * total)
    .sort((a, b) => a.right / a.total - b.right / b.total)
    .slice(0, MOST_WEAK)
    .map(({ topic }) => topic)
