import { auditRouter } from './afterwards/audit-log/router'
import { inboxRouter } from './afterwards/inbox/router'
import { statsRouter } from './afterwards/stats/router'
import { organisationRouter, unitSearchRouter } from './bodies/router'
import { certificateRouter } from './books/certificate/router'
import { hoursRouter } from './books/hours/router'
import { archiveRouter } from './claims/archive/router'
import { claimRouter } from './claims/filing/router'
import { reviewRouter } from './claims/review/router'
import { homeRouter, meRouter } from './home/router'
import { mergeRouters, router } from './kernel/procedure'
import { catalogRouter } from './learning/catalog/router'
import { moveRouter, peopleReviewRouter, rebindRouter } from './membership/router'
import { oversightRouter } from './oversight/router'
import { ownDataRouter } from './own-data/router'
import { accountRouter } from './people/router'
import { policyRouter } from './policy/router'
import { titleRouter } from './titles/router'

/**
 * Behind the door `api`: everything but watching, exams and what is heavy. A screen's procedures may lie in several rooms: the
 * rooms stay apart, and are one router here.
 */
export const apiDoor = router({
  account: mergeRouters(accountRouter, unitSearchRouter, ownDataRouter, meRouter, rebindRouter),
  archive: archiveRouter,
  audit: auditRouter,
  review: mergeRouters(reviewRouter, peopleReviewRouter),
  catalog: catalogRouter,
  home: homeRouter,
  claim: claimRouter,
  inbox: inboxRouter,
  hours: hoursRouter,
  policy: policyRouter,
  certificate: certificateRouter,
  title: titleRouter,
  stats: statsRouter,
  organisation: mergeRouters(organisationRouter, moveRouter),
  oversight: oversightRouter,
})
