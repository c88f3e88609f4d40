import { type Hours, hundredths } from '../kernel/hours'
import { type Day, dayAfter, daysFrom } from '../kernel/instant'
import { REGIONS, type Region } from '../kernel/regions'
import { isCertificateNumber, numberFromBytes, numberToBytes } from './number'

/** The facts in a certificate's QR code, readable without a network. */
export interface CertificateFacts {
  readonly number: string
  readonly year: number
  readonly region: Region
  readonly hours: { readonly public: Hours; readonly professional: Hours }
  readonly issuedOn: Day
  /**
   * 8 bytes: a short digest of number, name and masked ID number, so that another name pasted over the
   * printed one does not match.
   */
  readonly holderDigest: Uint8Array
}

/**
 * The bytes that are signed. A fixed layout, so that a verifier in any language is twenty lines and nothing has to be
 * parsed: big-endian, offsets below.
 *
 *     0 format, 1    1 key id    2 number (10)    12 year (2)    14 region
 *     15 public hours in hundredths (2)    17 professional (2)    19 day of issue since 2020-01-01 (2)    21 holder (8)
 */
export const FACTS_BYTES = 29
export const HOLDER_DIGEST_BYTES = 8
const FORMAT = 1
const FIRST_DAY = '2020-01-01' as Day

/**
 * Packs the facts into FACTS_BYTES bytes. Throws where a value does not fit: neither 655.36 hours nor the
 * year 2200 is cut off silently.
 */
export function packFacts(facts: CertificateFacts, keyId: number): Uint8Array {
  const bytes = new Uint8Array(FACTS_BYTES)
  const view = new DataView(bytes.buffer)
  const two = (offset: number, value: number): void => {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff)
      throw new RangeError(`${value} is not 16 bits`)
    view.setUint16(offset, value)
  }
  view.setUint8(0, FORMAT)
  view.setUint8(1, keyId)
  bytes.set(numberToBytes(facts.number), 2)
  two(12, facts.year)
  view.setUint8(14, REGIONS.indexOf(facts.region))
  two(15, facts.hours.public)
  two(17, facts.hours.professional)
  two(19, daysFrom(FIRST_DAY, facts.issuedOn))
  bytes.set(facts.holderDigest.subarray(0, HOLDER_DIGEST_BYTES), 21)
  return bytes
}

/** The key that a certificate says it was signed with: the byte is read before anything is believed. */
export const keyIdIn = (bytes: Uint8Array): number => bytes[1] ?? 0

/** Reads the facts back. Null where the bytes have another format, another key or an unknown region. */
export function unpackFacts(bytes: Uint8Array, keyId: number): CertificateFacts | null {
  if (bytes.length !== FACTS_BYTES || bytes[0] !== FORMAT || bytes[1] !== keyId) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const number = numberFromBytes(bytes.subarray(2, 12))
  const region = REGIONS[view.getUint8(14)]
  if (!region || !isCertificateNumber(number)) return null
  return {
    number,
    year: view.getUint16(12),
    region,
    hours: { public: hundredths(view.getUint16(15)), professional: hundredths(view.getUint16(17)) },
    issuedOn: dayAfter(FIRST_DAY, view.getUint16(19)),
    holderDigest: bytes.slice(21),
  }
}

/**
 * Reads the facts under whichever key they name, for a reader who cannot check the signature. Null where the bytes have
 * another format or an unknown region.
 */
export const unverifiedFacts = (bytes: Uint8Array): CertificateFacts | null =>
  unpackFacts(bytes, keyIdIn(bytes))
