// What the bench measures must go through at all: its scenes at a hundredth of their size. No time is looked at.
import { reviewFigures } from './review/measure'
import { rosterFigures } from './roster/measure'

test('every person of a sheet is brought in', async () => {
  const [beside] = await rosterFigures({ people: 100, rounds: 1 })
  expect(beside?.name).toContain('100 people')
})

test('every claim of a queue is decided once, by whoever comes first', async () => {
  const [together] = await reviewFigures({ claims: 50, reviewers: 5, claimsAlone: 5 })
  expect(together).toMatchObject({ name: expect.stringContaining('5 reviewers'), met: true })
})
