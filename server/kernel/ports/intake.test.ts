import { sm2 } from 'sm-crypto-v2'
import { enveloped, fromEnvelope, intakeFrom, isEnvelope, sealsTo } from './intake'
import type { Dice, Secrets } from './port'
import { keyedHash, type Place, unseal } from './sealing'

const idNumberKeys = {
  current: 2,
  keys: { 1: '0123456789abcdef'.repeat(2), 2: 'fedcba9876543210'.repeat(2) },
}
const indexKeys = { current: 1, keys: { 1: '11'.repeat(32), 2: '22'.repeat(32) } }
const keys = { idNumberKeys, indexKeys }
const secrets = keys as unknown as Secrets
/** What the web's door holds. */
const web = { intake: intakeFrom(keys) } as unknown as Secrets
let thrown = 0
const dice: Dice = {
  integerBelow: () => 0,
  bytes: (count) => {
    thrown += 1
    return Uint8Array.from({ length: count }, (_, i) => (i * 31 + thrown) % 256)
  },
}

const TEXT = '身份证号 990101199001011234'.repeat(40)
const place: Place = { collection: 'outside-contents', id: 'b1', field: 'rows' }
const sealedByWeb = () => enveloped(TEXT, place, sealsTo(web), dice)

test('who seals cannot open, and who has the key of numbers can', () => {
  const sealed = sealedByWeb()
  expect(isEnvelope(sealed)).toBe(true)
  expect(sealed).toMatchObject({ keyVersion: 2 })
  expect(fromEnvelope(sealed, place, secrets)).toBe(TEXT)
  expect(() => fromEnvelope(sealed, place, web)).toThrow()
  // The key of the text itself is new each time.
  expect(sealedByWeb().cipher.slice(-100)).not.toBe(sealed.cipher.slice(-100))
})

test('an earlier key opens what was sealed for it; a key that is gone opens nothing', () => {
  const earlier = sealsTo({ ...secrets, idNumberKeys: { ...idNumberKeys, current: 1 } })
  const sealed = enveloped(TEXT, place, earlier, dice)
  expect(fromEnvelope(sealed, place, secrets)).toBe(TEXT)
  const after = { idNumberKeys: { current: 2, keys: { 2: idNumberKeys.keys[2] } } }
  expect(() => fromEnvelope(sealed, place, after)).toThrow('version 1')
  expect(() => fromEnvelope({ ...sealed, keyVersion: 2 }, place, secrets)).toThrow()
})

test.each([2, 40, 140, 220, 240, 280, 600])('a changed character at %i is noticed', (at) => {
  const { cipher, keyVersion } = sealedByWeb()
  const changed = cipher.slice(0, at) + (cipher[at] === '0' ? '1' : '0') + cipher.slice(at + 1)
  expect(() => fromEnvelope({ cipher: changed, keyVersion }, place, secrets)).toThrow()
})

test('it opens in its place alone, and passes for no number that was sealed with the key', () => {
  expect(() => fromEnvelope(sealedByWeb(), { ...place, id: 'b2' }, secrets)).toThrow()
  expect(() => unseal(sealedByWeb(), place, secrets)).toThrow()
})

test('what follows from the keys says nothing of them, and finds nobody', () => {
  const said = JSON.stringify(web.intake)
  for (const key of [...Object.values(idNumberKeys.keys), ...Object.values(indexKeys.keys)])
    expect(said).not.toContain(key)
  const { batchKeys } = intakeFrom(keys)
  expect(keyedHash('id-number', '990101199001011234', { indexKeys: batchKeys })).not.toBe(
    keyedHash('id-number', '990101199001011234', secrets),
  )
  expect(batchKeys).toMatchObject({ current: 1, keys: { 1: expect.any(String), 2: expect.any(String) } })
  expect(sm2.verifyPublicKey(sealsTo(web).publicKeyHex)).toBe(true)
})

test('it is the same each time: who has the keys and who was given what follows agree', () => {
  expect(intakeFrom(keys)).toEqual(intakeFrom(structuredClone(keys)))
  expect(sealsTo(web)).toEqual(sealsTo(secrets))
})
