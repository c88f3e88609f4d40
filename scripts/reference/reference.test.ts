import { readFileSync } from 'node:fs'
import { PROCEDURES_FILE, proceduresText } from './procedures'
import { REFUSALS_FILE, refusalsText } from './refusals'
import { surface } from './surface'

test('the reference of procedures says what the program says: else run `npm run reference`', () => {
  expect(readFileSync(PROCEDURES_FILE, 'utf8')).toBe(proceduresText(surface()))
})

test('the reference of refusals says what the program says: else run `npm run reference`', () => {
  expect(readFileSync(REFUSALS_FILE, 'utf8')).toBe(refusalsText(surface()))
})

describe('each use case lists what it refuses', () => {
  const useCases = new Map(
    Object.values(surface().procedures).flatMap((of) =>
      of.useCases.map((one) => [`${one.file} ${one.name}`, one]),
    ),
  )

  test('every code that the program can throw there, and no other', () => {
    const listed = [...useCases].map(([name, of]) => [name, [...of.refuses, ...of.cannotRefuse].sort()])
    expect(listed).toEqual([...useCases].map(([name, { found }]) => [name, [...found]]))
  })

  test('the types tell every code apart', () => {
    expect(surface().unclear).toEqual([])
  })
})
