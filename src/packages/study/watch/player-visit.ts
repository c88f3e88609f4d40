import type { RefusalCode } from '@domain/kernel/refusal'
import type { ChallengeAnswerView, ReportView, SessionView } from '@server/learning/study/views'
import { LectureWatch, type RefusedRange, type TickAction, type WatchSnapshot } from './lecture-watch'
import { LogSlot, type LogStore } from './log-slot'
import { type ReportInput, ReportSender } from './report-sender'
import { sessionOf } from './watch-log'

export interface StudyCloud {
  open(input: {
    lectureId: string
    deviceId: string
    deviceName: string
    takeOver: boolean
  }): Promise<SessionView>
  report(input: ReportInput): Promise<ReportView>
  answer(input: { sessionId: string; challengeId: string; choice: number }): Promise<ChallengeAnswerView>
}

export interface VisitParts {
  lectureId: string
  device: { id: string; name: string }
  cloud: StudyCloud
  store: LogStore
  codeOf(error: unknown): RefusalCode | null
  isOnline(): boolean
  nowMs(): number
}

export type Film = 'playing' | 'paused' | 'ended'

export interface OpenVisit {
  phase: 'open'
  session: SessionView
  snapshot: WatchSnapshot
  video: { url: string; startAtSeconds: number }
  /** Opening again after a stop, with the video left where it is. */
  reopening: boolean
  videoFailed: boolean
  film: Film
  answering: { busy: boolean; error: unknown }
}

export type VisitState =
  | { phase: 'opening' }
  | { phase: 'elsewhere'; error: unknown }
  | { phase: 'refused'; error: unknown }
  | OpenVisit

export interface OpenHow {
  /** Stops another phone that is playing. */
  takeOver?: boolean
  /** The address in use does not work (any more). */
  freshVideo?: boolean
}

const QUIET = { busy: false, error: null }
/** A URL that is about to expire is not worth keeping. */
const URL_MARGIN_MS = 60_000

/** One visit to the player's page: from opening the lecture, over stops and taking over, until it is left. */
export class PlayerVisit {
  private state: VisitState = { phase: 'opening' }
  private watch: LectureWatch | null = null
  private sessionId = ''
  private refusedEarlier: RefusedRange[] = []
  /** How many of them the open session began with. */
  private refusedAtOpening = 0
  private readonly slot: LogSlot
  private readonly sender: ReportSender
  private readonly listeners = new Set<() => void>()

  constructor(private readonly parts: VisitParts) {
    this.slot = new LogSlot(parts.store)
    this.sender = new ReportSender(
      {
        slot: this.slot,
        report: (input) => parts.cloud.report(input),
        codeOf: parts.codeOf,
        isOnline: parts.isOnline,
        nowMs: parts.nowMs,
      },
      {
        answered: (sessionId, view) => this.onReport(sessionId, view),
        refused: (sessionId, error) => this.onRefused(sessionId, error),
      },
    )
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly current = (): VisitState => this.state

  /** Opens the lecture, after sending the reports left by earlier visits. True when it may play. */
  async open({ takeOver = false, freshVideo = false }: OpenHow = {}): Promise<boolean> {
    const before = this.state
    if (before.phase === 'open' && before.reopening) return false
    this.set(before.phase === 'open' ? { ...before, reopening: true } : { phase: 'opening' })
    await this.sender.sendEarlier()
    try {
      const { id, name } = this.parts.device
      this.sender.countCall()
      const { lectureId } = this.parts
      const session = await this.parts.cloud.open({ lectureId, deviceId: id, deviceName: name, takeOver })
      this.begin(session, freshVideo ? null : before)
      return true
    } catch (error) {
      this.failOpening(error, before)
      return false
    }
  }

  tick(positionSeconds: number): TickAction {
    return this.watch?.tick(positionSeconds) ?? { kind: 'stop' }
  }

  stop(phase: 'paused' | 'hidden'): void {
    this.watch?.stop(phase)
  }

  async end(): Promise<void> {
    await this.watch?.end()
  }

  moveTo(positionSeconds: number): void {
    this.watch?.moveTo(positionSeconds)
  }

  get atSeconds(): number {
    return this.watch?.atSeconds ?? 0
  }

  serverNow(): number {
    return this.watch?.serverNow() ?? this.parts.nowMs()
  }

  networkReturned(): void {
    this.watch?.networkReturned()
  }

  isOnline(): boolean {
    return this.parts.isOnline()
  }

  /** The video's last state, for the button that starts or pauses it. */
  filmIs(film: Film): void {
    if (this.state.phase === 'open' && this.state.film !== film) this.set({ ...this.state, film })
  }

  /** A fresh address did not help either; the page offers to load again. */
  videoFailed(): void {
    if (this.state.phase === 'open') this.set({ ...this.state, videoFailed: true })
  }

  /** True when watching may go on. */
  async answer(choice: number): Promise<boolean> {
    const { state, watch } = this
    if (state.phase !== 'open' || watch === null || state.answering.busy) return false
    const challengeId = state.snapshot.watch.challenge?.id
    if (challengeId === undefined) return false
    this.set({ ...state, answering: { busy: true, error: null } })
    try {
      this.sender.countCall()
      const view = await this.parts.cloud.answer({ sessionId: this.sessionId, challengeId, choice })
      watch.answered(view)
      this.setAnswering(QUIET)
      return view.watch.challenge === null
    } catch (error) {
      const code = this.parts.codeOf(error)
      const isOver = code === 'CHALLENGE_UNKNOWN'
      if (isOver) watch.challengeGone(error)
      this.setAnswering({ busy: false, error: isOver ? null : error })
      return isOver
    }
  }

  private begin(session: SessionView, before: VisitState | null): void {
    this.sessionId = session.sessionId
    const { slot, sender, refusedEarlier } = this
    const { nowMs } = this.parts
    const parts = { slot, sender, nowMs, refusedBefore: refusedEarlier }
    const at = this.whereItStopped()
    this.refusedAtOpening = refusedEarlier.length
    this.watch = new LectureWatch(session, parts, () => this.onWatchChange())
    if (at !== null) this.watch.moveTo(at)
    this.set({
      phase: 'open',
      session,
      snapshot: this.watch.snapshot,
      video: videoOf(session, before, at ?? session.resumeAtSeconds),
      reopening: false,
      videoFailed: false,
      film: before?.phase === 'open' ? before.film : 'paused',
      answering: QUIET,
    })
  }

  /** After a stop the trainee stays where the video stands; before the refused seconds, where there were any. */
  private whereItStopped(): number | null {
    if (this.watch === null) return null
    const refusedFrom = this.watch.snapshot.refused.slice(this.refusedAtOpening).map(({ range }) => range[0])
    return Math.min(Math.floor(this.watch.atSeconds), ...refusedFrom)
  }

  private failOpening(error: unknown, before: VisitState): void {
    const code = this.parts.codeOf(error)
    if (code === 'SESSION_ELSEWHERE') this.set({ phase: 'elsewhere', error })
    else if (before.phase === 'open') {
      this.watch?.refused(error)
      this.set({ ...before, snapshot: { ...before.snapshot, problem: error }, reopening: false })
    } else this.set({ phase: 'refused', error })
  }

  private onReport(sessionId: string, view: ReportView): void {
    const isThisLecture = sessionOf(this.slot.value, sessionId)?.lectureId === this.parts.lectureId
    if (isThisLecture) this.refusedEarlier = [...this.refusedEarlier, ...view.refused]
    if (sessionId === this.sessionId) this.watch?.reported(view)
  }

  private onRefused(sessionId: string, error: unknown): void {
    if (sessionId === this.sessionId) this.watch?.refused(error)
  }

  private onWatchChange(): void {
    if (this.state.phase === 'open' && this.watch !== null) {
      this.set({ ...this.state, snapshot: this.watch.snapshot })
    }
  }

  private setAnswering(answering: OpenVisit['answering']): void {
    if (this.state.phase === 'open') this.set({ ...this.state, answering })
  }

  private set(state: VisitState): void {
    this.state = state
    for (const listener of this.listeners) listener()
  }
}

/** The address in use stays as long as it is good, because a new one loads the video again. */
function videoOf(
  session: SessionView,
  before: VisitState | null,
  startAtSeconds: number,
): OpenVisit['video'] {
  const isGood =
    before?.phase === 'open' && before.session.videoUrlExpiresAt > session.serverNow + URL_MARGIN_MS
  return isGood ? before.video : { url: session.videoUrl, startAtSeconds }
}
