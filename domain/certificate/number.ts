import { BASE32, fromBase32, toBase32 } from './base32'

/**
 * 75 random bits: a number cannot be guessed, does not tell how many certificates exist, and needs no shared
 * counter.
 */
export const NUMBER_RANDOM_CHARACTERS = 15
const LENGTH = NUMBER_RANDOM_CHARACTERS + 1
const PATTERN = new RegExp(`^[${BASE32}]{${LENGTH}}$`)

/** Multiplies by x in the field of 32 elements (x⁵ + x² + 1): a shift whose overflow is folded back. */
const timesX = (element: number): number => {
  const shifted = element << 1
  return shifted > 31 ? (shifted & 31) ^ 0b00101 : shifted
}

/**
 * The last character, which detects one mistyped character and any two swapped ones before the server is
 * asked. Horner's rule in GF(32): each place weighs another power of x, and x has 31 of them.
 */
function checkCharacter(characters: string): string {
  let sum = 0
  for (const character of characters) sum = timesX(sum ^ BASE32.indexOf(character))
  return BASE32.charAt(sum)
}

/** Makes a certificate number (证书编号) of 15 random numbers, each from 0 to 31. */
export function certificateNumber(draws: readonly number[]): string {
  if (draws.length !== NUMBER_RANDOM_CHARACTERS) throw new RangeError(`${draws.length} draws`)
  const characters = draws.map((draw) => BASE32.charAt(draw)).join('')
  if (characters.length !== NUMBER_RANDOM_CHARACTERS) throw new RangeError('a draw is not below 32')
  return characters + checkCharacter(characters)
}

/**
 * Whether a normalised text is a certificate number: its length, its characters and its check character
 * agree.
 */
export const isCertificateNumber = (text: string): boolean =>
  PATTERN.test(text) && checkCharacter(text.slice(0, -1)) === text.slice(-1)

/** Formats a number for a person: `7K3M-9QXP-2D5V-H8TC`. */
export const formatCertificateNumber = (number: string): string => number.replace(/(.{4})(?=.)/g, '$1-')

/**
 * Normalises a typed number: hyphens and spaces are dropped, letters become upper case, O becomes 0, I and L
 * become 1.
 */
export const readCertificateNumber = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

/** Packs a number into ten bytes, for the signed payload. */
export function numberToBytes(number: string): Uint8Array {
  const bytes = fromBase32(number)
  if (!isCertificateNumber(number) || !bytes) throw new RangeError(`not a certificate number: ${number}`)
  return bytes
}

/** Reads a number back from its ten bytes. */
export const numberFromBytes = (bytes: Uint8Array): string => toBase32(bytes)
