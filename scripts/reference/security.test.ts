import { existsSync, readFileSync } from 'node:fs'
import { LIMITS_FILE, withLimits } from './limits'

const document = readFileSync(LIMITS_FILE, 'utf8')

test('the tables of limits say what the code says: else run `npm run reference`', () => {
  expect(document).toBe(withLimits(document))
  expect(() => withLimits('no place')).toThrow('no place for the limits')
})

describe('each attack has its test', () => {
  const attacks = document
    .slice(document.indexOf('## What stands against it'), document.indexOf('## What a call may cost'))
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (\*\*|attack|---)/.test(line))
  const named = attacks.flatMap((line) =>
    [...line.matchAll(/`([^`]+\.test\.tsx?)`: “([^”]+)”/g)].map(([, file = '', name = '']) => ({
      file,
      name,
    })),
  )

  test.each(attacks)('%s', (line) => expect(line).toMatch(/`[^`]+\.test\.tsx?`: “/))

  test.each(named)('$file: $name', ({ file, name }) => {
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain(`'${name}'`)
  })
})
