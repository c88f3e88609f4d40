import { canonicalJson } from './canonical'

test('the order in which keys were written does not matter', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: true })).toBe(
    canonicalJson({ a: true, b: [1, { c: 'é', d: null }] }),
  )
})

test('an absent field and an undefined one are the same', () => {
  expect(canonicalJson({ a: 1, b: undefined })).toBe('{"a":1}')
})

test.each([[Number.NaN], [[undefined]], [{ a: Number.POSITIVE_INFINITY }]])('%p is refused', (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError)
})
