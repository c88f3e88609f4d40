// The changes between two packs, and the people whom they affect.
import { evaluateYear, judgeYear, type YearStanding } from '../../domain/policy/evaluate-year'
import type { YearFacts } from '../../domain/policy/facts'
import type { PolicyPack } from '../../domain/policy/pack'

export interface Change {
  path: string
  before: unknown
  after: unknown
}

/**
 * Each value that differs, by its path; a value that only one pack has is undefined in the other. List
 * elements are matched by their ids, so that one more in front does not make all others look changed.
 */
export function changesBetween(before: unknown, after: unknown, path: readonly string[] = []): Change[] {
  if (Object.is(before, after)) return []
  if (!isTree(before) || !isTree(after) || Array.isArray(before) !== Array.isArray(after))
    return [{ path: path.join('/'), before, after }]
  const [was, is] = hasIds(before) && hasIds(after) ? [byId(before), byId(after)] : [before, after]
  const keys = new Set([...Object.keys(was), ...Object.keys(is)])
  return [...keys].flatMap((key) => changesBetween(was[key], is[key], [...path, key]))
}

type Tree = Record<string, unknown>

const isTree = (node: unknown): node is Tree => node !== null && typeof node === 'object'

const hasIds = (list: Tree): boolean =>
  Array.isArray(list) && list.every((element) => isTree(element) && typeof element.id === 'string')

const byId = (list: Tree): Tree =>
  Object.fromEntries(Object.values(list).map((element) => [String((element as Tree).id), element]))

export interface PersonYear {
  id: string
  facts: YearFacts
}

export interface Affected {
  id: string
  before: Standing
  after: Standing
  /** Items that stand otherwise than before. */
  items: { id: string; before: string; after: string }[]
}

interface Standing {
  complete: boolean | null
  publicHours: number
  professionalHours: number
  missingPublicHours: number
  missingProfessionalHours: number
}

const standingOf = ({ complete, public: ofPublic, professional }: YearStanding): Standing => ({
  complete,
  publicHours: ofPublic.counted / 100,
  professionalHours: professional.counted / 100,
  missingPublicHours: ofPublic.missing / 100,
  missingProfessionalHours: professional.missing / 100,
})

const same = (a: YearStanding, b: YearStanding): boolean =>
  a.complete === b.complete &&
  a.public.counted === b.public.counted &&
  a.professional.counted === b.professional.counted &&
  a.public.missing === b.public.missing &&
  a.professional.missing === b.professional.missing

/** For whom a change of packs makes a difference, and which of their items; the others are judged and passed over. */
export function* affectedBy(
  packs: { before: PolicyPack; after: PolicyPack },
  people: Iterable<PersonYear>,
): Generator<Affected> {
  for (const { id, facts } of people) {
    const before = judgeYear(packs.before, facts)
    const after = judgeYear(packs.after, facts)
    if (same(before, after)) continue
    yield { id, before: standingOf(before), after: standingOf(after), items: itemsOf(packs, facts) }
  }
}

function itemsOf(packs: { before: PolicyPack; after: PolicyPack }, facts: YearFacts): Affected['items'] {
  const after = new Map(evaluateYear(packs.after, facts).items.map((item) => [item.id, item]))
  return evaluateYear(packs.before, facts).items.flatMap((item) => {
    const now = after.get(item.id)
    if (now === undefined || (now.reason === item.reason && now.counted === item.counted)) return []
    const say = ({ reason, counted }: typeof item): string => `${reason} ${counted / 100}`
    return [{ id: item.id, before: say(item), after: say(now) }]
  })
}
