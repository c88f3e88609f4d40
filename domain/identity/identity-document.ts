import { accepted, type Outcome, refused } from '../kernel/outcome'
import { asDigits } from '../kernel/plain-text'
import type { NumberedCard } from './id-number'

/**
 * The five kinds of document by which a professional proves who they are: the citizen's card, the residence permit of
 * people of Hong Kong, Macao and Taiwan, the foreigner's permanent residence card, the travel permit of people of Hong
 * Kong, Macao and Taiwan, and the passport.
 */
export type DocumentKind = NumberedCard | 'travel-permit' | 'passport'

export interface IdentityDocument {
  kind: DocumentKind
  /** As typed. */
  number: string
  /** ISO 3166-1 alpha-3 of a passport: two states give the same numbers. */
  issuer?: string
}

const EIGHTEEN = /^\d{17}[\dX]$/
/** Three letters of the nationality and twelve digits: permanent residence cards before GA 2102-2023. */
const FORMER_CARD = /^[A-Z]{3}\d{12}$/
/** H and M of Hong Kong and Macao, none for Taiwan; two digits more count the times the permit was made anew. */
const TRAVEL_PERMIT = /^([HM]?\d{8})(?:\d{2})?$/
const PASSPORT = /^[A-Z0-9]{5,20}$/

/**
 * The text whose keyed hash finds a document again: the same for each way of typing it, and for no other document. A
 * number of 18 characters is its own text whatever card shows it, because no two cards share one, and because the hashes
 * that are stored were made so.
 * Worked example: a citizen's '9901 0119 9001 0112 3x' → '99010119900101123X'; a travel permit 'h1234567801' →
 * 'travel-permit:H12345678'; a passport '123456789' of USA → 'passport:USA:123456789'.
 */
export function documentKey({
  kind,
  number,
  issuer = '',
}: IdentityDocument): Outcome<string, 'ID_NUMBER_MALFORMED'> {
  const text = asDigits(number)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  const key = keyOf(kind, text, issuer.toUpperCase())
  return key === null ? refused('ID_NUMBER_MALFORMED', {}) : accepted(key)
}

function keyOf(kind: DocumentKind, text: string, issuer: string): string | null {
  switch (kind) {
    case 'resident':
    case 'residence-permit':
      return EIGHTEEN.test(text) ? text : null
    case 'permanent-residence':
      if (EIGHTEEN.test(text)) return text
      return FORMER_CARD.test(text) ? `${kind}:${text}` : null
    case 'travel-permit': {
      const permit = TRAVEL_PERMIT.exec(text)?.[1]
      return permit === undefined ? null : `${kind}:${permit}`
    }
    case 'passport':
      return PASSPORT.test(text) && /^[A-Z]{3}$/.test(issuer) ? `${kind}:${issuer}:${text}` : null
  }
}
