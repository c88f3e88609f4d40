import Taro from '@tarojs/taro'
import type { OpenHow, PlayerVisit } from '../watch/player-visit'

export const VIDEO_ID = 'lecture-video'
const BACK_SECONDS = 15
/** A video that fails again at once is not the address's fault. */
const MOST_RELOADS = 1

/** The screen stays lit while a lecture plays: a dimmed one would stop it. Older phones do not know how. */
function keepLit(keepScreenOn: boolean): void {
  if (Taro.canIUse('setKeepScreenOn')) void Taro.setKeepScreenOn({ keepScreenOn })
}

/** Moves the video as the visit decides, and reports the video's events to the visit. */
export class PlayerHands {
  private wantsToPlay = true
  private isHidden = false
  private reloads = 0

  constructor(readonly visit: PlayerVisit) {}

  /** Opens or goes on; the video plays by itself afterwards. */
  async open(how: OpenHow = {}): Promise<void> {
    const goesOn = this.visit.current().phase === 'open'
    if (!(await this.visit.open(how)) || this.isOver()) return
    if (goesOn) this.video().seek(this.visit.atSeconds)
    this.play()
  }

  play(): void {
    this.wantsToPlay = true
    this.video().play()
  }

  pause(): void {
    this.video().pause()
  }

  goBack(): void {
    this.goTo(Math.max(0, this.visit.atSeconds - BACK_SECONDS))
  }

  /** Only within seen seconds: the page offers no others. A whole second, so that none begins in its middle. */
  goTo(seconds: number): void {
    const wholeSeconds = Math.floor(seconds)
    this.visit.moveTo(wholeSeconds)
    this.video().seek(wholeSeconds)
    this.play()
  }

  /** After an answer watching goes on by itself; not from the beginning where the video was over. */
  async answer(choice: number): Promise<void> {
    if ((await this.visit.answer(choice)) && !this.isOver()) this.play()
  }

  readonly onPlay = (): void => {
    this.wantsToPlay = true
    this.visit.filmIs('playing')
    keepLit(true)
  }

  readonly onPause = (): void => {
    this.visit.filmIs('paused')
    keepLit(false)
    if (!this.isHidden && !this.mustStop()) this.wantsToPlay = false
    this.visit.stop('paused')
  }

  readonly onTimeUpdate = (event: { detail: { currentTime: number } }): void => {
    if (this.isHidden) return
    const action = this.visit.tick(event.detail.currentTime)
    if (action.kind === 'seek') this.video().seek(action.toSeconds)
    if (action.kind === 'seek' || action.kind === 'slow-down') this.video().playbackRate(1)
    if (action.kind === 'stop') this.onStop()
  }

  readonly onEnded = (): void => {
    this.visit.filmIs('ended')
    keepLit(false)
    this.wantsToPlay = false
    void this.visit.end()
  }

  readonly onError = (): void => {
    if (this.reloads >= MOST_RELOADS) {
      this.visit.videoFailed()
      return
    }
    this.reloads += 1
    void this.open({ freshVideo: true })
  }

  readonly reload = (): void => {
    this.reloads = 0
    void this.open({ freshVideo: true })
  }

  hidden(): void {
    this.isHidden = true
    this.visit.stop('hidden')
    this.video().pause()
    keepLit(false)
  }

  shown(): void {
    const wasHidden = this.isHidden
    this.isHidden = false
    if (wasHidden && this.wantsToPlay && this.visit.current().phase === 'open') this.video().play()
  }

  async networkReturned(): Promise<void> {
    const state = this.visit.current()
    this.visit.networkReturned()
    const ended = state.phase === 'open' && state.snapshot.stopped === 'lease-ended'
    if (ended && this.wantsToPlay && !this.isHidden) await this.open()
  }

  /** A lease that ran out while paused is renewed silently; one that another phone took over is not. */
  private onStop(): void {
    this.video().pause()
    const state = this.visit.current()
    if (state.phase === 'open' && state.snapshot.stopped === 'lease-ended' && this.visit.isOnline())
      void this.open()
  }

  private isOver(): boolean {
    const state = this.visit.current()
    return state.phase === 'open' && state.film === 'ended'
  }

  private mustStop(): boolean {
    const state = this.visit.current()
    return (
      state.phase === 'open' && (state.snapshot.stopped !== null || state.snapshot.watch.challenge !== null)
    )
  }

  private video(): Taro.VideoContext {
    return Taro.createVideoContext(VIDEO_ID)
  }
}
