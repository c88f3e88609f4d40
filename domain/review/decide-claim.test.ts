import { type Hours, hoursOf } from '../kernel/hours'
import { instant } from '../kernel/instant'
import type { Actor, Claim, ClaimStep } from './claim'
import { decideClaim, lapseClaim, reinstateClaim, revokeClaim, type Verdict } from './decide-claim'
import { submitClaim } from './submit-claim'

const NOON = instant(Date.UTC(2022, 7, 15, 4))
const CLOSES = instant(Date.UTC(2022, 11, 31, 16))

const actor = (id: string, at = NOON): Actor => ({ id, name: `审核人${id}`, orgName: `单位${id}`, at })

const waitingAt = (name: ClaimStep['step']): ClaimStep => ({
  ...{ step: name, orgId: name, orgName: name, outcome: 'waiting', note: '', hours: null },
  ...{ decidedBy: null, decidedByName: '', decidedAt: null },
})

/** Sixteen hours of a class, before unit, department and bureau. */
const claimOf = (claimedHours: Hours | null = hoursOf(16)): Claim =>
  submitClaim(
    {
      subject: { type: 'hours', item: { id: 'i', kind: 'class', earnedAt: NOON } },
      claimedHours,
      digest: 'as seen',
      steps: [waitingAt('unit'), waitingAt('department'), waitingAt('bureau')],
      dueAt: NOON,
      closesAt: CLOSES,
    },
    actor('p'),
  )

interface Sent {
  decisionId?: string
  revision?: number
  stepIndex?: number
  by?: Actor
}

function decided(claim: Claim, verdict: Verdict, sent: Sent = {}) {
  const { decisionId = `d-${claim.stepIndex}`, revision = claim.revision, stepIndex = claim.stepIndex } = sent
  const decision = { decisionId, revision, stepIndex, verdict, nextDueAt: null }
  return decideClaim(claim, decision, sent.by ?? actor('r'))
}

function settled(claim: Claim, verdict: Verdict, sent?: Sent): Claim {
  const outcome = decided(claim, verdict, sent)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

const refusalOf = (claim: Claim, verdict: Verdict, sent?: Sent) => {
  const outcome = decided(claim, verdict, sent)
  return outcome.ok ? 'accepted' : outcome.refusal
}

const APPROVE = { kind: 'approve' } as const
const approvedOnce = () => settled(claimOf(), APPROVE)
const credited = () => settled(settled(approvedOnce(), APPROVE), APPROVE)

describe('hours that a level recognises', () => {
  test('unit and department approve 16, the bureau 12 with a reason: 12 are credited', () => {
    const atBureau = settled(approvedOnce(), APPROVE)
    const done = settled(atBureau, { kind: 'approve', hours: hoursOf(12), reason: '有一天没有记录' })
    expect(done).toMatchObject({ state: 'credited', recognisedHours: hoursOf(12), stepIndex: 3, dueAt: null })
    expect(done.steps.map(({ hours }) => hours)).toEqual([hoursOf(16), hoursOf(16), hoursOf(12)])
    expect(done.events.slice(-2)).toMatchObject([
      { kind: 'reduced', note: '有一天没有记录', hours: hoursOf(12) },
      { kind: 'credited', hours: hoursOf(12) },
    ])
  })

  test.each<[what: string, claim: () => Claim, verdict: Verdict, refusal: object | 'accepted']>([
    [
      'fewer without a reason',
      () => claimOf(),
      { kind: 'approve', hours: hoursOf(15.99) },
      { code: 'INPUT_INVALID', details: { fields: ['reason'] } },
    ],
    [
      'fewer with a reason of blanks',
      () => claimOf(),
      { kind: 'approve', hours: hoursOf(12), reason: ' \u3000' },
      { code: 'INPUT_INVALID', details: { fields: ['reason'] } },
    ],
    ['as many, without a reason', () => claimOf(), { kind: 'approve', hours: hoursOf(16) }, 'accepted'],
    [
      'more than claimed',
      () => claimOf(),
      { kind: 'approve', hours: hoursOf(16.01), reason: '多学了' },
      { code: 'HOURS_ABOVE_CLAIMED', details: { hours: hoursOf(16) } },
    ],
    [
      'none at all',
      () => claimOf(),
      { kind: 'approve', hours: hoursOf(0), reason: '没有学' },
      { code: 'INPUT_INVALID', details: { fields: ['hours'] } },
    ],
    [
      'none said where no formula says how many',
      () => claimOf(null),
      APPROVE,
      { code: 'INPUT_INVALID', details: { fields: ['hours'] } },
    ],
    [
      'more than the level before recognised',
      () => settled(claimOf(), { kind: 'approve', hours: hoursOf(12), reason: '有一天没有记录' }),
      { kind: 'approve', hours: hoursOf(12.01) },
      { code: 'HOURS_ABOVE_CLAIMED', details: { hours: hoursOf(12) } },
    ],
  ])('%s', (_, claim, verdict, refusal) => {
    expect(refusalOf(claim(), verdict)).toEqual(refusal)
  })

  test('without a formula the first level says how many, and the next ones need not', () => {
    const first = settled(claimOf(null), { kind: 'approve', hours: hoursOf(20) })
    expect(first.events.at(-1)).toMatchObject({ kind: 'approved', hours: hoursOf(20) })
    expect(settled(first, APPROVE).recognisedHours).toBe(hoursOf(20))
  })

  test('as many hours as before is approved, and nothing is called reduced', () => {
    const same = settled(claimOf(), { kind: 'approve', hours: hoursOf(16) })
    expect(same.events.at(-1)).toMatchObject({ kind: 'approved', note: '', hours: hoursOf(16) })
    expect(same.steps[0]).toMatchObject({
      outcome: 'approved',
      decidedBy: 'r',
      decidedByName: '审核人r',
      decidedAt: NOON,
      hours: hoursOf(16),
      note: '',
    })
  })

  test('a year or a deeming has no hours to recognise', () => {
    const year: Claim = { ...claimOf(null), subject: { type: 'year' } }
    expect(settled(year, APPROVE)).toMatchObject({ stepIndex: 1, recognisedHours: null })
  })
})

describe('who is too late', () => {
  test('the same decision twice is one; another on a decided step is told by whom', () => {
    const claim = approvedOnce()
    expect(decideClaim(claim, { ...sentAgain, decisionId: 'd-0' }, actor('r'))).toEqual({
      ok: true,
      value: claim,
    })
    expect(refusalOf(claim, APPROVE, { stepIndex: 0, decisionId: 'other' })).toEqual({
      code: 'STEP_ALREADY_DECIDED',
      details: { byName: '审核人r', at: NOON },
    })
  })

  const sentAgain = { revision: 1, stepIndex: 0, verdict: APPROVE, nextDueAt: null }

  test.each<[state: string, verdict: Verdict]>([
    ['returned', { kind: 'return', asks: [{ field: 'title', text: '写全题目' }] }],
    ['rejected', { kind: 'reject', reason: '不是本人' }],
  ])('%s meanwhile: told by whom, and nothing else of it is decided', (state, verdict) => {
    const sentAway = settled(claimOf(), verdict, { by: actor('q') })
    expect(sentAway).toMatchObject({ state, dueAt: null })
    expect(refusalOf(sentAway, APPROVE, { decisionId: 'other' })).toMatchObject({
      code: 'STEP_ALREADY_DECIDED',
      details: { byName: '审核人q' },
    })
    expect(refusalOf(sentAway, APPROVE, { decisionId: 'other', revision: 7 })).toEqual({
      code: 'CLAIM_CLOSED',
      details: { state },
    })
  })

  test('a decision without an id is never one that was sent before', () => {
    expect(settled(claimOf(), APPROVE, { decisionId: '' })).toMatchObject({ stepIndex: 1 })
    expect(decided(claimOf(), APPROVE, { stepIndex: 9 })).toMatchObject({
      refusal: { code: 'CLAIM_CHANGED' },
    })
  })

  test('a return of a later level is told by that level, not by the one before', () => {
    const asks = [{ field: 'title', text: '写全题目' }]
    const sentAway = settled(approvedOnce(), { kind: 'return', asks }, { by: actor('q') })
    expect(refusalOf(sentAway, APPROVE, { decisionId: 'other' })).toMatchObject({
      code: 'STEP_ALREADY_DECIDED',
      details: { byName: '审核人q' },
    })
  })

  test('another revision or another step than the one that waits is a changed claim', () => {
    const changed = { code: 'CLAIM_CHANGED', details: { revision: 1 } }
    expect(refusalOf(claimOf(), APPROVE, { revision: 2 })).toEqual(changed)
    expect(refusalOf(claimOf(), APPROVE, { stepIndex: 1 })).toEqual(changed)
  })

  test('QH23-12: the moment before the law’s close decides, the moment itself does not', () => {
    const at = (ms: number) => actor('r', instant(CLOSES + ms))
    expect(refusalOf(claimOf(), APPROVE, { by: at(-1) })).toBe('accepted')
    expect(refusalOf(claimOf(), APPROVE, { by: at(0) })).toEqual({
      code: 'CLAIM_CLOSED',
      details: { state: 'lapsed' },
    })
  })
})

describe('other verdicts', () => {
  test('a return says what to mend, line by line; without any it is none', () => {
    const asks = [
      { field: 'title', text: '写全题目' },
      { field: 'on', text: '日期不对' },
    ]
    expect(settled(claimOf(), { kind: 'return', asks })).toMatchObject({ state: 'returned', asks })
    expect(settled(claimOf(), { kind: 'return', asks }).events.at(-1)).toMatchObject({
      kind: 'returned',
      note: '写全题目；日期不对',
      byName: '审核人r',
      orgName: '单位r',
    })
    expect(refusalOf(claimOf(), { kind: 'return', asks: [] })).toEqual({
      code: 'INPUT_INVALID',
      details: { fields: ['asks'] },
    })
  })

  test('a transfer waits at the other body, and at no other level', () => {
    const away = { kind: 'transfer', orgId: 'unit-2', orgName: '另一单位', reason: '人已调走' } as const
    const claim = settled(claimOf(), away)
    expect(claim.steps.map(({ orgId }) => orgId)).toEqual(['unit-2', 'department', 'bureau'])
    expect(claim).toMatchObject({ state: 'submitted', stepIndex: 0 })
    expect(claim.events.at(-1)).toMatchObject({ kind: 'transferred', note: '另一单位：人已调走' })
  })

  test('an opinion is said and decides nothing', () => {
    const claim = settled(claimOf(), { kind: 'opinion', text: '建议核减' })
    expect(claim).toMatchObject({ state: 'submitted', stepIndex: 0, dueAt: NOON })
    expect(claim.events.at(-1)).toMatchObject({ kind: 'opinion', note: '建议核减' })
  })
})

describe('what ends without a decision', () => {
  test('QH23-12: it lapses at the law’s close and names who it waited for', () => {
    expect(lapseClaim(claimOf(), instant(CLOSES - 1))).toBeNull()
    const lapsed = lapseClaim(claimOf(), CLOSES)
    expect(lapsed).toMatchObject({ state: 'lapsed', dueAt: null })
    expect(lapsed?.events.at(-1)).toEqual({
      ...{ kind: 'lapsed', at: CLOSES, note: 'unit没有按时审核', hours: null },
      ...{ by: 'clock', byName: '系统', orgName: 'unit' },
    })
  })

  test('returned and never corrected: the person was late, and nobody else', () => {
    const returned = settled(claimOf(), { kind: 'return', asks: [{ field: 'title', text: '写全题目' }] })
    expect(lapseClaim(returned, CLOSES)?.events.at(-1)).toMatchObject({ note: '申报人没有按时补正' })
  })

  test('what has ended, or has no close, does not lapse', () => {
    expect(lapseClaim(credited(), CLOSES)).toBeNull()
    expect(lapseClaim({ ...claimOf(), closesAt: null }, CLOSES)).toBeNull()
  })
})

describe('a credited claim that turns out false', () => {
  test('SX22-16: revoked once, reinstated by an objection; nothing else can be either', () => {
    const revoked = revokeClaim(credited(), '证书是假的', actor('b'))
    if (!revoked.ok) throw new Error('a credited claim can be revoked')
    expect(revoked.value).toMatchObject({ state: 'revoked' })
    expect(revoked.value.events.at(-1)).toMatchObject({ kind: 'revoked', note: '证书是假的' })
    expect(revokeClaim(revoked.value, '再一次', actor('b'))).toEqual({ ok: true, value: revoked.value })
    expect(revokeClaim(claimOf(), '还没认定', actor('b'))).toMatchObject({
      refusal: { code: 'CLAIM_CLOSED', details: { state: 'submitted' } },
    })
    const restored = reinstateClaim(revoked.value, '复核属实', actor('b'))
    if (!restored.ok) throw new Error('a revoked claim can be reinstated')
    expect(restored.value).toMatchObject({ state: 'credited' })
    expect(restored.value.events.at(-1)).toMatchObject({ kind: 'reinstated', note: '复核属实' })
    expect(reinstateClaim(credited(), '没有作废', actor('b'))).toMatchObject({
      refusal: { code: 'CLAIM_CLOSED', details: { state: 'credited' } },
    })
  })
})
