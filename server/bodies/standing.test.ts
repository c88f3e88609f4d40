// Who a person is for the law, as the record of their unit tells.
import { standingIn } from './standing'

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
