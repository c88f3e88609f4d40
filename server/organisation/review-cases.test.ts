import { reviewCasesOf } from './review-cases'

const body = { _id: 'u', kind: 'unit', line: null, selfReviewing: false, isPrivate: false } as const
const person = { unitId: 'u' }

test('a usual unit has no case', () => {
  expect(reviewCasesOf(body, person, [{ line: null }])).toEqual([])
})

test('the line is that of the nearest body which leads one', () => {
  const ancestors = [{ line: null }, { line: 'health' }, { line: 'accounting' }] as const
  expect(reviewCasesOf(body, person, ancestors)).toEqual(['health'])
  expect(reviewCasesOf({ ...body, line: 'accounting' }, person, ancestors)).toEqual(['accounting'])
})

test('a township is the unit of those who have none, and only theirs', () => {
  expect(reviewCasesOf({ ...body, kind: 'township' }, person, [])).toEqual(['no-unit'])
  expect(reviewCasesOf({ ...body, kind: 'township' }, { unitId: 'other' }, [])).toEqual([])
})

test('non-public and self-reviewing are cases of the unit', () => {
  expect(reviewCasesOf({ ...body, isPrivate: true, selfReviewing: true }, person, [])).toEqual([
    'private-unit',
    'self-reviewing',
  ])
})
