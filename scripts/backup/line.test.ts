import fc from 'fast-check'
import { documentOf, lineOf } from './line'

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('any')),
    fc.dictionary(
      fc.string().filter((name) => !name.startsWith('$') && name !== '__proto__'),
      tie('any'),
    ),
  ),
})).any

test('a document comes back from its line as it was, and the line from the document', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), value, (_id, field) => {
      const document = { _id, field }
      const line = lineOf(document)
      expect(line).not.toContain('\n')
      expect(documentOf(line)).toStrictEqual({ _id, field: plain(field) })
      expect(lineOf(documentOf(line))).toBe(line)
    }),
  )
})

/** fast-check makes objects without a prototype too; a store gives none. */
function plain(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(plain)
  if (given === null || typeof given !== 'object' || given instanceof Date) return given
  return Object.fromEntries(Object.entries(given).map(([name, field]) => [name, plain(field)]))
}

test('fields keep the order in which they are stored', () => {
  expect(lineOf({ _id: 'a', z: 1, b: { d: new Date(5), c: -0 } })).toBe(
    '{"_id":"a","z":1,"b":{"d":{"$date":5},"c":-0}}',
  )
})

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a number that is none', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a date that is none', new Date(Number.NaN)],
  ['a map', new Map()],
  ['bytes', new Uint8Array(1)],
  ['a field that begins with a dollar', { $date: 1 }],
])('%s has no line, and says where it stands', (_name, field) => {
  expect(() => lineOf({ _id: 'a', deep: { field } })).toThrow('a.deep.field')
})

test.each(['', 'null', '5', '[]', '{}', '{"_id":5}', '{"_id":"a"'])('%p is no document', (line) => {
  expect(() => documentOf(line)).toThrow()
})
