import type { SecondRange } from '@server/study/views'
import { merge } from './ranges'

/** Where the video is, and when the phone said so. WeChat says it every 250 ms while it plays. */
export interface Tick {
  positionSeconds: number
  atMs: number
}

/** What has been seen of the present stretch of uninterrupted play. */
export interface Playing {
  stretch: { fromSeconds: number; toSeconds: number; atMs: number } | null
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
/** A first tick after a start or a seek comes up to this late into its second. */
const EDGE_SECONDS = 0.3

export const notPlaying: Playing = { stretch: null, allowanceSeconds: MOST_ALLOWANCE_SECONDS }

/** A pause, a hidden page, a seek: whatever comes next begins a new stretch. */
export const interrupted = (playing: Playing): Playing => ({ ...playing, stretch: null })

/**
 * A second counts when it was played from end to end without interruption, at the speed of the clock. At 16 ×
 * no second is: its ticks are steps that the allowance does not cover. The server checks all of it again.
 */
export function tick(playing: Playing, { positionSeconds, atMs }: Tick): Ticked {
  const { stretch } = playing
  if (stretch === null) return begin(playing, { positionSeconds, atMs }, 'begun')
  const step = positionSeconds - stretch.toSeconds
  const elapsedSeconds = Math.max(0, atMs - stretch.atMs) / 1000
  const refilled = Math.min(
    MOST_ALLOWANCE_SECONDS + elapsedSeconds * RATE,
    playing.allowanceSeconds + elapsedSeconds * RATE,
  )
  if (step < 0) return begin({ ...playing, allowanceSeconds: refilled }, { positionSeconds, atMs }, 'jumped')
  if (step > refilled) {
    const verdict = step > MOST_STEP_SECONDS ? 'jumped' : 'too-fast'
    return begin({ ...playing, allowanceSeconds: refilled }, { positionSeconds, atMs }, verdict)
  }
  const grown = { fromSeconds: stretch.fromSeconds, toSeconds: positionSeconds, atMs }
  return {
    playing: { stretch: grown, allowanceSeconds: Math.min(MOST_ALLOWANCE_SECONDS, refilled - step) },
    verdict: step === 0 ? 'still' : 'continued',
    played: newlyWhole(stretch, positionSeconds),
  }
}

function begin(playing: Playing, { positionSeconds, atMs }: Tick, verdict: TickVerdict): Ticked {
  const stretch = { fromSeconds: positionSeconds, toSeconds: positionSeconds, atMs }
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
