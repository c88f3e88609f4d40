import { type HeldTitle, isSameTitle, lineOfSeries, presentTitle } from './held-title'

const DOCTOR: HeldTitle = { series: '卫生技术', title: '主治医师', level: 'middle', obtainedYear: 2018 }
const said = (id: string, verdict?: 'verified' | 'doubted') => ({
  id,
  held: DOCTOR,
  decided: verdict ? { verdict } : null,
})

test.each([
  ['nothing said', [], null],
  ['what nobody has looked at', [said('a')], 'a'],
  ['the last of two that nobody looked at', [said('a'), said('b')], 'b'],
  ['a verified one, until the newer one is looked at', [said('a', 'verified'), said('b')], 'a'],
  ['the newer one, once it is', [said('a', 'verified'), said('b', 'verified')], 'b'],
  ['the one before a doubted one', [said('a', 'verified'), said('b', 'doubted')], 'a'],
  ['none, where the only one is doubted', [said('a', 'doubted')], null],
  ['the correction of a doubted one', [said('a', 'doubted'), said('b')], 'b'],
])('used: %s', (_, titles, present) => {
  expect(presentTitle(titles)?.id ?? null).toBe(present)
})

test('a series tells its line of work', () => {
  expect([lineOfSeries('卫生技术'), lineOfSeries('会计'), lineOfSeries('工程技术')]).toEqual([
    'health',
    'accounting',
    'other',
  ])
})

test.each([
  [{ series: '会计' }],
  [{ title: '副主任医师' }],
  [{ level: 'deputy-senior' }],
  [{ obtainedYear: 2019 }],
] as const)('%j makes it another title', (change) => {
  expect(isSameTitle(DOCTOR, { ...DOCTOR, ...change })).toBe(false)
})

test('the same is the same, and none is none', () => {
  expect(isSameTitle(DOCTOR, { ...DOCTOR })).toBe(true)
  expect(isSameTitle(null, null)).toBe(true)
  expect(isSameTitle(null, DOCTOR)).toBe(false)
})
