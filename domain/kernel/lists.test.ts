import { doorOf } from './doors'
import { isRegion } from './regions'

test.each([
  ['study.report', 'study'],
  ['exam.start', 'study'],
  ['roster.begin', 'office'],
  ['outside.batches', 'office'],
  ['home.view', 'api'],
  ['examine', 'api'],
])('%s is behind the door %s', (path, door) => {
  expect(doorOf(path)).toBe(door)
})

test.each([
  ['shaanxi', true],
  ['ningxia', true],
  ['tibet', false],
  ['', false],
])('%s is a region that is known: %p', (text, known) => {
  expect(isRegion(text)).toBe(known)
})
