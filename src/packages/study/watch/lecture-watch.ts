import type {
  ChallengeAnswerView,
  ReportView,
  SecondRange,
  SessionView,
  WatchRefusalReason,
  WatchState,
} from '@server/learning/study/views'
import { clockFrom, type ServerClock, serverTime } from '../server-clock'
import { isReportDue, mayTellPause } from './call-pace'
import type { LogSlot } from './log-slot'
import { atEnd, type Playing, paused, standingAt, tick, within } from './played-seconds'
import { holds, merge, type Ranges, secondsIn } from './ranges'
import type { ReportSender } from './report-sender'
import { type ReportPhase, unacknowledged, withPlayed, withSession } from './watch-log'

/** The page's view of an open lecture. */
export interface WatchSnapshot {
  watch: WatchState
  /** Played here, and not yet with the server. */
  onPhone: SecondRange[]
  /** The seconds not counted in this visit, with the reasons. */
  refused: { range: SecondRange; reason: WatchRefusalReason }[]
  putAside: SecondRange[]
  stopped: 'replaced' | 'lease-ended' | null
  lectureDone: boolean
  /** A refusal that the person should read. */
  problem: unknown
}

/** The player's action after a tick. */
export type TickAction = { kind: 'none' | 'slow-down' | 'stop' } | { kind: 'seek'; toSeconds: number }

/** Beyond this from where it was last, the video did not get there by playing. */
const JUMP_SECONDS = 2
const SEEK_TAKES_MS = 1_000
/** Key frames are a few seconds apart. */
const BACK_FURTHER_SECONDS = 4

export type RefusedRange = WatchSnapshot['refused'][number]

export interface WatchParts {
  slot: LogSlot
  sender: ReportSender
  nowMs(): number
  /** The refused seconds of the session before this one, where the trainee went on after a stop. */
  refusedBefore?: RefusedRange[]
}

/** One open lecture: its played seconds become evidence; the server's answers become the page's view. */
export class LectureWatch {
  private playing: Playing
  private clock: ServerClock
  private reportEverySeconds: number
  private positionSeconds: number
  private sentBackTimes = 0
  private sentBackAtMs = Number.NEGATIVE_INFINITY
  private shown: WatchSnapshot

  constructor(
    private readonly session: SessionView,
    private readonly parts: WatchParts,
    private readonly onChange: () => void,
  ) {
    const { sessionId, lecture, watch } = session
    parts.slot.change((log) => withSession(log, { sessionId, lectureId: lecture.id }))
    this.clock = clockFrom(session.serverNow, parts.nowMs())
    this.reportEverySeconds = session.reportEverySeconds
    this.positionSeconds = session.resumeAtSeconds
    this.playing = standingAt(session.resumeAtSeconds, parts.nowMs())
    this.shown = {
      watch,
      onPhone: unacknowledged(parts.slot.value, lecture.id),
      refused: parts.refusedBefore ?? [],
      putAside: [],
      stopped: null,
      lectureDone: watch.done,
      problem: null,
    }
  }

  get snapshot(): WatchSnapshot {
    return this.shown
  }

  get atSeconds(): number {
    return this.positionSeconds
  }

  serverNow(): number {
    return serverTime(this.clock, this.parts.nowMs())
  }

  /** Every 250 ms while the video plays. */
  tick(positionSeconds: number): TickAction {
    const stop = this.stopReason()
    if (stop !== null) return stop
    if (this.isStillSeeking(positionSeconds)) return { kind: 'none' }
    if (!this.mayBeAt(positionSeconds)) return this.sendBack()
    const { playing, verdict, played } = tick(this.playing, { positionSeconds, atMs: this.parts.nowMs() })
    const skipped = verdict === 'too-fast' || (verdict === 'jumped' && positionSeconds > this.positionSeconds)
    if (skipped && !this.hasSeen(positionSeconds)) return this.sendBack()
    if (verdict === 'continued') this.sentBackTimes = 0
    this.playing = playing
    this.positionSeconds = positionSeconds
    this.keep(played)
    if (isReportDue(this.parts.sender.pace, this.due())) void this.tell('playing')
    return { kind: verdict === 'too-fast' ? 'slow-down' : 'none' }
  }

  /** A pause, or a page that is hidden: told at once, and then nothing until it plays again. */
  stop(phase: 'paused' | 'hidden'): void {
    this.playing = paused(this.playing)
    if (this.hasUntold() && mayTellPause(this.parts.sender.pace)) void this.tell(phase)
  }

  /** A seek that the page itself asked for. */
  moveTo(positionSeconds: number): void {
    this.playing = standingAt(positionSeconds, this.parts.nowMs())
    this.positionSeconds = positionSeconds
  }

  async end(): Promise<void> {
    this.keep(atEnd(this.playing, this.session.lecture.durationSeconds))
    this.playing = paused(this.playing)
    if (this.hasUntold()) await this.tell('ended')
  }

  /** Reports that waited for the network go now. */
  networkReturned(): void {
    if (this.hasUntold()) void this.tell('playing')
  }

  answered(view: ChallengeAnswerView): void {
    this.clock = clockFrom(view.serverNow, this.parts.nowMs())
    this.show({
      watch: view.watch,
      putAside: merge(this.shown.putAside, view.putAside),
      lectureDone: view.watch.done,
      problem: null,
    })
  }

  /** The question is over without an answer of ours; the next report says how it stands. */
  challengeGone(problem: unknown): void {
    this.show({ watch: { ...this.shown.watch, challenge: null }, problem })
  }

  reported(view: ReportView): void {
    this.clock = clockFrom(view.serverNow, this.parts.nowMs())
    this.reportEverySeconds = view.reportEverySeconds
    this.show({
      watch: view.watch,
      onPhone: this.onPhone(),
      refused: [...this.shown.refused, ...view.refused],
      stopped: view.stopped,
      lectureDone: view.watch.done,
    })
  }

  refused(problem: unknown): void {
    this.show({ problem, onPhone: this.onPhone() })
  }

  /** Seconds that may be watched again: all that were played, wherever they are recorded. */
  seen(): SecondRange[] {
    const { verified, pending } = this.shown.watch
    return merge(verified, pending, this.shown.onPhone)
  }

  private stopReason(): TickAction | null {
    if (this.shown.stopped === null && this.serverNow() >= this.shown.watch.leaseEndsAt) {
      this.show({ stopped: 'lease-ended' })
    }
    const { challenge, wrongLeft, done } = this.shown.watch
    const mustStop = this.shown.stopped !== null || challenge !== null || (wrongLeft === 0 && !done)
    return mustStop ? { kind: 'stop' } : null
  }

  private mayBeAt(positionSeconds: number): boolean {
    return positionSeconds <= this.positionSeconds + JUMP_SECONDS || this.hasSeen(positionSeconds)
  }

  private hasSeen(positionSeconds: number): boolean {
    return holds(this.seen(), Math.floor(positionSeconds))
  }

  /** A seek takes a moment; until then the phone tells where the video was before. */
  private isStillSeeking(positionSeconds: number): boolean {
    const sinceMs = this.parts.nowMs() - this.sentBackAtMs
    return sinceMs < SEEK_TAKES_MS && positionSeconds > this.positionSeconds + 1
  }

  /** To the beginning of the second that was being played. A phone that seeks by key frames may land ahead again: then further back. */
  private sendBack(): TickAction {
    const further = this.sentBackTimes * BACK_FURTHER_SECONDS
    const toSeconds = Math.max(0, Math.floor(this.positionSeconds) - further)
    this.sentBackTimes += 1
    this.sentBackAtMs = this.parts.nowMs()
    this.moveTo(toSeconds)
    return { kind: 'seek', toSeconds }
  }

  private keep(played: Ranges): void {
    const { durationSeconds } = this.session.lecture
    const ranges = within(played, durationSeconds)
    if (ranges.length === 0) return
    this.parts.sender.countWatched(secondsIn(ranges))
    this.parts.slot.change((log) => withPlayed(log, this.session.sessionId, ranges))
    this.show({ onPhone: this.onPhone() })
  }

  private hasUntold(): boolean {
    return this.onPhone().length > 0
  }

  private onPhone(): SecondRange[] {
    return unacknowledged(this.parts.slot.value, this.session.lecture.id)
  }

  private due(): { nowMs: number; reportEverySeconds: number } {
    return { nowMs: this.parts.nowMs(), reportEverySeconds: this.reportEverySeconds }
  }

  private async tell(phase: ReportPhase): Promise<void> {
    await this.parts.sender.tell(this.session.sessionId, phase)
    this.show({ onPhone: this.onPhone() })
  }

  private show(change: Partial<WatchSnapshot>): void {
    this.shown = { ...this.shown, ...change }
    this.onChange()
  }
}
