// A proved rule is proved again as soon as anything it rests on changes.
import { CODE_KEPT, type CodeKept } from './code-kept'
import { cutAtMark, fileOfMark, filesOfMarks } from './marked-rule'
import { changedSince, lineOf } from './prove-code-kept'

const [kept] = CODE_KEPT as readonly [CodeKept]
const marked = (rule: string, clause = kept.clause): string => `// clause ${clause}\n${rule}\n`
const texts: Record<string, string> = {
  [fileOfMark(kept.clause)]: marked('rule()'),
  [kept.test.file]: 'test',
}
const lineWith = (change: Partial<CodeKept>, changed: Record<string, string> = {}): string =>
  lineOf({ ...kept, ...change }, (file) => ({ ...texts, ...changed })[file] ?? '')

test('nothing is proved again where all lines stand; one that is gone or differs is', () => {
  const lines = CODE_KEPT.map((one) => lineOf(one))
  expect(changedSince(lines)).toEqual([])
  expect(changedSince(lines.slice(1))).toEqual([kept])
  expect(changedSince([`${lines[0]}0`, ...lines.slice(1)])).toEqual([kept])
})

test.each([
  ['the file of the rule', lineWith({}, { [fileOfMark(kept.clause)]: `${marked('rule()')}more()\n` })],
  ['the file of its test', lineWith({}, { [kept.test.file]: 'test, otherwise' })],
  ['the rule', lineWith({}, { [fileOfMark(kept.clause)]: marked('another()') })],
  ['what stands without it', lineWith({ instead: 'another' })],
  ['the name of the test', lineWith({ test: { ...kept.test, name: 'another' } })],
])('%s is part of it', (_, line) => {
  expect(line).not.toBe(lineWith({}))
})

test('each mark is of a rule that is proved, and each rule has its mark', () => {
  expect([...filesOfMarks().keys()].sort()).toEqual(CODE_KEPT.map(({ clause }) => clause).sort())
})

describe('what is cut', () => {
  const cut = (source: string, instead?: string) => cutAtMark(source, 'SX22-1', instead)
  const mark = '// clause SX22-1'

  test('is the whole statement under the mark', () => {
    const source = `f(() => {\n  a()\n  ${mark}\n  if (b) {\n    c()\n  }\n  d()\n})\n`
    expect(cut(source)).toEqual({
      rule: 'if (b) {\n    c()\n  }',
      without: `f(() => {\n  a()\n  ${mark}\n  \n  d()\n})\n`,
    })
    expect(cut(source, 'if (b) e()').without).toBe(`f(() => {\n  a()\n  ${mark}\n  if (b) e()\n  d()\n})\n`)
  })

  test('is a property with its comma, or what stands in its place with it', () => {
    const source = `const o = {\n  a: 1,\n  ${mark}\n  b: f(a, 2),\n  c: 3,\n}\n`
    expect(cut(source).without).toBe(`const o = {\n  a: 1,\n  ${mark}\n  \n  c: 3,\n}\n`)
    expect(cut(source, 'b: 4').without).toContain(`${mark}\n  b: 4,\n  c: 3,`)
  })

  test('is the same for each clause of a mark that names several', () => {
    const source = '  // clause SX22-1 NY22-1\n  a()\n'
    for (const clause of ['SX22-1', 'NY22-1']) expect(cutAtMark(source, clause).rule).toBe('a()')
    expect(() => cutAtMark(source, 'SX22-11')).toThrow('must stand in one place, once')
  })

  test('is nothing where the mark is missing, twice there, or over nothing', () => {
    expect(() => cut('a()\n')).toThrow('must stand in one place, once')
    expect(() => cut(`${mark}\na()\n${mark}\nb()\n`)).toThrow('must stand in one place, once')
    expect(() => cut(`a()\n${mark}\n`)).toThrow('nothing stands under')
    expect(() => cut(`if (a) {\n  ${mark}\n}\nb()\n`)).toThrow('nothing stands under')
  })
})
