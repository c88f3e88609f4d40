import { sm2 } from 'sm-crypto-v2'
import { fromBase32, toBase32 } from '../../../domain/certificate/base32'
import { maskName } from '../../../domain/certificate/mask-name'
import { certificateNumber, isCertificateNumber } from '../../../domain/certificate/number'
import { hoursOf } from '../../../domain/kernel/hours'
import { day, plusSeconds } from '../../../domain/kernel/instant'
import { A_CALL } from '../../../tests/harness/a-call'
import { type Ledger, startLedger } from '../../../tests/harness/ledger'
import { Refused } from '../../kernel/refused'
import type { PersonDocument } from '../../people/documents'
import { accountView } from '../hours/account-view'
import { certificateCauseIdOf } from '../hours/certificate-cause-id'
import { check } from './check'
import { correctCertificate, renewCertificate } from './correct'
import type { CertificateDocument } from './documents'
import { certificateDraft, issue } from './issue'
import { mine, view } from './mine'
import { openPayload, sealPayload } from './payload'
import { signerOf } from './signing'
import type { CertificateView } from './views'
import { handleWeb, webRouteOf } from './web'

let ledger: Ledger
let holder: PersonDocument
let certificate: CertificateView

const payloadOf = ({ checkUrl }: CertificateView): string => checkUrl.split('#')[1] ?? ''
const refusalOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

/** The three public subjects, and professional hours from bases of the levels given. */
async function completes(person: PersonDocument, levels: ('province' | 'city')[]): Promise<void> {
  for (const [n, hours] of [12, 10, 2].entries()) {
    await ledger.earn(person, [`public-${n}`, hours], {
      category: 'public',
      subjectId: `sx22-public-${n + 1}`,
    })
  }
  for (const [n, baseLevel] of levels.entries())
    await ledger.earn(person, [`c${n}`, 56 / levels.length], { baseLevel })
}

beforeAll(async () => {
  ledger = await startLedger()
  holder = await ledger.person('p-holder')
  await completes(holder, ['province', 'province'])
  certificate = await issue(ledger.ctx, holder, { year: 2022 })
})
afterAll(() => ledger.stop())

test('a completed year gives a certificate, frozen with policy, hours and the titles it serves', async () => {
  expect(certificate).toMatchObject({
    kind: 'year-complete',
    state: 'valid',
    name: '王小明',
    year: 2022,
    regionName: '陕西省',
    hours: { public: hoursOf(24), professional: hoursOf(56), total: hoursOf(80) },
    titleLevels: ['junior', 'middle', 'senior'],
    issuedAt: ledger.ctx.now,
  })
  expect(isCertificateNumber(certificate.number)).toBe(true)
  const account = await ledger.store.get('accounts', 'p-holder:shaanxi:2022')
  const stored = await ledger.store.get('certificates', certificate.number)
  expect(stored).toMatchObject({ accountSequence: 5, accountHeadHash: account?.headHash })
  expect(certificate.clauses.map(({ id }) => id)).toEqual(['SX22-1', 'SX22-11', 'SX22-5', 'SX22-5'])
})

test('asking again, later, twice at once, shows the same certificate with the same date', async () => {
  const later = { ...ledger.ctx, now: plusSeconds(ledger.ctx.now, 86_400) }
  const again = await Promise.all([
    issue(later, holder, { year: 2022 }),
    issue(later, holder, { year: 2022 }),
  ])
  expect(again).toEqual([certificate, certificate])
  expect(await mine(later, holder)).toEqual({ certificates: [certificate] })
  expect((await accountView(ledger.ctx, holder, {})).certificateNumber).toBe(certificate.number)
})

test('two first requests at once give one certificate', async () => {
  const person = await ledger.person('p-race')
  await completes(person, ['province'])
  const both = await Promise.all([1, 2].map(() => issue(ledger.ctx, person, { year: 2022 })))
  expect(both[0]).toEqual(both[1])
  expect((await mine(ledger.ctx, person)).certificates).toHaveLength(1)
})

test('SX22-5: hours of a municipal base serve junior and middle titles only', async () => {
  const person = await ledger.person('p-city')
  await completes(person, ['province', 'city'])
  expect((await issue(ledger.ctx, person, { year: 2022 })).titleLevels).toEqual(['junior', 'middle'])
})

test('an incomplete year is refused with what is missing; one short by a hundredth too', async () => {
  const person = await ledger.person('p-short')
  expect(await refusalOf(issue(ledger.ctx, person, { year: 2022 }))).toEqual({
    code: 'YEAR_INCOMPLETE',
    details: { missingPublicHours: 2_400, missingProfessionalHours: 5_600 },
  })
  await completes(person, [])
  await ledger.earn(person, ['c1', 55.99])
  expect(await refusalOf(issue(ledger.ctx, person, { year: 2022 }))).toEqual({
    code: 'YEAR_INCOMPLETE',
    details: { missingPublicHours: 0, missingProfessionalHours: 1 },
  })
})

test('somebody whom the unit has not confirmed has to wait; confirmed, the pending hours are enough', async () => {
  const claimed = await ledger.person('p-claimed', 'claimed')
  await completes(claimed, ['province'])
  expect(await refusalOf(issue(ledger.ctx, claimed, { year: 2022 }))).toEqual({
    code: 'BINDING_UNVERIFIED',
    details: {},
  })
  const verified = await ledger.confirm(claimed)
  expect((await issue(ledger.ctx, verified, { year: 2022 })).state).toBe('valid')
})

test('another’s certificate is as unknown as one that does not exist', async () => {
  const other = await ledger.person('p-other')
  const unknown = { code: 'CERTIFICATE_UNKNOWN', details: {} }
  expect(await refusalOf(view(ledger.ctx, other, { number: certificate.number }))).toEqual(unknown)
  expect(await refusalOf(view(ledger.ctx, holder, { number: '0000000000000001' }))).toEqual(unknown)
  const typed = certificate.number.toLowerCase().replace(/(.{4})(?=.)/g, '$1-')
  expect(await view(ledger.ctx, holder, { number: typed })).toEqual(certificate)
})

test('a check shows the facts to compare with, the name masked, and the live state', async () => {
  const payload = payloadOf(certificate)
  const seen = await check(ledger.ctx, { payload })
  expect(seen).toEqual({
    state: 'valid',
    name: maskName('王小明'),
    year: 2022,
    regionName: '陕西省',
    hours: certificate.hours,
    hourWord: '学时',
    issuedAt: certificate.issuedAt,
    number: certificate.number,
    checkedAt: ledger.ctx.now,
  })
  expect(JSON.stringify(seen)).not.toContain('王小明')
})

test.each(['superseded', 'revoked'] as const)(
  'a %s certificate says so, though its signature holds',
  async (state) => {
    const person = await ledger.person(`p-${state}`)
    await completes(person, ['province'])
    const issued = await issue(ledger.ctx, person, { year: 2022 })
    const stored = await ledger.store.get('certificates', issued.number)
    if (!stored) throw new Error('not stored')
    await ledger.store.replace('certificates', { ...stored, state })
    expect((await check(ledger.ctx, { payload: payloadOf(issued) })).state).toBe(state)
  },
)

describe('the web door', () => {
  const ask = async (body: string, change = {}) => {
    const event = { path: '/check', httpMethod: 'POST', body, ...change }
    const answer = await handleWeb(event, ledger.ctx)
    return { status: answer.statusCode, said: JSON.parse(answer.body) }
  }
  const askFor = (payload: unknown) => ask(JSON.stringify({ payload }))

  test('POST /check answers what the page shows, base64 body and upper-case path included', async () => {
    const body = JSON.stringify({ payload: payloadOf(certificate) })
    const plain = await ask(body)
    expect(plain).toMatchObject({ status: 200, said: { ok: true, check: { state: 'valid', name: '王*明' } } })
    const event = { path: '/WEB/CHECK', body: Buffer.from(body).toString('base64'), isBase64Encoded: true }
    expect(await ask(event.body, event)).toEqual(plain)
  })

  test('altered: its own code, whichever bit', async () => {
    const bytes = fromBase32(payloadOf(certificate)) ?? new Uint8Array()
    for (const bit of [0, 9, 100, 130, 231, 232, 743]) {
      const altered = Uint8Array.from(bytes)
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const { said } = await askFor(toBase32(altered))
      expect(said).toEqual({
        ok: false,
        refusal: { code: 'CERTIFICATE_SIGNATURE', details: {} },
        callId: A_CALL.id,
      })
    }
  })

  test('malformed and unknown: their own codes', async () => {
    expect((await askFor('HELLO')).said.refusal.code).toBe('CERTIFICATE_MALFORMED')
    const signer = await signerOf(ledger.ctx.ports.secrets.signing)
    const facts = openPayload(payloadOf(certificate), [signer])
    if (!facts.ok) throw new Error('our own payload did not open')
    const number = certificateNumber(Array(15).fill(9))
    expect((await askFor(sealPayload({ ...facts.value, number }, signer))).said.refusal.code).toBe(
      'CERTIFICATE_UNKNOWN',
    )
  })

  test.each([
    ['no JSON', '{', 'INPUT_INVALID'],
    ['nothing', '', 'INPUT_INVALID'],
    ['null', 'null', 'INPUT_INVALID'],
    ['a number', '{"payload":1}', 'INPUT_INVALID'],
    ['2 MB', JSON.stringify({ payload: '0'.repeat(2_000_000) }), 'INPUT_TOO_LARGE'],
  ])('%s is refused', async (_, body, code) => {
    expect((await ask(body)).said).toMatchObject({ ok: false, refusal: { code } })
  })

  test('GET /revoked is what an offline verifier takes along: numbers, and of which moment', async () => {
    const asked = await handleWeb({ path: '/revoked', httpMethod: 'GET' }, ledger.ctx)
    const [person] = (
      await ledger.store.query('certificates', 'byState', { equals: { state: 'revoked' }, limit: 9 })
    ).items
    expect(JSON.parse(asked.body)).toEqual({
      ok: true,
      asOf: ledger.ctx.now,
      numbers: [person?._id],
      next: null,
    })
  })

  test('GET / is one light page that runs nothing but its own script; the key is public; the rest is 404', async () => {
    const page = await handleWeb({ path: '/', httpMethod: 'GET' }, ledger.ctx)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(Buffer.byteLength(page.body)).toBeLessThan(30_000)
    expect(page.body).not.toMatch(/https?:\/\/|<link|<img|src=/)
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'sha256-/)
    const key = await handleWeb({ path: '/key', httpMethod: 'GET' }, ledger.ctx)
    const { current } = ledger.ctx.ports.secrets.signing
    expect(JSON.parse(key.body)).toMatchObject({
      ...{ keyId: 1, publicKeyHex: current.publicKeyHex },
      keys: [current],
    })
    expect(key.body).not.toContain(ledger.ctx.ports.secrets.signing.privateKeyHex)
    expect((await handleWeb({ path: '/other', httpMethod: 'GET' }, ledger.ctx)).statusCode).toBe(404)
  })
})

test('a payload that a stolen key signed under a number of ours is not that certificate, whatever day it bears', async () => {
  const signer = await signerOf(ledger.ctx.ports.secrets.signing)
  const facts = openPayload(payloadOf(certificate), [signer])
  if (!facts.ok) throw new Error('our own payload did not open')
  const richer = { ...facts.value, hours: { ...facts.value.hours, professional: hoursOf(300) } }
  for (const forged of [sealPayload(richer, signer), sealPayload(facts.value, signer)])
    await expect(check(ledger.ctx, { payload: forged })).rejects.toThrow('CERTIFICATE_SIGNATURE')
  const ours = { payload: payloadOf(certificate).toLowerCase() }
  expect(await check(ledger.ctx, ours)).toMatchObject({ number: certificate.number })
})

test('a key signs nothing before its own days: such a certificate would be false at once', async () => {
  const { secrets } = ledger.ctx.ports
  const current = { ...secrets.signing.current, from: day('2030-01-01') }
  const ports = { ...ledger.ctx.ports, secrets: { ...secrets, signing: { ...secrets.signing, current } } }
  const person = await ledger.person('p-too-early')
  await completes(person, ['province'])
  await expect(issue({ ...ledger.ctx, ports }, person, { year: 2022 })).rejects.toThrow('does not sign on')
  expect(await issue(ledger.ctx, person, { year: 2022 })).toMatchObject({ state: 'valid' })
})

test('after the key was exchanged: what it signed is checked as before, and both keys are told', async () => {
  const { secrets } = ledger.ctx.ports
  const second = sm2.generateKeyPairHex()
  const exchanged = {
    privateKeyHex: second.privateKey,
    current: { keyId: 2, publicKeyHex: second.publicKey, from: day('2023-01-01'), until: null },
    past: [{ ...secrets.signing.current, until: day('2022-12-31') }],
  }
  const ports = { ...ledger.ctx.ports, secrets: { ...secrets, signing: exchanged } }
  const payload = payloadOf(certificate)
  expect(await check({ ...ledger.ctx, ports }, { payload })).toMatchObject({
    state: 'valid',
    number: certificate.number,
  })
  const key = await handleWeb({ path: '/key', httpMethod: 'GET' }, { ...ledger.ctx, ports })
  expect(JSON.parse(key.body)).toMatchObject({ keyId: 2, keys: [exchanged.current, ...exchanged.past] })
})

test.each([
  [{ path: '/', httpMethod: 'GET' }, 'GET /'],
  [{ path: '/WEB/', httpMethod: 'head' }, 'HEAD /'],
  [{ path: '/web/key' }, 'GET /key'],
  [{ path: '/revoked' }, 'GET /revoked'],
  [{ path: '/check', httpMethod: 'POST' }, 'POST /check'],
  [{ path: '/check', httpMethod: 'GET' }, 'unknown'],
  [{ path: '/王小明' }, 'unknown'],
])('the log names the route of %j %s', (event, route) => expect(webRouteOf(event)).toBe(route))

describe('a certificate whose year was looked at again', () => {
  /** What came of the certificate, which says so instead of the truth, as its year stays complete. */
  async function correctedOf(id: string, says: (told: CertificateDocument) => Partial<CertificateDocument>) {
    const person = await ledger.person(id)
    await completes(person, ['province'])
    const { number } = await issue(ledger.ctx, person, { year: 2022 })
    const told = await ledger.store.get('certificates', number)
    const account = await ledger.store.get('accounts', `${id}:shaanxi:2022`)
    if (!told || !account) throw new Error('nothing was issued')
    await ledger.store.replace('certificates', { ...told, ...says(told) })
    const key = { personId: id, region: 'shaanxi', year: 2022 } as const
    const draft = await certificateDraft(ledger.ctx, person, key)
    return ledger.store.transact((tx) => correctCertificate(tx, draft, account))
  }

  test('stands where it says the same', async () => {
    expect(await correctedOf('p-same', () => ({}))).toBeNull()
  })

  test.each<[string, (told: CertificateDocument) => Partial<CertificateDocument>]>([
    ['p-public', ({ hours }) => ({ hours: { ...hours, public: hoursOf(23) } })],
    ['p-professional', ({ hours }) => ({ hours: { ...hours, professional: hoursOf(57) } })],
    ['p-titles', () => ({ titleLevels: ['junior', 'middle'] })],
  ])('is superseded where it differs: %s', async (id, says) => {
    const corrected = await correctedOf(id, says)
    expect(corrected).toEqual({ number: expect.any(String), became: 'superseded' })
    expect(await ledger.store.get('certificates', corrected?.number ?? '')).toMatchObject({
      state: 'superseded',
      supersededBy: expect.any(String),
    })
  })

  test('is nothing where none was issued', async () => {
    const person = await ledger.person('p-none')
    await completes(person, ['province'])
    const account = await ledger.store.get('accounts', 'p-none:shaanxi:2022')
    const key = { personId: 'p-none', region: 'shaanxi', year: 2022 } as const
    const draft = await certificateDraft(ledger.ctx, person, key)
    if (!account) throw new Error('no account')
    expect(await ledger.store.transact((tx) => correctCertificate(tx, draft, account))).toBeNull()
    expect(await ledger.store.transact((tx) => renewCertificate(tx, draft, account))).toBeNull()
  })

  test('that its cause names and that is not there is a fault that names the cause', async () => {
    const person = await ledger.person('p-torn')
    await completes(person, ['province'])
    const _id = certificateCauseIdOf({ personId: 'p-torn', region: 'shaanxi', year: 2022 })
    await ledger.store.insert('certificate-causes', { _id, number: 'N0', revoked: null })
    await expect(issue(ledger.ctx, person, { year: 2022 })).rejects.toThrow(
      `${_id} names a certificate that is not there`,
    )
  })
})
