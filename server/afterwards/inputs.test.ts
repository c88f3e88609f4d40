// What a screen may ask of figures and of the log, at its limits and beyond.
import { search } from './audit-log/search-lines'
import { behindAsked, figuresAsked } from './stats/overview'

test.each([
  {},
  { scopeOrgId: 'city', actorId: 'p1', subjectId: 'p2', action: 'register', from: 0, before: 1, after: '' },
  { action: 'x' },
  { action: 'x'.repeat(60) },
])('the log may be searched with %j', (asked) => expect(search.safeParse(asked).data).toEqual(asked))

test.each([
  { scopeOrgId: '' },
  { actorId: '' },
  { subjectId: '' },
  { action: '' },
  { action: 'x'.repeat(61) },
  { from: -1 },
  { before: -1 },
  { from: 0.5 },
  { after: 'x'.repeat(601) },
])('the log is not searched with %j', (asked) => expect(search.safeParse(asked).success).toBe(false))

test('figures may be asked without anything; people who are behind only of a body', () => {
  const asked = { year: 2022, after: 'k', orgId: 'city' }
  for (const schema of [figuresAsked, behindAsked]) expect(schema.parse(asked)).toEqual(asked)
  expect(figuresAsked.parse({})).toEqual({})
  expect(behindAsked.safeParse({}).success).toBe(false)
  expect(figuresAsked.safeParse({ orgId: '' }).success).toBe(false)
  expect(figuresAsked.safeParse({ year: 1999 }).success).toBe(false)
})
