import { annualNotice, hours, lookupOf, we } from '../policy/notice.fixture'
import { beijing, qinghai, verdictOf } from './title.fixture'

const INDUCTION = {
  topic: 'induction',
  label: '岗前培训',
  excluded: we(true),
  onlyFor: we(['institution'] as const),
  recognised: we([{ all: ['岗前'] }]),
}
const lookup = lookupOf(annualNotice({ exclusions: [INDUCTION] }))

const claimedIn = (year: number, change = {}) => ({
  year,
  items: [
    {
      ...{ id: 'a', kind: 'claim', hours: hours(10), evidenceKey: '证书甲', topic: 'induction' },
      earnedAt: beijing(`${year}-06-01`),
      ...change,
    },
  ],
})
const countedIn = (personKind: 'enterprise' | 'institution', change = {}) =>
  verdictOf(lookup, qinghai({ personKind, years: [claimedIn(2021, change), claimedIn(2022, change)] }))
    .years.filter(({ year }) => year === 2021 || year === 2022)
    .map(({ counted }) => counted.professional)

test.each([
  ['counts once for whom it is not excluded, in the first year (QH23-19)', 'enterprise', {}, [hours(10), 0]],
  ['counts never for whom it is', 'institution', {}, [0, 0]],
  [
    'belongs to its year where a provider sent it',
    'enterprise',
    { providerId: 'qh-line' },
    [hours(10), hours(10)],
  ],
] as const)('a course declared in two years %s', (_, personKind, change, counted) => {
  expect(countedIn(personKind, change)).toEqual(counted)
})
