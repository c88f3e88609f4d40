// What a screen may send to the overseers' procedures, at its limits and beyond.
import type { ZodType } from 'zod'
import { certifyingChange } from './certifying'
import { oneSample, sampleFinding } from './check-samples'
import { hearing, objectionsAsked } from './hear-objection'
import { caseDecision, caseToOpen } from './integrity'
import { filedObjection } from './object-to-voiding'
import { checkOrder } from './start-check'
import { voidOrder } from './void-job'
import { hoursToVoid } from './voiding-target'

const LATEST = 8_640_000_000_000_000
const TAP = 'tap-1'
const REASON = '不实'
const bodies = (count: number): string[] => Array.from({ length: count }, (_, n) => `unit-${n}`)
const share = (percent: number) => ({ rule: { size: { by: 'share', percent }, strata: 'unit' } })
const draws = (count: number) => ({ rule: { size: { by: 'count', count }, strata: 'unit' } })
const finding = (change: object) => ({
  finding: { verdict: 'false', failed: ['evidence'], reason: REASON, evidenceNote: '', ...change },
})

interface Input {
  what: string
  schema: ZodType
  /** One that is taken. */
  sent: object
  /** Changes that are taken, too. */
  taken: object[]
  /** Changes that are refused. */
  refused: object[]
}

const INPUTS: Input[] = [
  {
    what: 'a check',
    schema: checkOrder,
    sent: { ...{ checkId: TAP, orgIds: ['unit'], whole: true, year: 2022 }, ...share(10) },
    taken: [
      { orgIds: bodies(20) },
      { whole: false },
      share(1),
      share(100),
      draws(1),
      draws(100),
      ...['none', 'unit', 'kind'].map((strata) => ({ rule: { ...share(10).rule, strata } })),
    ],
    refused: [
      { orgIds: [] },
      { orgIds: bodies(21) },
      { orgIds: [''] },
      { whole: undefined },
      { year: undefined },
      { checkId: 'a:b' },
      ...[0, 101, 0.5].flatMap((n) => [share(n), draws(n)]),
      { rule: { ...share(10).rule, strata: '' } },
      { rule: { size: { by: '', percent: 10 }, strata: 'unit' } },
      { rule: undefined },
    ],
  },
  {
    what: 'a finding',
    schema: sampleFinding,
    sent: { ...{ checkId: 'c1', claimId: 'k1', decisionId: TAP }, ...finding({}) },
    taken: [
      finding({ verdict: 'in-order', failed: [] }),
      finding({ reason: '', evidenceNote: 'x'.repeat(500) }),
      finding({ reason: ` ${'x'.repeat(200)} ` }),
    ],
    refused: [
      { checkId: '' },
      { claimId: '' },
      { decisionId: 'a:b' },
      { finding: undefined },
      finding({ verdict: '' }),
      finding({ failed: ['else'] }),
      finding({ failed: Array(20).fill('evidence') }),
      finding({ reason: 'x'.repeat(201) }),
      finding({ evidenceNote: 'x'.repeat(501) }),
    ],
  },
  {
    what: 'a sample',
    schema: oneSample,
    sent: { checkId: 'c1', claimId: 'k1' },
    taken: [],
    refused: [{ checkId: '' }, { claimId: undefined }],
  },
  {
    what: 'a job',
    schema: voidOrder,
    sent: { jobId: TAP, unitId: 'unit', from: 0, until: LATEST, reason: REASON },
    taken: [{ from: LATEST, until: 0 }],
    refused: [
      { jobId: 'a:b' },
      { unitId: '' },
      { from: -1 },
      { from: 0.5 },
      { until: LATEST + 1 },
      { until: undefined },
      { reason: '' },
    ],
  },
  {
    what: 'a voiding',
    schema: hoursToVoid,
    sent: { named: { claimId: 'k1' }, reason: REASON },
    taken: [{ named: { entryId: 'e1' } }, { checkId: '' }, { checkId: 'x'.repeat(200) }],
    refused: [
      { named: {} },
      { named: { claimId: '' } },
      { named: { entryId: '' } },
      { reason: ' ' },
      { checkId: 'x'.repeat(201) },
    ],
  },
  {
    what: 'an objection',
    schema: filedObjection,
    sent: { entryId: 'e1', statement: '是真的' },
    taken: [{ statement: 'x'.repeat(500) }],
    refused: [{ entryId: '' }, { statement: ' ' }, { statement: 'x'.repeat(501) }],
  },
  {
    what: 'a list of objections',
    schema: objectionsAsked,
    sent: { state: 'open' },
    taken: [{ state: 'upheld' }, { state: 'dismissed' }, { orgId: 'unit', after: 'unit|' }],
    refused: [{ state: '' }, { state: 'none' }, { orgId: '' }],
  },
  {
    what: 'a hearing',
    schema: hearing,
    sent: { voidingId: 'v1', decisionId: TAP, verdict: 'upheld', reason: REASON },
    taken: [{ verdict: 'dismissed' }],
    refused: [{ voidingId: '' }, { decisionId: 'a:b' }, { verdict: '' }, { reason: ' ' }],
  },
  {
    what: 'a case',
    schema: caseToOpen,
    sent: {
      ...{ caseId: TAP, subject: { kind: 'unit', unitId: 'unit' }, conduct: 'false-hours' },
      ...{ statement: '虚报', evidenceNote: '' },
    },
    taken: [
      { subject: { kind: 'person', voidingId: 'v1' } },
      { conduct: 'abuse-of-office' },
      { statement: 'x'.repeat(500) },
    ],
    refused: [
      { caseId: 'a:b' },
      { subject: { kind: '', unitId: 'unit' } },
      { subject: { kind: 'unit', voidingId: 'v1' } },
      { subject: { kind: 'person', unitId: 'unit' } },
      { conduct: '' },
      { statement: ' ' },
      { statement: 'x'.repeat(501) },
    ],
  },
  {
    what: 'a decision on a case',
    schema: caseDecision,
    sent: { caseId: 'c1', decisionId: TAP, verdict: 'record', reason: REASON },
    taken: [{ verdict: 'dismiss' }],
    refused: [{ caseId: '' }, { decisionId: 'a:b' }, { verdict: '' }, { reason: ' ' }],
  },
  {
    what: 'a change of the right to certify',
    schema: certifyingChange,
    sent: { unitId: 'unit', reason: REASON, decisionId: TAP },
    taken: [],
    refused: [{ unitId: '' }, { reason: ' ' }, { decisionId: 'a:b' }],
  },
]

const cases = (changes: (input: Input) => object[]) =>
  INPUTS.flatMap((input) =>
    changes(input).map((change) => ({ ...input, change, sent: { ...input.sent, ...change } })),
  )

test.each(cases(({ taken }) => [{}, ...taken]))('$what with $change is taken', ({ schema, sent }) =>
  expect(schema.safeParse(sent).success).toBe(true),
)

test.each(cases(({ refused }) => refused))('$what with $change is refused', ({ schema, sent }) =>
  expect(schema.safeParse(sent).success).toBe(false),
)

test('a voiding without a check stands for itself', () => {
  expect(hoursToVoid.parse({ named: { claimId: 'k1' }, reason: REASON })).toEqual({
    ...{ named: { claimId: 'k1' }, reason: REASON },
    checkId: '',
  })
})
