/** Crockford's: no I, L, O or U, so that a number read over the telephone is the number that was meant. */
export const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes as text, five bits a character; the last one filled up with zeros. */
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

/** The bytes, or null where it is not ours: another character, a length or a filling that we never write. */
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
