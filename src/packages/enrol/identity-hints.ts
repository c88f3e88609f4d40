import { lettersOn, maskIdNumber, parseIdNumber } from '@domain/identity/id-number'
import { parseName } from '@domain/identity/name'
import { instant } from '@domain/kernel/instant'
import { refusalText } from '@/cloud/refusal-text'

/**
 * The same rules as the server's, so that a slip is seen while the card is still in the hand. Age and invented areas
 * depend on the policy and the environment: the server alone decides those.
 */
const rulesNow = () => ({ now: instant(Date.now()), minimumAgeYears: 0, allowInventedAreas: true })

/** The fault of a typed name, and how to mend it; empty where there is none. */
export function nameHint(typed: string, idNumber: string): string {
  const outcome = parseName(typed, lettersOn(idNumber))
  return outcome.ok ? '' : refusalText(outcome.refusal).text
}

export function idNumberHint(typed: string): string {
  const outcome = parseIdNumber(typed, rulesNow())
  if (outcome.ok) return ''
  const { title, text } = refusalText(outcome.refusal)
  return outcome.refusal.code === 'ID_NUMBER_CHECKSUM' ? `${title}，请对照证件再看一遍` : `${title}。${text}`
}

/** Spaces mean something between Latin letters alone. */
export const typedName = (text: string): string =>
  /[A-Za-z]/.test(text) ? text.replace(/\s+/g, ' ').trimStart() : text.replace(/\s/g, '')

/** Capital X and no spaces while typing: what a card shows in groups still fits 18 characters. */
export const typedIdNumber = (text: string): string => text.replace(/[^\dxX]/g, '').toUpperCase()

/** As others will see it: 9901**********1234; empty until it is a lawful number. */
export function maskedIdNumber(typed: string): string {
  const outcome = parseIdNumber(typed, rulesNow())
  return outcome.ok ? maskIdNumber(outcome.value) : ''
}
