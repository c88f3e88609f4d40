import { type Answer, having, type MakeInput, type Rows, registered, WITHIN } from './row'
import { check, credited, double, integrityCase, objected, voided, voidJob } from './things'

const CHECKING = having('spot-check', WITHIN)
const VOIDING = having('void-hours', WITHIN)
const CERTIFYING = having('withdraw-certifying', WITHIN)
const HEARING = having('hear-objections', WITHIN)
/** One's own line alone: another's is as unknown as none. */
const OWN_VOIDING = registered(['ok', 'ENTRY_UNKNOWN', 'ENTRY_UNKNOWN'])

/** A caller in scope gets as far as the refusal that the case itself causes. */
const reached = (code: Answer) => having('keep-integrity-record', [code, 'OUT_OF_SCOPE', 'OUT_OF_SCOPE'])

/** A unit of its own each time: who withdrew its right before is no cell's concern. */
const certifying: MakeInput = async ({ department }, world) => {
  const unitId = await world.waitingBody('unit', department)
  const unit = await world.store.get('organisations', unitId)
  if (unit) await world.store.replace('organisations', { ...unit, state: 'verified' })
  return { unitId, reason: '抽查发现不实', decisionId: world.next('d') }
}

const found = { verdict: 'in-order', failed: [], reason: '', evidenceNote: '' }

export const oversightRows: Rows = {
  'oversight.checks': { input: () => ({}), answers: having('spot-check', 'ok') },
  'oversight.startCheck': {
    input: async (place, world) => {
      await credited(place, world)
      const rule = { size: { by: 'count', count: 5 }, strata: 'none' }
      const checkId = world.next('check')
      return { checkId, orgIds: [place.unit], whole: false, year: 2022, rule }
    },
    names: ['orgIds.0'],
    answers: CHECKING,
  },
  'oversight.check': {
    input: async (place, world) => ({ checkId: (await check(place, world)).checkId }),
    names: ['checkId'],
    answers: CHECKING,
  },
  'oversight.sample': { input: check, names: ['checkId', 'claimId'], answers: CHECKING },
  'oversight.recordFinding': {
    input: async (place, world) => ({
      ...(await check(place, world)),
      ...{ decisionId: world.next('d'), finding: found },
    }),
    names: ['checkId', 'claimId'],
    answers: CHECKING,
  },
  'oversight.voidEntry': {
    input: async (place, world) => ({
      ...{ named: { claimId: await credited(place, world) }, reason: '抽查发现不实' },
    }),
    names: ['named.claimId'],
    answers: VOIDING,
  },
  'oversight.voidAllOf': {
    input: ({ unit }, world) => ({
      ...{ jobId: world.next('job'), unitId: unit, reason: '抽查发现不实' },
      ...{ from: world.now - 86_400_000, until: world.now },
    }),
    names: ['unitId'],
    answers: VOIDING,
  },
  'oversight.stepJob': {
    input: async (place, world) => ({ jobId: await voidJob(place, world) }),
    names: ['jobId'],
    answers: VOIDING,
  },
  'oversight.job': {
    input: async (place, world) => ({ jobId: await voidJob(place, world) }),
    names: ['jobId'],
    answers: VOIDING,
  },
  'oversight.jobs': { answers: having('void-hours', 'ok') },
  'oversight.doubles': { input: () => ({}), answers: having('spot-check', 'ok') },
  'oversight.keepDouble': {
    input: async (place, world) => ({
      ...{ doubleId: await double(place, world), decisionId: world.next('d'), reason: '两次不同的学习' },
    }),
    names: ['doubleId'],
    answers: VOIDING,
  },
  'oversight.certifying': {
    input: ({ unit }) => ({ unitId: unit }),
    names: ['unitId'],
    answers: CERTIFYING,
  },
  'oversight.withdrawCertification': { input: certifying, names: ['unitId'], answers: CERTIFYING },
  'oversight.restoreCertification': { input: certifying, names: ['unitId'], answers: CERTIFYING },
  'oversight.objections': { input: () => ({ state: 'open' }), answers: having('hear-objections', 'ok') },
  'oversight.objection': {
    input: async (place, world) => ({ voidingId: await objected(place, world) }),
    names: ['voidingId'],
    answers: HEARING,
  },
  'oversight.hear': {
    input: async (place, world) => ({
      ...{ voidingId: await objected(place, world), decisionId: world.next('d') },
      ...{ verdict: 'upheld', reason: '材料属实' },
    }),
    names: ['voidingId'],
    // What the county voided, the province hears; the county reads it, and is told so.
    answers: having('hear-objections', ['DECIDED_ABOVE', 'OUT_OF_SCOPE', 'OUT_OF_SCOPE'], {
      'region-staff': WITHIN,
    }),
  },
  'oversight.cases': { answers: having('keep-integrity-record', 'ok') },
  'oversight.openCase': {
    input: async (place, world) => ({
      ...{ caseId: world.next('case'), subject: { kind: 'person', voidingId: await voided(place, world) } },
      ...{ conduct: 'false-hours', statement: '为他人虚报学时', evidenceNote: '' },
    }),
    names: ['subject.voidingId'],
    // Shandong's notice says nothing of integrity records.
    answers: reached('INTEGRITY_UNRULED'),
  },
  'oversight.decideCase': {
    input: async (place, world) => ({
      ...{ caseId: await integrityCase(place, world), decisionId: world.next('d') },
      ...{ verdict: 'record', reason: '查证属实' },
    }),
    names: ['caseId'],
    answers: having('keep-integrity-record', WITHIN),
  },
  'oversight.voiding': {
    input: async (place, world) => ({ entryId: await voided(place, world, place.ownerId) }),
    names: ['entryId'],
    answers: OWN_VOIDING,
  },
  'oversight.object': {
    input: async (place, world) => ({
      ...{ entryId: await voided(place, world, place.ownerId), statement: '材料是真实的' },
    }),
    names: ['entryId'],
    answers: OWN_VOIDING,
  },
  'oversight.myCases': { answers: registered() },
}
