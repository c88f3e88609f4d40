import { accepted, type Outcome, refused } from '../kernel/outcome'
import { asDigits } from '../kernel/plain-text'

/**
 * Reads a mainland mobile number: 11 digits, from 13 to 19; a leading +86 is dropped. Refuses anything else
 * with PHONE_CODE_INVALID.
 * Worked example: '+86 138 0000 1234' → '13800001234'.
 */
export function parseMobile(given: string): Outcome<string, 'PHONE_CODE_INVALID'> {
  const digits = asDigits(given)
    .replace(/^\+?86/, '')
    .replace(/\D/g, '')
  return /^1[3-9]\d{9}$/.test(digits) ? accepted(digits) : refused('PHONE_CODE_INVALID', {})
}

/** Masks the middle four digits: '13800001234' → '138****1234'. */
export const maskMobile = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(7)}`
