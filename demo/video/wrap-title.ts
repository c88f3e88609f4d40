/** Characters that must not begin a line in Chinese typesetting. */
const NEVER_FIRST = /^[，。、；：！？）》”’]/

/**
 * A title in lines of at most `width` characters. Broken after punctuation where that fits; else into lines of about
 * the same length, so that no line holds one or two characters alone.
 *
 * Example, width 24: 深入学习十九届六中全会精神，砥砺初心赓续百年历史伟业 → two lines, broken after the comma.
 */
export function wrapTitle(title: string, width: number): string[] {
  const phrases = title.match(/[^，；：]+[，；：]?/g) ?? [title]
  const lines: string[] = []
  for (const phrase of phrases) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + phrase.length <= width) lines[lines.length - 1] = last + phrase
    else lines.push(...evenly(phrase, width))
  }
  return lines
}

function evenly(phrase: string, width: number): string[] {
  const count = Math.ceil(phrase.length / width)
  const share = Math.ceil(phrase.length / count)
  const lines: string[] = []
  for (let from = 0; from < phrase.length; ) {
    const next = NEVER_FIRST.test(phrase.slice(from + share)) ? share + 1 : share
    lines.push(phrase.slice(from, from + next))
    from += next
  }
  return lines
}
