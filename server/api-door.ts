import { type DoorParts, parts } from './kernel/door-parts'

/**
 * Behind the door `api`: everything but watching, exams and what is heavy. A screen's procedures may lie in several rooms: the
 * rooms stay apart, and are one router here.
 */
export const apiParts = {
  account: parts(
    () => (require('./home/router') as typeof import('./home/router')).meRouter,
    () => (require('./people/router') as typeof import('./people/router')).accountRouter,
    () => (require('./bodies/router') as typeof import('./bodies/router')).unitSearchRouter,
    () => (require('./membership/router') as typeof import('./membership/router')).rebindRouter,
    () => (require('./own-data/router') as typeof import('./own-data/router')).ownDataRouter,
  ),
  archive: parts(
    () => (require('./claims/archive/router') as typeof import('./claims/archive/router')).archiveRouter,
  ),
  audit: parts(
    () =>
      (require('./afterwards/audit-log/router') as typeof import('./afterwards/audit-log/router'))
        .auditRouter,
  ),
  review: parts(
    () => (require('./claims/review/router') as typeof import('./claims/review/router')).reviewRouter,
    () => (require('./membership/router') as typeof import('./membership/router')).peopleReviewRouter,
  ),
  catalog: parts(
    () => (require('./learning/catalog/router') as typeof import('./learning/catalog/router')).catalogRouter,
  ),
  home: parts(() => (require('./home/router') as typeof import('./home/router')).homeRouter),
  claim: parts(
    () => (require('./claims/filing/router') as typeof import('./claims/filing/router')).claimRouter,
  ),
  inbox: parts(
    () => (require('./afterwards/inbox/router') as typeof import('./afterwards/inbox/router')).inboxRouter,
  ),
  hours: parts(() => (require('./books/hours/router') as typeof import('./books/hours/router')).hoursRouter),
  policy: parts(() => (require('./policy/router') as typeof import('./policy/router')).policyRouter),
  certificate: parts(
    () =>
      (require('./books/certificate/router') as typeof import('./books/certificate/router'))
        .certificateRouter,
  ),
  title: parts(() => (require('./titles/router') as typeof import('./titles/router')).titleRouter),
  stats: parts(
    () => (require('./afterwards/stats/router') as typeof import('./afterwards/stats/router')).statsRouter,
  ),
  organisation: parts(
    () => (require('./bodies/router') as typeof import('./bodies/router')).organisationRouter,
    () => (require('./membership/router') as typeof import('./membership/router')).moveRouter,
  ),
  oversight: parts(
    () => (require('./oversight/router') as typeof import('./oversight/router')).oversightRouter,
  ),
} satisfies DoorParts
