// Who a person is for the law, as the record of their unit and their own tell.
import { instant } from '../../domain/kernel/instant'
import { DOCTOR, saidTitle } from '../../tests/harness/said-title'
import { standingIn, withTitle } from './standing'

type Unit = Parameters<typeof standingIn>[0]
const UNIT: Unit = { kind: 'unit', nature: null, isPrivate: false, line: null, county: '' }
const ABOVE = { line: null, county: '' }

test.each<[about: string, unit: Partial<Unit>, standing: object]>([
  ['a record that is silent', {}, {}],
  ['an enterprise', { nature: 'enterprise' }, { personKind: 'enterprise' }],
  ['a non-public unit', { isPrivate: true }, { personKind: 'private-unit' }],
  ['a non-public enterprise', { isPrivate: true, nature: 'enterprise' }, { personKind: 'enterprise' }],
  [
    'people registered with a township',
    { kind: 'township', nature: 'institution' },
    { personKind: 'no-unit' },
  ],
  ['a county', { county: '洋县' }, { county: '洋县' }],
])('%s', (_, unit, standing) => {
  expect(standingIn({ ...UNIT, ...unit }, [ABOVE])).toEqual(standing)
})

test('the nearest body that leads a line, or knows its county, speaks for all below it', () => {
  const commission = { line: 'health', county: '勉县' } as const
  const bureau = { line: 'accounting', county: '洋县' } as const
  expect(standingIn(UNIT, [ABOVE, commission, bureau])).toEqual({ line: 'health', county: '勉县' })
  expect(standingIn({ ...UNIT, county: '佳县' }, [bureau])).toEqual({ line: 'accounting', county: '佳县' })
})

describe('with the person’s own title', () => {
  const at = instant(0)
  const ACCOUNTANT = { ...DOCTOR, series: '会计', title: '会计师' } as const
  const ENGINEER = { ...DOCTOR, series: '工程技术', title: '工程师' } as const
  test.each([
    ['its line, where the unit’s record is silent', {}, DOCTOR, undefined, 'health'],
    ['no special line', {}, ENGINEER, undefined, 'other'],
    ['an accountant of a hospital, not verified', { line: 'health' }, ACCOUNTANT, undefined, 'health'],
    ['an accountant of a hospital, verified', { line: 'health' }, ACCOUNTANT, 'verified', 'accounting'],
    ['an engineer of a hospital', { line: 'health' }, ENGINEER, 'verified', 'health'],
  ] as const)('%s', (_, unit, held, verdict, line) => {
    const titles = [saidTitle(held, { at, ...(verdict ? { verdict } : {}) })]
    expect(withTitle(unit, { titles })).toEqual({
      line,
      title: { held, isVerified: verdict === 'verified' },
    })
  })

  test('who holds none yet is of no line by it, and who said nothing changes nothing', () => {
    const titles = [saidTitle(null, { at })]
    expect(withTitle({ line: 'health' }, { titles })).toEqual({
      line: 'health',
      title: { held: null, isVerified: false },
    })
    expect(withTitle({ county: '洋县' }, {})).toEqual({ county: '洋县' })
  })
})
