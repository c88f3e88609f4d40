import { scaleOf } from './font-scale'

test.each([
  [0, 1],
  [15, 1],
  [16, 1],
  [17, 1],
  [20, 1.25],
  [24, 1.5],
  [30, 1.5],
  [Number.NaN, 1],
])('a setting of %d px scales by %d', (setting, scale) => expect(scaleOf(setting)).toBe(scale))
