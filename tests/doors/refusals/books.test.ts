import { issue } from '../../../server/books/certificate/issue'
import { view } from '../../../server/books/certificate/mine'
import { STATION, UNKNOWN } from './changed-world'
import { provokesEach } from './provoke'

provokesEach(
  {
    issue: {
      BINDING_UNVERIFIED: async (world) => {
        const { openid } = await world.person(STATION.unit, { binding: 'claimed' })
        return world.calls(openid).certificate.issue({ year: 2022 })
      },
      YEAR_INCOMPLETE: (world) => world.calls('o-trainee').certificate.issue({ year: 2022 }),
    },
    view: {
      CERTIFICATE_UNKNOWN: (world) => world.calls('o-trainee').certificate.view({ number: UNKNOWN }),
    },
  },
  { issue, view },
)
