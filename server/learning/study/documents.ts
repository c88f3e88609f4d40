import type { Instant } from '../../../domain/kernel/instant'
import type { Coverage } from '../../../domain/watch/coverage'
import { NEW_QUIZ, type Quiz, type WatchSession } from '../../../domain/watch/session'
import { by, collection, type Raw } from '../../kernel/store/collection'
import type { Stored } from '../../kernel/store/stored'

/**
 * `_id` is the person's id: the one watch document of a trainee. The open session, and for a day the sessions that
 * another phone replaced, whose queues are still taken.
 */
export interface WatchDocument extends Stored {
  openid: string
  current: OpenLecture | null
  replaced: OpenLecture[]
}

export interface OpenLecture {
  sessionId: string
  deviceId: string
  deviceName: string
  courseId: string
  lectureId: string
  lectureTitle: string
  /** The pack whose rules this session was opened under; the standard of region and year, where it was corrected since. */
  packVersion: string
  region: string
  year: number
  /** Whether every other lecture of the course was done when this one was opened. */
  othersDone: boolean
  /** Frozen at that instant; null while it is the one that plays. */
  replacedAt: Instant | null
  session: WatchSession
}

/** `_id` is `personId:lectureId`: the verified seconds of a lecture that is not open now. */
export interface CoverageDocument extends Stored {
  verified: Coverage
  /** Played in time, its challenge not answered yet. */
  pending: Coverage
  quiz: Quiz
}

/**
 * A lecture whose questions were answered wrong too often, for the reviewer of the person's unit. `_id` is
 * `personId:lectureId`. Index byUnit: (unitId, state, -at).
 */
export interface StoppedLectureDocument extends Stored {
  personId: string
  personName: string
  unitId: string
  courseId: string
  lectureId: string
  lectureTitle: string
  /** How often it was stopped so far. */
  times: number
  wrong: number
  state: 'stopped' | 'lifted'
  at: Instant
  lifted: { by: string; byName: string; reason: string; at: Instant } | null
}

export interface LectureProgress {
  verifiedSeconds: number
  requiredSeconds: number
  done: boolean
  /** Wrong answers to its questions, those of before a lifted stop with them. */
  wrong: number
}

export interface ExamProgress {
  attempts: number
  openAttemptId: string | null
  nextAt: Instant | null
  bestScorePercent: number | null
  passed: boolean
}

/** `_id` is `personId:courseId`. Index byPerson: (personId, targetYear, startedAt). */
export interface EnrolmentDocument extends Stored {
  personId: string
  courseId: string
  courseTitle: string
  targetYear: number
  lectures: Record<string, LectureProgress>
  exam: ExamProgress
  startedAt: Instant
  /** When the person confirmed that these hours fill a past year; null where the year was the present one. */
  makeUpConfirmedAt: Instant | null
}

/** The first shape counted no wrong answers. */
const withWrong = (old: Raw): Raw => ({
  ...old,
  lectures: Object.fromEntries(
    Object.entries(old.lectures as EnrolmentDocument['lectures']).map(([id, progress]) => [
      id,
      { ...progress, wrong: 0 },
    ]),
  ),
})

/** The first shape's session kept no answers, and its open question showed the options in their own order. */
const withQuiz = (old: Raw): Raw => {
  const { current, replaced } = old as unknown as Pick<WatchDocument, 'current' | 'replaced'>
  return { ...old, current: current && quizzed(current), replaced: replaced.map(quizzed) }
}

const quizzed = (open: OpenLecture): OpenLecture => {
  const { challenge, questions } = open.session
  const options = questions.find(({ id }) => id === challenge?.questionId)?.options ?? []
  const order = options.map((_, place) => place)
  const quiz = { ...NEW_QUIZ, openQuestionId: challenge?.questionId ?? null }
  return { ...open, session: { ...open.session, quiz, challenge: challenge && { ...challenge, order } } }
}

export const enrolments = collection<EnrolmentDocument>()({
  indexes: {
    byPerson: by('personId', 'targetYear', '-startedAt'),
    byStart: by('personId', '-startedAt'),
  },
  upgrades: [withWrong],
  personal: {
    leads: [{ index: 'byStart', value: (who) => who.personId }],
    exported: { heading: '选课' },
    onErasure: { kept: '学时台账：单位和人社部门对学时负责，只写随机编号' },
  },
})

/** The questions of a lecture stand in its session with their answers. */
function withoutQuestions({ current, replaced, ...watched }: WatchDocument): object {
  const shown = ({
    session: { questions: _asked, challenge: _open, ...session },
    ...lecture
  }: OpenLecture) => ({
    ...lecture,
    session,
  })
  return { ...watched, current: current && shown(current), replaced: replaced.map(shown) }
}

export const watch = collection<WatchDocument>()({
  indexes: {},
  upgrades: [withQuiz],
  personal: {
    leads: [{ id: (who) => who.personId }],
    exported: { heading: '正在学习', view: withoutQuestions },
    onErasure: 'remove',
  },
})

export const coverage = collection<CoverageDocument>()({
  indexes: { byId: by() },
  upgrades: [(old) => ({ ...old, quiz: NEW_QUIZ })],
  personal: {
    leads: [{ prefix: (who) => `${who.personId}:` }],
    exported: { heading: '观看进度' },
    onErasure: { kept: '学时台账：单位和人社部门对学时负责，只写随机编号' },
  },
})

export const stoppedLectures = collection<StoppedLectureDocument>()({
  indexes: { byUnit: by('unitId', 'state', '-at'), byPerson: by('personId', '-at') },
  personal: {
    leads: [{ index: 'byPerson', value: (who) => who.personId }],
    exported: { heading: '停下的课' },
    onErasure: 'remove',
  },
})

declare module '../../kernel/store/collections' {
  interface Collections {
    enrolments: typeof enrolments
    'stopped-lectures': typeof stoppedLectures
    watch: typeof watch
    coverage: typeof coverage
  }
}
