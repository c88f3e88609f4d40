import { day, endOfDay, instant, startOfDay } from '../kernel/instant'
import { annualNotice, unsaid, we } from '../policy/notice.fixture'
import type { Notice } from '../policy/pack'
import type { Actor } from '../review/claim'
import { type Candidate, drawSample, drawUnits, type SampleRule } from './draw-sample'
import { caseStateAt, decideCase, type IntegrityCase, openedCase } from './integrity-case'
import { fileObjection, hearObjection } from './objection'
import { countSamples, withFinding } from './spot-check'

const AT = instant(Date.parse('2023-06-07T10:00:00+08:00'))
const actor = (id: string, at = AT): Actor => ({ id, name: `姓名${id}`, orgName: '某市人社局', at })

describe('a sample', () => {
  const of = (unitId: string, count: number, kind = 'paper'): Candidate[] =>
    Array.from({ length: count }, (_, n) => ({ id: `${unitId}-${kind}-${n}`, unitId, kind }))
  const share = (percent: number, strata: SampleRule['strata'] = 'none'): SampleRule => ({
    size: { by: 'share', percent },
    strata,
  })
  const count = (wanted: number, strata: SampleRule['strata'] = 'none'): SampleRule => ({
    size: { by: 'count', count: wanted },
    strata,
  })
  const everybody = [...of('a', 25), ...of('b', 3)]

  test('the same seed and the same list give the same sample, in whatever order the list came', () => {
    const drawn = drawSample(everybody, share(20), 'seed-1')
    expect(drawn).toHaveLength(6)
    expect(drawSample([...everybody].reverse(), share(20), 'seed-1')).toEqual(drawn)
    expect(drawSample(everybody, share(20), 'seed-2')).not.toEqual(drawn)
    expect(new Set(drawn).size).toBe(6)
  })

  test('one more in the list moves no other out of its place', () => {
    const drawn = drawSample(everybody, count(5), 'seed-1')
    const more = drawSample([...everybody, { id: 'z', unitId: 'a', kind: 'paper' }], count(6), 'seed-1')
    const kept = drawn.filter((id) => more.includes(id))
    expect(kept.length).toBeGreaterThanOrEqual(5)
  })

  test.each([
    [share(10, 'unit'), 3, 1],
    [share(100, 'unit'), 25, 3],
    [share(1, 'unit'), 1, 1],
    [count(2, 'unit'), 1, 1],
    [count(19, 'unit'), 17, 2],
    [count(99, 'unit'), 25, 3],
  ] as const)('of strata, each has its part: %j', (rule, ofA, ofB) => {
    const drawn = drawSample(everybody, rule, 'seed')
    expect(drawn.filter((id) => id.startsWith('a-'))).toHaveLength(ofA)
    expect(drawn.filter((id) => id.startsWith('b-'))).toHaveLength(ofB)
  })

  test('by kind, a rare kind is not left out', () => {
    const mixed = [...of('a', 40), ...of('a', 1, 'patent')]
    expect(drawSample(mixed, count(4, 'kind'), 's')).toContain('a-patent-0')
  })

  test('of nothing nothing is drawn; more than there are is all of them; a count below the strata is kept', () => {
    expect(drawSample([], count(3), 's')).toEqual([])
    expect(drawSample(of('a', 2), count(3), 's')).toHaveLength(2)
    expect(drawSample([...of('a', 5), ...of('b', 5), ...of('c', 5)], count(2, 'unit'), 's')).toHaveLength(2)
  })

  test('units are drawn by the same seed, again the same', () => {
    const units = ['u1', 'u2', 'u3', 'u4', 'u5']
    expect(drawUnits(units, 2, 'seed')).toEqual(drawUnits([...units].reverse(), 2, 'seed'))
    expect(drawUnits(units, 9, 'seed')).toHaveLength(5)
  })
})

describe('a finding', () => {
  const samples = [
    { claimId: 'c1', finding: null },
    { claimId: 'c2', finding: null },
  ]
  const good = { verdict: 'in-order', failed: [], reason: '', evidenceNote: '' } as const
  const bad = { verdict: 'false', failed: ['evidence'], reason: '期刊查无此文', evidenceNote: '' } as const

  test('is counted, and may be said otherwise later', () => {
    const once = withFinding(samples, { claimId: 'c1', finding: good }, actor('甲'))
    if (!once.ok) throw new Error('refused')
    expect(countSamples(once.value)).toEqual({ all: 2, open: 1, false: 0 })
    const twice = withFinding(once.value, { claimId: 'c1', finding: bad }, actor('甲'))
    if (!twice.ok) throw new Error('refused')
    expect(countSamples(twice.value)).toEqual({ all: 2, open: 1, false: 1 })
    expect(twice.value[0]?.finding).toMatchObject({ by: '甲', at: AT, reason: '期刊查无此文' })
  })

  test.each([
    ['a claim that was not drawn', { claimId: 'c3', finding: good }, 'CLAIM_UNKNOWN', undefined],
    [
      'in order, but something fails',
      { claimId: 'c1', finding: { ...good, failed: ['dates'] } },
      'INPUT_INVALID',
      ['failed'],
    ],
    ['false, without what', { claimId: 'c1', finding: { ...bad, failed: [] } }, 'INPUT_INVALID', ['failed']],
    ['false, without why', { claimId: 'c1', finding: { ...bad, reason: ' ' } }, 'INPUT_INVALID', ['reason']],
  ] as const)('%s is refused', (_, given, code, fields) => {
    const refused = withFinding(samples, given, actor('甲'))
    expect(refused).toMatchObject({ ok: false, refusal: { code, details: fields ? { fields } : {} } })
  })
})

describe('an objection', () => {
  const open = fileObjection('论文是我写的，有录用通知', actor('p'))
  const hearing = { decisionId: 'd1', verdict: 'upheld', reason: '已向编辑部核实' } as const
  const hear = (who: string, change: Partial<typeof hearing> | object = {}, from = open) =>
    hearObjection(
      from,
      { ...hearing, ...change },
      {
        actor: actor(who),
        actingFor: who === 's' ? ['v'] : [],
        involved: [
          { id: 'v', name: '冯岚' },
          { id: 'u', name: '韦一清' },
        ],
        personId: 'p',
      },
    )

  test('is heard by another, once, and the hearing sent twice is one', () => {
    const heard = hear('w')
    if (!heard.ok) throw new Error('refused')
    expect(heard.value.state).toBe('upheld')
    expect(heard.value.events.map(({ kind }) => kind)).toEqual(['filed', 'upheld'])
    expect(hear('w', {}, heard.value)).toEqual(heard)
    expect(hear('x', { decisionId: 'd2' }, heard.value)).toMatchObject({
      refusal: { code: 'OBJECTION_CLOSED', details: { state: 'upheld' } },
    })
  })

  test('not by who stands in for the voider, nor by who approved the claim', () => {
    expect(hear('s')).toMatchObject({
      refusal: { code: 'SECOND_PERSON_NEEDED', details: { byName: '冯岚' } },
    })
    expect(hear('u')).toMatchObject({
      refusal: { code: 'SECOND_PERSON_NEEDED', details: { byName: '韦一清' } },
    })
  })

  test('not by who voided it, nor by who objected, nor without a reason', () => {
    expect(hear('v')).toMatchObject({
      refusal: { code: 'SECOND_PERSON_NEEDED', details: { byName: '冯岚' } },
    })
    expect(hear('p')).toMatchObject({ refusal: { code: 'SELF_REVIEW' } })
    expect(hear('w', { reason: '' })).toMatchObject({ refusal: { code: 'INPUT_INVALID' } })
    expect(hear('w', { verdict: 'dismissed' })).toMatchObject({ ok: true, value: { state: 'dismissed' } })
  })
})

describe('a record of dishonesty (QH23-24, QH23-25)', () => {
  const ruled = annualNotice({ integrityRecordYears: we(3) })
  const decide = (
    from: IntegrityCase,
    [who, id, verdict = 'record', at = AT]: [string, string, ('record' | 'dismiss')?, typeof AT?],
    notice: Notice = ruled,
  ) =>
    decideCase(
      from,
      { decisionId: id, verdict, reason: '查实' },
      { actor: actor(who, at), actingFor: who === '替甲' ? ['甲'] : [], subjectId: 'p', notice },
    )
  const caseOf = (outcome: ReturnType<typeof decide>): IntegrityCase => {
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value
  }

  test('needs two different people, and stands three years from the second one’s day', () => {
    const first = caseOf(decide(openedCase(), ['甲', 'd1']))
    expect(first.state).toBe('open')
    expect(decide(first, ['甲', 'd2'])).toMatchObject({ refusal: { code: 'SECOND_PERSON_NEEDED' } })
    // Who stands in for the first is no second person.
    expect(decide(first, ['替甲', 'd2'])).toMatchObject({ refusal: { code: 'SECOND_PERSON_NEEDED' } })
    expect(caseOf(decide(first, ['甲', 'd1']))).toEqual(first)
    const second = caseOf(decide(first, ['乙', 'd3', 'record', instant(AT + 86_400_000)]))
    expect(second).toMatchObject({ state: 'recorded', decidedOn: '2023-06-08', lapsesOn: '2026-06-08' })
    expect(decide(second, ['丙', 'd4'])).toMatchObject({ refusal: { code: 'CASE_CLOSED' } })
  })

  test('lapses by itself on its day, not the day before', () => {
    const recorded = { state: 'recorded', lapsesOn: day('2026-06-08') } as const
    expect(caseStateAt(recorded, instant(startOfDay(day('2026-06-08')) - 1))).toBe('recorded')
    expect(caseStateAt(recorded, startOfDay(day('2026-06-08')))).toBe('lapsed')
    expect(caseStateAt(recorded, endOfDay(day('2026-06-08')))).toBe('lapsed')
    expect(caseStateAt({ state: 'dismissed', lapsesOn: null }, AT)).toBe('dismissed')
  })

  test('is dismissed by one; nobody decides about themselves; where the notice keeps no record there is none', () => {
    expect(caseOf(decide(openedCase(), ['甲', 'd1', 'dismiss'])).state).toBe('dismissed')
    expect(decide(openedCase(), ['p', 'd1'])).toMatchObject({ refusal: { code: 'SELF_REVIEW' } })
    const silentNotice = annualNotice({ integrityRecordYears: unsaid() })
    const first = caseOf(decide(openedCase(), ['甲', 'd1'], silentNotice))
    expect(decide(first, ['乙', 'd2'], silentNotice)).toMatchObject({
      refusal: { code: 'INTEGRITY_UNRULED' },
    })
  })
})
