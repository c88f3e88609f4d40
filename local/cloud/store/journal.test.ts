import fs, { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Journal, type JournalRecord } from './journal'

const folder = mkdtempSync(path.join(tmpdir(), 'cloud-journal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const newFile = (): string => path.join(folder, `${++files}.jsonl`)

function opened(file: string, fsync = false): { journal: Journal; records: JournalRecord[] } {
  const records: JournalRecord[] = []
  return { journal: Journal.open(file, { fsync, replay: (record) => records.push(record) }), records }
}

const record = (id: string, fields: object = {}): JournalRecord => [['items', id, { _id: id, ...fields }]]

test('gives back what was appended, with dates as dates and texts as texts', () => {
  const file = newFile()
  const fields = {
    at: new Date(5),
    list: [new Date(6), { at: new Date(7) }],
    text: '1970-01-01T00:00:00.005Z 学时',
  }
  const { journal } = opened(file, true)
  journal.append(record('a', fields))
  journal.append([['items', 'a', null]])
  journal.close()
  expect(opened(file).records).toEqual([record('a', fields), [['items', 'a', null]]])
})

test.each([
  ['half a line', '[["items","torn",{"_id":"to'],
  ['a whole line without its end', '[["items","torn",{"_id":"torn"}]]'],
  ['a line longer than what is read at once', `[["items","torn","${'x'.repeat(9_000_000)}`],
])('%s at the end is cut off and said; what stands before it stays', (_name, torn) => {
  const file = newFile()
  const first = opened(file)
  first.journal.append(record('kept'))
  first.journal.close()
  appendFileSync(file, torn)
  const second = opened(file)
  expect(second.journal.repairedBytes).toBe(Buffer.byteLength(torn))
  second.journal.append(record('next'))
  second.journal.close()
  const third = opened(file)
  expect(third.journal.repairedBytes).toBe(0)
  expect(third.records).toEqual([record('kept'), record('next')])
})

test('a tear inside a character is a tear like any other', () => {
  const file = newFile()
  writeFileSync(file, Buffer.concat([Buffer.from('[]\n["'), Buffer.from('学').subarray(0, 2)]))
  expect(opened(file).journal.repairedBytes).toBe(4)
  expect(readFileSync(file, 'utf8')).toBe('[]\n')
})

test('lines are read whole wherever the chunks end', () => {
  const file = newFile()
  const first = opened(file)
  const records = Array.from({ length: 40 }, (_, n) => record(`d${n}`, { text: '学'.repeat(100_000 + n) }))
  for (const each of records) first.journal.append(each)
  first.journal.close()
  expect(statSync(file).size).toBeGreaterThan(8 * 1024 * 1024)
  expect(opened(file).records).toEqual(records)
})

test('a broken line anywhere else stops the start, and names its place', () => {
  const file = newFile()
  writeFileSync(file, '[["items","a",null]]\n[["items","b",nu\n[["items","c",null]]\n')
  expect(() => opened(file)).toThrow(/line 2 is broken/)
  expect(readFileSync(file, 'utf8')).toContain('"c"')
})

test('nothing is written after it was closed', () => {
  const file = newFile()
  const { journal } = opened(file)
  journal.close()
  expect(() => journal.append(record('late'))).toThrow('closed')
  expect(statSync(file).size).toBe(0)
})

test('half a line on a full disk is taken back, and what comes after it is kept', () => {
  const file = newFile()
  const { journal } = opened(file)
  journal.append(record('before'))
  const written = fs.writeSync
  const full = jest.spyOn(fs, 'writeSync').mockImplementationOnce((descriptor) => {
    written(descriptor, '[["items"')
    throw new Error('ENOSPC: no space left on device')
  })
  expect(() => journal.append(record('lost'))).toThrow('ENOSPC')
  full.mockRestore()
  journal.append(record('after'))
  journal.close()
  expect(opened(file).records).toEqual([record('before'), record('after')])
})
