import type { Region } from '../../domain/kernel/regions'
import type { RoleGrant } from '../../domain/organisation/roles'
import type { OrganisationDocument } from '../bodies/documents'
import type { Holder } from '../kernel/holder'
import { refuse } from '../kernel/refused'
import type { Reads } from '../kernel/store/port'

export interface RegionScope {
  region: Region
  /** The body at the top of the region's tree. */
  top: OrganisationDocument
  grant: RoleGrant
  holder: Holder
}

/**
 * The region of a caller from the top body's staff. Providers and their batches concern a whole region: a row may be
 * about any of its people, or about one not registered yet. Refuses OUT_OF_SCOPE to everyone else.
 */
export async function regionInScope(reads: Reads, holder: Holder): Promise<RegionScope> {
  for (const grant of holder.grants) {
    const top = await reads.get('organisations', grant.orgId)
    if (top?.kind === 'bureau' && top.parentId === null) return { region: top.region, top, grant, holder }
  }
  refuse('OUT_OF_SCOPE', {})
}

regionInScope.refuses = ['OUT_OF_SCOPE'] as const
