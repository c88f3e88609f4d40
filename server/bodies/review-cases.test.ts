import { reviewCasesOf } from './review-cases'

const body = { kind: 'unit', line: null, selfReviewing: false, isPrivate: false } as const

test('a usual unit has no case', () => {
  expect(reviewCasesOf(body, [{ line: null }])).toEqual([])
})

test('the line is that of the nearest body which leads one', () => {
  const ancestors = [{ line: null }, { line: 'health' }, { line: 'accounting' }] as const
  expect(reviewCasesOf(body, ancestors)).toEqual(['health'])
  expect(reviewCasesOf({ ...body, line: 'accounting' }, ancestors)).toEqual(['accounting'])
})

test('a township is the unit of those who have none', () => {
  expect(reviewCasesOf({ ...body, kind: 'township' }, [])).toEqual(['no-unit'])
})

test('non-public and self-reviewing are cases of the unit', () => {
  expect(reviewCasesOf({ ...body, isPrivate: true, selfReviewing: true }, [])).toEqual([
    'private-unit',
    'self-reviewing',
  ])
})
