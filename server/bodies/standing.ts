import type { PersonLine } from '../../domain/policy/learning-kind'
import type { PersonKind } from '../../domain/policy/pack'
import { type HeldTitle, lineOfSeries } from '../../domain/title/held-title'
import type { Reads } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import { presentOf } from '../people/said-titles'
import { pathAbove } from './acting'
import type { OrganisationDocument } from './documents'

/** No tree is deeper; a path is never followed further. */
const MOST_LEVELS = 10

/** The title that a person holds, null where they hold none yet; used before the unit verified it, and then said so. */
export interface StandingTitle {
  held: HeldTitle | null
  isVerified: boolean
}

/**
 * Who a person is for the law, as the record of their unit and their own tell: nobody ticks what the register can answer.
 * A field is absent where the record is silent, and the rules then say what they assume.
 */
export interface Standing {
  personKind?: PersonKind
  line?: PersonLine
  /** County of the unit, by which a price is lowered (SX20-11). */
  county?: string
  title?: StandingTitle
}

/** The standing of a person by the unit to which they belong, and the bodies above it. */
export async function standingOf(
  reads: Reads,
  person: Pick<PersonDocument, 'unitId' | 'titles'>,
): Promise<Standing> {
  const unit = await reads.get('organisations', person.unitId)
  if (!unit) return withTitle({}, person)
  const above = pathAbove(unit).reverse().slice(0, MOST_LEVELS)
  const found = await reads.getMany('organisations', above)
  const ofUnit = standingIn(
    unit,
    found.filter((one) => one !== null),
  )
  return withTitle(ofUnit, person)
}

/**
 * With the person's own title, and the line of work that its series is of. A verified series of a line goes before the
 * unit's line, because an accountant of a hospital is no doctor; any other only speaks where the unit's record is silent.
 */
export function withTitle(ofUnit: Standing, person: Pick<PersonDocument, 'titles'>): Standing {
  const present = presentOf(person)
  if (!present) return ofUnit
  const isVerified = present.decided !== null
  const title = { held: present.held, isVerified }
  const own = present.held && lineOfSeries(present.held.series)
  if (own === null) return { ...ofUnit, title }
  const line = isVerified && own !== 'other' ? own : (ofUnit.line ?? own)
  return { ...ofUnit, title, line }
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
