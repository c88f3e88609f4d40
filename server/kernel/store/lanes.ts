/** What waits stands in so many lanes, by who caused it: many enough that two who meet in one are an accident. */
const LANES = 1_024
/** Neighbouring lanes are a shard: the part of a queue that one worker at a time works through. */
const SHARDS = 32
const LANES_A_SHARD = LANES / SHARDS

/**
 * How long something may wait. `close`: the law or an exam ends it, and it comes before all else; `soon`: a person waits
 * for it; `long`: a step of a job that many steps make, which gives way to the day's close.
 */
export const URGENCIES = ['close', 'soon', 'long'] as const
export type Urgency = (typeof URGENCIES)[number]

/** Where something waits. Each urgency has lanes and shards of its own, so that none stands in another's way. */
export interface WaitingPlace {
  /** What the same person caused waits in one lane. */
  lane: number
  shard: number
}

/** Of documents of before there were shards: no index by shard finds them, and the oldest page does. */
export const NO_SHARD = -1

/**
 * The lane of whoever causes something. It says nothing of who that is: FNV-1a of the id, cut to a thousandth.
 * Worked example: what is `long` has the lanes 2,048 to 3,071.
 */
export function laneOf(causedBy: string, urgency: Urgency = 'close'): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(causedBy)) hash = Math.imul(hash ^ byte, 0x01000193)
  return ((hash >>> 0) % LANES) + URGENCIES.indexOf(urgency) * LANES
}

const shardOf = (lane: number): number => Math.floor(lane / LANES_A_SHARD)

/** The place in which what somebody causes waits; a queue without urgencies is in the first lanes. */
export function placeOf(causedBy: string, urgency: Urgency = 'close'): WaitingPlace {
  const lane = laneOf(causedBy, urgency)
  return { lane, shard: shardOf(lane) }
}

/** All shards of an urgency, in order. */
export const shardsOf = (urgency: Urgency): number[] =>
  Array.from({ length: SHARDS }, (_, n) => n + URGENCIES.indexOf(urgency) * SHARDS)

/** The lanes of a shard, in order. */
export const lanesOf = (shard: number): number[] =>
  Array.from({ length: LANES_A_SHARD }, (_, n) => shard * LANES_A_SHARD + n)
