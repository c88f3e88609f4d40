import type { RoleGrant } from '../../domain/organisation/roles'
import type { ActingAs } from '../kernel/acts'
import type { PersonDocument } from '../people/documents'
import type { OrganisationDocument } from './documents'

/** By whom an act upon the tree is, under the grant that reaches the body. */
export const actingAs = ({ _id: actorId }: PersonDocument, { role, orgId: scope }: RoleGrant): ActingAs => ({
  actorId,
  role,
  scope,
})

/** The ids above a body: each reviewer of the body answers for one of them. */
export const pathAbove = ({ path }: Pick<OrganisationDocument, 'path'>): string[] => path.slice(0, -1)
