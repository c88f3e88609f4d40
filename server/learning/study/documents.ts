import type { Instant } from '../../../domain/kernel/instant'
import type { Coverage } from '../../../domain/watch/coverage'
import type { WatchSession } from '../../../domain/watch/session'
import { by, collection } from '../../kernel/store/collection'
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
}

export interface LectureProgress {
  verifiedSeconds: number
  requiredSeconds: number
  done: boolean
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

export const enrolments = collection<EnrolmentDocument>()({
  indexes: {
    byPerson: by('personId', 'targetYear', '-startedAt'),
    byStart: by('personId', '-startedAt'),
  },
  personal: {
    leads: [{ index: 'byStart', value: (who) => who.personId }],
    exported: { heading: '选课' },
    onErasure: { kept: '学时台账：单位和人社部门对学时负责，只写随机编号' },
  },
})

export const watch = collection<WatchDocument>()({
  indexes: {},
  personal: {
    leads: [{ id: (who) => who.personId }],
    exported: { heading: '正在学习' },
    onErasure: 'remove',
  },
})

export const coverage = collection<CoverageDocument>()({
  indexes: { byId: by() },
  personal: {
    leads: [{ prefix: (who) => `${who.personId}:` }],
    exported: { heading: '观看进度' },
    onErasure: { kept: '学时台账：单位和人社部门对学时负责，只写随机编号' },
  },
})

declare module '../../kernel/store/collections' {
  interface Collections {
    enrolments: typeof enrolments
    watch: typeof watch
    coverage: typeof coverage
  }
}
