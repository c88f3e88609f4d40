import { sm2 } from 'sm-crypto-v2'
import { encode } from 'uqr'
import { fromBase32, toBase32 } from '../../../domain/certificate/base32'
import { type CertificateFacts, packFacts, unpackFacts } from '../../../domain/certificate/facts'
import { certificateNumber } from '../../../domain/certificate/number'
import { hoursOf } from '../../../domain/kernel/hours'
import type { Day } from '../../../domain/kernel/instant'
import type { VerifyingKey } from '../../kernel/ports/port'
import { checkUrlOf, holderDigest, isOfStolenKey, openPayload, sealPayload } from './payload'
import { type Signer, signerOf, verifierOf, verifiersOf } from './signing'

const { privateKey, publicKey } = sm2.generateKeyPairHex()
const FIRST: VerifyingKey = { keyId: 1, publicKeyHex: publicKey, from: null, until: null }
const KEY = { privateKeyHex: privateKey, current: FIRST }
const NUMBER = certificateNumber([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])

let signer: Signer
let facts: CertificateFacts
let payload: string

beforeAll(async () => {
  signer = await signerOf(KEY)
  facts = {
    number: NUMBER,
    year: 2022,
    region: 'shaanxi',
    hours: { public: hoursOf(24), professional: hoursOf(56.5) },
    issuedOn: '2022-08-15' as Day,
    holderDigest: await holderDigest({
      number: NUMBER,
      name: '王小明',
      idNumberMasked: '9901**********1234',
    }),
  }
  payload = sealPayload(facts, signer)
})

const codeOf = (text: string): string => {
  const outcome = openPayload(text, [signer])
  return outcome.ok ? 'accepted' : outcome.refusal.code
}

test('what was sealed is read back, in lower case too', () => {
  expect(openPayload(payload, [signer])).toEqual({ ok: true, value: facts })
  expect(openPayload(payload.toLowerCase(), [signer])).toEqual({ ok: true, value: facts })
})

test('93 bytes, 149 characters, and a QR of version 10 at most', () => {
  expect(payload).toMatch(/^[0-9A-HJKMNP-TV-Z]{149}$/)
  const url = checkUrlOf('http://127.0.0.1:34567', payload)
  expect(url).toBe(`HTTP://127.0.0.1:34567/WEB/#${payload}`)
  const hosted = checkUrlOf('https://xueshi-0a1b2c3d4e.ap-shanghai.app.tcloudbase.com', payload)
  for (const text of [url, hosted]) {
    expect(encode(text, { ecc: 'M', boostEcc: false }).version).toBeLessThanOrEqual(10)
  }
})

test('every single bit of a payload, flipped, is refused as a broken signature', () => {
  const bytes = fromBase32(payload) ?? new Uint8Array()
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const altered = Uint8Array.from(bytes)
    altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect([bit, codeOf(toBase32(altered))]).toEqual([bit, 'CERTIFICATE_SIGNATURE'])
  }
})

test.each([
  ['nothing', ''],
  ['a word', 'HELLO'],
  ['letters we never write', 'U'.repeat(149)],
  ['too short', '0'.repeat(80)],
  ['of our length, with a filling we never write', `${'0'.repeat(148)}1`],
  ['far too long', '0'.repeat(100_000)],
])('%s is malformed', (_, text) => {
  expect(codeOf(text)).toBe('CERTIFICATE_MALFORMED')
})

test('cut off or stretched, it is malformed', () => {
  for (const text of [payload.slice(0, 60), payload.slice(0, -1), `${payload}0`]) {
    expect(codeOf(text)).toBe('CERTIFICATE_MALFORMED')
  }
})

test('what does not fit is not cut off, and what is not of this key or format is not read', () => {
  const hours = { public: hoursOf(24), professional: hoursOf(656) }
  expect(() => packFacts({ ...facts, hours }, 1)).toThrow(RangeError)
  const bytes = packFacts(facts, 1)
  expect(unpackFacts(bytes, 1)).toEqual(facts)
  expect(unpackFacts(bytes, 2)).toBeNull()
  expect(unpackFacts(bytes.subarray(1), 1)).toBeNull()
})

test('signed by another key, or under another key id, it is refused', async () => {
  const other = sm2.generateKeyPairHex()
  const forger = await signerOf({
    privateKeyHex: other.privateKey,
    current: { ...FIRST, publicKeyHex: other.publicKey },
  })
  expect(codeOf(sealPayload(facts, forger))).toBe('CERTIFICATE_SIGNATURE')
  const renamed = await verifierOf({ ...FIRST, keyId: 2 })
  expect(openPayload(payload, [renamed])).toMatchObject({ refusal: { code: 'CERTIFICATE_SIGNATURE' } })
})

test('a name pasted over another, or one number’s name used for the next, gives another digest', async () => {
  const of = (number: string, name: string) =>
    holderDigest({ number, name, idNumberMasked: '9901**********1234' })
  expect(await of(NUMBER, '王小明')).toEqual(facts.holderDigest)
  expect(await of(NUMBER, '王晓明')).not.toEqual(facts.holderDigest)
  expect(await of(NUMBER.slice(1), '王小明')).not.toEqual(facts.holderDigest)
})

describe('after the key was exchanged', () => {
  const second = sm2.generateKeyPairHex()
  const PUT_AWAY = { ...FIRST, until: '2022-08-31' as Day }
  const CURRENT = { keyId: 2, publicKeyHex: second.publicKey, from: '2022-09-01' as Day, until: null }
  const opened = async (text: string) =>
    openPayload(text, await verifiersOf({ current: CURRENT, past: [PUT_AWAY] }))

  test('what the first key signed in its days stays true, and the second signs on', async () => {
    expect(await opened(payload)).toEqual({ ok: true, value: facts })
    const later = { ...facts, issuedOn: '2022-09-01' as Day }
    const next = await signerOf({ privateKeyHex: second.privateKey, current: CURRENT })
    expect(await opened(sealPayload(later, next))).toEqual({ ok: true, value: later })
  })

  test('of the day on which a key was stolen nothing is believed, and of earlier days nothing by itself', async () => {
    const keys = { current: CURRENT, past: [{ ...PUT_AWAY, stolenOn: '2022-08-20' as Day }] }
    const verifiers = await verifiersOf(keys)
    const forged = (issuedOn: Day) => openPayload(sealPayload({ ...facts, issuedOn }, signer), verifiers)
    expect(forged('2022-08-20' as Day)).toMatchObject({ refusal: { code: 'CERTIFICATE_SIGNATURE' } })
    expect(forged('2022-08-19' as Day)).toMatchObject({ ok: true })
    expect(isOfStolenKey(payload, verifiers)).toBe(true)
    expect(isOfStolenKey(payload.toLowerCase(), verifiers)).toBe(true)
    expect(isOfStolenKey(payload, await verifiersOf({ current: CURRENT, past: [PUT_AWAY] }))).toBe(false)
    expect(isOfStolenKey('HELLO', verifiers)).toBe(false)
  })

  test('the first key signs nothing after its days, and the second nothing before its own', async () => {
    const after = sealPayload({ ...facts, issuedOn: '2022-09-01' as Day }, signer)
    const next = await signerOf({ privateKeyHex: second.privateKey, current: CURRENT })
    const before = sealPayload({ ...facts, issuedOn: '2022-08-31' as Day }, next)
    for (const text of [after, before])
      expect(await opened(text)).toMatchObject({ refusal: { code: 'CERTIFICATE_SIGNATURE' } })
    expect(await opened(sealPayload({ ...facts, issuedOn: '2022-08-31' as Day }, signer))).toMatchObject({
      ok: true,
    })
  })

  test('a key says under whose name it signed: the second cannot sign for the first', async () => {
    const posing = await signerOf({ privateKeyHex: second.privateKey, current: { ...CURRENT, keyId: 1 } })
    expect(await opened(sealPayload(facts, posing))).toMatchObject({
      refusal: { code: 'CERTIFICATE_SIGNATURE' },
    })
  })
})
