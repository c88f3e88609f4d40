import type { Instant } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import type { OrganisationKind } from '../../domain/organisation/roles'
import type { New } from '../kernel/store/port'
import type { OrganisationDocument } from './documents'

interface Founding {
  id: string
  name: string
  kind: OrganisationKind
  region: Region
  areaCode: string
  /** Null for the top of a tree. */
  parent: Pick<OrganisationDocument, '_id' | 'name' | 'path'> | null
}

/** A body as it begins: hanging where it hangs, able to certify, on the usual way. */
export const newOrganisation = (
  { id, name, kind, region, areaCode, parent }: Founding,
  { state, at }: { state: OrganisationDocument['state']; at: Instant },
): New<OrganisationDocument> => ({
  _id: id,
  name,
  kind,
  parentId: parent?._id ?? null,
  parentName: parent?.name ?? '',
  path: [...(parent?.path ?? []), id],
  region,
  areaCode,
  aliases: [],
  line: null,
  selfReviewing: false,
  isPrivate: false,
  nature: null,
  county: '',
  certifies: { allowed: true, reason: '', since: null },
  saidBy: {},
  state,
  registrarOpenid: '',
  reviewNote: '',
  decidedByName: '',
  decidedAt: null,
  registeredAt: at,
})
