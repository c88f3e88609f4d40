import { hoursOf } from '../../domain/kernel/hours'
import { ACTS, type ActEvent, type ActPayloads, type EventKind } from '../kernel/acts'
import { FOLLOWS, LOG_WORDS, ROLE_WORDS } from './act-words'
import type { Told } from './inbox/told'

const personId = 'p1'
const LONG = '很长很长的培训班名称'.repeat(4)
const claim = { personId, claimId: 'c1', title: LONG, orgId: 'o1' }
const decided = { ...claim, nextOrgId: '', note: '请补一张盖章的培训证明，并写明每天的内容', credited: true }
const answered = { personId, orgName: '演示单位', reason: '对照了身份证', contestId: 'k1' }
const moved = { personId, unitId: 'u1', unitName: '演示单位' }
const granted = { personId, role: 'unit-reviewer', orgId: 'o1' } as const

/** One of each event: a new one does not compile before it is here, too. */
const SAMPLES: Pick<ActPayloads, EventKind> = {
  register: { personId, unitId: 'u1' },
  'binding-verified': { personId },
  'binding-contested': { personId },
  'contest-binding': moved,
  'contest-waiting': { personId, level: 'unit' },
  'contest-refused': answered,
  'binding-rebound': answered,
  'binding-kept': answered,
  'id-number-revealed': { personId, byName: '李想', orgName: '演示市人社局', reason: '核对名册' },
  'erasure-asked': { personId, dueOn: '2022年9月8日' },
  'erasure-withdrawn': { personId },
  'erasure-done': { personId },
  'organisation-reviewed': { personId, orgName: '演示单位', verified: true },
  'role-granted': granted,
  'role-revoked': granted,
  'move-confirmed': moved,
  'move-refused': moved,
  'person-reminded': { personId, unitName: '演示单位', year: 2022 },
  'exam-closed': { personId, attemptId: 'a1', passed: true },
  'claim-submitted': claim,
  'claim-resubmitted': claim,
  'claim-withdrawn': claim,
  'claim-approved': decided,
  'claim-reduced': { ...decided, credited: false },
  'claim-returned': decided,
  'claim-rejected': decided,
  'claim-transferred': decided,
  'claim-opinion': decided,
  'claim-lapsed': { ...claim, note: '单位没有在期限内审完' },
  'study-record-kept': { personId, unitName: '演示单位', title: '土壤学', hours: hoursOf(6.5) },
  'hours-voided': {
    personId,
    voidingId: 'v1',
    title: '',
    year: 2022,
    reason: '证书不实',
    clauseId: 'SX22-16',
    entryId: 'e1',
    certificate: '',
  },
  'objection-upheld': { personId, voidingId: 'v1', title: '' },
  'objection-dismissed': { personId, voidingId: 'v1', title: '' },
  'integrity-opened': { personId, caseId: 'k1' },
  'integrity-record': { personId, caseId: 'k1', lapsesOn: '' },
  'integrity-dismiss': { personId, caseId: 'k1' },
  'outside-taken': { personId, batchId: 'b1', rowId: 'r1', entryId: 'e1', year: 2022 },
}

const EVENTS = Object.entries(SAMPLES).map(([kind, payload]) => ({ kind, payload }) as ActEvent)
const toldOf = <K extends EventKind>({ kind, payload }: ActEvent<K>, hour: string): Told | null =>
  FOLLOWS[kind].inbox(payload, hour)

test('the log speaks Chinese of every act and every role', () => {
  for (const words of [...Object.values(LOG_WORDS), ...Object.values(ROLE_WORDS)])
    expect(words).toMatch(/^(?!.*学时)[\p{Script=Han}、]+$/u)
})

test('each act has its words where it is kept, and nowhere else', () => {
  const kept = (how: string) =>
    Object.entries(ACTS).flatMap(([kind, act]) => (act.kept === how || act.kept === 'both' ? [kind] : []))
  expect(Object.keys(LOG_WORDS).sort()).toEqual(kept('line').sort())
  expect(Object.keys(FOLLOWS).sort()).toEqual(kept('event').sort())
})

test.each(EVENTS)('$kind: the inbox speaks Chinese, and calls an hour as the region does', (event) => {
  const told = toldOf(event, '课时')
  if (!told) return
  expect(`${told.title}${told.text}`).not.toMatch(/[A-Za-z]|undefined|学时/)
  for (const value of Object.values(told.subscription?.data ?? {}))
    expect(value.length).toBeLessThanOrEqual(20)
})
