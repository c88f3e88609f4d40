import { hoursOf, ZERO_HOURS } from '@domain/kernel/hours'
import type { FiguresView } from '@server/afterwards/stats/views'
import {
  bodiesPicture,
  completedByMonth,
  elsewhereHours,
  hoursPicture,
  hoursWords,
  roundTop,
  shortNames,
} from './overview-series'

const body = (orgName: string, people: number, complete: number): FiguresView => ({
  orgId: orgName,
  orgName,
  people,
  verified: people,
  complete,
  behind: people - complete,
  publicHours: ZERO_HOURS,
  professionalHours: ZERO_HOURS,
  claims: { waiting: 0, credited: 0, late: 0 },
})
const month = (of: string, hours: number, completed = 0) => ({ month: of, hours: hoursOf(hours), completed })
const months = [
  month('2021-12', 3, 1),
  month('2022-03', 40, 1),
  month('2022-07', 10, 2),
  month('2022-08', 20),
  month('2023-01', 8, 1),
]
const august = { year: 2022, asOf: '2022-08', months }

test('twelve columns; what has not been yet is no zero; the highest and the latest carry their number', () => {
  const { points, most } = hoursPicture(august)
  expect(points).toHaveLength(12)
  expect(most).toBe(4000)
  expect(points.map(({ label }) => label).filter(Boolean)).toEqual(['40', '20'])
  expect(points[0]).toMatchObject({ name: '1月', value: 0, words: '1 月 0 学时' })
  expect(points[8]).toMatchObject({ value: null, words: '9 月还没到' })
  expect(elsewhereHours(2022, months)).toBe(1100)
  expect(hoursWords(august)).toBe('8 月 20 学时，共 70 学时')
  expect(hoursWords({ ...august, asOf: '2023-01' })).toBe('12 月 0 学时，共 70 学时')
  expect(hoursWords({ ...august, asOf: '2021-01' })).toBe('这一年还没开始')
})

test('labels of neighbours would run into each other: then only the latest has one', () => {
  const near = { ...august, months: [month('2022-07', 100), month('2022-08', 60)] }
  expect(
    hoursPicture(near)
      .points.map(({ label }) => label)
      .join(''),
  ).toBe('60')
  const silent = { ...august, months: [month('2022-07', 100)] }
  expect(hoursPicture(silent).points[6]?.label).toBe('100')
})

test('the axis ends at a number whose half is one too', () => {
  expect([0, 150, 201, 900, 4100, 123_400].map(roundTop)).toEqual([200, 200, 400, 1000, 6000, 200_000])
})

test('completion adds up month after month and ends with the present one', () => {
  const { picture, words, withoutMonth } = completedByMonth(august, body('市局', 10, 6))
  expect(picture.points.map(({ value }) => value)).toEqual([
    0,
    0,
    10,
    10,
    10,
    10,
    30,
    30,
    null,
    null,
    null,
    null,
  ])
  expect(picture.points.map(({ label }) => label).filter(Boolean)).toEqual(['30%'])
  expect(words).toBe('到 8 月，10 人中有 3 人完成')
  expect(withoutMonth).toBe(3)
})

test('a past year is whole, a coming one has not begun', () => {
  const past = completedByMonth({ ...august, asOf: '2023-02' }, body('市局', 10, 3))
  expect(past.picture.points[11]).toMatchObject({ value: 30, label: '30%' })
  const coming = completedByMonth({ ...august, asOf: '2021-12' }, body('市局', 10, 0))
  expect(coming.words).toBe('这一年还没开始')
  expect(coming.picture.points.every(({ value }) => value === null)).toBe(true)
})

test('bodies stand by need, at most eight, each with its percent', () => {
  const { points } = bodiesPicture([
    body('长宁市水利局（演示）', 4, 4),
    body('长宁市交通运输局（演示）', 3, 1),
    ...Array.from({ length: 9 }, (_, index) => body(`长宁市第${index}中学（演示）`, 2, 1)),
  ])
  expect(points).toHaveLength(8)
  expect(points[0]).toMatchObject({ name: '交通运输局', value: 33, label: '33%' })
  expect(points[0]?.words).toBe('长宁市交通运输局（演示） 1/3 人完成，33%')
})

test('names lose only the place and the brackets that all share', () => {
  expect(shortNames(['长宁市水利局（演示）', '长宁市水利职业学院（演示）'])).toEqual([
    '水利局',
    '水利职业学院',
  ])
  expect(shortNames(['某某省第一建筑设计研究院', '甲厂'])).toEqual(['某某省第一建…', '甲厂'])
  expect(shortNames(['长宁市', '长宁市水利局'])).toEqual(['长宁市', '长宁市水利局'])
  expect(shortNames([])).toEqual([])
})
