import { accepted, type Outcome, refused } from '../kernel/outcome'
import { asDigits } from '../kernel/plain-text'

/**
 * Reads a mainland mobile number: 11 digits, from 13 to 19; a leading +86 or 0086 is dropped, and a number that a program
 * took for one to reckon with is read as the digits that it is. Refuses anything else with PHONE_CODE_INVALID.
 * Worked examples: '+86 138 0000 1234', '1.3800001234E10' and '13800001234.0' → '13800001234'; '1.38E+10', whose last
 * digits are lost, → PHONE_CODE_INVALID.
 */
export function parseMobile(given: string): Outcome<string, 'PHONE_CODE_INVALID'> {
  const plain = asDigits(given)
    .replace(/^(\d)\.(\d{10})E\+?10$/i, '$1$2')
    .replace(/^(\d{11})\.0+$/, '$1')
  // The digits of a power are none of the number's.
  if (/\dE[+-]?\d/i.test(plain)) return refused('PHONE_CODE_INVALID', {})
  const digits = plain.replace(/^(\+|00)?86/, '').replace(/\D/g, '')
  return /^1[3-9]\d{9}$/.test(digits) ? accepted(digits) : refused('PHONE_CODE_INVALID', {})
}

/** Masks the middle four digits: '13800001234' → '138****1234'. */
export const maskMobile = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(7)}`
