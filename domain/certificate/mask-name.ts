/**
 * Masks the name on a certificate, so that its owner's acquaintances recognise it and a stranger does not
 * learn it: first and last character, stars between.
 * Worked examples: 王小明 → 王*明; 王明 → 王*; 阿依古丽·买买提 → 阿******提.
 */
export function maskName(name: string): string {
  const characters = Array.from(name)
  const [first = ''] = characters
  if (characters.length <= 2) return first + '*'.repeat(Math.max(1, characters.length - 1))
  return first + '*'.repeat(characters.length - 2) + (characters.at(-1) ?? '')
}
