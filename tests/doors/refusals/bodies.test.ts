import { renameOrganisation, setLine, setSelfReviewing } from '../../../server/bodies/change-organisation'
import { candidatesOf, grantRole, holdersOf, revokeRole } from '../../../server/bodies/grant-role'
import { registerOrganisation } from '../../../server/bodies/register-organisation'
import { reviewOrganisation } from '../../../server/bodies/review-organisation'
import { showTree } from '../../../server/bodies/tree'
import type { World } from '../matrix/world'
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

const verify = (world: World, orgId: string) => calls(world).verify({ orgId, decisionId: world.next('d') })

const rename = (world: World, orgId: string, name: string) =>
  calls(world).rename({ orgId, name, actId: world.next('act') })

/** A unit's reviewer, of the station unless another body is named. */
const grant = (world: World, { personId = 'p-station', orgId = 'station' }) =>
  calls(world).grant({ personId, orgId, role: 'unit-reviewer', until: null, actId: world.next('act') })

const revoke = (world: World, orgId: string) =>
  calls(world, 'o-bureau-staff').revoke({
    ...{ personId: 'unit-reviewer', role: 'unit-reviewer', orgId, actId: world.next('act') },
  })

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
      ORG_NAME_TAKEN: async (world) => {
        const { name } = await register(world, {})
        return register(world, { name }, 'o-trainee')
      },
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
      ID_NUMBER_TAKEN: async (world) => {
        const orgId = await world.waitingBody('unit', 'water')
        const { registrarOpenid = '' } = (await world.store.get('organisations', orgId)) ?? {}
        const { personId = '' } = (await world.store.get('bindings', registrarOpenid)) ?? {}
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
      INPUT_INVALID: (world) => rename(world, 'station', 'ABCD'),
      ORG_NAME_TAKEN: async (world) => rename(world, 'station', (await register(world, {})).name),
      OUT_OF_SCOPE: (world) => rename(world, 'orchard', '新果园单位'),
    },
    setLine: {
      OUT_OF_SCOPE: (world) =>
        calls(world, 'o-bureau-staff').setLine({
          orgId: 'other-water',
          line: null,
          actId: world.next('act'),
        }),
    },
    setSelfReviewing: {
      INPUT_INVALID: (world) => setsSelfReviewing(world, 'water'),
      OUT_OF_SCOPE: (world) => setsSelfReviewing(world, 'far-unit'),
    },
  },
  {
    ...{ showTree, holdersOf, candidatesOf, grantRole, revokeRole, registerOrganisation },
    ...{ reviewOrganisation, renameOrganisation, setLine, setSelfReviewing },
  },
)

function setsSelfReviewing(world: World, orgId: string) {
  const change = { orgId, selfReviewing: true, actId: world.next('act') }
  return calls(world, 'o-bureau-staff').setSelfReviewing(change)
}
