import { hoursOf } from '../kernel/hours'
import { day } from '../kernel/instant'
import { foldTitle, type Learned, likenessOf } from './same-learning'

const pushed: Learned = {
  way: 'outside',
  source: 'ta-yxlearning',
  title: '设施蔬菜栽培',
  from: day('2022-08-01'),
  to: day('2022-08-01'),
  held: true,
  hours: hoursOf(30),
  code: 'VEG-1',
}
const claimed: Learned = { ...pushed, way: 'claim', source: '', code: '' }
const days = (from: string, to = from) => ({ from: day(from), to: day(to) })
const paper: Learned = { ...claimed, held: false }

test.each<[what: string, change: Partial<Learned>, likeness: string | null]>([
  ['title, day and hours', {}, 'same'],
  ['the title in brackets and full width', { title: '《设施　蔬菜栽培》' }, 'same'],
  ['a span around the day', days('2022-07-30', '2022-08-02'), 'same'],
  ['the last day of a span', days('2022-07-30', '2022-08-01'), 'same'],
  ['the day before', days('2022-07-30', '2022-07-31'), 'alike'],
  ['other hours', { hours: hoursOf(24) }, 'alike'],
  ['the title alone', { ...days('2023-01-05'), hours: hoursOf(8) }, 'alike'],
  ['day and hours under another title', { title: '大棚种植技术' }, 'alike'],
  ['a longer title of that day', { title: '设施蔬菜栽培技术培训', hours: hoursOf(8) }, 'alike'],
  [
    'a longer title of another day',
    { title: '设施蔬菜栽培技术培训', ...days('2022-09-01'), hours: hoursOf(8) },
    null,
  ],
  ['a title that says nothing', { title: '蔬菜', hours: hoursOf(8) }, null],
  ['day and hours in a span of weeks', { title: '大棚种植技术', ...days('2022-07-20', '2022-08-20') }, null],
  ['only the hours', { title: '大棚种植技术', ...days('2022-09-01') }, null],
  ['only the day', { title: '大棚种植技术', hours: hoursOf(8) }, null],
])('a claim against a provider’s line: %s', (_, change, likeness) => {
  expect(likenessOf({ ...claimed, ...change }, pushed)).toBe(likeness)
  expect(likenessOf(pushed, { ...claimed, ...change })).toBe(likeness)
})

test('the number of the course, where it is long enough to be one', () => {
  const other = { ...claimed, title: '大棚', ...days('2022-09-01'), hours: hoursOf(8), code: 'veg 2022' }
  expect(likenessOf(other, { ...pushed, code: 'VEG-2022' })).toBe('alike')
  expect(likenessOf({ ...other, code: 'veg' }, { ...pushed, code: 'VEG' })).toBeNull()
})

test.each<[what: string, change: Partial<Learned>, likeness: string | null]>([
  ['the same paper', {}, 'same'],
  ['in two years', days('2021-08-01'), 'alike'],
  ['with other hours', { hours: hoursOf(8) }, 'alike'],
  ['another paper of that day with as many hours', { title: '大棚种植技术' }, null],
])('two claims of works: %s', (_, change, likeness) => {
  expect(likenessOf({ ...paper, ...change }, paper)).toBe(likeness)
})

test.each<[what: string, change: Partial<Learned>, likeness: string | null]>([
  ['the same training', {}, 'same'],
  ['on other days, as long', days('2021-08-01'), 'alike'],
  ['on other days, shorter', { ...days('2021-08-01'), hours: hoursOf(8) }, null],
  ['another training of that day', { title: '大棚种植技术' }, null],
])('two claims of trainings: %s', (_, change, likeness) => {
  expect(likenessOf({ ...claimed, ...change }, claimed)).toBe(likeness)
})

test('a claim of a work is the same as no training; with its title it is alike', () => {
  expect(likenessOf(paper, pushed)).toBe('alike')
  expect(likenessOf({ ...paper, title: '大棚种植技术', hours: hoursOf(8) }, pushed)).toBeNull()
})

describe('without a claim', () => {
  const exam: Learned = { ...pushed, way: 'course-exam', source: 'platform', code: 'c1' }
  test('ids and codes decide within this platform and within one provider', () => {
    expect(likenessOf(exam, { ...exam, code: 'c2' })).toBeNull()
    expect(likenessOf(pushed, { ...pushed, code: 'VEG-2' })).toBeNull()
  })
  test('two providers, or a provider and this platform, are compared by title with days or hours', () => {
    expect(likenessOf(pushed, { ...pushed, source: 'ta-other' })).toBe('same')
    expect(likenessOf(pushed, exam)).toBe('same')
    expect(likenessOf(pushed, { ...exam, hours: hoursOf(8) })).toBe('alike')
    expect(likenessOf(pushed, { ...exam, ...days('2022-09-01') })).toBe('alike')
    expect(likenessOf(pushed, { ...exam, ...days('2022-09-01'), hours: hoursOf(8) })).toBeNull()
    expect(likenessOf(pushed, { ...exam, title: '大棚种植技术' })).toBeNull()
  })
})

test('a title of signs alone is like no other', () => {
  expect(foldTitle('《》 —')).toBe('')
  expect(
    likenessOf({ ...claimed, title: '—', ...days('2022-09-01') }, { ...pushed, title: '《》' }),
  ).toBeNull()
})
