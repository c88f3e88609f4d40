import { type Day, dayOf, type Instant } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import { asDigits } from '../kernel/plain-text'
import type { NameLetters } from './name'

declare const brand: unique symbol

/**
 * A number of 18 characters that passed every check below, X in upper case: a citizen's (公民身份号码), that of a residence
 * permit for people of Hong Kong, Macao or Taiwan, or that of a foreigner's permanent residence card. No two of them are
 * one, so the number alone says whose it is.
 */
export type IdNumber = string & { readonly [brand]: 'IdNumber' }

export interface IdNumberRules {
  now: Instant
  /** Of the pack: 16 where the notice is silent (reading). */
  minimumAgeYears: number
  /** Area codes from 99 on belong to no place: invented people of a demonstration have them. */
  allowInventedAreas: boolean
}

type Codes =
  | 'ID_NUMBER_MALFORMED'
  | 'ID_NUMBER_CHECKSUM'
  | 'ID_NUMBER_DATE'
  | 'ID_NUMBER_AREA'
  | 'ID_NUMBER_UNDER_AGE'

/** GB 11643, weights of the first 17 digits and the check characters by remainder of 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/**
 * GB/T 2260, first two digits: provinces, autonomous regions, municipalities, Taiwan, Hong Kong, Macao, and 83 for
 * residence permits of Taiwan.
 */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)
const INVENTED_AREA = '99'

/**
 * GA 2102-2023: the number of a foreigner's permanent residence card begins with 9, then two digits of the province where
 * it was asked for, three of the nationality, and goes on as a citizen's. None begins with '99', because no province does
 * with 9.
 */
const FOREIGNERS = /^9[1-6]/

/** Which card an 18-character number is of, as far as its first digits tell; of a number as typed, right or wrong. */
export type NumberedCard = 'resident' | 'residence-permit' | 'permanent-residence'

export function cardOf(typed: string): NumberedCard {
  const text = asDigits(typed)
  if (/^8[123]/.test(text)) return 'residence-permit'
  return FOREIGNERS.test(text) && PROVINCES.has(text.slice(1, 3)) ? 'permanent-residence' : 'resident'
}

/** In which letters the card of that number shows a name. */
export const lettersOn = (typedNumber: string): NameLetters =>
  cardOf(typedNumber) === 'permanent-residence' ? 'han-or-latin' : 'han'

/** The check character that GB 11643 gives to 17 digits: '99010119900101123' → one of 0–9 or X. */
export function checkCharacterOf(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(seventeen[i]), 0)
  return CHECK_CHARACTERS[sum % 11] ?? ''
}

/**
 * Reads an ID number as typed or pasted. Spaces and invisible characters are dropped, full-width digits
 * become ASCII digits, x becomes X. The number is refused for its first fault, in the order in which a person
 * can check it on the card: form (ID_NUMBER_MALFORMED), check character (ID_NUMBER_CHECKSUM), area
 * (ID_NUMBER_AREA), date of birth (ID_NUMBER_DATE), age (ID_NUMBER_UNDER_AGE).
 * Worked example: '11010519491231 002x' → '11010519491231002X'; with 3 as its last digit →
 * ID_NUMBER_CHECKSUM.
 */
export function parseIdNumber(typed: string, rules: IdNumberRules): Outcome<IdNumber, Codes> {
  const text = asDigits(typed).toUpperCase()
  if (!/^\d{17}[\dX]$/.test(text)) return refused('ID_NUMBER_MALFORMED', {})
  if (checkCharacterOf(text) !== text[17]) return refused('ID_NUMBER_CHECKSUM', {})
  if (!isPlace(text, rules)) return refused('ID_NUMBER_AREA', {})
  const birthday = birthdayOf(text)
  const today = dayOf(rules.now)
  if (!birthday || birthday > today || birthday < '1900-01-01') return refused('ID_NUMBER_DATE', {})
  if (ageOn(today, birthday) < rules.minimumAgeYears) {
    return refused('ID_NUMBER_UNDER_AGE', { minimumAgeYears: rules.minimumAgeYears })
  }
  return accepted(text as IdNumber)
}

function isPlace(text: string, { allowInventedAreas }: IdNumberRules): boolean {
  const province = text.slice(0, 2)
  if (PROVINCES.has(province) || cardOf(text) === 'permanent-residence') return true
  return allowInventedAreas && province === INVENTED_AREA
}

/** Day of birth in the number, or null where that day does not exist. */
function birthdayOf(text: string): Day | null {
  const written = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  const date = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === written
    ? (written as Day)
    : null
}

/** Whole years completed: the birthday itself counts as completed. */
function ageOn(today: Day, birthday: Day): number {
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4))
  return today.slice(5) < birthday.slice(5) ? years - 1 : years
}

/** Masks the number for every screen: '11010519491231002X' → '1101**********002X'. */
export const maskIdNumber = (idNumber: IdNumber): string =>
  `${idNumber.slice(0, 4)}**********${idNumber.slice(14)}`
