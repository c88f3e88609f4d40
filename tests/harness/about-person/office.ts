// The documents that offices, partners and the clock keep.

import { hoursOf, hundredths } from '../../../domain/kernel/hours'
import { type Instant, instant } from '../../../domain/kernel/instant'
import { noFigures } from '../../../server/afterwards/stats/figures'
import type { Documents } from '../../../server/kernel/store/collections'
import type { New } from '../../../server/kernel/store/port'
import { rowsOfBatch } from '../../../server/outside/documents'
import { type Fixtures, inOffice, LEAVER, officer, UNIT, WORDS } from './leaver'

const { personId, name, idNumberHash, idNumberMasked, openid, formerOpenid } = LEAVER

const auditLine = (_id: string, at: Instant) => ({
  ...({ _id, role: 'trainee', scope: 'unit-1', action: 'register', before: '', after: WORDS } as const),
  ...({ device: '', kept: 'line', isFiled: false, lane: 0, shard: 0, at } as const),
  ...{ place1: '', place2: '', place3: '', place4: '', place5: '', place6: '' },
})

const row = (at: Instant, differs: Partial<New<Documents['outside-rows']>>) => ({
  ...({ _id: 'batch:0', batchId: 'batch', position: 0, rowId: 'row', state: 'taken', personId } as const),
  ...({
    providerId: 'p',
    region: 'shaanxi',
    courseCode: 'c',
    courseTitle: '课程',
    category: 'public',
  } as const),
  ...{ hoursText: '8', hours: hoursOf(8), completedOn: '2022-06-01', year: 2022, reason: null, by: null },
  ...{ entryId: null, receivedAt: at, decidedAt: at, idNumberHash, idNumberMasked, name },
  ...differs,
})

export const ABOUT_OFFICE = {
  audit: ({ at }) => ({
    own: [
      { ...auditLine('register', at), actorId: personId, subjectId: personId },
      { ...auditLine('confirmed', at), actorId: 'p-officer', subjectId: personId },
      { ...auditLine('decided', at), actorId: personId, subjectId: 'claim-of-other', after: 'credited/1' },
      { ...auditLine('founded', at), actorId: openid, subjectId: 'founded', after: 'founded' },
      { ...auditLine('earlier', at), actorId: formerOpenid, subjectId: 'earlier', after: 'earlier' },
    ],
  }),
  outbox: ({ at }) => ({
    others: [
      {
        ...{ _id: 'revealed', kind: 'id-number-revealed', at, lane: 0, shard: 0, state: 'done' },
        payload: { personId: 'p-other', byName: name, orgName: '市局', reason: '核对名册' },
      },
      {
        ...{ _id: 'returned', kind: 'claim-returned', at, lane: 0, shard: 0, state: 'done' },
        payload: {
          ...{ personId, claimId: 'claim-1', title: WORDS, orgId: 'unit-1', nextOrgId: '', note: WORDS },
          credited: false,
        },
      },
    ],
  }),
  budgets: ({ at }) => ({ others: [{ _id: 'phone-code:hash:1', spent: 1, endsAt: at }] }),
  'call-sums': ({ at }) => ({
    others: [{ _id: 'all', of: 'all', from: at, ended: [], speed: [], store: [], kept: [] }],
  }),
  'work-leases': ({ at }) => ({ others: [{ _id: 'outbox:1', holder: '0000-0000', until: at }] }),
  'due-items': ({ at }) => ({
    others: [{ _id: 'due', kind: 'erasure', ref: personId, dueAt: at, lane: 0, shard: 0, state: 'done' }],
  }),
  'spot-checks': ({ at }) => ({
    others: [
      {
        ...{ _id: 'check', orgId: 'bureau', orgName: '市局', by: inOffice, scope: [], year: 2022, seed: '' },
        ...{ rule: { size: { by: 'count', count: 1 }, strata: 'none' }, startedAt: at },
        drawnFrom: { units: 1, unitsLooked: 1, claims: 1 },
        samples: [
          {
            ...{ claimId: 'claim-1', unitName: UNIT.unitName, title: WORDS, kindLabel: '论文', hours: null },
            finding: {
              ...{ verdict: 'false', failed: ['person'], reason: WORDS, evidenceNote: WORDS, at },
              ...{ by: personId, byName: name },
            },
          },
        ],
      },
    ],
  }),
  voidings: ({ at }) => ({
    own: [
      {
        ...{ _id: 'void:credit', personId, personName: name, ...UNIT, region: 'shaanxi', year: 2022 },
        ...{ title: WORDS, hours: null, entryId: 'credit', claimId: 'claim-1', reason: WORDS, clauseId: '' },
        ...{ by: officer, orgId: 'bureau', at, checkId: '', jobId: '', certificate: null },
        objection: {
          ...{ state: 'dismissed', statement: WORDS, decisionId: '' },
          events: [{ kind: 'filed', at, byName: name, orgName: '', note: WORDS }],
        },
        ...{ objectionState: 'dismissed', objectedAt: at, hearingOrgId: 'bureau', restoredEntryId: null },
      },
    ],
  }),
  'void-jobs': ({ at }) => ({
    others: [
      {
        ...{ _id: 'job', orgId: 'bureau', ...UNIT, from: at, until: at, reason: '整改', by: inOffice },
        ...{ state: 'done', cursor: null, looked: 0, voided: 0, startedAt: at, finishedAt: at },
      },
    ],
  }),
  'integrity-cases': ({ at }) => ({
    own: [
      {
        ...{ _id: 'case', orgId: 'bureau', orgName: '市局', region: 'qinghai', year: 2023, by: officer },
        subject: { kind: 'person', id: personId, name, unitName: UNIT.unitName },
        ...{ subjectId: personId, conduct: 'false-hours', statement: WORDS, openedAt: at },
        evidence: { voidingIds: ['void:credit'], note: WORDS },
        ...{ state: 'dismissed', decidedOn: null, lapsesOn: null },
        decisions: [
          {
            ...{ decisionId: 'd', verdict: 'record', reason: WORDS, orgName: '市局', at },
            ...{ by: officer.personId, byName: officer.name },
          },
        ],
      },
    ],
  }),
  'inbox-messages': ({ at }) => ({
    own: [
      {
        ...{ _id: 'm', personId, kind: 'k', title: '消息', text: WORDS, place: { page: 'me' } },
        ...{ state: 'unread', at },
      },
    ],
  }),
  'reminder-walks': () => ({ others: [{ _id: 'walk', state: 'done', after: '', told: 1 }] }),
  'stat-parts': () => ({
    own: [
      {
        ...{ _id: `${personId}:2022`, personId, unitId: 'unit-1', year: 2022, standing: 'behind' },
        ...{ missingPublic: hundredths(0), missingProfessional: hundredths(0), pending: hundredths(0) },
        figures: noFigures(),
      },
    ],
  }),
  'stat-counters': () => ({
    others: [
      {
        ...{ _id: 'unit-1:2022', orgId: 'unit-1', orgName: '', parentId: '', year: 2022, depth: 1 },
        ...{ own: noFigures(), total: noFigures(), pushed: noFigures() },
        ...{ isDirty: false, dirtyAt: instant(0), isCounted: true },
      },
    ],
  }),
  'key-exchanges': ({ at }) => ({
    others: [
      {
        ...{ _id: 'walk', target: 'index key 1 of 1; sealing key 1', state: 'done', startedAt: at },
        ...{ stage: 0, after: '', written: 0, left: 0 },
      },
    ],
  }),
  'stat-rebuilds': () => ({ others: [{ _id: 'shaanxi:2022', step: 'done', after: '' }] }),
  erasures: ({ at }) => ({ own: [{ _id: personId, state: 'waiting', askedAt: at, dueAt: at }] }),
  'outside-providers': ({ at }) => ({
    others: [
      {
        ...{ _id: 'p', region: 'qinghai', name: '平台', kind: 'platform', base: null },
        keys: [{ keyId: 1, publicKeyHex: '', setBy: personId, setAt: at, withdrawnAt: null }],
      },
    ],
  }),
  'outside-batches': ({ at }) => ({
    others: [
      {
        ...{ _id: 'batch', providerId: 'p', providerName: '平台', region: 'qinghai', month: '2023-06' },
        ...{ sequence: 1, digest: '', keyId: 1, signatureHex: '', receivedAt: at, late: false, rowCount: 1 },
        ...{ policyVersion: 'v', state: 'done', cursor: 1, dueAt: at, doneAt: at },
        counts: { taken: 1, already: 0, refused: 0, unmatched: 0 },
      },
    ],
  }),
  'outside-contents': ({ seal }) => ({ others: [{ _id: 'batch', rows: seal(WORDS, rowsOfBatch('batch')) }] }),
  'outside-rows': ({ at }) => ({
    own: [row(at, {}), row(at, { _id: 'batch:1', position: 1, state: 'unmatched', personId: null })],
  }),
  'outside-keys': () => ({ others: [{ _id: '04', providerId: 'p', isWithdrawn: true }] }),
  'outside-courses': () => ({
    others: [{ _id: `${personId}:2022:course`, rowId: 'row', entryId: 'e', hours: hoursOf(8) }],
  }),
} satisfies Partial<Fixtures>
