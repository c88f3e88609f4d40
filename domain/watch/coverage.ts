declare const brand: unique symbol

/**
 * The seconds of a lecture that were played (已看的部分): one bit each, as hex, second 0 first. However
 * fragmented, it never grows beyond the lecture's length: an hour is 900 characters.
 */
export type Coverage = string & { readonly [brand]: 'Coverage' }

export type SecondRange = readonly [from: number, to: number]

export const EMPTY_COVERAGE = '' as Coverage

const HEX = '0123456789abcdef'
/**
 * Hex digits by character code; any other character is 0. A table, because a report reads some thousand
 * digits.
 */
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, HEX.indexOf(String.fromCharCode(code))),
)
const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * Reads stored coverage. Any character that is not hex counts as unseen, because evidence is never guessed.
 */
export function bitsOf(coverage: Coverage, seconds: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(seconds / 8))
  const digit = (at: number): number => DIGITS[coverage.charCodeAt(at)] ?? 0
  for (let i = 0; i < bits.length; i += 1) bits[i] = (digit(i * 2) << 4) | digit(i * 2 + 1)
  return bits
}

export function coverageOf(bits: Uint8Array): Coverage {
  let hex = ''
  for (const byte of bits) hex += PAIRS[byte]
  return hex as Coverage
}

export const hasSecond = (bits: Uint8Array, second: number): boolean =>
  ((bits[second >> 3] ?? 0) & (0x80 >> (second & 7))) !== 0

export function addSecond(bits: Uint8Array, second: number): void {
  bits[second >> 3] = (bits[second >> 3] ?? 0) | (0x80 >> (second & 7))
}

/** The seconds in any of them. */
export function union(...coverages: readonly Coverage[]): Coverage {
  const longest = Math.max(0, ...coverages.map(({ length }) => length)) / 2
  const bits = new Uint8Array(longest)
  for (const coverage of coverages)
    bitsOf(coverage, longest * 8).forEach((byte, i) => {
      bits[i] = (bits[i] ?? 0) | byte
    })
  return coverageOf(bits)
}

/** The seconds of the first that are not in the second. */
export function without(coverage: Coverage, taken: Coverage): Coverage {
  const gone = bitsOf(taken, coverage.length * 4)
  return coverageOf(bitsOf(coverage, coverage.length * 4).map((byte, i) => byte & ~(gone[i] ?? 0)))
}

const ONES = Array.from({ length: 256 }, (_, byte) => byte.toString(2).replace(/0/g, '').length)

export const secondsIn = (coverage: Coverage): number =>
  bitsOf(coverage, coverage.length * 4).reduce((sum, byte) => sum + (ONES[byte] ?? 0), 0)

/** The coverage as half-open ranges, [from, to), in order: [[0, 30], [45, 60]]. */
export function rangesOf(coverage: Coverage): SecondRange[] {
  const seconds = coverage.length * 4
  const bits = bitsOf(coverage, seconds)
  const ranges: SecondRange[] = []
  let from = -1
  for (let second = 0; second <= seconds; second += 1) {
    const inside = second < seconds && hasSecond(bits, second)
    if (inside && from < 0) from = second
    if (!inside && from >= 0) {
      ranges.push([from, second])
      from = -1
    }
  }
  return ranges
}

/** The last second covered, or -1 where none is. */
export const lastSecondOf = (coverage: Coverage): number => (rangesOf(coverage).at(-1)?.[1] ?? 0) - 1
