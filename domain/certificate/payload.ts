import { fromBase32 } from './base32'
import { FACTS_BYTES } from './facts'

/** r and s of SM2, 32 bytes each. */
export const SIGNATURE_BYTES = 64
/** 149 characters, five bits each. */
const PAYLOAD_CHARACTERS = Math.ceil(((FACTS_BYTES + SIGNATURE_BYTES) * 8) / 5)

/** A payload is the packed facts and, after them, their signature. */
export interface PayloadParts {
  readonly facts: Uint8Array
  readonly signature: Uint8Array
}

/**
 * Parts the text of a QR's fragment, in letters of either case. Null where it was never a payload: cut off, stretched, or
 * in foreign letters. Neither part is checked: a signature may be false, and facts may be of a format we do not know.
 */
export function partsOfPayload(text: string): PayloadParts | null {
  const bytes = text.length === PAYLOAD_CHARACTERS ? fromBase32(text.toUpperCase()) : null
  return bytes && { facts: bytes.subarray(0, FACTS_BYTES), signature: bytes.subarray(FACTS_BYTES) }
}
