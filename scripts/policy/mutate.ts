// Which changes of a pack no case notices. `npm run -s policy -- mutate [pack …]`

import { checkNotice } from '../../domain/policy/check-notice'
import { worldOf } from './ask'
import { type Case, casesOf, hasCases, packs, problemsOfCase } from './cases'
import { type Mutant, mutantsOf } from './mutants'

export interface Survey {
  packId: string
  mutants: number
  /** Mutants that no case notices, because the pack itself would be refused before anybody is judged by it. */
  refused: number
  /** The mutants that make no case fail. */
  survivors: Mutant[]
  /** By clause: whether some case named after it fails when one of its values is changed. */
  killedByOwnCase: Map<string, Case>
}

/** Changes each value of a pack in turn and asks all its cases again. */
export function survey(packId: string): Survey {
  const pack = packs.find(({ id }) => id === packId)
  if (!pack) throw new Error(`no pack ${packId}`)
  const cases = hasCases(packId) ? casesOf(packId).cases : []
  const killedByOwnCase = new Map<string, Case>()
  const mutants = mutantsOf(pack)
  const unnoticed = mutants.filter((mutant) => {
    const world = worldOf(mutant.pack, packs)
    const fails = (one: Case): boolean => {
      try {
        return problemsOfCase(world, one).length > 0
      } catch {
        return true
      }
    }
    const own = cases.find(
      (one) => mutant.clause !== null && one.clauses.includes(mutant.clause) && fails(one),
    )
    if (own && mutant.clause !== null) killedByOwnCase.set(mutant.clause, own)
    return !own && !cases.some(fails)
  })
  const survivors = unnoticed.filter((mutant) => checkNotice(mutant.pack).length === 0)
  const refused = unnoticed.length - survivors.length
  return { packId, mutants: mutants.length, refused, survivors, killedByOwnCase }
}
