import type { refusal } from '@domain/kernel/refusal'
import type { ReportView, SecondRange, SessionView, WatchState } from '@server/learning/study/views'
import { LectureWatch, type TickAction } from './lecture-watch'
import { LogSlot } from './log-slot'
import { merge, secondsIn } from './ranges'
import { type ReportInput, ReportSender } from './report-sender'
import { parseWatchLog, type WatchLog } from './watch-log'

export class RefusedByServer extends Error {
  constructor(readonly code: Parameters<typeof refusal>[0]) {
    super(code)
  }
}

const LEASE_MS = 600_000

/** A phone with a clock, a store that survives kills, and a server that takes every second it is told. */
export class PhoneAndServer {
  nowMs = 1_000_000
  online = true
  /** The next answers fail after the server has (or, for `before`, has not) taken the report. */
  failures: ('before' | 'after' | RefusedByServer)[] = []
  challengeAfterSeconds = Number.POSITIVE_INFINITY
  readonly received: ReportInput[] = []
  verified: SecondRange[] = []
  stored: unknown = null

  watchState(): WatchState {
    const verifiedSeconds = secondsIn(this.verified)
    const challenge = { id: 'c1', prompt: '？', options: ['一', '二'], answerBy: this.nowMs + 60_000 }
    return {
      verified: this.verified,
      pending: [],
      verifiedSeconds,
      pendingSeconds: 0,
      requiredSeconds: 9_500,
      done: false,
      challenge: verifiedSeconds >= this.challengeAfterSeconds ? challenge : null,
      wrongLeft: 4,
      leaseEndsAt: this.nowMs + LEASE_MS,
    }
  }

  session(sessionId = 's1', resumeAtSeconds = 0, durationSeconds = 10_000): SessionView {
    return {
      sessionId,
      courseId: 'course',
      courseTitle: '公需课',
      lecture: { id: 'l1', number: 1, title: '第一讲', durationSeconds, nominalMinutes: 45, sample: true },
      videoUrl: 'v',
      videoUrlExpiresAt: this.nowMs + LEASE_MS,
      resumeAtSeconds,
      reportEverySeconds: 60,
      watch: this.watchState(),
      nextLectureId: null,
      serverNow: this.nowMs,
    }
  }

  async report(input: ReportInput): Promise<ReportView> {
    await Promise.resolve()
    const failure = this.failures.shift()
    if (failure === 'before') throw new Error('no network')
    if (failure instanceof RefusedByServer) throw failure
    this.received.push(input)
    this.verified = merge(this.verified, input.ranges)
    if (failure === 'after') throw new Error('answer lost')
    return {
      acknowledged: input.sequence,
      acceptedSeconds: secondsIn(input.ranges),
      refused: [],
      stopped: null,
      reportEverySeconds: 60,
      watch: this.watchState(),
      lectureDone: false,
      courseReadyForExam: false,
      serverNow: this.nowMs,
    }
  }

  /** A started app: it knows of earlier visits only through storage. */
  visit(session: SessionView = this.session()): Visit {
    return new Visit(this, session)
  }

  readonly store = {
    load: (): WatchLog | null => (this.stored === null ? null : parseWatchLog(this.stored)),
    save: (log: WatchLog): void => {
      this.stored = JSON.parse(JSON.stringify(log))
    },
  }
}

export class Visit {
  readonly slot: LogSlot
  readonly sender: ReportSender
  readonly watch: LectureWatch
  actions: TickAction[] = []

  constructor(
    readonly world: PhoneAndServer,
    session: SessionView,
  ) {
    this.slot = new LogSlot(world.store)
    const nowMs = () => world.nowMs
    this.sender = new ReportSender(
      {
        slot: this.slot,
        report: (input) => world.report(input),
        codeOf: (error) => (error instanceof RefusedByServer ? error.code : null),
        isOnline: () => world.online,
        nowMs,
      },
      {
        answered: (_session, view) => this.watch.reported(view),
        refused: (_session, error) => this.watch.refused(error),
      },
    )
    this.sender.countCall()
    this.watch = new LectureWatch(session, { slot: this.slot, sender: this.sender, nowMs }, () => undefined)
  }

  /** Plays from where it stands, tick by tick; stops where the player is told to. */
  async play(seconds: number, rate = 1): Promise<void> {
    let at = this.watch.atSeconds
    const end = at + seconds
    for (;;) {
      const action = this.watch.tick(at)
      this.actions.push(action)
      await settle()
      if (action.kind === 'stop' || at >= end) return
      if (action.kind === 'seek') at = action.toSeconds
      this.world.nowMs += 250
      at = Math.min(end, at + 0.25 * rate)
      if (rate > 1 && this.actions.length > 400) return
    }
  }

  get onPhoneSeconds(): number {
    return secondsIn(this.watch.snapshot.onPhone)
  }
}

export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve()
}
