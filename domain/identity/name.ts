import { accepted, type Outcome, refused } from '../kernel/outcome'

declare const brand: unique symbol

/** A name as on the ID card: Han characters, with the middle dot of minority names as U+00B7. */
export type PersonName = string & { readonly [brand]: 'PersonName' }

/** Dots that keyboards offer for the middle dot of 古丽娜尔·艾山. */
const DOTS = /[.．•‧・∙⋅●]/g
const NAME = /^\p{Script=Han}+(?:·\p{Script=Han}+)*$/u
const LENGTH = { min: 2, max: 30 }

/**
 * Reads a person's name: 2 to 30 Han characters (a rare character beyond the BMP counts as one), parts joined
 * by U+00B7. Refuses anything else with NAME_MALFORMED.
 * Worked example: ' 古丽娜尔•艾山 ' → '古丽娜尔·艾山'; '张3' and '张' → NAME_MALFORMED.
 */
export function parseName(typed: string): Outcome<PersonName, 'NAME_MALFORMED'> {
  const name = typed.replace(/[\s\p{Cf}]/gu, '').replace(DOTS, '·')
  const length = [...name].length
  if (length < LENGTH.min || length > LENGTH.max || !NAME.test(name)) return refused('NAME_MALFORMED', {})
  return accepted(name as PersonName)
}

/** Masks a name for strangers: '王明' → '王*', '欧阳小明' → '欧**明'. */
export function maskName(name: string): string {
  const letters = [...name]
  if (letters.length <= 2) return `${letters[0] ?? ''}*`
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`
}
