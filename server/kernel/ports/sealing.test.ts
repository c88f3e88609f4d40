import { sm3 } from 'sm-crypto-v2'
import { sealedBefore } from '../../../tests/harness/sealed-before'
import type { Dice, Secrets } from './port'
import { keyedHash, keyedHashes, keyVersionOf, type Place, resealed, seal, unseal } from './sealing'

const secrets: Secrets = {
  idNumberKeys: {
    current: 2,
    keys: { 1: '0123456789abcdeffedcba9876543210', 2: 'fedcba98765432100123456789abcdef' },
  },
  indexKeys: { current: 1, keys: { 1: '11'.repeat(32) } },
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

const NUMBER = '990101199001011234'
const place: Place = { collection: 'persons', id: 'p1', field: 'idNumber' }
const sealedHere = () => seal(NUMBER, place, secrets, dice)

const unbound = (keyVersion: 1 | 2 = 2) => sealedBefore(NUMBER, keyVersion, secrets)

describe('sealing', () => {
  test('what was sealed is read again, and the same text never looks the same', () => {
    const [one, two] = [sealedHere(), sealedHere()]
    expect(one.cipher).not.toBe(two.cipher)
    expect(one.cipher).not.toContain('990101')
    expect([unseal(one, place, secrets), unseal(two, place, secrets)]).toEqual([NUMBER, NUMBER])
  })

  test('an older key still opens what it sealed; a lost key opens nothing', () => {
    const older = { ...secrets, idNumberKeys: { ...secrets.idNumberKeys, current: 1 } }
    const old = seal('text', place, older, dice)
    expect(unseal(old, place, secrets)).toBe('text')
    expect(() => unseal({ ...old, keyVersion: 7 }, place, secrets)).toThrow('version 7')
  })

  test.each([0, 1, 2, 30, 70])('a changed character at %i is noticed', (at) => {
    const { cipher, keyVersion } = sealedHere()
    const changed = cipher.slice(0, at) + (cipher[at] === '0' ? '1' : '0') + cipher.slice(at + 1)
    expect(() => unseal({ cipher: changed, keyVersion }, place, secrets)).toThrow()
  })

  test.each([
    ['another person', { id: 'p2' }],
    ['another collection', { collection: 'registrations' }],
    ['another field of the same person', { field: 'learnedAs.idNumber' }],
    ['parts that only read alike when they are joined', { collection: 'persons","p1', id: '' }],
  ])('copied to %s it does not open', (_, elsewhere) => {
    expect(() => unseal(sealedHere(), { ...place, ...elsewhere }, secrets)).toThrow()
  })

  test('its mark taken away, a bound value does not pass for one that was sealed before', () => {
    const { cipher, keyVersion } = sealedHere()
    expect(() => unseal({ cipher: cipher.slice(2), keyVersion }, place, secrets)).toThrow()
    expect(() => unseal({ ...unbound(), cipher: `b.${unbound().cipher}` }, place, secrets)).toThrow()
  })

  test('what was sealed before values were bound is still read, and is bound when it is written again', () => {
    expect(unseal(unbound(1), place, secrets)).toBe(NUMBER)
    const anew = resealed(unbound(1), { from: place, to: place }, secrets, dice)
    expect(anew.keyVersion).toBe(2)
    expect(unseal(anew, place, secrets)).toBe(NUMBER)
    expect(() => unseal(anew, { ...place, id: 'p2' }, secrets)).toThrow()
  })

  test('moved to another place it opens there; nothing stays nothing', () => {
    const to = { ...place, field: 'learnedAs.idNumber' }
    expect(unseal(resealed(sealedHere(), { from: place, to }, secrets, dice), to, secrets)).toBe(NUMBER)
    const blank = { cipher: '', keyVersion: 0 }
    expect(resealed(blank, { from: place, to }, secrets, dice)).toEqual(blank)
  })
})

describe('the keyed hash', () => {
  test('is HMAC-SM3, as another implementation computes it: what was hashed before is still found', () => {
    const other = sm3('id-number\n990101199001011234', { key: '11'.repeat(32), mode: 'hmac' })
    expect(keyedHash('id-number', '990101199001011234', secrets)).toBe(other)
  })

  test('finds the same number again, and tells nothing without the key or for another purpose', () => {
    const hash = keyedHash('id-number', '990101199001011234', secrets)
    expect(keyedHash('id-number', '990101199001011234', secrets)).toBe(hash)
    expect(keyedHash('phone-code', '990101199001011234', secrets)).not.toBe(hash)
    const others = { ...secrets, indexKeys: { current: 1, keys: { 1: '22'.repeat(32) } } }
    expect(keyedHash('id-number', NUMBER, others)).not.toBe(hash)
  })

  test('while keys are exchanged it is written by the current one and found by each, and says by which', () => {
    const both = { 1: '11'.repeat(32), 2: '22'.repeat(32) }
    const under = (current: 1 | 2) => ({ ...secrets, indexKeys: { current, keys: both } })
    const first = keyedHash('id-number', NUMBER, secrets)
    const second = keyedHash('id-number', NUMBER, under(2))
    expect(second).toMatch(/^2-[0-9a-f]{64}$/)
    expect(keyedHashes('id-number', NUMBER, under(1))).toEqual([first, second])
    expect(keyedHashes('id-number', NUMBER, under(2))).toEqual([second, first])
    expect([first, second].map(keyVersionOf)).toEqual([1, 2])
    const lost = { ...secrets, indexKeys: { current: 2, keys: {} } }
    expect(() => keyedHash('id-number', NUMBER, lost)).toThrow('version 2')
  })
})
