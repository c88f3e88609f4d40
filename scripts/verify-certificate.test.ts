import { sm2 } from 'sm-crypto-v2'
import { certificateNumber } from '../domain/certificate/number'
import { hoursOf } from '../domain/kernel/hours'
import { type Day, day } from '../domain/kernel/instant'
import { checkUrlOf, holderDigest, sealPayload } from '../server/books/certificate/payload'
import { signerOf } from '../server/books/certificate/signing'
import { type Question, verify } from './verify-certificate'

const { privateKey, publicKey } = sm2.generateKeyPairHex()
const number = certificateNumber(Array.from({ length: 15 }, (_, n) => n))
const holder = { name: '王小明', idNumberMasked: '9901**********1234' }
const now = Date.UTC(2022, 7, 20)
let question: Question

beforeAll(async () => {
  const signer = await signerOf({
    privateKeyHex: privateKey,
    current: { keyId: 3, publicKeyHex: publicKey, from: null, until: null },
  })
  const facts = {
    number,
    year: 2022,
    region: 'shaanxi',
    hours: { public: hoursOf(24), professional: hoursOf(56) },
    issuedOn: day('2022-08-15'),
    holderDigest: await holderDigest({ number, ...holder }),
  } as const
  const text = checkUrlOf('https://example.org', sealPayload(facts, signer))
  question = { text, key: { keyId: 3, publicKeyHex: publicKey }, revoked: null, holder: null, now }
})

test('a genuine one, with no network and no list: it holds, and no age is claimed', async () => {
  expect(await verify(question)).toEqual({
    verdict: 'signature-holds',
    certificate: {
      number,
      year: 2022,
      region: 'shaanxi',
      publicHours: '24',
      professionalHours: '56',
      issuedOn: '2022-08-15',
    },
    revocationListAgeDays: null,
  })
})

test('the holder’s name holds, another does not', async () => {
  expect((await verify({ ...question, holder })).verdict).toBe('signature-holds')
  const other = { ...holder, name: '王晓明' }
  expect((await verify({ ...question, holder: other })).verdict).toBe('other-holder')
})

test('a list says how old it is, and revokes', async () => {
  const asOf = now - 3.5 * 86_400_000
  const clean = await verify({ ...question, revoked: { asOf, numbers: [] } })
  expect(clean).toMatchObject({ verdict: 'signature-holds', revocationListAgeDays: 3 })
  const listed = await verify({ ...question, revoked: { asOf, numbers: [number] } })
  expect(listed.verdict).toBe('revoked')
})

test('of a key that was stolen: nothing of that day, and of an earlier one the page alone can tell', async () => {
  const { keyId, publicKeyHex } = question.key
  const stolenOn = (day: Day): Question['key'] => ({
    ...{ keyId: 4, publicKeyHex: 'the next one', keys: [] },
    keys: [{ keyId, publicKeyHex, from: null, until: null, stolenOn: day }],
  })
  const verdictOf = async (on: string) => (await verify({ ...question, key: stolenOn(day(on)) })).verdict
  expect(await verdictOf('2022-08-15')).toBe('CERTIFICATE_SIGNATURE')
  expect(await verdictOf('2022-08-16')).toBe('key-stolen')
})

test('altered, cut off, or under another key: refused by name', async () => {
  const { text } = question
  const swapped = text.endsWith('0') ? '4' : '0'
  const altered = `${text.slice(0, -9)}${text.at(-9) === 'A' ? 'B' : 'A'}${text.slice(-8)}`
  expect((await verify({ ...question, text: altered })).verdict).toBe('CERTIFICATE_SIGNATURE')
  expect((await verify({ ...question, text: `${text}${swapped}` })).verdict).toBe('CERTIFICATE_MALFORMED')
  const other = { keyId: 4, publicKeyHex: publicKey }
  expect((await verify({ ...question, key: other })).verdict).toBe('CERTIFICATE_SIGNATURE')
})
