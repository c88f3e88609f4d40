import { accountRouter } from './account/router'
import { archiveRouter } from './archive/router'
import { auditRouter } from './audit-log/router'
import { catalogRouter } from './catalog/router'
import { certificateRouter } from './certificate/router'
import { claimRouter } from './claim/router'
import { homeRouter } from './home/router'
import { hoursRouter } from './hours/router'
import { inboxRouter } from './inbox/router'
import { organisationRouter } from './organisation/router'
import { oversightRouter } from './oversight/router'
import { policyRouter } from './policy/router'
import { reviewRouter } from './review/router'
import { statsRouter } from './stats/router'
import { titleRouter } from './title/router'
import { router } from './trpc'

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
