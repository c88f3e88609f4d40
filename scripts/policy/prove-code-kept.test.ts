// What was proved is proved again as soon as anything it rests on changes.
import { CODE_KEPT, type CodeKept } from './code-kept'
import { changedSince, lineOf } from './prove-code-kept'

const [kept] = CODE_KEPT as readonly [CodeKept]
const texts: Record<string, string> = { [kept.file]: 'rule', [kept.test.file]: 'test' }
const lineWith = (change: Partial<CodeKept>, changed: Record<string, string> = {}): string =>
  lineOf({ ...kept, ...change }, (file) => ({ ...texts, ...changed })[file] ?? '')

test('nothing is proved again where all lines stand; one that is gone or differs is', () => {
  const lines = CODE_KEPT.map((one) => lineOf(one))
  expect(changedSince(lines)).toEqual([])
  expect(changedSince(lines.slice(1))).toEqual([kept])
  expect(changedSince([`${lines[0]}0`, ...lines.slice(1)])).toEqual([kept])
})

test.each([
  ['the file of the rule', lineWith({}, { [kept.file]: 'rule, otherwise' })],
  ['the file of its test', lineWith({}, { [kept.test.file]: 'test, otherwise' })],
  ['the rule', lineWith({ rule: 'another' })],
  ['what stands without it', lineWith({ without: 'another' })],
  ['the name of the test', lineWith({ test: { ...kept.test, name: 'another' } })],
])('%s is part of it', (_, line) => {
  expect(line).not.toBe(lineWith({}))
})
