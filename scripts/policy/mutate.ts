// Which changes of a pack no case notices. `npm run -s policy -- mutate [pack …]`
import { checkNotice } from '../../domain/policy/check-notice'
import type { PolicyPack } from '../../domain/policy/pack'
import { type World, worldOf } from './ask'
import { type Case, casesOf, hasCases, packs, problemsIn } from './cases'
import { type Mutant, mutantsOf } from './mutants'

export interface Proof {
  path: string
  one: Case
}

export interface Survey {
  packId: string
  mutants: number
  /** Mutants that no case notices, because the pack itself would be refused before it judges a trainee. */
  refused: number
  /** The mutants that make no case fail. */
  survivors: Mutant[]
  /**
   * By clause: a case named after it that fails when one of its values is changed, with the value. Cases that put the
   * rule to work go before those that only show the value.
   */
  killedByOwnCase: Map<string, Proof>
  /** By clause: how many changes of its values were tried, and how many a case noticed. */
  changes: Map<string, Changes>
}

export interface Changes {
  tried: number
  noticed: number
}

/** One of our packs, by its id, and its own cases. */
export function survey(packId: string): Survey {
  const pack = packs.find(({ id }) => id === packId)
  if (!pack) throw new Error(`no pack ${packId}`)
  return surveyOf(pack, hasCases(packId) ? casesOf(packId).cases : [])
}

/** Changes each value of a pack in turn and asks all its cases again. */
export function surveyOf(pack: PolicyPack, cases: readonly Case[]): Survey {
  const asked = cases.map((one): Asked => ({ one, problemsIn: problemsIn(pack, one) }))
  const unchanged = worldOf(pack, packs)
  const failing = asked.find(({ problemsIn: of }) => of(unchanged).length > 0)?.one
  if (failing)
    throw new Error(`${failing.file}:${failing.line} fails before anything is changed: ${failing.name}`)
  const inOrderOfWorth = [...asked].sort((a, b) => Number(isShown(a.one)) - Number(isShown(b.one)))
  // Neighbouring changes are noticed by the same cases: whoever noticed last is asked first.
  const byLastNoticed = [...asked]
  const killedByOwnCase = new Map<string, Proof>()
  const mutants = mutantsOf(pack)
  const changes = new Map<string, Changes>()
  const unnoticed = mutants.filter(({ pack: changed, clause, path }) => {
    const world = worldOf(changed, packs)
    const before = clause === null ? undefined : killedByOwnCase.get(clause)
    const own =
      clause === null || (before && !isShown(before.one))
        ? undefined
        : inOrderOfWorth.find((asks) => asks.one.clauses.includes(clause) && notices(world, asks))
    if (own && clause !== null && isBetter(own.one, before))
      killedByOwnCase.set(clause, { path, one: own.one })
    const isUnnoticed = !own && !isNoticed(world, byLastNoticed)
    if (clause !== null) {
      const { tried, noticed } = changes.get(clause) ?? { tried: 0, noticed: 0 }
      changes.set(clause, { tried: tried + 1, noticed: noticed + Number(!isUnnoticed) })
    }
    return isUnnoticed
  })
  const survivors = unnoticed.filter((mutant) => checkNotice(mutant.pack).length === 0)
  const refused = unnoticed.length - survivors.length
  return { packId: pack.id, mutants: mutants.length, refused, survivors, killedByOwnCase, changes }
}

interface Asked {
  one: Case
  problemsIn(world: World): string[]
}

function notices(world: World, { problemsIn: of }: Asked): boolean {
  try {
    return of(world).length > 0
  } catch {
    return true
  }
}

/** Whether any case notices; the one that does goes to the front. */
function isNoticed(world: World, cases: Asked[]): boolean {
  const at = cases.findIndex((one) => notices(world, one))
  if (at > 0) cases.unshift(...cases.splice(at, 1))
  return at >= 0
}

/** A case that only reads a value back, for values with which nothing is computed. */
export const isShown = ({ ask }: Case): boolean => ask === 'value'

const isBetter = (one: Case, before: Proof | undefined): boolean =>
  before === undefined || (isShown(before.one) && !isShown(one))
