import { foldName } from './name'
import { simplified } from './simplified-characters'

export type NameLikeness = 'same' | 'near' | 'different'

/**
 * How alike two names are: `near` where they are one in simplified characters, or one character differs, is missing or
 * has changed places, or only dots do. It decides nothing: it tells a reviewer that a slip is likely.
 * Worked example: 马明 and ⻢明 → same; 王小明 and 王晓明, 張偉 and 张伟, 古丽娜尔艾山 and 古丽娜尔·艾山 → near; 王明 and 李强 → different.
 */
export function likenessOf(one: string, other: string): NameLikeness {
  const [first, second] = [foldName(one), foldName(other)]
  if (first === second) return 'same'
  const [letters, others] = [lettersOf(first), lettersOf(second)]
  if (letters.join('') === others.join('')) return 'near'
  return isOneChangeApart(letters, others) ? 'near' : 'different'
}

const lettersOf = (folded: string): string[] => [...folded.replace(/·/g, '')].map(simplified)

/** At most one character exchanged, added or left out, or two neighbours in the other order; never the only one. */
function isOneChangeApart(letters: readonly string[], others: readonly string[]): boolean {
  const [short, long] = letters.length <= others.length ? [letters, others] : [others, letters]
  if (long.length - short.length > 1 || long.length < 2) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  const rest = (list: readonly string[], from: number) => list.slice(from).join('')
  if (long.length > short.length) return rest(short, at) === rest(long, at + 1)
  if (rest(short, at + 1) === rest(long, at + 1)) return true
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at]
  return swapped && rest(short, at + 2) === rest(long, at + 2)
}
