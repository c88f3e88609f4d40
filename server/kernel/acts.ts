import type { Hours } from '../../domain/kernel/hours'
import type { RoleName } from '../../domain/organisation/roles'

/**
 * The payload of an event about one person's claim, for the inbox. `orgId` is the body that decided, or that decides
 * next.
 */
interface AboutClaim {
  personId: string
  claimId: string
  title: string
  orgId: string
}

interface ClaimDecided extends AboutClaim {
  /** Whose turn it is now; empty where nobody's. */
  nextOrgId: string
  note: string
  /** Whether this was the last approval, with which the hours counted. */
  credited: boolean
}

interface ContestAnswered {
  personId: string
  orgName: string
  reason: string
  contestId: string
}

/**
 * Everything that can happen, and what its event carries for what follows: the inbox, the figures. Null where nothing
 * follows and the log alone keeps it. `personId` names whom the event is about, null where it is about nobody.
 */
export interface ActPayloads {
  // Identity
  register: { personId: string; unitId: string }
  'binding-verified': { personId: string }
  'binding-contested': { personId: string }
  'title-said': null
  'title-verified': { personId: string; unitName: string; title: string }
  'title-doubted': { personId: string; unitName: string; title: string; reason: string }
  'contest-binding': { personId: string; unitId: string; unitName: string }
  'contest-waiting': { personId: string; level: 'unit' | 'above' }
  'contest-refused': ContestAnswered
  /** A second reviewer, or the body above, has to agree. */
  'rebind-agreed': null
  /** Told to the holder while the old account is still theirs, with the day until which it may object. */
  'binding-moving': ContestAnswered & { movesOn: string }
  'rebind-objected': null
  /** Agreed to, and not carried out: the accounts changed meanwhile. */
  'rebind-lapsed': ContestAnswered
  'binding-rebound': ContestAnswered
  'binding-kept': ContestAnswered
  'registration-set-aside': null
  'id-number-revealed': { personId: string; byName: string; orgName: string; reason: string }
  'erasure-asked': { personId: string; dueOn: string }
  'erasure-withdrawn': { personId: string }
  'erasure-done': { personId: string }
  // Bodies, roles and moves
  founded: null
  'founding-code-made': null
  'founder-appointed': { personId: string; orgName: string }
  'organisation-registered': null
  'organisation-reviewed': { personId: string | null; orgName: string; verified: boolean }
  'organisation-renamed': null
  'organisation-line': null
  'organisation-standing': null
  'organisation-self-reviewing': null
  'role-granted': { personId: string; role: RoleName; orgId: string }
  'role-revoked': { personId: string; role: RoleName; orgId: string }
  'move-requested': null
  'move-withdrawn': null
  'move-confirmed': { personId: string; unitId: string; unitName: string }
  'move-refused': { personId: string; unitId: string; unitName: string }
  'person-reminded': { personId: string; unitName: string; year: number }
  'roster-read': null
  'roster-import': null
  // Learning
  'lecture-stopped': { personId: string; unitName: string; lectureTitle: string }
  'lecture-lifted': { personId: string; lectureTitle: string }
  'double-found': { personId: string; title: string; year: number; entryId: string }
  'exam-closed': { personId: string; attemptId: string; passed: boolean }
  // Claims and the archive that they stand on
  'claim-submitted': AboutClaim
  'claim-resubmitted': AboutClaim
  'claim-withdrawn': AboutClaim
  'claim-approved': ClaimDecided
  'claim-reduced': ClaimDecided
  'claim-returned': ClaimDecided
  'claim-rejected': ClaimDecided
  'claim-transferred': ClaimDecided
  'claim-opinion': ClaimDecided
  'claim-lapsed': AboutClaim & { note: string }
  'claim-moved': null
  'claim-odd': null
  'study-record-kept': { personId: string; unitName: string; title: string; hours: Hours }
  'study-record-corrected': null
  'study-record-withdrawn': null
  'study-record-files': null
  // Oversight
  'double-kept': { personId: string; title: string; year: number; entryId: string }
  'check-started': null
  'sample-found': null
  'void-job-ordered': null
  'hours-voided': {
    personId: string
    voidingId: string
    title: string
    year: number
    reason: string
    clauseId: string
    entryId: string
    certificate: string
  }
  'certifying-withdrawn': null
  'certifying-restored': null
  'objection-filed': null
  'objection-upheld': { personId: string; voidingId: string; title: string }
  'objection-dismissed': { personId: string; voidingId: string; title: string }
  'integrity-opened': { personId: string | null; caseId: string }
  /** Only with the word of the second person is there a person to tell: the first decides nothing. */
  'integrity-record': { personId: string | null; caseId: string; lapsesOn: string }
  'integrity-dismiss': { personId: string | null; caseId: string }
  // Hours from outside
  'outside-key-set': null
  'outside-key-withdrawn': null
  'outside-batch-received': null
  'outside-taken': { personId: string; batchId: string; rowId: string; entryId: string; year: number }
}

export type ActKind = keyof ActPayloads

/** The kinds of subject of an act; its id is that of the document, and a provider's or a contest's own. */
export type SubjectKind =
  | 'person'
  | 'organisation'
  | 'contest'
  | 'attempt'
  | 'claim'
  | 'voiding'
  | 'spot-check'
  | 'roster-import'
  | 'provider'
  | 'outside-batch'
  | 'outside-row'

/** Whether an act is a line of the log, an event from which something follows, or both. */
type Kept<K extends ActKind> = ActPayloads[K] extends null ? 'line' : 'event' | 'both'

/** The subject of each act, and how the act is kept: an act whose event carries something has a subject. */
export const ACTS = {
  register: { about: ['person'], kept: 'both' },
  'binding-verified': { about: ['person'], kept: 'both' },
  'binding-contested': { about: ['person'], kept: 'both' },
  'title-said': { about: ['person'], kept: 'line' },
  'title-verified': { about: ['person'], kept: 'both' },
  'title-doubted': { about: ['person'], kept: 'both' },
  'contest-binding': { about: ['person'], kept: 'both' },
  'contest-waiting': { about: ['contest'], kept: 'event' },
  'contest-refused': { about: ['contest'], kept: 'event' },
  'rebind-agreed': { about: ['person'], kept: 'line' },
  'binding-moving': { about: ['person'], kept: 'both' },
  'rebind-objected': { about: ['person'], kept: 'line' },
  'rebind-lapsed': { about: ['person'], kept: 'both' },
  'binding-rebound': { about: ['person'], kept: 'both' },
  'binding-kept': { about: ['person'], kept: 'both' },
  'registration-set-aside': { about: ['person'], kept: 'line' },
  'id-number-revealed': { about: ['person'], kept: 'both' },
  'erasure-asked': { about: ['person'], kept: 'both' },
  'erasure-withdrawn': { about: ['person'], kept: 'both' },
  'erasure-done': { about: ['person'], kept: 'both' },
  founded: { about: ['organisation'], kept: 'line' },
  'founding-code-made': { about: ['organisation'], kept: 'line' },
  'founder-appointed': { about: ['person'], kept: 'both' },
  'organisation-registered': { about: ['organisation'], kept: 'line' },
  'organisation-reviewed': { about: ['organisation'], kept: 'both' },
  'organisation-renamed': { about: ['organisation'], kept: 'line' },
  'organisation-line': { about: ['organisation'], kept: 'line' },
  'organisation-standing': { about: ['organisation'], kept: 'line' },
  'organisation-self-reviewing': { about: ['organisation'], kept: 'line' },
  'role-granted': { about: ['person'], kept: 'both' },
  'role-revoked': { about: ['person'], kept: 'both' },
  'move-requested': { about: ['person'], kept: 'line' },
  'move-withdrawn': { about: ['person'], kept: 'line' },
  'move-confirmed': { about: ['person'], kept: 'both' },
  'move-refused': { about: ['person'], kept: 'both' },
  'person-reminded': { about: ['person'], kept: 'both' },
  'roster-read': { about: ['roster-import'], kept: 'line' },
  'roster-import': { about: ['roster-import'], kept: 'line' },
  'exam-closed': { about: ['attempt'], kept: 'event' },
  'lecture-stopped': { about: ['person'], kept: 'both' },
  'lecture-lifted': { about: ['person'], kept: 'both' },
  'double-found': { about: ['person'], kept: 'both' },
  'double-kept': { about: ['person'], kept: 'both' },
  'claim-submitted': { about: ['claim'], kept: 'both' },
  'claim-resubmitted': { about: ['claim'], kept: 'both' },
  'claim-withdrawn': { about: ['claim'], kept: 'both' },
  'claim-approved': { about: ['claim'], kept: 'both' },
  'claim-reduced': { about: ['claim'], kept: 'both' },
  'claim-returned': { about: ['claim'], kept: 'both' },
  'claim-rejected': { about: ['claim'], kept: 'both' },
  'claim-transferred': { about: ['claim'], kept: 'both' },
  'claim-opinion': { about: ['claim'], kept: 'both' },
  'claim-lapsed': { about: ['claim'], kept: 'both' },
  'claim-moved': { about: ['claim'], kept: 'line' },
  'claim-odd': { about: ['claim'], kept: 'line' },
  'study-record-kept': { about: ['person'], kept: 'both' },
  'study-record-corrected': { about: ['person'], kept: 'line' },
  'study-record-withdrawn': { about: ['person'], kept: 'line' },
  'study-record-files': { about: ['person'], kept: 'line' },
  'check-started': { about: ['spot-check'], kept: 'line' },
  'sample-found': { about: ['claim'], kept: 'line' },
  'void-job-ordered': { about: ['organisation'], kept: 'line' },
  'hours-voided': { about: ['person'], kept: 'both' },
  'certifying-withdrawn': { about: ['organisation'], kept: 'line' },
  'certifying-restored': { about: ['organisation'], kept: 'line' },
  'objection-filed': { about: ['voiding'], kept: 'line' },
  'objection-upheld': { about: ['voiding'], kept: 'both' },
  'objection-dismissed': { about: ['voiding'], kept: 'both' },
  'integrity-opened': { about: ['person', 'organisation'], kept: 'both' },
  'integrity-record': { about: ['person', 'organisation'], kept: 'both' },
  'integrity-dismiss': { about: ['person', 'organisation'], kept: 'both' },
  'outside-key-set': { about: ['provider'], kept: 'line' },
  'outside-key-withdrawn': { about: ['provider'], kept: 'line' },
  'outside-batch-received': { about: ['outside-batch'], kept: 'line' },
  'outside-taken': { about: ['outside-row'], kept: 'event' },
} as const satisfies { [K in ActKind]: { about: readonly SubjectKind[]; kept: Kept<K> } }

type KindKept<How> = { [K in ActKind]: (typeof ACTS)[K]['kept'] extends How ? K : never }[ActKind]
/** Acts that the log keeps. */
export type LoggedKind = KindKept<'line' | 'both'>
/** Acts from which something follows. */
export type EventKind = KindKept<'event' | 'both'>

/** The event that follows from an act, by its kind. */
export type ActEvent<K extends EventKind = EventKind> = {
  [kind in K]: { kind: kind; payload: ActPayloads[kind] }
}[K]

/** A grant's role, the person themselves, or who acts without one; `operator`: who runs the environment. */
export type ActorRole = RoleName | 'trainee' | 'visitor' | 'registrar' | 'provider' | 'clock' | 'operator'

export interface ActingAs {
  actorId: string
  role: ActorRole
  /** The body in whose name, or about whose people: under it the log files the line. */
  scope: string
}

/** One thing that happened: what, to whom or what, by whom. `before` and `after` say in words what changed. */
export type Act<K extends ActKind = ActKind> = {
  [kind in K]: {
    /** Of the act itself, which makes the same act twice one. */
    id: string
    kind: kind
    subject: { of: (typeof ACTS)[kind]['about'][number]; id: string }
    by: ActingAs
    before?: string
    after?: string
  } & (kind extends EventKind ? { payload: ActPayloads[kind] } : { payload?: never })
}[K]
