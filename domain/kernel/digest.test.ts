import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { sha256Hex } from './digest'

// NIST's examples (FIPS 180-4) and the lengths at which padding changes its shape.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('SHA-256 of %j', (text, expected) => {
  expect(sha256Hex(text)).toBe(expected)
})

test.each([55, 56, 63, 64, 65, 119, 120, 1000])('SHA-256 of %i bytes is what Node computes', (length) => {
  const text = 'x'.repeat(length)
  expect(sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'))
})

test('SHA-256 of any text, Chinese and emoji included, is what Node computes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
    }),
  )
})
