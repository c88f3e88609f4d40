import { exportMine } from '../../../server/own-data/export-mine'
import { provokesEach } from './provoke'

provokesEach(
  {
    exportMine: {
      INPUT_INVALID: (world) => world.calls('o-trainee').account.exportMine({ after: 'nowhere|' }),
    },
  },
  { exportMine },
)
