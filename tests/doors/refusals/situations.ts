// Situations that provocations of several rooms share.

import type { Right } from '../../../domain/organisation/rights'
import type { RoleGrant, RoleName } from '../../../domain/organisation/roles'
import { openedCase } from '../../../domain/oversight/integrity-case'
import { packLookup } from '../../../domain/policy/lookup'
import { spend } from '../../../server/kernel/budget'
import { type Holder, holderOf } from '../../../server/kernel/holder'
import { type Limited, OUR_LIMITS } from '../../../server/kernel/our-limits'
import { packs } from '../../../server/kernel/packs'
import type { New } from '../../../server/kernel/store/port'
import type { IntegrityCaseDocument } from '../../../server/oversight/documents'
import type { PersonDocument } from '../../../server/people/documents'
import { api } from '../../../server/surface'
import type { World } from '../matrix/world'

/** A body that no tree has: who holds a role there was given it before the body went. */
export const GONE = 'gone'

export const grantOf = (role: RoleName, orgId: string): RoleGrant => ({
  role,
  orgId,
  until: null,
  grantedBy: '',
})

/** A person of the station with one role, at any body. */
export const roleAt = (world: World, role: RoleName, orgId: string): Promise<PersonDocument> =>
  world.person('station', { roles: [grantOf(role, orgId)] })

/** A person whose role ends after the call let them in, and before its transaction. */
export async function ending(
  world: World,
  right: Right,
  { role, orgId }: { role: RoleName; orgId: string },
): Promise<Holder> {
  const person = await roleAt(world, role, orgId)
  await world.hold(person._id, [])
  return holderOf(person, right, world)
}

/** One more person whose number is already verified for another account. */
export async function impostor(world: World, unitId: string): Promise<PersonDocument> {
  const person = await world.person(unitId, { binding: 'claimed' })
  await takeNumber(world, person.idNumberHash)
  return person
}

export const takeNumber = (world: World, idNumberHash: string) =>
  world.store.insert('identity-keys', { _id: idNumberHash, personId: 'p-orchard', unitName: '演示orchard' })

/** The procedures of an account where the notices say nothing of any title: each of today's has all three levels. */
export function callsUntitled(world: World, openid: string): ReturnType<World['calls']> {
  const untitled = packs.all.map((pack) => ({ ...pack, titles: [] }))
  return api.createCaller({ ...world.as(openid), packs: packLookup(untitled) })
}

/** Nothing is left of a limit for that account, number or body. */
export const spent = (
  world: World,
  limit: Limited,
  key: string,
  weight: number = OUR_LIMITS[limit].most,
): Promise<void> => spend(world.as(''), { limit, key, weight })

/** A case of dishonesty about a person of the station, open unless it is said otherwise. */
export const integrityCase = (
  world: World,
  subjectId: string,
  change: Partial<New<IntegrityCaseDocument>> = {},
): New<IntegrityCaseDocument> => ({
  ...openedCase(),
  ...{ _id: world.next('case'), orgId: 'county', orgName: '演示county', region: 'shandong', year: 2022 },
  ...{ subjectId, conduct: 'false-hours', statement: '材料是假的', openedAt: world.now },
  subject: { kind: 'person', id: subjectId, name: '孔令仪', unitName: '演示station' },
  evidence: { voidingIds: [], note: '' },
  by: {
    personId: 'bureau-staff',
    name: '孔令仪',
    role: 'bureau-staff',
    orgId: 'county',
    orgName: '演示county',
  },
  ...change,
})
