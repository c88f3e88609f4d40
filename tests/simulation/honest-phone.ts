// A phone that reports only what it played, as `src/packages/study/watch` does: seconds are kept until the server has
// them, an unanswered report is sent again unchanged, and the player stops at a challenge, at the end of the lease it
// knows of, and when another phone took over.
import { Refused } from '../../server/kernel/refused'
import type { PlayedSeconds } from '../../server/learning/study/report'
import type { SecondRange, WatchState } from '../../server/learning/study/views'
import { BRISK, LECTURES, type LectureWorld, RIGHT } from './lecture-world'
import type { Ledger } from './played-ledger'

type Sealed = Pick<PlayedSeconds, 'sequence' | 'ranges' | 'phase'>

interface Log {
  sessionId: string
  lectureId: string
  nextSequence: number
  queue: Sealed[]
  played: SecondRange[]
}

interface Playing {
  log: Log
  durationSeconds: number
  position: number
  watch: WatchState
  stopped: boolean
  toldAt: number
}

export class HonestPhone {
  online = true
  /** So many answers of the server will be lost on their way. */
  answersToLose = 0
  /** Survives a kill. */
  private logs: Log[] = []
  /** Does not. */
  private playing: Playing | null = null

  constructor(
    readonly id: string,
    private readonly world: LectureWorld,
    private readonly ledger: Ledger,
  ) {}

  kill(): void {
    this.playing = null
  }

  get challenge(): WatchState['challenge'] {
    return this.playing?.watch.challenge ?? null
  }

  get watch(): WatchState | null {
    return this.playing?.watch ?? null
  }

  async open(lectureId: string): Promise<void> {
    if (!this.online) return
    await this.sendEarlier()
    if (!this.online) return
    this.playing = null
    const view = await this.world.open({ lectureId, deviceId: this.id, takeOver: true })
    this.ledger.opened(view.sessionId, lectureId, this.world.now)
    if (this.isLost()) return
    const log: Log = { sessionId: view.sessionId, lectureId, nextSequence: 1, queue: [], played: [] }
    this.logs.push(log)
    const { watch, lecture, resumeAtSeconds: position } = view
    const { durationSeconds } = lecture
    this.playing = { log, durationSeconds, position, watch, stopped: false, toldAt: this.world.now }
  }

  /** Plays second by second; opens again where it was stopped. */
  async play(lectureId: string, seconds: number): Promise<void> {
    if (this.mustOpen(lectureId)) await this.open(lectureId)
    for (let second = 0; second < seconds; second += 1) {
      const { playing } = this
      if (!playing || this.mustOpen(lectureId) || playing.watch.challenge) return
      if (playing.position >= playing.durationSeconds) return
      this.playOne(playing)
      const isOver = playing.position === playing.durationSeconds
      if (isOver || this.world.now - playing.toldAt >= BRISK.reportEverySeconds * 1000)
        await this.tell(isOver ? 'ended' : 'playing')
    }
    await this.tell('paused')
  }

  /** Moves to the first second that the server has not seen; answers with how many follow it. */
  toFirstUnseen(): number {
    if (!this.playing) return 0
    const { watch, durationSeconds } = this.playing
    const isSeen = (second: number) =>
      [...watch.verified, ...watch.pending].some(([from, to]) => from <= second && second < to)
    let position = 0
    while (position < durationSeconds && isSeen(position)) position += 1
    this.playing.position = position
    let end = position
    while (end < durationSeconds && !isSeen(end)) end += 1
    return end - position
  }

  async answer(isRight: boolean): Promise<void> {
    const { playing, challenge } = this
    if (!playing || !challenge || !this.online) return
    const { sessionId, lectureId } = playing.log
    const choice = isRight ? RIGHT : 0
    try {
      const view = await this.world.answer({ sessionId, challengeId: challenge.id, choice })
      this.ledger.putAside(lectureId, view.putAside)
      if (!this.isLost()) playing.watch = view.watch
    } catch (error) {
      this.settle(error)
      playing.stopped = true
    }
  }

  /** Everything that earlier visits left to tell, in order. */
  async sendEarlier(): Promise<void> {
    for (const log of this.logs) {
      this.seal(log, 'hidden')
      await this.flush(log)
    }
    this.logs = this.logs.filter((log) => log.queue.length > 0 || log === this.playing?.log)
  }

  private playOne(playing: Playing): void {
    const { log, position } = playing
    this.world.pass(1)
    const last = log.played.at(-1)
    if (last?.[1] === position) log.played[log.played.length - 1] = [last[0], position + 1]
    else log.played.push([position, position + 1])
    this.ledger.played(log.sessionId, position, this.world.now)
    playing.position += 1
  }

  private mustOpen(lectureId: string): boolean {
    const { playing } = this
    if (playing?.log.lectureId !== lectureId) return true
    return playing.stopped || this.world.now >= playing.watch.leaseEndsAt
  }

  private async tell(phase: Sealed['phase']): Promise<void> {
    if (!this.playing || !this.online) return
    const { log } = this.playing
    this.playing.toldAt = this.world.now
    if (!(await this.flush(log))) return
    this.seal(log, phase)
    await this.flush(log)
  }

  private seal(log: Log, phase: Sealed['phase']): void {
    if (log.played.length === 0) return
    log.queue.push({ sequence: log.nextSequence, ranges: log.played, phase })
    log.nextSequence += 1
    log.played = []
  }

  private async flush(log: Log): Promise<boolean> {
    for (let first = log.queue[0]; first; first = log.queue[0]) {
      if (!this.online) return false
      try {
        const view = await this.world.report({ sessionId: log.sessionId, ...first })
        this.ledger.told(log.sessionId, first.ranges, this.world.now)
        if (this.isLost()) return false
        log.queue.shift()
        if (this.playing?.log === log) {
          this.playing.watch = view.watch
          this.playing.stopped = view.stopped !== null
        }
      } catch (error) {
        this.settle(error)
        const refused = log.queue.flatMap(({ ranges }) => ranges)
        this.ledger.told(log.sessionId, refused, this.world.now)
        log.queue = []
        return true
      }
    }
    return true
  }

  private isLost(): boolean {
    if (this.answersToLose === 0) return false
    this.answersToLose -= 1
    return true
  }

  /** A refusal is the server's word; anything else is a bug of ours. */
  private settle(error: unknown): void {
    if (!(error instanceof Refused)) throw error
  }
}

export const durationOf = (lectureId: string): number =>
  LECTURES.find(({ id }) => id === lectureId)?.durationSeconds ?? 0
