import type { LearningKind } from '../policy/learning-kind'
import type { Category, Notice } from '../policy/pack'
import type { OutsideProvider, Sources } from './need'

/** Id that packs give the platform itself among their providers. */
const PLATFORM = 'platform'

/**
 * The sources of a year's hours of a category, by the kinds of its notice.
 * Worked example: Qinghai's public hours come from 青海干部网络学院 alone (QH23-5): no course of the platform can
 * give them, and the plan sends the trainee there.
 */
export function sourcesOf(pack: Notice, category: Category): Sources {
  const kinds = pack.kinds.filter((kind) => gives(pack, kind, category))
  const ours = kinds.filter(({ route, providers }) => route !== 'import' && isOurs(providers))
  const outside = kinds.filter((kind) => !ours.includes(kind))
  const routes = [...ours.map(({ route }) => route), ...(outside.length > 0 ? (['import'] as const) : [])]
  const ids = outside.flatMap(({ providers }) => providers?.value ?? [])
  return {
    routes: [...new Set(routes)],
    providers: [...new Set(ids)].filter((id) => id !== PLATFORM).flatMap((id) => providerOf(pack, id)),
  }
}

const isOurs = (providers: LearningKind['providers']): boolean =>
  providers === null || providers.value.includes(PLATFORM)

function gives(pack: Notice, { category: own, route }: LearningKind, category: Category): boolean {
  if (own !== null && own.value !== category) return false
  if (route === 'claim') return pack.claimable.value.includes(category)
  if (category === 'professional' || route === 'import') return true
  return pack.publicSubjects.modes.value.includes(route)
}

function providerOf({ providers, kinds }: Notice, id: string): OutsideProvider[] {
  const naming = kinds.flatMap((kind) => (kind.providers?.value.includes(id) ? [kind.providers] : []))
  return providers
    .filter((provider) => provider.id === id)
    .map(({ name, address, phone }) => ({
      id,
      name: name.value,
      address: address?.value ?? null,
      phone: phone?.value ?? null,
      rules: naming.slice(0, 1),
    }))
}
