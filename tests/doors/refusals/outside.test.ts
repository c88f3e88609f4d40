import { holderOf } from '../../../server/kernel/holder'
import { reconciliationSheet } from '../../../server/outside/reconcile'
import { regionInScope } from '../../../server/outside/region-in-scope'
import { setKey, withdrawKey } from '../../../server/outside/set-key'
import { showBatch } from '../../../server/outside/show-batches'
import { titleExport, titleSheet } from '../../../server/outside/title-export'
import { batch, provider, publicKey } from '../matrix/things'
import { placeOf, type World } from '../matrix/world'
import { provokesEach } from './provoke'
import { callsUntitled, roleAt, spent } from './situations'

const FAR = placeOf('region-staff', 'foreign')
const staff = (world: World) => world.calls('o-region-staff').outside
const committee = (world: World) => world.calls('o-committee').outside

const titlesOf = (orgId: string) =>
  ({ orgId, level: 'middle', applicationYear: 2022, idNumbers: null }) as const

const readingInFull = (world: World) => ({
  ...titlesOf('station'),
  idNumbers: { readingId: world.next('r'), reason: '职称评审核对' },
})

/** A committee that has exported all numbers that a day allows. */
async function committeeThatReadAll(world: World) {
  await spent(world, 'export-number', 'committee')
  return committee(world)
}

/** Staff of the region whose role ends between the door and the transaction. */
async function scopeEnding(world: World) {
  const still = await roleAt(world, 'bureau-staff', 'province')
  const scope = await regionInScope(world.store, holderOf(still, 'read-outside', world))
  await world.hold(still._id, [])
  return { ctx: world.as(still.openid), scope }
}

provokesEach(
  {
    regionInScope: { OUT_OF_SCOPE: (world) => world.calls('o-bureau-staff').outside.batches({}) },
    showBatch: {
      BATCH_UNKNOWN: async (world) => staff(world).batch({ batchId: await batch(FAR, world), state: null }),
    },
    reconciliationSheet: {
      BATCH_UNKNOWN: async (world) => staff(world).sheet({ batchId: await batch(FAR, world) }),
    },
    setKey: {
      OUT_OF_SCOPE: async (world) => {
        const { ctx, scope } = await scopeEnding(world)
        return setKey(ctx, scope, { providerId: 'base', publicKeyHex: await publicKey() })
      },
      PROVIDER_UNKNOWN: async (world) =>
        staff(world).setKey({ providerId: 'far-base', publicKeyHex: await publicKey() }),
      PUBLIC_KEY_USED: async (world) => {
        const publicKeyHex = await publicKey()
        await staff(world).setKey({ providerId: 'base', publicKeyHex })
        return staff(world).setKey({ providerId: 'second-base', publicKeyHex })
      },
      PUBLIC_KEY_MALFORMED: (world) => staff(world).setKey({ providerId: 'base', publicKeyHex: '04' }),
    },
    withdrawKey: {
      OUT_OF_SCOPE: async (world) => {
        const { ctx, scope } = await scopeEnding(world)
        const providerId = await provider(placeOf('region-staff', 'own'), world)
        return withdrawKey(ctx, scope, { providerId, keyId: 1 })
      },
      PROVIDER_UNKNOWN: async (world) =>
        staff(world).withdrawKey({ providerId: await provider(FAR, world), keyId: 1 }),
    },
    titleExport: {
      OUT_OF_SCOPE: (world) => committee(world).titleExport(titlesOf('other-station')),
      TITLE_LEVEL_UNKNOWN: (world) =>
        callsUntitled(world, 'o-committee').outside.titleExport(titlesOf('station')),
      TOO_OFTEN: async (world) =>
        committeeThatReadAll(world).then((calls) => calls.titleExport(readingInFull(world))),
    },
    titleSheet: {
      OUT_OF_SCOPE: (world) => committee(world).titleSheet(titlesOf('other-station')),
      TITLE_LEVEL_UNKNOWN: (world) =>
        callsUntitled(world, 'o-committee').outside.titleSheet(titlesOf('station')),
      TOO_OFTEN: async (world) =>
        committeeThatReadAll(world).then((calls) => calls.titleSheet(readingInFull(world))),
    },
  },
  { regionInScope, showBatch, reconciliationSheet, setKey, withdrawKey, titleExport, titleSheet },
)
