import { type Answer, holders, type MakeInput, type Rows, registered, WITHIN } from './row'

const OVERSEERS = holders({ 'bureau-reviewer': WITHIN, 'bureau-staff': WITHIN })
const LOOKING = holders({ 'bureau-reviewer': 'ok', 'bureau-staff': 'ok' })
/** What is not there is out of scope for everybody: whether it exists is not told. */
const UNSEEN = holders({ 'bureau-reviewer': 'OUT_OF_SCOPE', 'bureau-staff': 'OUT_OF_SCOPE' })
const OWN_ENTRY = registered('ENTRY_UNKNOWN')

/** Who is in scope gets as far as what the case itself is about. */
const reached = (code: Answer) =>
  holders({
    'bureau-reviewer': [code, 'OUT_OF_SCOPE', 'OUT_OF_SCOPE'],
    'bureau-staff': [code, 'OUT_OF_SCOPE', 'OUT_OF_SCOPE'],
  })

const certifying: MakeInput = ({ unit }, world) => ({
  ...{ unitId: unit, reason: '抽查发现不实', decisionId: world.next('d') },
})

export const oversightRows: Rows = {
  'oversight.checks': { input: () => ({}), answers: LOOKING },
  'oversight.startCheck': {
    input: async (place, world) => {
      await world.claim(place, { ownerId: place.personId, at: 'bureau', state: 'credited' })
      const rule = { size: { by: 'count', count: 5 }, strata: 'none' }
      const checkId = world.next('check')
      return { checkId, orgIds: [place.unit], whole: false, year: 2022, seed: '2022', rule }
    },
    answers: OVERSEERS,
  },
  'oversight.check': { input: () => ({ checkId: 'none' }), answers: UNSEEN },
  'oversight.sample': { input: () => ({ checkId: 'none', claimId: 'none' }), answers: UNSEEN },
  'oversight.recordFinding': {
    input: (_, world) => ({
      ...{ checkId: 'none', claimId: 'none', decisionId: world.next('d') },
      finding: { verdict: 'in-order', failed: [], reason: '', evidenceNote: '' },
    }),
    answers: UNSEEN,
  },
  'oversight.voidEntry': {
    input: async (place, world) => {
      const claim = await world.claim(place, { ownerId: place.personId, at: 'bureau' })
      return { named: { claimId: claim._id }, reason: '抽查发现不实' }
    },
    // A claim that has given nothing yet has nothing to void.
    answers: reached('CLAIM_CLOSED'),
  },
  'oversight.voidAllOf': {
    input: ({ unit }, world) => ({
      ...{ jobId: world.next('job'), unitId: unit, reason: '抽查发现不实' },
      ...{ from: world.now - 86_400_000, until: world.now },
    }),
    answers: OVERSEERS,
  },
  'oversight.stepJob': { input: () => ({ jobId: 'none' }), answers: UNSEEN },
  'oversight.job': { input: () => ({ jobId: 'none' }), answers: UNSEEN },
  'oversight.jobs': { answers: LOOKING },
  'oversight.certifying': { input: ({ unit }) => ({ unitId: unit }), answers: OVERSEERS },
  'oversight.withdrawCertification': { input: certifying, answers: OVERSEERS },
  'oversight.restoreCertification': { input: certifying, answers: OVERSEERS },
  'oversight.objections': { input: () => ({ state: 'open' }), answers: LOOKING },
  'oversight.objection': { input: () => ({ voidingId: 'none' }), answers: UNSEEN },
  'oversight.hear': {
    input: (_, world) => ({
      ...{ voidingId: 'none', decisionId: world.next('d'), verdict: 'upheld', reason: '材料属实' },
    }),
    answers: UNSEEN,
  },
  'oversight.cases': { answers: LOOKING },
  'oversight.openCase': {
    input: ({ unit }, world) => ({
      ...{ caseId: world.next('case'), subject: { kind: 'unit', unitId: unit }, conduct: 'abuse-of-office' },
      ...{ statement: '为他人虚报学时', evidenceNote: '' },
    }),
    // Shandong's notice says nothing of integrity records.
    answers: reached('INTEGRITY_UNRULED'),
  },
  'oversight.decideCase': {
    input: (_, world) => ({
      ...{ caseId: 'none', decisionId: world.next('d'), verdict: 'record', reason: '查证属实' },
    }),
    answers: UNSEEN,
  },
  'oversight.voiding': { input: () => ({ entryId: 'none' }), answers: OWN_ENTRY },
  'oversight.object': { input: () => ({ entryId: 'none', statement: '材料是真实的' }), answers: OWN_ENTRY },
  'oversight.myCases': { answers: registered() },
}
