import { grantsNotBelow, type RoleGrant } from '../../domain/organisation/roles'
import { grantIn, type Holder } from '../kernel/holder'
import type { Reads } from '../kernel/store/port'
import type { OrganisationDocument, Said } from './documents'

type Body = Pick<OrganisationDocument, 'path' | 'saidBy'>

/** The holder's grant by which they may say this of the body otherwise; null where a body above theirs said it last. */
export const sayingOver = (holder: Holder, { path, saidBy }: Body, what: Said): RoleGrant | null =>
  grantIn({ ...holder, grants: grantsNotBelow(holder.grants, path, saidBy[what]) }, path)

/** The name of the body that said it last, for who is told to turn there. */
export async function saidByName(reads: Reads, { saidBy }: Body, what: Said): Promise<string> {
  const body = await reads.get('organisations', saidBy[what] ?? '')
  return body?.name ?? ''
}
