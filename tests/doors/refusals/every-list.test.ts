// A use case that lists refusals stands in a table: what is provoked is exhaustive by type there, and only there.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const listed = execFileSync(
  'git',
  ['grep', '-hoE', String.raw`^[a-zA-Z]+\.refuses = `, '--', 'server/**/*.ts'],
  {
    encoding: 'utf8',
  },
)
  .trim()
  .split('\n')
  .map((line) => line.split('.')[0] ?? '')

const tables = readdirSync(__dirname)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(path.join(__dirname, name), 'utf8'))
  .join('\n')

test('every list of refusals is provoked by a table', () => {
  expect(listed.length).toBeGreaterThan(100)
  expect(listed.filter((name) => !new RegExp(`^  +${name}: [a-zA-Z{]`, 'm').test(tables))).toEqual([])
})
