import { hoursOf } from '../kernel/hours'
import { type Instant, instant } from '../kernel/instant'
import type { Actor, Claim, ClaimStep } from './claim'
import { decideClaim, lapseClaim, type Verdict } from './decide-claim'
import { firstWaiting, resubmitClaim, type Submission, submitClaim, withdrawClaim } from './submit-claim'

const NOON = instant(Date.UTC(2023, 11, 5, 4))
const CLOSES = instant(Date.UTC(2023, 11, 31, 16))
const person = (at: Instant = NOON): Actor => ({ id: 'p', name: '李秀兰', orgName: '第一小学', at })
const reviewer: Actor = { id: 'r', name: '王建国', orgName: '教育局', at: NOON }

const step = (name: ClaimStep['step'], orgId: string): ClaimStep => ({
  step: name,
  orgId,
  orgName: orgId === '' ? '没有这一级' : `名${orgId}`,
  outcome: orgId === '' ? 'skipped' : 'waiting',
  note: orgId === '' ? '上级没有这一级' : '',
  decidedBy: null,
  decidedByName: '',
  decidedAt: null,
  hours: null,
})
const submission = (change: Partial<Submission> = {}): Submission => ({
  subject: { type: 'year' },
  claimedHours: hoursOf(16),
  digest: 'as seen',
  steps: [step('unit', 'u'), step('department', 'd')],
  dueAt: NOON,
  closesAt: CLOSES,
  ...change,
})
const decided = (claim: Claim, verdict: Verdict): Claim => {
  const { revision, stepIndex } = claim
  const sent = { decisionId: `d${revision}${stepIndex}`, revision, stepIndex, verdict, nextDueAt: NOON }
  const outcome = decideClaim(claim, sent, reviewer)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const RETURN: Verdict = { kind: 'return', asks: [{ field: 'title', text: '写全题目' }] }
const returned = () => decided(decided(submitClaim(submission(), person()), { kind: 'approve' }), RETURN)
const sentAgain = (change: Partial<Submission> = {}): Claim => {
  const outcome = resubmitClaim(returned(), submission(change), person())
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

describe('a claim handed in for the first time', () => {
  test('waits at the first level; nothing is decided, nothing asked', () => {
    expect(submitClaim(submission(), person())).toEqual({
      ...submission(),
      state: 'submitted',
      stepIndex: 0,
      revision: 1,
      recognisedHours: null,
      asks: [],
      decisionId: '',
      events: [
        {
          kind: 'submitted',
          at: NOON,
          by: 'p',
          byName: '李秀兰',
          orgName: '第一小学',
          note: '',
          hours: hoursOf(16),
        },
      ],
    })
  })

  test('levels that the tree lacks before the first one are told in the timeline, later ones are not', () => {
    const steps = [step('unit', ''), step('township', ''), step('department', 'd'), step('bureau', '')]
    const claim = submitClaim(submission({ steps }), person())
    expect(claim.stepIndex).toBe(2)
    expect(claim.events.map(({ kind, orgName, note }) => [kind, orgName, note])).toEqual([
      ['submitted', '第一小学', ''],
      ['skipped', '没有这一级', '上级没有这一级'],
      ['skipped', '没有这一级', '上级没有这一级'],
    ])
  })

  test('a chain without any level waits at nobody', () => {
    expect(firstWaiting([])).toBe(0)
    expect(firstWaiting([step('unit', '')])).toBe(1)
    const nobody = submitClaim(submission({ steps: [step('unit', '')] }), person())
    expect(nobody.stepIndex).toBe(1)
    expect(lapseClaim(nobody, CLOSES)?.events.at(-1)).toMatchObject({ orgName: '', note: '没有按时审核' })
  })
})

describe('a returned claim handed in again', () => {
  test('goes back to the level that returned it, as another revision', () => {
    const again = sentAgain({ dueAt: null })
    expect(again).toMatchObject({
      state: 'submitted',
      stepIndex: 1,
      revision: 2,
      recognisedHours: hoursOf(16),
      asks: [],
      dueAt: null,
    })
    expect(again.steps.map(({ outcome }) => outcome)).toEqual(['approved', 'waiting'])
    expect(again.events.at(-1)).toMatchObject({ kind: 'resubmitted', by: 'p', hours: hoursOf(16) })
  })

  test.each<[string, Partial<Submission>, number]>([
    ['other hours, a field or a file', { digest: 'exchanged' }, 0],
    ['another body at a level', { steps: [step('unit', 'u'), step('department', 'e')] }, 0],
    ['another first body', { steps: [step('unit', ''), step('department', 'd')] }, 1],
    ['one level more', { steps: [step('unit', 'u'), step('department', 'd'), step('bureau', 'b')] }, 0],
    ['one level less', { steps: [step('unit', 'u')] }, 0],
  ])('%s than were approved begin at the first level again', (_, change, stepIndex) => {
    const again = sentAgain(change)
    expect(again).toMatchObject({ stepIndex, recognisedHours: null, ...change })
    expect(again.steps.every(({ outcome }) => outcome !== 'approved')).toBe(true)
  })

  test('only a returned claim can be', () => {
    const open = submitClaim(submission(), person())
    expect(resubmitClaim(open, submission(), person())).toEqual({
      ok: false,
      refusal: { code: 'CLAIM_CLOSED', details: { state: 'submitted' } },
    })
  })
})

describe('a claim withdrawn', () => {
  const withdrawn = (claim: Claim, at = NOON) => withdrawClaim(claim, person(at))

  test.each([
    ['submitted', () => submitClaim(submission(), person())],
    ['returned', returned],
  ])('while it is %s', (_, claim) => {
    const outcome = withdrawn(claim())
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    expect(outcome.value).toMatchObject({ state: 'withdrawn', dueAt: null })
    expect(outcome.value.events.at(-1)).toMatchObject({ kind: 'withdrawn', by: 'p', note: '', hours: null })
    expect(withdrawn(outcome.value)).toEqual(outcome)
  })

  test('not once it has ended', () => {
    const rejected = decided(submitClaim(submission(), person()), { kind: 'reject', reason: '不是本人' })
    expect(rejected.events.at(-1)).toMatchObject({ kind: 'rejected', note: '不是本人', byName: '王建国' })
    expect(withdrawn(rejected)).toEqual({
      ok: false,
      refusal: { code: 'CLAIM_CLOSED', details: { state: 'rejected' } },
    })
  })

  test('QH23-12: the moment before the law’s close it can be, from that moment on it has lapsed', () => {
    const open = submitClaim(submission(), person())
    expect(withdrawn(open, instant(CLOSES - 1)).ok).toBe(true)
    expect(withdrawn(open, CLOSES)).toEqual({
      ok: false,
      refusal: { code: 'CLAIM_CLOSED', details: { state: 'lapsed' } },
    })
    expect(withdrawn({ ...open, closesAt: null }, CLOSES).ok).toBe(true)
  })
})
