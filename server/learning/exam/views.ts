import type { Hours } from '../../../domain/kernel/hours'

export type QuestionType = 'single' | 'multiple' | 'judge'

/** A question as the phone sees it: never with its key. */
export interface PaperQuestion {
  id: string
  number: number
  type: QuestionType
  stem: string
  options: string[]
}

export interface PaperView {
  attemptId: string
  courseId: string
  courseTitle: string
  attemptNumber: number
  attemptsLeft: number
  questions: PaperQuestion[]
  /** questionId → chosen option indexes, as last saved on the server. */
  answers: Record<string, number[]>
  savedStep: number
  startedAt: number
  deadlineAt: number
  passScorePercent: number
  serverNow: number
}

export interface SaveView {
  savedStep: number
  savedAt: number
  deadlineAt: number
  serverNow: number
}

export interface ResultView {
  attemptId: string
  courseId: string
  courseTitle: string
  passed: boolean
  scorePercent: number
  passScorePercent: number
  /** By topic, once passed; empty before, because the counts of several papers give the keys away. */
  topics: { topic: string; right: number; total: number }[]
  /** Where to read again, while it is not passed: at most two topics, the weakest first. */
  weakTopics: string[]
  attemptsLeft: number
  nextAt: number | null
  /** The hours that passing has posted. */
  credited: {
    hours: Hours
    /** As the region's notice calls it: 公需课, 公需科目. */
    categoryName: string
    year: number
    state: 'counted' | 'pending'
    entryId: string
  } | null
  yearComplete: boolean
  submittedBy: 'trainee' | 'clock'
  submittedAt: number
}
