import { searchLines } from '../../../server/afterwards/audit-log/search-lines'
import { behind, overview } from '../../../server/afterwards/stats/overview'
import { UNKNOWN } from './changed-world'
import { provokesEach } from './provoke'

const STAFF = 'o-bureau-staff'

provokesEach(
  {
    overview: {
      OUT_OF_SCOPE: (world) => world.calls(STAFF).stats.overview({ orgId: UNKNOWN }),
    },
    behind: {
      OUT_OF_SCOPE: (world) => world.calls(STAFF).stats.behind({ orgId: UNKNOWN }),
    },
    searchLines: {
      OUT_OF_SCOPE: (world) => world.calls(STAFF).audit.search({ scopeOrgId: UNKNOWN }),
    },
  },
  { overview, behind, searchLines },
)
