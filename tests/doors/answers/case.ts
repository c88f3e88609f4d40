import { plusSeconds } from '../../../domain/kernel/instant'
import type { Place, World } from '../matrix/world'

export interface Case {
  path: string
  about: string
  /** The WeChat account is `o-<who>`. */
  who: string
  input: (place: Place, world: World) => unknown
}

/** So much later for everybody. */
export function passes(world: World, seconds: number): void {
  world.still = { ...world.still, now: plusSeconds(world.still.now ?? world.now, seconds) }
}
