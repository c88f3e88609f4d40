import { toBase32 } from '../../../domain/certificate/base32'
import {
  type CertificateFacts,
  HOLDER_DIGEST_BYTES,
  keyIdIn,
  packFacts,
  unpackFacts,
} from '../../../domain/certificate/facts'
import { partsOfPayload } from '../../../domain/certificate/payload'
import type { Day } from '../../../domain/kernel/instant'
import { accepted, type Outcome, refused } from '../../../domain/kernel/outcome'
import type { VerifyingKey } from '../../kernel/ports/port'
import type { Signer, Verifier } from './signing'

export interface Holder {
  number: string
  name: string
  idNumberMasked: string
}

/** The number is part of the digest, so that no table of names can be prepared. */
export async function holderDigest({ number, name, idNumberMasked }: Holder): Promise<Uint8Array> {
  const { sm3 } = await import('sm-crypto-v2')
  const hex = sm3(`${number}\n${name}\n${idNumberMasked}`)
  return Uint8Array.from({ length: HOLDER_DIGEST_BYTES }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  )
}

/** The signed facts as the QR's fragment: upper-case letters and digits. */
export function sealPayload(facts: CertificateFacts, signer: Signer): string {
  const message = packFacts(facts, signer.keyId)
  return toBase32(Uint8Array.of(...message, ...signer.sign(message)))
}

/**
 * The facts of a payload, once its signature holds under the key that it names, on a day on which that key signed. A text
 * that was never a payload (cut off, foreign letters) is malformed; a payload with any bit changed has a broken signature,
 * because the signature is checked before a single value is read but the key's name.
 */
export function openPayload(
  text: string,
  verifiers: readonly Verifier[],
): Outcome<CertificateFacts, 'CERTIFICATE_MALFORMED' | 'CERTIFICATE_SIGNATURE'> {
  const parts = partsOfPayload(text)
  if (!parts) return refused('CERTIFICATE_MALFORMED', {})
  const verifier = keyNamedIn(parts, verifiers)
  const genuine = verifier?.verify(parts.facts, parts.signature)
  const facts = genuine ? unpackFacts(parts.facts, verifier?.keyId ?? 0) : null
  return facts && verifier && hasSignedOn(verifier, facts.issuedOn)
    ? accepted(facts)
    : refused('CERTIFICATE_SIGNATURE', {})
}

const keyNamedIn = <K extends VerifyingKey>(
  { facts }: { facts: Uint8Array },
  keys: readonly K[],
): K | undefined => keys.find(({ keyId }) => keyId === keyIdIn(facts))

/**
 * Whether the key that a payload names was stolen. Then the payload proves nothing by itself, whatever day it bears: the
 * thief writes earlier days as well, and only the certificate that is kept can tell.
 */
export function isOfStolenKey(text: string, keys: readonly VerifyingKey[]): boolean {
  const parts = partsOfPayload(text)
  return (parts && keyNamedIn(parts, keys)?.stolenOn) != null
}

/** A key that was put away signs nothing of a later day, whoever has found it since. */
export const hasSignedOn = ({ from, until, stolenOn = null }: VerifyingKey, day: Day): boolean =>
  (from === null || day >= from) && (until === null || day <= until) && (stolenOn === null || day < stolenOn)

/**
 * The URL in the QR, in upper case, which takes fewer modules. Scheme and host ignore case, and so does our path, which
 * the web door compares without regard to case. Worked example: `https://x.example/` and `AB12` →
 * `HTTPS://X.EXAMPLE/WEB/#AB12`.
 */
export const checkUrlOf = (publicOrigin: string, payload: string): string =>
  `${publicOrigin.toUpperCase().replace(/\/$/, '')}/WEB/#${payload}`
