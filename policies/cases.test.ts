import { casesOf, packs, problemsOfCase, worldFor } from '../scripts/policy/cases'

const LEAST_PER_NOTICE = 40

describe.each(packs.map(({ id }) => id))('%s', (packId) => {
  const { cases } = casesOf(packId)

  test.each(
    cases.map((one) => [`${one.clauses.join(' ')} ${one.name} (${one.file}:${one.line})`, one] as const),
  )('%s', (_, one) => {
    expect(problemsOfCase(worldFor(packId), one)).toEqual([])
  })

  // The statute stands in for years whose notice is not known: it has few numbers of its own.
  test('has its cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(packId === 'shaanxi/statute' ? 15 : LEAST_PER_NOTICE)
  })
})
