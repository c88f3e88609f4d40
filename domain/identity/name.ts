import { accepted, type Outcome, refused } from '../kernel/outcome'
import { ideographOf, publicLetterOf } from './equivalent-ideographs'

declare const brand: unique symbol

/** A name as on the card, as it is shown: a dot between parts is U+00B7. Names are compared by `isSameName` alone. */
export type PersonName = string & { readonly [brand]: 'PersonName' }

/**
 * All that keyboards, exports and other systems put for the dot of 古丽娜尔·艾山: dots of every script, the full stop of a
 * Chinese keyboard, and the key of the dot with the Chinese keyboard switched off (`).
 */
const DOTS = /[.．﹒․·•‧・･ㆍᆞ·᛫⸱⸳⸰∙⋅●◦⦁ꞏᐧ。｡`｀\-‐‑‒–—―−－﹣]/gu
const HAN_NAME =
  /^(?:\p{Script=Han}[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]*)+(?:·(?:\p{Script=Han}[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]*)+)*$/u
const LATIN_NAME = /^\p{Script=Latin}[\p{Script=Latin} .,'’·-]*$/u
/** Marks that only choose among the forms of one character. */
const FORMS = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu
const PRIVATE_USE = /\p{Co}/u
/** The longest name of a card for foreigners is far below; 30 Han characters hold every name of the census. */
const MOST_LETTERS = { han: 30, latin: 60 }

/** Of which letters a card's name is: a foreigner's card shows the name of the passport. */
export type NameLetters = 'han' | 'han-or-latin'

/**
 * Reads a person's name: up to 30 Han characters (a rare character beyond the BMP counts as one), parts joined by a dot
 * that is kept as U+00B7; on a foreigner's card also a name in Latin letters. A name of one character is a name, which a
 * person confirms (`isWholeName`). Characters are kept as typed, but for private codes of older systems, which other
 * phones cannot show. Refuses NAME_UNREADABLE where a character has a private code that nobody else knows, and anything
 * else with NAME_MALFORMED.
 * Worked example: ' 古丽娜尔•艾山 ' → '古丽娜尔·艾山'; '张3' → NAME_MALFORMED; 'Anna Berg' → NAME_MALFORMED, and itself
 * on a foreigner's card.
 */
export function parseName(
  typed: string,
  letters: NameLetters = 'han',
): Outcome<PersonName, 'NAME_MALFORMED' | 'NAME_UNREADABLE'> {
  const shown = [...typed.replace(/\p{Cf}/gu, '')].map(publicLetterOf).join('')
  if (PRIVATE_USE.test(shown)) return refused('NAME_UNREADABLE', {})
  const han = shown.replace(/\s/g, '').replace(DOTS, '·')
  if (HAN_NAME.test(han) && lengthOf(han) <= MOST_LETTERS.han) return accepted(han as PersonName)
  const latin = shown.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const isLatin = letters === 'han-or-latin' && LATIN_NAME.test(latin)
  return isLatin && lengthOf(latin) <= MOST_LETTERS.latin
    ? accepted(latin as PersonName)
    : refused('NAME_MALFORMED', {})
}

const lengthOf = (name: string): number => [...name.replace(FORMS, '')].length

/**
 * The form in which names are compared, never shown: without spaces and marks that nobody sees, each dot as U+00B7, each
 * character as the one that it looks like (NFKC, radicals, private codes), Latin letters in upper case and by themselves.
 * Worked example: '⻢明' (U+2EE2, as copied from a PDF) → '马明'; 'Berg, Anna' → 'BERGANNA'.
 */
export function foldName(name: string): string {
  const plain = name.replace(/[\s\p{Cf}]/gu, '').replace(FORMS, '')
  // Before NFKC, which makes letters of other scripts of some dots.
  const letters = [...plain.replace(DOTS, '·')].map(publicLetterOf).join('').normalize('NFKC')
  const folded = [...letters].map(ideographOf).join('').toUpperCase()
  return /\p{Script=Latin}/u.test(folded) ? folded.replace(/\P{Script=Latin}/gu, '') : folded
}

/** Whether two names are one name, however they were typed. The one comparison of people's names. */
export const isSameName = (one: string, other: string): boolean => foldName(one) === foldName(other)

/**
 * Whether a name is long enough to be confirmed by a list alone. There are people with one character, but most such names
 * are slips: a reviewer looks at the card.
 */
export const isWholeName = (name: string): boolean => lengthOf(foldName(name)) > 1

/** Masks a name for strangers: '王明' → '王*', '欧阳小明' → '欧**明'. */
export function maskName(name: string): string {
  const letters = [...name.replace(FORMS, '')]
  if (letters.length <= 2) return `${letters[0] ?? ''}*`
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`
}
