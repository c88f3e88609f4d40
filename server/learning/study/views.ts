/** How far the trainee is in a course. */
export type CourseState = 'new' | 'learning' | 'exam-ready' | 'passed'

/** How a course's exam stands for one person. */
export interface ExamView {
  state: 'locked' | 'ready' | 'waiting' | 'open' | 'passed' | 'exhausted' | 'unverified'
  nextAt: number | null
  bestScorePercent: number | null
  attemptsLeft: number
  openAttemptId: string | null
}

/** Half-open ranges of whole seconds of the lecture: [from, to). */
export type SecondRange = readonly [from: number, to: number]

export type WatchRefusalReason =
  | 'beyond-lecture'
  | 'over-budget'
  | 'after-lease'
  | 'replaced'
  | 'queue-too-old'

export interface ChallengeView {
  id: string
  prompt: string
  options: string[]
  /**
   * Server time: past it nothing accrues until the answer, and a late answer loses nothing. Already past where a
   * lecture was opened with this question.
   */
  answerBy: number
}

export interface WatchState {
  verified: SecondRange[]
  /** Played, but a challenge on them is not answered yet. */
  pending: SecondRange[]
  verifiedSeconds: number
  pendingSeconds: number
  requiredSeconds: number
  done: boolean
  challenge: ChallengeView | null
  /** Wrong answers until the lecture stops and the unit's reviewer has to lift it; at 0 it has stopped. */
  wrongLeft: number
  leaseEndsAt: number
}

export interface SessionView {
  sessionId: string
  courseId: string
  courseTitle: string
  lecture: {
    id: string
    number: number
    title: string
    durationSeconds: number
    nominalMinutes: number
    sample: boolean
  }
  videoUrl: string
  videoUrlExpiresAt: number
  /** Where to go on. */
  resumeAtSeconds: number
  reportEverySeconds: number
  watch: WatchState
  nextLectureId: string | null
  serverNow: number
}

export interface ReportView {
  /** Every report up to this number has arrived; the one just answered has, too. */
  acknowledged: number
  acceptedSeconds: number
  refused: { range: SecondRange; reason: WatchRefusalReason }[]
  /** Set when this session may no longer play: another phone took over, or the lease ended (open again to go on). */
  stopped: 'replaced' | 'lease-ended' | null
  reportEverySeconds: number
  watch: WatchState
  /** Set once the lecture's required share is verified. */
  lectureDone: boolean
  /** Set once this was the last lecture of its course that was missing. */
  courseReadyForExam: boolean
  serverNow: number
}

export interface ChallengeAnswerView {
  correct: boolean
  watch: WatchState
  /** A wrong answer puts the pending seconds aside; they can be watched again. */
  putAside: SecondRange[]
  serverNow: number
}

export interface EnrolmentView {
  courseId: string
  /** Which year these hours fill: the course's. */
  targetYear: number
  makeUpConfirmedAt: number | null
}

/** The lectures of a body's people that wait for its reviewer. */
export interface StoppedLecturesView {
  lines: {
    stopId: string
    personName: string
    lectureTitle: string
    /** Wrong answers to this lecture's questions so far. */
    wrong: number
    /** How often it was stopped; more than once is worth a question. */
    times: number
    at: number
    mayLift: boolean
  }[]
  next: string | null
}
