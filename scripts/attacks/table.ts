// The table of attacks in docs/security.md.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { NamedTest } from '../without/copy'

const ROOT = path.resolve(__dirname, '../..')
const TEST = /`([^`]+\.test\.tsx?)`: “([^”]+)”/g

/** Each test that the table names, in its order. */
export function namedTests(): NamedTest[] {
  const text = readFileSync(path.join(ROOT, 'docs/security.md'), 'utf8')
  return [...text.matchAll(TEST)].map(([, file = '', name = '']) => ({ file, name }))
}

/** What a test's full name must hold; `%s` and the like stand for whatever its case says. */
export const patternOf = ({ name }: NamedTest): string =>
  name
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/%[a-z]/g, '.+')
    .replace(/[’']/g, "[’']")
