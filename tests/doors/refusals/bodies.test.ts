import {
  renameOrganisation,
  setLine,
  setSelfReviewing,
  setStanding,
} from '../../../server/bodies/change-organisation'
import { candidatesOf, grantRole, holdersOf, revokeRole } from '../../../server/bodies/grant-role'
import { registerOrganisation } from '../../../server/bodies/register-organisation'
import { reviewOrganisation } from '../../../server/bodies/review-organisation'
import { showTree } from '../../../server/bodies/tree'
import type { World } from '../matrix/world'
import { changed, reviewedUnit } from './changed-world'
import { provokesEach } from './provoke'
import { GONE, spent, takeNumber } from './situations'

/** Answers for the water department and what hangs below it. */
const DEPARTMENT = 'o-department-reviewer'
const calls = (world: World, openid = DEPARTMENT) => world.calls(openid).organisation

const register = (world: World, change: { name?: string; parentId?: string }, openid = DEPARTMENT) => {
  const founding = {
    name: `新单位${world.next('name')}`,
    kind: 'unit',
    parentId: 'water',
    isPrivate: false,
  } as const
  return calls(world, openid).register({ ...founding, ...change })
}

const verify = async (world: World, orgId: string, openid = DEPARTMENT) => {
  const decision = { orgId, decisionId: world.next('d'), registrar: await world.registrarOf(orgId) }
  return calls(world, openid).verify(decision)
}

const rename = (world: World, orgId: string, name: string) =>
  calls(world).rename({ orgId, name, actId: world.next('act') })

/** A unit's reviewer, of the station unless another body is named. */
const grant = (world: World, { personId = 'p-station', orgId = 'station' }) =>
  calls(world).grant({ personId, orgId, role: 'unit-reviewer', until: null, actId: world.next('act') })

const revoke = (world: World, orgId: string) =>
  calls(world, 'o-bureau-staff').revoke({
    ...{ personId: 'unit-reviewer', role: 'unit-reviewer', orgId, actId: world.next('act') },
  })

/** The name of a body that was registered and verified. */
async function verifiedName(world: World): Promise<string> {
  const orgId = await world.waitingBody('unit', 'water')
  return (await verify(world, orgId)).name
}

/** A caller who is nobody yet, and gave a phone number. */
async function reachable(world: World): Promise<string> {
  const openid = world.next('o-reachable')
  await world.calls(openid).account.phone({ code: world.cloud.phoneCodes.issue('13800009999') })
  return openid
}

provokesEach(
  {
    showTree: { OUT_OF_SCOPE: (world) => calls(world).tree({ parentId: 'farm' }) },
    holdersOf: { OUT_OF_SCOPE: (world) => calls(world).holders({ orgId: 'farm' }) },
    candidatesOf: { OUT_OF_SCOPE: (world) => calls(world).candidates({ orgId: 'farm' }) },
    grantRole: {
      BINDING_UNVERIFIED: async (world) =>
        grant(world, { personId: (await world.person('station', { binding: 'claimed' }))._id }),
      GRANT_BEYOND_OWN: (world) => grant(world, { personId: 'department-reviewer' }),
      ORG_NOT_VERIFIED: async (world) => grant(world, { orgId: await world.waitingBody('unit', 'water') }),
      OUT_OF_SCOPE: (world) => grant(world, { orgId: 'orchard' }),
      PERSON_UNKNOWN: (world) => grant(world, { personId: 'p-orchard' }),
    },
    revokeRole: {
      GRANT_BEYOND_OWN: (world) => revoke(world, 'station'),
      OUT_OF_SCOPE: (world) => revoke(world, 'far-unit'),
    },
    registerOrganisation: {
      INPUT_INVALID: (world) => register(world, { name: 'ABCD' }),
      ORG_NAME_TAKEN: async (world) => register(world, { name: await verifiedName(world) }, 'o-trainee'),
      ORG_NOT_VERIFIED: async (world) =>
        register(world, { parentId: await world.waitingBody('department', 'county') }),
      ORG_UNKNOWN: (world) => register(world, { parentId: GONE }),
      PHONE_MISSING: (world) => register(world, {}, 'o-newcomer'),
      TOO_OFTEN: async (world) => {
        const openid = await reachable(world)
        await spent(world, 'new-body', openid)
        return register(world, {}, openid)
      },
    },
    reviewOrganisation: {
      ORG_NAMESAKE: async (world) => {
        const orgId = await world.waitingBody('unit', 'water')
        const { name = '' } = (await world.store.get('organisations', orgId)) ?? {}
        await register(world, { name }, 'o-trainee')
        return verify(world, orgId)
      },
      // Their own, returned before another was verified under the name, and registered again.
      ORG_NAME_TAKEN: async (world) => {
        const orgId = await world.waitingBody('unit', 'water')
        const name = await verifiedName(world)
        await changed(world, ['organisations', orgId], { name })
        return verify(world, orgId)
      },
      DECIDED_ABOVE: async (world) => {
        const orgId = await world.waitingBody('unit', 'water')
        await calls(world, 'o-bureau-reviewer').return({
          ...{ orgId, decisionId: world.next('d'), reason: '请写全称' },
        })
        return verify(world, orgId)
      },
      REGISTRATION_CHANGED: async (world) => {
        const orgId = await world.waitingBody('unit', 'water')
        const registrar = await world.registrarOf(orgId)
        await changed(world, ['persons', registrar.personId], { name: '无名氏' })
        return calls(world).verify({ orgId, decisionId: world.next('d'), registrar })
      },
      ID_NUMBER_TAKEN: async (world) => {
        const orgId = await world.waitingBody('unit', 'water')
        const { personId } = await world.registrarOf(orgId)
        const { idNumberHash = '' } = (await world.store.get('persons', personId)) ?? {}
        await takeNumber(world, idNumberHash)
        return verify(world, orgId)
      },
      OUT_OF_SCOPE: (world) => verify(world, 'orchard'),
      PERSON_UNKNOWN: async (world) => verify(world, (await register(world, {}, await reachable(world))).id),
      SELF_REVIEW: async (world) => verify(world, (await register(world, {})).id),
      STEP_ALREADY_DECIDED: (world) => verify(world, 'station'),
    },
    renameOrganisation: {
      DECIDED_ABOVE: async (world) => {
        const { unit } = (await reviewedUnit(world)).place
        const actId = world.next('act')
        await calls(world, 'o-bureau-reviewer').rename({ orgId: unit, name: `全称${actId}单位`, actId })
        return rename(world, unit, `简称${actId}单位`)
      },
      INPUT_INVALID: (world) => rename(world, 'station', 'ABCD'),
      ORG_NAME_TAKEN: async (world) => rename(world, 'station', await verifiedName(world)),
      OUT_OF_SCOPE: (world) => rename(world, 'orchard', '新果园单位'),
    },
    setLine: {
      DECIDED_ABOVE: async (world) => {
        const line = { orgId: 'water', line: 'health' } as const
        await calls(world, 'o-region-staff').setLine({ ...line, actId: world.next('act') })
        return calls(world, 'o-bureau-staff').setLine({ ...line, line: null, actId: world.next('act') })
      },
      OUT_OF_SCOPE: (world) =>
        calls(world, 'o-bureau-staff').setLine({
          orgId: 'other-water',
          line: null,
          actId: world.next('act'),
        }),
    },
    setStanding: {
      DECIDED_ABOVE: async (world) => {
        const standing = { orgId: (await reviewedUnit(world)).place.unit, county: '眉县' }
        await calls(world, 'o-region-staff').setStanding({
          ...{ ...standing, nature: 'enterprise', actId: world.next('act') },
        })
        return calls(world, 'o-bureau-staff').setStanding({
          ...{ ...standing, nature: 'institution', actId: world.next('act') },
        })
      },
      OUT_OF_SCOPE: (world) =>
        calls(world, 'o-bureau-staff').setStanding({
          ...{ orgId: 'other-water', nature: null, county: '', actId: world.next('act') },
        }),
    },
    setSelfReviewing: {
      DECIDED_ABOVE: async (world) => {
        const self = { orgId: (await reviewedUnit(world)).place.unit, selfReviewing: true }
        await calls(world, 'o-region-staff').setSelfReviewing({ ...self, actId: world.next('act') })
        return calls(world, 'o-bureau-staff').setSelfReviewing({
          ...{ ...self, selfReviewing: false, actId: world.next('act') },
        })
      },
      INPUT_INVALID: (world) => setsSelfReviewing(world, 'water'),
      OUT_OF_SCOPE: (world) => setsSelfReviewing(world, 'far-unit'),
    },
  },
  {
    ...{ showTree, holdersOf, candidatesOf, grantRole, revokeRole, registerOrganisation },
    ...{ reviewOrganisation, renameOrganisation, setLine, setStanding, setSelfReviewing },
  },
)

function setsSelfReviewing(world: World, orgId: string) {
  const change = { orgId, selfReviewing: true, actId: world.next('act') }
  return calls(world, 'o-bureau-staff').setSelfReviewing(change)
}
