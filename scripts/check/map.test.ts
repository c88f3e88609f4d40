// docs/architecture.md is a map: every room stands on it, and what stands on it is there.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
}).split('\n')

/** The folder of each file, and those above it. */
const foldersOf = (file: string): string[] =>
  file
    .split('/')
    .slice(0, -1)
    .map((_, depth, names) => names.slice(0, depth + 1).join('/'))

const folders = new Set(files.flatMap(foldersOf))
/** Rooms of the product are folders with files of their own; elsewhere they are the folders of a part. */
const rooms = new Set([
  ...files.map((file) => foldersOf(file).at(-1) ?? '').filter((folder) => /^(server|domain)\/./.test(folder)),
  ...[...folders].filter((folder) =>
    /^(src\/(pages|packages)|local\/(cloud|phone)|demo|scripts|tests)\/[^/]+$/.test(folder),
  ),
  ...['src/cloud', 'src/ui', 'src/wording'],
])

const onTheMap = (text: string): string[] =>
  [...text.matchAll(/`([a-z][a-z0-9./-]*)\/`/g)].map(([, room]) => room ?? '')

const map = onTheMap(readFileSync('docs/architecture.md', 'utf8'))

test('every room has its line', () => {
  expect([...rooms].filter((room) => !map.includes(room))).toEqual([])
})

test('every room on it is there', () => {
  expect(map.filter((room) => !folders.has(room))).toEqual([])
})

test('a room that is not there is found out', () => {
  expect(onTheMap('`server/nowhere/` | nothing').filter((room) => !folders.has(room))).toEqual([
    'server/nowhere',
  ])
})
