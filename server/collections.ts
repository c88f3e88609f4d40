import { dueItems } from './afterwards/clock/documents'
import { inboxMessages, reminderWalks } from './afterwards/inbox/documents'
import { keyExchanges } from './afterwards/keys/documents'
import { statCounters, statParts, statRebuilds } from './afterwards/stats/documents'
import { organisationNames, organisations, organisationTerms, roleHolders } from './bodies/documents'
import { certificateCauses, certificates } from './books/certificate/documents'
import { accounts, doubles, entries, learned } from './books/hours/documents'
import { studyArchives } from './claims/archive/documents'
import { evidenceFiles } from './claims/evidence/documents'
import { claimDrafts, claims, deemings, evidenceKeys } from './claims/filing/documents'
import { audit, outbox } from './kernel/acts-documents'
import { budgets } from './kernel/budget-documents'
import { callSums } from './kernel/call-sums-documents'
import { workLeases } from './kernel/leases-documents'
import { type CollectionList, declarationsOf } from './kernel/store/collections'
import { courses, lectureChallenges, lectureCourses } from './learning/course/documents'
import { attempts, examTries, questionBanks } from './learning/exam/documents'
import { coverage, enrolments, stoppedLectures, watch } from './learning/study/documents'
import { memberships, moves } from './membership/moves/documents'
import { rosterChunks, rosterImports, rosterLines } from './membership/roster/documents'
import {
  outsideBatches,
  outsideContents,
  outsideCourses,
  outsideKeys,
  outsideProviders,
  outsideRows,
} from './outside/documents'
import { integrityCases, spotChecks, voidings, voidJobs } from './oversight/documents'
import { erasures } from './own-data/documents'
import {
  bindings,
  contests,
  entryTokens,
  formerPersons,
  foundings,
  identityKeys,
  persons,
  phoneCodes,
  registrations,
  visits,
} from './people/documents'

/** Every collection: one that a room declares and that is not here, or the reverse, does not compile. */
export const collections = {
  bindings,
  registrations,
  persons,
  'identity-keys': identityKeys,
  'former-persons': formerPersons,
  'roster-lines': rosterLines,
  'roster-imports': rosterImports,
  'roster-chunks': rosterChunks,
  organisations,
  'organisation-terms': organisationTerms,
  'organisation-names': organisationNames,
  'role-holders': roleHolders,
  memberships,
  moves,
  'entry-tokens': entryTokens,
  foundings,
  'phone-codes': phoneCodes,
  visits,
  contests,
  audit,
  outbox,
  budgets,
  'call-sums': callSums,
  'work-leases': workLeases,
  courses,
  'lecture-courses': lectureCourses,
  'lecture-challenges': lectureChallenges,
  'question-banks': questionBanks,
  enrolments,
  watch,
  'stopped-lectures': stoppedLectures,
  coverage,
  attempts,
  'exam-tries': examTries,
  accounts,
  doubles,
  learned,
  entries,
  certificates,
  'certificate-causes': certificateCauses,
  'due-items': dueItems,
  'claim-drafts': claimDrafts,
  claims,
  'evidence-files': evidenceFiles,
  'evidence-keys': evidenceKeys,
  deemings,
  'study-archives': studyArchives,
  'spot-checks': spotChecks,
  voidings,
  'void-jobs': voidJobs,
  'integrity-cases': integrityCases,
  'inbox-messages': inboxMessages,
  'reminder-walks': reminderWalks,
  'key-exchanges': keyExchanges,
  'stat-parts': statParts,
  'stat-counters': statCounters,
  'stat-rebuilds': statRebuilds,
  erasures,
  'outside-providers': outsideProviders,
  'outside-batches': outsideBatches,
  'outside-contents': outsideContents,
  'outside-rows': outsideRows,
  'outside-courses': outsideCourses,
  'outside-keys': outsideKeys,
} satisfies CollectionList

/** Names and indexes alone: what the local cloud and a deployment are told. */
export const declarations = declarationsOf(collections)

/** The one folder that phones may put new files into. All files are private: read by functions, opened by their addresses. */
export const uploads: readonly string[] = ['incoming']
