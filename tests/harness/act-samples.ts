// One of each event, for tests of what follows from it.
import { hoursOf } from '../../domain/kernel/hours'
import { FOLLOWS } from '../../server/afterwards/act-words'
import type { Told } from '../../server/afterwards/inbox/told'
import type { ActEvent, ActPayloads, EventKind } from '../../server/kernel/acts'

const personId = 'p1'
const LONG = '很长很长的培训班名称'.repeat(4)
const claim = { personId, claimId: 'c1', title: LONG, orgId: 'o1' }
const decided = { ...claim, nextOrgId: '', note: '请补一张盖章的培训证明，并写明每天的内容', credited: true }
const answered = { personId, orgName: '演示单位', reason: '对照了身份证', contestId: 'k1' }
const moved = { personId, unitId: 'u1', unitName: '演示单位' }
const granted = { personId, role: 'unit-reviewer', orgId: 'o1' } as const

/** One of each event: a new one does not compile before it is here, too. */
export const SAMPLES: Pick<ActPayloads, EventKind> = {
  register: { personId, unitId: 'u1' },
  'binding-verified': { personId },
  'binding-contested': { personId },
  'title-verified': { personId, unitName: '演示单位', title: '主治医师（卫生技术系列，中级，2018 年取得）' },
  'title-doubted': { personId, unitName: '演示单位', title: '还没有职称', reason: '没有看到证书' },
  'contest-binding': moved,
  'contest-waiting': { personId, level: 'unit' },
  'contest-refused': answered,
  'binding-moving': { ...answered, movesOn: '2022-08-18' },
  'rebind-lapsed': answered,
  'binding-rebound': answered,
  'binding-kept': answered,
  'id-number-revealed': { personId, byName: '李想', orgName: '演示市人社局', reason: '核对名册' },
  'erasure-asked': { personId, dueOn: '2022年9月8日' },
  'erasure-withdrawn': { personId },
  'erasure-done': { personId },
  'founder-appointed': { personId, orgName: '演示省人力资源和社会保障厅' },
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
  'lecture-stopped': { personId, unitName: '演示单位', lectureTitle: '土壤学' },
  'lecture-lifted': { personId, lectureTitle: '土壤学' },
  'double-found': { personId, title: '设施蔬菜栽培', year: 2022, entryId: 'e1' },
  'double-kept': { personId, title: '设施蔬菜栽培', year: 2022, entryId: 'e1' },
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

export const EVENTS = Object.entries(SAMPLES).map(([kind, payload]) => ({ kind, payload }) as ActEvent)
export const toldOf = <K extends EventKind>({ kind, payload }: ActEvent<K>, hour: string): Told | null =>
  FOLLOWS[kind].inbox(payload, hour)

export const REASON = '原因：请补一张盖章的培训证明，并写明每天的内容。'
export const short: ActPayloads['claim-returned'] = { ...decided, title: '土壤学' }

/** What the sample of a kind tells, with something about it changed. */
export const changed = (kind: EventKind, change: object): Told | null =>
  toldOf({ kind, payload: { ...SAMPLES[kind], ...change } } as ActEvent, '课时')
