import type { SecondRange } from '@server/learning/study/views'
import { merge } from './ranges'

/** Where the video is, and when the phone said so. WeChat says it every 250 ms while it plays. */
export interface Tick {
  positionSeconds: number
  atMs: number
}

export interface Stretch {
  fromSeconds: number
  toSeconds: number
  atMs: number
  /** Paused, or about to start: the clock that passes meanwhile pays for nothing. */
  resting: boolean
}

/** The seen part of the present stretch of uninterrupted play. */
export interface Playing {
  stretch: Stretch | null
  /** Seconds that may still be played right now: refilled by the clock, spent by playing. */
  allowanceSeconds: number
}

export type TickVerdict = 'begun' | 'continued' | 'still' | 'jumped' | 'too-fast'

export interface Ticked {
  playing: Playing
  verdict: TickVerdict
  /** Whole seconds that this tick completed. */
  played: SecondRange[]
}

/** A tick may come late (a busy phone), never ahead of the clock by more than this. */
const MOST_ALLOWANCE_SECONDS = 1
/** Phones' video clocks run up to two in a hundred fast. */
const RATE = 1.02
/** A longer step than this between two ticks is a jump, however long the phone was silent. */
const MOST_STEP_SECONDS = 2
/** A first tick after a jump comes up to this late into its second. */
const EDGE_SECONDS = 0.3
/** Seconds that may be played between the last tick before a pause, or the start, and the first tick after it. */
const UNTOLD_SECONDS = 0.6

/** The video stands at this position and has not begun. */
export const standingAt = (positionSeconds: number, atMs: number): Playing => ({
  stretch: { fromSeconds: positionSeconds, toSeconds: positionSeconds, atMs, resting: true },
  allowanceSeconds: MOST_ALLOWANCE_SECONDS,
})

/** A pause: play that goes on where it stopped is still one stretch, so that no second is lost at its edges. */
export const paused = (playing: Playing): Playing => ({
  ...playing,
  stretch: playing.stretch === null ? null : { ...playing.stretch, resting: true },
})

/**
 * A second counts when it was played from end to end without interruption, at the speed of the clock. At 16 ×
 * no second is: its ticks are steps that the allowance does not cover. The server checks all of it again.
 */
export function tick(playing: Playing, { positionSeconds, atMs }: Tick): Ticked {
  const { stretch } = playing
  if (stretch === null) return begin(playing, { positionSeconds, atMs }, 'begun')
  const step = positionSeconds - stretch.toSeconds
  const elapsedSeconds = Math.max(0, atMs - stretch.atMs) / 1000
  const allowanceSeconds = stretch.resting
    ? UNTOLD_SECONDS
    : Math.min(MOST_ALLOWANCE_SECONDS, playing.allowanceSeconds) + elapsedSeconds * RATE
  if (step < 0 || step > allowanceSeconds) {
    const isJump = step < 0 || step > MOST_STEP_SECONDS || stretch.resting
    return begin({ stretch, allowanceSeconds }, { positionSeconds, atMs }, isJump ? 'jumped' : 'too-fast')
  }
  const grown = { fromSeconds: stretch.fromSeconds, toSeconds: positionSeconds, atMs, resting: false }
  return {
    playing: { stretch: grown, allowanceSeconds: Math.min(MOST_ALLOWANCE_SECONDS, allowanceSeconds - step) },
    verdict: step === 0 ? 'still' : 'continued',
    played: newlyWhole(stretch, positionSeconds),
  }
}

function begin(playing: Playing, { positionSeconds, atMs }: Tick, verdict: TickVerdict): Ticked {
  const stretch = { fromSeconds: positionSeconds, toSeconds: positionSeconds, atMs, resting: false }
  const allowanceSeconds = Math.min(MOST_ALLOWANCE_SECONDS, playing.allowanceSeconds)
  return { playing: { stretch, allowanceSeconds }, verdict, played: [] }
}

const firstWhole = (fromSeconds: number): number => Math.ceil(fromSeconds - EDGE_SECONDS)

function newlyWhole(
  stretch: { fromSeconds: number; toSeconds: number },
  positionSeconds: number,
): SecondRange[] {
  const first = firstWhole(stretch.fromSeconds)
  const from = Math.max(first, Math.floor(stretch.toSeconds))
  const to = Math.floor(positionSeconds)
  return to > from ? [[from, to]] : []
}

/** At the end of the video its last second is whole, though the file may stop a few frames into it. */
export function atEnd(playing: Playing, durationSeconds: number): SecondRange[] {
  if (playing.stretch === null) return []
  const { fromSeconds, toSeconds } = playing.stretch
  if (toSeconds < durationSeconds - 1) return []
  const from = Math.max(firstWhole(fromSeconds), Math.floor(toSeconds))
  return durationSeconds > from ? [[from, durationSeconds]] : []
}

/** Nothing outside the lecture is ever reported. */
export const within = (ranges: readonly SecondRange[], durationSeconds: number): SecondRange[] =>
  merge(ranges.map(([from, to]) => [Math.max(0, from), Math.min(durationSeconds, to)] as const))
