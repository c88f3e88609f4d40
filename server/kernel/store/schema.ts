import type { DueItemDocument } from '../../afterwards/clock/documents'
import type { InboxMessageDocument, ReminderWalkDocument } from '../../afterwards/inbox/documents'
import type {
  StatCounterDocument,
  StatPartDocument,
  StatRebuildDocument,
} from '../../afterwards/stats/documents'
import type { CertificateCauseDocument, CertificateDocument } from '../../books/certificate/documents'
import type { AccountDocument, EntryDocument } from '../../books/hours/documents'
import type { StudyArchiveDocument } from '../../claims/archive/documents'
import type {
  ClaimDocument,
  ClaimDraftDocument,
  DeemingDocument,
  EvidenceKeyDocument,
} from '../../claims/filing/documents'
import type {
  CourseDocument,
  LectureChallengesDocument,
  LectureCourseDocument,
} from '../../learning/catalog/documents'
import type { AttemptDocument, QuestionBankDocument } from '../../learning/exam/documents'
import type { CoverageDocument, EnrolmentDocument, WatchDocument } from '../../learning/study/documents'
import type { RosterChunkDocument, RosterImportDocument } from '../../membership/roster/documents'
import type {
  OutsideBatchDocument,
  OutsideContentDocument,
  OutsideCourseDocument,
  OutsideProviderDocument,
  OutsideRowDocument,
} from '../../outside/documents'
import type {
  IntegrityCaseDocument,
  SpotCheckDocument,
  VoidingDocument,
  VoidJobDocument,
} from '../../oversight/documents'
import type { ErasureDocument } from '../../own-data/documents'
import type {
  AuditDocument,
  BindingDocument,
  ContestDocument,
  EntryTokenDocument,
  IdentityKeyDocument,
  MembershipDocument,
  MoveDocument,
  OrganisationDocument,
  OrganisationNameDocument,
  OrganisationTermDocument,
  OutboxDocument,
  PersonDocument,
  PhoneCodeDocument,
  RegistrationDocument,
  RoleHolderDocument,
  RosterLineDocument,
  VisitDocument,
} from '../../people/documents'

/** Every collection there is, and what stands in it. */
export interface Documents {
  bindings: BindingDocument
  registrations: RegistrationDocument
  persons: PersonDocument
  'identity-keys': IdentityKeyDocument
  'roster-lines': RosterLineDocument
  'roster-imports': RosterImportDocument
  'roster-chunks': RosterChunkDocument
  organisations: OrganisationDocument
  'organisation-terms': OrganisationTermDocument
  'organisation-names': OrganisationNameDocument
  'role-holders': RoleHolderDocument
  memberships: MembershipDocument
  moves: MoveDocument
  'entry-tokens': EntryTokenDocument
  'phone-codes': PhoneCodeDocument
  visits: VisitDocument
  contests: ContestDocument
  audit: AuditDocument
  outbox: OutboxDocument
  courses: CourseDocument
  'lecture-courses': LectureCourseDocument
  'lecture-challenges': LectureChallengesDocument
  'question-banks': QuestionBankDocument
  enrolments: EnrolmentDocument
  watch: WatchDocument
  coverage: CoverageDocument
  attempts: AttemptDocument
  accounts: AccountDocument
  entries: EntryDocument
  certificates: CertificateDocument
  'certificate-causes': CertificateCauseDocument
  'due-items': DueItemDocument
  'claim-drafts': ClaimDraftDocument
  claims: ClaimDocument
  'evidence-keys': EvidenceKeyDocument
  deemings: DeemingDocument
  'study-archives': StudyArchiveDocument
  'spot-checks': SpotCheckDocument
  voidings: VoidingDocument
  'void-jobs': VoidJobDocument
  'integrity-cases': IntegrityCaseDocument
  'inbox-messages': InboxMessageDocument
  'reminder-walks': ReminderWalkDocument
  'stat-parts': StatPartDocument
  'stat-counters': StatCounterDocument
  'stat-rebuilds': StatRebuildDocument
  erasures: ErasureDocument
  'outside-providers': OutsideProviderDocument
  'outside-batches': OutsideBatchDocument
  'outside-contents': OutsideContentDocument
  'outside-rows': OutsideRowDocument
  'outside-courses': OutsideCourseDocument
}

/** The one folder that phones may put new files into. All files are private: read by functions, opened by their addresses. */
export const uploads: readonly string[] = ['incoming']

export type CollectionName = keyof Documents

type Fields = readonly { readonly path: string; readonly direction: 'asc' | 'desc' }[]

const by = (...paths: string[]): Fields =>
  paths.map((path) =>
    path.startsWith('-') ? { path: path.slice(1), direction: 'desc' } : { path, direction: 'asc' },
  )

/** Declared indexes: a query that none of these answers does not exist. `_id` closes each. */
const INDEXES = {
  persons: {
    byUnit: by('unitId', 'binding', 'registeredAt'),
    byRegion: by('region', 'registeredAt'),
    byNumber: by('idNumberHash', 'registeredAt'),
  },
  'roster-lines': { byUnit: by('unitId', 'name') },
  'roster-imports': { byPerson: by('personId', '-startedAt') },
  'organisation-terms': { byTerm: by('as', 'term', 'name') },
  outbox: { byState: by('state', 'at') },
  courses: {
    byYear: by('region', 'year', 'order'),
    byCategory: by('region', 'year', 'category', 'order'),
    byHours: by('region', 'year', 'hours'),
    byCategoryHours: by('region', 'year', 'category', 'hours'),
  },
  enrolments: {
    byPerson: by('personId', 'targetYear', '-startedAt'),
    byStart: by('personId', '-startedAt'),
  },
  entries: { byAccount: by('accountId', '-sequence') },
  accounts: { byPerson: by('personId', '-year') },
  certificates: { byPerson: by('personId', '-issuedAt'), byState: by('state', 'issuedAt') },
  'due-items': { byDue: by('state', 'dueAt') },
  organisations: { byParent: by('parentId', 'name'), byState: by('parentId', 'state', 'registeredAt') },
  'role-holders': { byOrg: by('orgId', 'state', 'grantedAt') },
  memberships: { byPerson: by('personId', '-from') },
  moves: { byUnit: by('toUnitId', 'state', 'at') },
  contests: {
    byUnit: by('unitId', 'state', 'at'),
    byAbove: by('aboveOrgId', 'state', 'at'),
    byHolder: by('holderId', 'at'),
  },
  'claim-drafts': {
    byPerson: by('personId', 'state', '-savedAt'),
    byOwner: by('personId', '-savedAt'),
  },
  claims: {
    byQueue: by('queueOrgId', 'queueDueAt'),
    byPerson: by('personId', '-submittedAt'),
    byUnit: by('unitId', 'state', '-submittedAt'),
    byBureau: by('bureauId', 'queueDueAt'),
  },
  deemings: { byPerson: by('personId', '-creditedAt') },
  'study-archives': {
    byPerson: by('personId', 'targetYear', 'unitId'),
    byOwner: by('personId', 'targetYear'),
  },
  'spot-checks': { byOrg: by('orgId', '-startedAt') },
  voidings: {
    byHearing: by('hearingOrgId', 'objectionState', 'objectedAt'),
    byOrg: by('orgId', 'objectionState', 'objectedAt'),
    byPerson: by('personId', '-at'),
  },
  'void-jobs': { byOrg: by('orgId', '-startedAt') },
  'integrity-cases': { byOrg: by('orgId', '-openedAt'), bySubject: by('subjectId', '-openedAt') },
  audit: {
    byPlace1: by('place1', '-at'),
    byPlace2: by('place2', '-at'),
    byPlace3: by('place3', '-at'),
    byPlace4: by('place4', '-at'),
    byPlace5: by('place5', '-at'),
    byPlace6: by('place6', '-at'),
    byActor: by('actorId', '-at'),
    bySubject: by('subjectId', '-at'),
    byFiled: by('isFiled', 'at'),
    byAge: by('kept', 'at'),
  },
  'inbox-messages': { byPerson: by('personId', '-at'), byState: by('personId', 'state', '-at') },
  'stat-parts': { byUnit: by('unitId', 'year', 'standing', 'personId') },
  'stat-counters': {
    byParent: by('parentId', 'year', 'orgName'),
    byDirty: by('isDirty', '-depth'),
    byYear: by('year', 'orgId'),
  },
  'outside-providers': { byRegion: by('region', 'name') },
  'outside-batches': { byRegion: by('region', '-receivedAt'), byDue: by('state', 'dueAt') },
  'outside-rows': {
    byBatch: by('batchId', 'position'),
    byState: by('batchId', 'state', 'position'),
    byNumber: by('idNumberHash', 'state', 'receivedAt'),
    byRegion: by('region', 'state', '-receivedAt'),
  },
} satisfies Partial<Record<CollectionName, Record<string, Fields>>>

export type IndexName<C extends CollectionName> = C extends keyof typeof INDEXES
  ? keyof (typeof INDEXES)[C] & string
  : never

const NAMES: readonly CollectionName[] = [
  'bindings',
  'registrations',
  'persons',
  'identity-keys',
  'roster-lines',
  'roster-imports',
  'roster-chunks',
  'organisations',
  'organisation-terms',
  'organisation-names',
  'role-holders',
  'memberships',
  'moves',
  'entry-tokens',
  'phone-codes',
  'visits',
  'contests',
  'audit',
  'outbox',
  'courses',
  'lecture-courses',
  'lecture-challenges',
  'question-banks',
  'enrolments',
  'watch',
  'coverage',
  'attempts',
  'accounts',
  'entries',
  'certificates',
  'certificate-causes',
  'due-items',
  'claim-drafts',
  'claims',
  'evidence-keys',
  'deemings',
  'study-archives',
  'spot-checks',
  'voidings',
  'void-jobs',
  'integrity-cases',
  'inbox-messages',
  'reminder-walks',
  'stat-parts',
  'stat-counters',
  'stat-rebuilds',
  'erasures',
  'outside-providers',
  'outside-batches',
  'outside-contents',
  'outside-rows',
  'outside-courses',
]

const indexesOf = (name: CollectionName): Record<string, Fields> =>
  (INDEXES as Partial<Record<CollectionName, Record<string, Fields>>>)[name] ?? {}

/** For the local cloud and for deployment alike. All of them are readable and writable by functions alone. */
export const collections = NAMES.map((name) => ({
  name,
  indexes: Object.entries(indexesOf(name)).map(([index, fields]) => ({ name: index, fields })),
}))

/** Fields of an index, in order, for the driver that pages by key. */
export function fieldsOf(collection: CollectionName, index: string): Fields {
  const fields = indexesOf(collection)[index]
  if (!fields) throw new Error(`${collection} has no index ${index}`)
  return fields
}
