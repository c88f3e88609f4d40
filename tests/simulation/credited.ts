import { type Coverage, EMPTY_COVERAGE, secondsIn, union } from '../../domain/watch/coverage'
import { LECTURES, type LectureWorld } from './lecture-world'

export interface Credited {
  verified: number
  /** Verified, or waiting for nothing but an answer. */
  granted: number
}

/** The seconds of all lectures in the server's books. */
export async function credited({ store }: LectureWorld): Promise<Credited> {
  const watch = await store.get('watch', 'p1')
  const total = { verified: 0, granted: 0 }
  for (const { id } of LECTURES) {
    const kept = await store.get('coverage', `p1:${id}`)
    const open = [watch?.current, ...(watch?.replaced ?? [])].filter((one) => one?.lectureId === id)
    const held = (of: 'verified' | 'pending'): Coverage =>
      union(EMPTY_COVERAGE, ...open.map((one) => one?.session[of] ?? EMPTY_COVERAGE))
    const verified = union(kept?.verified ?? EMPTY_COVERAGE, held('verified'))
    // While a lecture is open, its session's pending seconds replace the stored ones.
    const waiting = watch?.current?.lectureId === id ? EMPTY_COVERAGE : (kept?.pending ?? EMPTY_COVERAGE)
    total.verified += secondsIn(verified)
    total.granted += secondsIn(union(verified, waiting, held('pending')))
  }
  return total
}
