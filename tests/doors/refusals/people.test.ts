import { consent } from '../../../server/people/consent'
import { provokesEach } from './provoke'

provokesEach(
  {
    consent: {
      CONSENT_MISSING: (world) => world.calls('o-newcomer').account.consent({ version: '2001-01' }),
    },
  },
  { consent },
)
