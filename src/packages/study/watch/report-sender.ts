import type { RefusalCode } from '@domain/kernel/refusal'
import type { ReportView, SecondRange } from '@server/learning/study/views'
import type { CallPace } from './call-pace'
import type { LogSlot } from './log-slot'
import { abandoned, acknowledged, type ReportPhase, type SessionLog, sealed, sessionOf } from './watch-log'

export interface ReportInput {
  sessionId: string
  sequence: number
  ranges: SecondRange[]
  phase: ReportPhase
}

export interface SenderParts {
  slot: LogSlot
  report(input: ReportInput): Promise<ReportView>
  /** The code of a refusal; null where the call itself failed. */
  codeOf(error: unknown): RefusalCode | null
  isOnline(): boolean
  nowMs(): number
}

export interface SenderListener {
  answered(sessionId: string, view: ReportView): void
  refused(sessionId: string, error: unknown): void
}

/** These pass by themselves; the queue waits. */
const PASSING: readonly RefusalCode[] = ['BUSY', 'CALLER_UNKNOWN']
/** This one report is not taken; those after it may be. Any other refusal ends its session, so that nothing blocks the queue. */
const REPORT_IS_WRONG: readonly RefusalCode[] = ['REPORT_MALFORMED', 'INPUT_INVALID', 'INPUT_TOO_LARGE']

/**
 * Sends the queue in order, one report at a time, back to back. An unanswered report stays as it is and is sent
 * again: the server knows its number. Seconds played meanwhile wait in one piece, so that a long time without a
 * network costs one more call, not one for each minute.
 */
export class ReportSender {
  pace: CallPace
  private sending: Promise<boolean> | null = null

  constructor(
    private readonly parts: SenderParts,
    private readonly listener: SenderListener,
  ) {
    this.pace = { calls: 0, watchedSeconds: 0, lastCallMs: parts.nowMs() }
  }

  /** A call that was made elsewhere (opening, an answer) counts in the same budget. */
  countCall(): void {
    this.pace = { ...this.pace, calls: this.pace.calls + 1, lastCallMs: this.parts.nowMs() }
  }

  countWatched(seconds: number): void {
    this.pace = { ...this.pace, watchedSeconds: this.pace.watchedSeconds + seconds }
  }

  /** Reports of earlier visits: sealed, and sent before anything new. True when none is left. */
  sendEarlier(): Promise<boolean> {
    this.parts.slot.change((log) =>
      log.sessions
        .filter(({ played }) => played.length > 0)
        .reduce((next, { sessionId }) => sealed(next, sessionId, 'hidden'), log),
    )
    return this.flush()
  }

  /** Sends the seconds played since the session's last report. True when the server has all. */
  async tell(sessionId: string, phase: ReportPhase): Promise<boolean> {
    if (!this.parts.isOnline()) return false
    if (!(await this.flush())) return false
    const played = sessionOf(this.parts.slot.value, sessionId)?.played ?? []
    if (played.length > 0) this.parts.slot.change((log) => sealed(log, sessionId, phase))
    return this.flush()
  }

  private flush(): Promise<boolean> {
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null
    })
    return this.sending
  }

  private async sendAll(): Promise<boolean> {
    for (let next = this.firstQueued(); next !== null; next = this.firstQueued()) {
      if (!this.parts.isOnline() || !(await this.sendOne(next))) return false
    }
    return true
  }

  private firstQueued(): SessionLog | null {
    return this.parts.slot.value.sessions.find(({ queue }) => queue.length > 0) ?? null
  }

  /** False where the queue must wait. */
  private async sendOne({ sessionId, queue }: SessionLog): Promise<boolean> {
    const first = queue[0]
    if (first === undefined) return true
    this.countCall()
    try {
      const view = await this.parts.report({ sessionId, ...first })
      this.drop(sessionId, Math.max(first.sequence, view.acknowledged))
      this.listener.answered(sessionId, view)
      return true
    } catch (error) {
      return this.isSettledBy(error, sessionId, first.sequence)
    }
  }

  /** True where the queue goes on with the next report. */
  private isSettledBy(error: unknown, sessionId: string, sequence: number): boolean {
    const code = this.parts.codeOf(error)
    if (code === null || PASSING.includes(code)) return false
    if (REPORT_IS_WRONG.includes(code)) this.drop(sessionId, sequence)
    else this.parts.slot.change((log) => abandoned(log, sessionId))
    this.listener.refused(sessionId, error)
    return true
  }

  private drop(sessionId: string, sequence: number): void {
    this.parts.slot.change((log) => acknowledged(log, sessionId, sequence))
  }
}
