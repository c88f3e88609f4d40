import type { Dice } from '../../../server/kernel/ports/port'

/** Dice whose next throw follows from the one before, so that what is drawn is the same in each run. */
export function evenDice(): Dice {
  let last = 1
  const next = (): number => {
    last = (last * 48_271) % 2_147_483_647
    return last
  }
  return {
    integerBelow: (below) => next() % below,
    bytes: (count) => Uint8Array.from({ length: count }, () => next() % 256),
  }
}
