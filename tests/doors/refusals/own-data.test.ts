import { askErasure } from '../../../server/own-data/ask-erasure'
import { exportMine } from '../../../server/own-data/export-mine'
import { provokesEach } from './provoke'
import { integrityCase, spent } from './situations'

provokesEach(
  {
    askErasure: {
      ERASURE_WAITS: async (world) => {
        const { _id, openid } = await world.person('station')
        await world.store.insert('integrity-cases', integrityCase(world, _id))
        return world.calls(openid).account.erase({ confirm: '注销' })
      },
      TOO_OFTEN: async (world) => {
        const { openid } = await world.person('station')
        await spent(world, 'erasure', openid)
        return world.calls(openid).account.erase({ confirm: '注销' })
      },
    },
    exportMine: {
      INPUT_INVALID: (world) => world.calls('o-trainee').account.exportMine({ after: 'nowhere|' }),
    },
  },
  { askErasure, exportMine },
)
