/**
 * Crockford's alphabet, without I, L, O and U, so that a number read over the telephone cannot be misheard as
 * another.
 */
export const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Writes bytes as base32 text, five bits a character; the last character is filled up with zero bits. */
export function toBase32(bytes: Uint8Array): string {
  let text = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += BASE32[(buffer >> bits) & 31]
    }
    buffer &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + BASE32[(buffer << (5 - bits)) & 31]
}

/**
 * Reads base32 text back into bytes. Null where the text is not ours: a foreign character, or a length or
 * filling that `toBase32` never writes.
 */
export function fromBase32(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8))
  let buffer = 0
  let bits = 0
  let length = 0
  for (const character of text) {
    const value = BASE32.indexOf(character)
    if (value < 0) return null
    buffer = (buffer << 5) | value
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[length++] = buffer >> bits
    buffer &= (1 << bits) - 1
  }
  return bits >= 5 || buffer !== 0 ? null : bytes
}
