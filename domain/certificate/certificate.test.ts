import fc from 'fast-check'
import { hoursOf } from '../kernel/hours'
import { type Day, instant } from '../kernel/instant'
import { REGIONS } from '../kernel/regions'
import type { Line } from '../ledger/account'
import type { BaseLevel, Category, Notice } from '../policy/pack'
import { BASE32, fromBase32, toBase32 } from './base32'
import { FACTS_BYTES, HOLDER_DIGEST_BYTES, packFacts, unpackFacts, unverifiedFacts } from './facts'
import { maskName } from './mask-name'
import {
  certificateNumber,
  formatCertificateNumber,
  isCertificateNumber,
  numberFromBytes,
  numberToBytes,
  readCertificateNumber,
} from './number'
import { partsOfPayload, SIGNATURE_BYTES } from './payload'
import { titleLevelsOf } from './title-levels'

const put = (characters: readonly string[], at: number, character: string): string[] =>
  characters.map((kept, index) => (index === at ? character : kept))

const draws = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 15, maxLength: 15 })

test('bytes survive base32, and only our own filling is read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(fromBase32(toBase32(bytes))).toEqual(bytes)
    }),
  )
  expect(toBase32(Uint8Array.of(0xff))).toBe('ZW')
  expect(fromBase32('ZZ')).toBeNull()
  expect(fromBase32('Z')).toBeNull()
  expect(fromBase32('0U')).toBeNull()
})

describe('a number', () => {
  test('is 16 characters, and travels as 10 bytes', () => {
    fc.assert(
      fc.property(draws, (drawn) => {
        const number = certificateNumber(drawn)
        expect(isCertificateNumber(number)).toBe(true)
        expect(numberToBytes(number)).toHaveLength(10)
        expect(numberFromBytes(numberToBytes(number))).toBe(number)
        expect(readCertificateNumber(formatCertificateNumber(number).toLowerCase())).toBe(number)
      }),
    )
  })

  test('with any one character changed, or any two swapped, is noticed', () => {
    fc.assert(
      fc.property(draws, (drawn) => {
        const characters = Array.from(certificateNumber(drawn))
        for (let i = 0; i < 16; i++) {
          for (const other of BASE32) {
            const typed = put(characters, i, other).join('')
            expect(isCertificateNumber(typed)).toBe(other === characters[i])
          }
          for (let j = i + 1; j < 16; j++) {
            const swapped = put(put(characters, i, characters[j] ?? ''), j, characters[i] ?? '')
            expect(isCertificateNumber(swapped.join(''))).toBe(characters[i] === characters[j])
          }
        }
      }),
      { numRuns: 10, seed: 2022_08_15 },
    )
  })

  test('is not made of the wrong draws', () => {
    expect(() => certificateNumber([1, 2])).toThrow(RangeError)
    expect(() => certificateNumber(Array(15).fill(32))).toThrow(RangeError)
    expect(formatCertificateNumber('0123456789ABCDEF')).toBe('0123-4567-89AB-CDEF')
  })
})

test('a region keeps its byte for ever: yesterday’s certificates are read by today’s list', () => {
  const facts = {
    number: certificateNumber(Array.from({ length: 15 }, (_, index) => index)),
    year: 2022,
    hours: { public: hoursOf(24), professional: hoursOf(56) },
    issuedOn: '2022-12-31' as Day,
    holderDigest: new Uint8Array(HOLDER_DIGEST_BYTES),
  }
  const bytes = REGIONS.map((region) => packFacts({ ...facts, region }, 1))
  expect(bytes.map((packed) => [packed[14], unpackFacts(packed, 1)?.region])).toEqual([
    [0, 'shaanxi'],
    [1, 'qinghai'],
    [2, 'shandong'],
    [3, 'ningxia'],
  ])
  expect(bytes.map((packed) => unpackFacts(packed, 1)?.issuedOn)).toEqual(REGIONS.map(() => '2022-12-31'))
})

describe('a payload', () => {
  const facts = Uint8Array.from({ length: FACTS_BYTES }, (_, index) => index)
  const signature = Uint8Array.from({ length: SIGNATURE_BYTES }, (_, index) => 255 - index)
  const text = toBase32(Uint8Array.of(...facts, ...signature))

  test('is parted into facts and signature, whatever the case of its letters', () => {
    expect(text).toHaveLength(149)
    expect(partsOfPayload(text)).toEqual({ facts, signature })
    expect(partsOfPayload(text.toLowerCase())).toEqual({ facts, signature })
  })

  test.each([
    ['cut off', text.slice(0, -1)],
    ['stretched', `${text}0`],
    ['in a foreign letter', `U${text.slice(1)}`],
    ['empty', ''],
  ])('%s it is none', (_, given) => {
    expect(partsOfPayload(given)).toBeNull()
  })

  test('its facts are read under any key by a reader who checks no signature', () => {
    const said = {
      number: certificateNumber(Array(15).fill(3)),
      year: 2022,
      region: 'qinghai' as const,
      hours: { public: hoursOf(24), professional: hoursOf(56) },
      issuedOn: '2022-12-31' as Day,
      holderDigest: new Uint8Array(HOLDER_DIGEST_BYTES),
    }
    expect(unverifiedFacts(packFacts(said, 1))).toEqual(said)
    expect(unverifiedFacts(packFacts(said, 9))).toEqual(said)
    expect(unverifiedFacts(facts)).toBeNull()
    expect(unverifiedFacts(new Uint8Array())).toBeNull()
  })
})

test.each([
  ['王小明', '王*明'],
  ['王明', '王*'],
  ['欧阳小明', '欧**明'],
  ['阿依古丽·买买提', '阿******提'],
  ['𠮷野', '𠮷*'],
])('%s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

const stated = <T>(value: T) => ({ state: 'stated', value, clause: 'SX22-5', words: '…' }) as const
const rules: Notice['titleLevels'] = {
  nation: stated(['junior', 'middle', 'senior'] as const),
  city: stated(['junior', 'middle'] as const),
  province: stated(['junior', 'middle', 'senior'] as const),
}
const asks = (hours: number) => ({ state: 'reading', value: hoursOf(hours), reading: '' }) as const
const PACK = {
  requirement: { total: asks(80), public: asks(24), professional: asks(56) },
  publicSubjects: { choice: { state: 'reading', value: 'free', reading: '' } },
  titleLevels: rules,
} as unknown as Notice

function line(
  category: Category,
  hours: number,
  baseLevel: BaseLevel | null,
  rest: Partial<Line> = {},
): Line {
  return {
    entryId: `${category}-${hours}-${baseLevel}`,
    sequence: 1,
    digest: '',
    category,
    hours: hoursOf(hours),
    baseLevel,
    bucket: null,
    days: 1,
    evidence: null,
    repeats: false,
    earnedAt: instant(0),
    within: hoursOf(hours),
    verified: true,
    releasedAt: null,
    voidedBy: null,
    ...rest,
  }
}
const titles = (...lines: Line[]) => titleLevelsOf({ lines }, PACK)

describe('SX22-5: which titles a year serves', () => {
  const ofPublic = line('public', 24, 'province')

  test('all from a provincial base: all three; professional from a municipal one: not senior', () => {
    expect(titles(ofPublic, line('professional', 56, 'province'))).toEqual(['junior', 'middle', 'senior'])
    expect(titles(ofPublic, line('professional', 56, 'city'))).toEqual(['junior', 'middle'])
  })

  test('one hour of the 56 from a municipal base is enough to miss senior; hours of no base serve all', () => {
    const most = line('professional', 55, 'province')
    expect(titles(ofPublic, most, line('professional', 1, 'city'))).toEqual(['junior', 'middle'])
    expect(titles(ofPublic, most, line('professional', 1, null))).toEqual(['junior', 'middle', 'senior'])
  })

  test('void, pending and over-cap hours serve nothing', () => {
    expect(titles(ofPublic, line('professional', 56, 'province', { voidedBy: 'x' }))).toEqual([])
    expect(titles(ofPublic, line('professional', 56, 'province', { verified: false }))).toEqual([])
    expect(titles(ofPublic, line('professional', 56, 'province', { within: hoursOf(55) }))).toEqual([])
  })
})
