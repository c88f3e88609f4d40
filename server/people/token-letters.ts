import type { Context } from '../kernel/context'

/** Letters and digits that cannot be misread for one another. */
export const TOKEN_LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'

/** So many letters by chance: 31 to choose from, each as likely as the others. */
export const lettersByChance = (count: number, { dice }: Pick<Context, 'dice'>): string =>
  Array.from({ length: count }, () => TOKEN_LETTERS[dice.integerBelow(TOKEN_LETTERS.length)]).join('')
