import type { Region } from '../../../domain/kernel/regions'
import { grantOver } from '../../../domain/organisation/rights'
import type { RoleGrant } from '../../../domain/organisation/roles'
import { asBodyName } from '../../bodies/body-name'
import { termsOf } from '../../bodies/search-terms'
import type { Context } from '../../kernel/context'
import { refuse } from '../../kernel/refused'
import { inGroups } from './in-groups'
import type { RowUnit } from './read-roster'
import type { RowReason } from './row-reason'

/** Bodies of one name, of which one lies below the importing body. */
const MOST_NAMESAKES = 20

export interface PlacedUnit extends RowUnit {
  region: Region
}

export type UnitFinder = (name: string) => PlacedUnit | RowReason

/** Looks each different name of the sheet up once; no name means the reviewer's own unit, if they have one. */
export async function unitsOfSheet(
  ctx: Pick<Context, 'store'>,
  grants: readonly RoleGrant[],
  names: ReadonlySet<string>,
): Promise<UnitFinder> {
  const own = await ownUnit(ctx, grants)
  const unnamed = own ?? ({ code: 'UNIT_MISSING' } as const)
  // Who brings in for one unit alone needs no name of it: a section's, or a short one, is said and costs no line.
  const unknown = own && isOfOneUnit(grants) ? own : ({ code: 'UNIT_UNKNOWN' } as const)
  const found = await inGroups([...names], async (typed): Promise<[string, PlacedUnit | RowReason]> => {
    const name = asBodyName(typed)
    if (name === '') return [typed, unnamed]
    if (name === own?.name) return [typed, own]
    return [typed, (await unitCalled(ctx, grants, name)) ?? unknown]
  })
  const byName = new Map(found)
  return (name) => byName.get(name) ?? { code: 'UNIT_UNKNOWN' }
}

const isOfOneUnit = (grants: readonly RoleGrant[]): boolean =>
  grants.every(({ role, orgId }) => role === 'unit-reviewer' && orgId === grants[0]?.orgId)

async function ownUnit(
  { store }: Pick<Context, 'store'>,
  grants: readonly RoleGrant[],
): Promise<PlacedUnit | null> {
  const grant = grants.find(({ role }) => role === 'unit-reviewer')
  if (!grant) return null
  const unit = await store.get('organisations', grant.orgId)
  if (!unit) refuse('UNIT_UNKNOWN', {})
  return { id: unit._id, name: unit.name, region: unit.region }
}

/** Null where no unit has the name. */
async function unitCalled(
  { store }: Pick<Context, 'store'>,
  grants: readonly RoleGrant[],
  name: string,
): Promise<PlacedUnit | RowReason | null> {
  const [term = ''] = termsOf(name)
  const { items } = await store.query('organisation-terms', 'byTerm', {
    equals: { as: 'unit', term },
    from: name,
    before: `${name}\u0000`,
    limit: MOST_NAMESAKES,
  })
  for (const { orgId } of items) {
    const unit = await store.get('organisations', orgId)
    if (unit && grantOver(grants, 'import-roster', unit.path))
      return { id: unit._id, name: unit.name, region: unit.region }
  }
  return items.length > 0 ? { code: 'UNIT_OUT_OF_SCOPE' } : null
}
