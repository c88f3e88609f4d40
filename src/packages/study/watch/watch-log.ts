import type { SecondRange } from '@server/learning/study/views'
import { merge, type Ranges } from './ranges'

export type ReportPhase = 'playing' | 'paused' | 'hidden' | 'ended'

/** A report as it was, or will be, sent: it never changes, because the server may already have it. */
export interface QueuedReport {
  sequence: number
  ranges: SecondRange[]
  phase: ReportPhase
}

/** One session's seconds that the server has not acknowledged. */
export interface SessionLog {
  sessionId: string
  lectureId: string
  nextSequence: number
  queue: QueuedReport[]
  /** Played since the last report was sealed. */
  played: SecondRange[]
}

/** Everything that would be lost if the app were killed now; the earliest session first. */
export interface WatchLog {
  sessions: SessionLog[]
}

/** The server refuses reports with more; further ranges go into the next one. */
const MOST_RANGES = 20

export const emptyLog: WatchLog = { sessions: [] }

/** Begins a session; earlier ones stay only as long as they have something to tell. */
export function withSession(log: WatchLog, of: { sessionId: string; lectureId: string }): WatchLog {
  const kept = log.sessions.filter((session) => session.sessionId === of.sessionId || hasNews(session))
  if (kept.some(({ sessionId }) => sessionId === of.sessionId)) return { sessions: kept }
  return { sessions: [...kept, { ...of, nextSequence: 1, queue: [], played: [] }] }
}

export const hasNews = (session: SessionLog): boolean => session.queue.length > 0 || session.played.length > 0

export const sessionOf = (log: WatchLog, sessionId: string): SessionLog | null =>
  log.sessions.find((session) => session.sessionId === sessionId) ?? null

/** The seconds of a lecture that the phone has played and the server has not acknowledged, over all sessions. */
export const unacknowledged = (log: WatchLog, lectureId: string): SecondRange[] =>
  merge(
    ...log.sessions
      .filter((session) => session.lectureId === lectureId)
      .flatMap((session) => [session.played, ...session.queue.map(({ ranges }) => ranges)]),
  )

const changed = (log: WatchLog, sessionId: string, change: (of: SessionLog) => SessionLog): WatchLog => ({
  sessions: log.sessions.map((session) => (session.sessionId === sessionId ? change(session) : session)),
})

export const withPlayed = (log: WatchLog, sessionId: string, ranges: Ranges): WatchLog =>
  changed(log, sessionId, (session) => ({ ...session, played: merge(session.played, ranges) }))

/** Seals the seconds played since the last report into a new one; an empty one, where the phase itself is news. */
export function sealed(log: WatchLog, sessionId: string, phase: ReportPhase): WatchLog {
  return changed(log, sessionId, (session) => {
    const report = { sequence: session.nextSequence, ranges: session.played.slice(0, MOST_RANGES), phase }
    return {
      ...session,
      nextSequence: session.nextSequence + 1,
      queue: [...session.queue, report],
      played: session.played.slice(MOST_RANGES),
    }
  })
}

/** Drops the reports that the server has. */
export const acknowledged = (log: WatchLog, sessionId: string, sequence: number): WatchLog =>
  changed(log, sessionId, (session) => ({
    ...session,
    queue: session.queue.filter((report) => report.sequence > sequence),
  }))

/** Drops the rest of a session that the server will never accept; its numbers go on, so that a new report is new. */
export const abandoned = (log: WatchLog, sessionId: string): WatchLog =>
  changed(log, sessionId, (session) => ({ ...session, queue: [], played: [] }))

/** Reads a log back from storage; null where it is not one. */
export function parseWatchLog(stored: unknown): WatchLog | null {
  if (!isRecord(stored) || !Array.isArray(stored.sessions)) return null
  return { sessions: stored.sessions.filter(isSessionLog) }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isRange = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger)

const isReport = (value: unknown): boolean =>
  isRecord(value) &&
  Number.isSafeInteger(value.sequence) &&
  typeof value.phase === 'string' &&
  Array.isArray(value.ranges) &&
  value.ranges.every(isRange)

const isSessionLog = (value: unknown): value is SessionLog =>
  isRecord(value) &&
  typeof value.sessionId === 'string' &&
  typeof value.lectureId === 'string' &&
  Number.isSafeInteger(value.nextSequence) &&
  Array.isArray(value.queue) &&
  value.queue.every(isReport) &&
  Array.isArray(value.played) &&
  value.played.every(isRange)
