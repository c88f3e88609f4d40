import { readFileSync } from 'node:fs'
import { PROCEDURES_FILE, proceduresText } from './procedures'

test('the reference of procedures says what the routers say: else run `npm run reference`', () => {
  expect(readFileSync(PROCEDURES_FILE, 'utf8')).toBe(proceduresText())
})
