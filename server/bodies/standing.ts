import type { PersonLine } from '../../domain/policy/learning-kind'
import type { PersonKind } from '../../domain/policy/pack'
import type { Reads } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import type { OrganisationDocument } from './documents'

/** No tree is deeper; a path is never followed further. */
const MOST_LEVELS = 10

/**
 * Who a person is for the law, as the record of their unit tells: nobody ticks what the register can answer. A field
 * is absent where the record is silent, and the rules then say what they assume.
 */
export interface Standing {
  personKind?: PersonKind
  line?: PersonLine
  /** County of the unit, by which a price is lowered (SX20-11). */
  county?: string
}

/** The standing of a person by the unit to which they belong, and the bodies above it. */
export async function standingOf(
  reads: Reads,
  { unitId }: Pick<PersonDocument, 'unitId'>,
): Promise<Standing> {
  const unit = await reads.get('organisations', unitId)
  if (!unit) return {}
  const above = unit.path.slice(0, -1).reverse().slice(0, MOST_LEVELS)
  const found = await Promise.all(above.map((id) => reads.get('organisations', id)))
  return standingIn(
    unit,
    found.filter((one) => one !== null),
  )
}

type Told = Pick<OrganisationDocument, 'kind' | 'nature' | 'isPrivate' | 'line' | 'county'>

/**
 * The standing that a unit's record gives its people; `ancestors` go from the unit upwards, and the nearest body that
 * leads a line, or knows its county, speaks for all below it.
 * Worked example: a non-public unit whose nature nobody recorded is `private-unit`; a person registered with a township
 * is `no-unit`.
 */
export function standingIn(unit: Told, ancestors: readonly Pick<Told, 'line' | 'county'>[]): Standing {
  const personKind = kindOf(unit)
  const line = [unit, ...ancestors].find((body) => body.line !== null)?.line
  const county = [unit, ...ancestors].find((body) => body.county !== '')?.county
  return {
    ...(personKind === null ? {} : { personKind }),
    ...(line === undefined || line === null ? {} : { line }),
    ...(county === undefined ? {} : { county }),
  }
}

function kindOf({ kind, nature, isPrivate }: Told): PersonKind | null {
  if (kind === 'township') return 'no-unit'
  return nature ?? (isPrivate ? 'private-unit' : null)
}
