import { auditRouter } from './afterwards/audit-log/router'
import { inboxRouter } from './afterwards/inbox/router'
import { statsRouter } from './afterwards/stats/router'
import { organisationRouter } from './bodies/router'
import { certificateRouter } from './books/certificate/router'
import { hoursRouter } from './books/hours/router'
import { archiveRouter } from './claims/archive/router'
import { claimRouter } from './claims/filing/router'
import { reviewRouter } from './claims/review/router'
import { homeRouter } from './home/router'
import { router } from './kernel/procedure'
import { catalogRouter } from './learning/catalog/router'
import { oversightRouter } from './oversight/router'
import { accountRouter } from './people/router'
import { policyRouter } from './policy/router'
import { titleRouter } from './titles/router'

/** Behind the door `api`: everything but watching and exams. */
export const everyday = router({
  account: accountRouter,
  archive: archiveRouter,
  audit: auditRouter,
  review: reviewRouter,
  catalog: catalogRouter,
  home: homeRouter,
  claim: claimRouter,
  inbox: inboxRouter,
  hours: hoursRouter,
  policy: policyRouter,
  certificate: certificateRouter,
  title: titleRouter,
  stats: statsRouter,
  organisation: organisationRouter,
  oversight: oversightRouter,
})
