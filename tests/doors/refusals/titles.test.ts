import { personOf } from '../../../server/kernel/procedure'
import { checkTitle } from '../../../server/titles/check-title'
import { planTitle } from '../../../server/titles/plan-title'
import { provokesEach } from './provoke'
import { callsUntitled } from './situations'

const ASKED = { level: 'middle', applicationYear: 2022 } as const

provokesEach(
  {
    checkTitle: {
      TITLE_LEVEL_UNKNOWN: (world) => callsUntitled(world, 'o-trainee').title.check(ASKED),
    },
    planTitle: {
      // The door takes ten minutes at least.
      INPUT_INVALID: async (world) => {
        const ctx = world.as('o-trainee')
        return planTitle(ctx, await personOf(ctx), { ...ASKED, declared: {}, minutesPerEvening: 0 })
      },
      TITLE_LEVEL_UNKNOWN: (world) =>
        callsUntitled(world, 'o-trainee').title.plan({ ...ASKED, minutesPerEvening: 60 }),
    },
  },
  { checkTitle, planTitle },
)
