import { sm3 } from 'sm-crypto-v2'
import type { Dice, Secrets } from './port'
import { keyedHash, seal, unseal } from './sealing'

const secrets: Secrets = {
  idNumberKeys: {
    current: 2,
    keys: { 1: '0123456789abcdeffedcba9876543210', 2: 'fedcba98765432100123456789abcdef' },
  },
  indexKey: '11'.repeat(32),
  signing: {
    privateKeyHex: '',
    current: { keyId: 1, publicKeyHex: '', from: null, until: null },
    past: [],
  },
}
let thrown = 0
const dice: Dice = {
  integerBelow: () => 0,
  bytes: (count) => {
    thrown += 1
    return Uint8Array.from({ length: count }, (_, i) => i + thrown)
  },
}

describe('sealing', () => {
  test('what was sealed is read again, and the same text never looks the same', () => {
    const [one, two] = [seal('990101199001011234', secrets, dice), seal('990101199001011234', secrets, dice)]
    expect(one.cipher).not.toBe(two.cipher)
    expect(one.cipher).not.toContain('990101')
    expect([unseal(one, secrets), unseal(two, secrets)]).toEqual(['990101199001011234', '990101199001011234'])
  })

  test('an older key still opens what it sealed; a lost key opens nothing', () => {
    const old = seal('text', { ...secrets, idNumberKeys: { ...secrets.idNumberKeys, current: 1 } }, dice)
    expect(unseal(old, secrets)).toBe('text')
    expect(() => unseal({ ...old, keyVersion: 7 }, secrets)).toThrow('version 7')
  })

  test.each([0, 30, 60])('a changed character at %i is noticed', (place) => {
    const { cipher, keyVersion } = seal('990101199001011234', secrets, dice)
    const changed = cipher.slice(0, place) + (cipher[place] === '0' ? '1' : '0') + cipher.slice(place + 1)
    expect(() => unseal({ cipher: changed, keyVersion }, secrets)).toThrow()
  })
})

describe('the keyed hash', () => {
  test('is HMAC-SM3, as another implementation computes it: what was hashed before is still found', () => {
    const other = sm3('id-number\n990101199001011234', { key: secrets.indexKey, mode: 'hmac' })
    expect(keyedHash('id-number', '990101199001011234', secrets)).toBe(other)
  })

  test('finds the same number again, and tells nothing without the key or for another purpose', () => {
    const hash = keyedHash('id-number', '990101199001011234', secrets)
    expect(keyedHash('id-number', '990101199001011234', secrets)).toBe(hash)
    expect(keyedHash('phone-code', '990101199001011234', secrets)).not.toBe(hash)
    expect(keyedHash('id-number', '990101199001011234', { ...secrets, indexKey: '22'.repeat(32) })).not.toBe(
      hash,
    )
  })
})
