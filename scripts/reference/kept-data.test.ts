import { readFileSync } from 'node:fs'
import { collections } from '../../server/collections'
import { KEPT_DATA_FILE, keptDataText } from './kept-data'

test('the reference of kept data says what the collections say: else run `npm run reference`', () => {
  expect(readFileSync(KEPT_DATA_FILE, 'utf8')).toBe(keptDataText())
})

test('every collection is in it once, and every reason is said', () => {
  const text = keptDataText()
  for (const name of Object.keys(collections)) {
    const places = text
      .split('\n')
      .filter((line) => line.startsWith(`| \`${name}\` `) || /^Of nobody/.test(line))
    expect(places.filter((line) => line.includes(`\`${name}\``))).toHaveLength(1)
  }
  expect(text).not.toMatch(/undefined|kept: (\||<br>)/)
})
