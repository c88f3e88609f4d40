import type { Hours } from '../../domain/kernel/hours'
import type { Instant } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import type { RoleName } from '../../domain/organisation/roles'
import type { SampleRule } from '../../domain/oversight/draw-sample'
import type { IntegrityCase } from '../../domain/oversight/integrity-case'
import type { Objection } from '../../domain/oversight/objection'
import type { Sample } from '../../domain/oversight/spot-check'
import { by, collection, type Raw } from '../kernel/store/collection'
import { IN_OFFICE, RANDOM_ID } from '../kernel/store/personal'
import type { Stored } from '../kernel/store/stored'

/** The person who acted, and the body they acted for, with its name on that day. */
export interface ActedBy {
  personId: string
  name: string
  role: RoleName
  orgId: string
  orgName: string
}

/** A drawn claim, with the fields that a list shows. */
export interface SampledClaim extends Sample {
  readonly unitName: string
  readonly title: string
  readonly kindLabel: string
  readonly hours: Hours | null
}

/**
 * A spot check. `_id` is `${personId}:${checkId}`, the latter from the phone that started it. The seed, the rule and
 * the number of candidates are kept, so that the sample can be drawn again. Index byOrg: (orgId, -startedAt).
 */
export interface SpotCheckDocument extends Stored {
  orgId: string
  orgName: string
  by: ActedBy
  /** The chosen scope: units by name, or all under one body. */
  scope: { orgId: string; name: string; whole: boolean }[]
  year: number
  rule: SampleRule
  seed: string
  drawnFrom: { units: number; unitsLooked: number; claims: number }
  samples: SampledClaim[]
  startedAt: Instant
}

/**
 * A voiding and its consequences: one document for each entry or claim, with the objection that may follow. `_id` is
 * that of the reversal (`void:<entryId>`), or of the revocation where no hours were credited
 * (`revoke:<claimId>:<n>`). Indexes byHearing: (hearingOrgId, objectionState, objectedAt), byOrg: (orgId,
 * objectionState, objectedAt), byPerson: (personId, -at).
 */
export interface VoidingDocument extends Stored {
  personId: string
  personName: string
  unitId: string
  unitName: string
  region: Region
  year: number
  title: string
  hours: Hours | null
  entryId: string | null
  claimId: string | null
  reason: string
  clauseId: string
  by: ActedBy
  orgId: string
  at: Instant
  /** The check or the job that it belongs to; empty for one by itself. */
  checkId: string
  jobId: string
  certificate: { number: string; became: 'revoked' | 'superseded' } | null
  objection: Objection | null
  objectionState: 'none' | Objection['state']
  objectedAt: number
  /**
   * The body above, which hears the objection; the voiding body itself where there is none above. Empty until an
   * objection is filed.
   */
  hearingOrgId: string
  restoredEntryId: string | null
}

/**
 * Voids all that a unit approved in a period, a bounded chunk at a time. `_id` is `${personId}:${jobId}`. Each claim
 * counts itself here in the transaction that voids it, so that a step which was killed loses no count. Index byOrg:
 * (orgId, -startedAt).
 */
export interface VoidJobDocument extends Stored {
  orgId: string
  unitId: string
  unitName: string
  from: Instant
  until: Instant
  reason: string
  by: ActedBy
  state: 'waiting' | 'done'
  cursor: string | null
  looked: number
  voided: number
  startedAt: Instant
  finishedAt: Instant | null
}

/** A case of dishonesty (QH23-24, QH23-25). Indexes byOrg: (orgId, -openedAt), bySubject: (subjectId, -openedAt). */
export interface IntegrityCaseDocument extends Stored, IntegrityCase {
  orgId: string
  orgName: string
  region: Region
  year: number
  /** A person, or a unit. */
  subject: { kind: 'person' | 'unit'; id: string; name: string; unitName: string }
  subjectId: string
  conduct: 'false-hours' | 'abuse-of-office'
  statement: string
  /** The voidings of the case, and any further evidence. */
  evidence: { voidingIds: string[]; note: string }
  by: ActedBy
  openedAt: Instant
}

/** The objection was filed in the person's name, too. */
const withoutObjector = (objection: Objection, pseudonym: string): Objection => ({
  ...objection,
  events: objection.events.map((event) => (event.kind === 'filed' ? { ...event, byName: pseudonym } : event)),
})

/** The first shape copied names into the samples; they are read from the claims now. */
const withoutNames = (old: Raw): Raw => ({
  ...old,
  samples: (old.samples as readonly Raw[]).map(({ personName: _copied, ...sample }) => sample),
})

const OF_CHECK = { kept: '抽查当时看到的标题和检查人写下的结论：抽查要能复核' } as const

export const spotChecks = collection<SpotCheckDocument>()({
  indexes: { byOrg: by('orgId', '-startedAt') },
  upgrades: [withoutNames],
  personal: {
    leads: [],
    exported: { no: '抽查只记申报的编号；查出的问题在作废和申报里' },
    onErasure: 'stays',
    fields: {
      'by.personId': RANDOM_ID,
      'by.name': IN_OFFICE,
      'scope.name': { nobody: '单位的名称' },
      'samples.finding.by': RANDOM_ID,
      'samples.finding.byName': IN_OFFICE,
    },
    texts: {
      'samples.title': OF_CHECK,
      'samples.finding.reason': OF_CHECK,
      'samples.finding.evidenceNote': OF_CHECK,
    },
  },
})

export const voidings = collection<VoidingDocument>()({
  indexes: {
    byHearing: by('hearingOrgId', 'objectionState', 'objectedAt'),
    byOrg: by('orgId', 'objectionState', 'objectedAt'),
    byPerson: by('personId', '-at'),
  },
  personal: {
    leads: [{ index: 'byPerson', value: (who) => who.personId }],
    exported: { heading: '作废的学时', told: ['by.name', 'objection.events.byName'] },
    onErasure: 'rewrite',
    fields: {
      personId: RANDOM_ID,
      personName: 'pseudonym',
      'by.personId': RANDOM_ID,
      'by.name': IN_OFFICE,
      'objection.events.byName': 'rest',
    },
    words: ['title', 'reason', 'objection.statement', 'objection.events.note'],
    rest: ({ objection }, { pseudonym }) => ({
      objection: objection && withoutObjector(objection, pseudonym),
    }),
  },
})

export const voidJobs = collection<VoidJobDocument>()({
  indexes: { byOrg: by('orgId', '-startedAt') },
  personal: {
    leads: [],
    exported: { no: '整批作废按单位记；每一笔在作废的学时里' },
    onErasure: 'stays',
    fields: { 'by.personId': RANDOM_ID, 'by.name': IN_OFFICE },
  },
})

export const integrityCases = collection<IntegrityCaseDocument>()({
  indexes: { byOrg: by('orgId', '-openedAt'), bySubject: by('subjectId', '-openedAt') },
  personal: {
    leads: [{ index: 'bySubject', value: (who) => who.personId }],
    exported: { heading: '诚信记录' },
    onErasure: 'rewrite',
    fields: {
      subjectId: RANDOM_ID,
      'subject.name': 'pseudonym',
      'by.personId': RANDOM_ID,
      'by.name': IN_OFFICE,
      'decisions.by': RANDOM_ID,
      'decisions.byName': IN_OFFICE,
    },
    words: ['statement', 'evidence.note', 'decisions.reason'],
  },
})

declare module '../kernel/store/collections' {
  interface Collections {
    'spot-checks': typeof spotChecks
    voidings: typeof voidings
    'void-jobs': typeof voidJobs
    'integrity-cases': typeof integrityCases
  }
}
