import type { RoleGrant } from '../../domain/organisation/roles'
import type { Region } from '../../domain/policy/pack'
import { refuse } from '../kernel/refused'
import type { Reads } from '../kernel/store/port'
import type { OrganisationDocument } from '../people/documents'

export interface RegionScope {
  region: Region
  /** The body at the top of the region's tree. */
  top: OrganisationDocument
  grant: RoleGrant
}

/**
 * Providers and their batches are a whole region's: a line may be about anybody in it, or about nobody yet. So they are
 * for staff of the body at the top of the region's tree; refuses OUT_OF_SCOPE for everybody else.
 */
export async function regionInScope(reads: Reads, grants: readonly RoleGrant[]): Promise<RegionScope> {
  for (const grant of grants) {
    const top = await reads.get('organisations', grant.orgId)
    if (top?.kind === 'bureau' && top.parentId === null) return { region: top.region, top, grant }
  }
  refuse('OUT_OF_SCOPE', {})
}
