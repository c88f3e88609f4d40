import { readFileSync } from 'node:fs'
import { LIMITS_FILE, limitsText } from './limits'

test('the table of limits says what the code says: else run `npm run reference`', () => {
  expect(readFileSync(LIMITS_FILE, 'utf8')).toBe(limitsText())
})
