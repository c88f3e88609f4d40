import { plainNames } from './pdf-text'

/** A stream's dictionary has some twenty; the place of each object may stand in it, as two numbers. */
const MOST_WORDS = 100_000

const BLANKS = '\0\t\n\f\r '
const DELIMITERS = '()<>[]{}/%'

/** What reading a word costs, in letters that are passed over. */
const WORD_COSTS = 4
/** Objects do not overlap, so that each letter is read once, and is a word at most. */
export const mostCosts = (whole: string): number => (WORD_COSTS + 1) * whole.length

interface Found {
  costs: number
  /**
   * The words of the dictionary of a stream with a blank behind each, names without escapes, and `()` for each string:
   * `<< /Type /ObjStm /N 1 >> `. Null where what stands there is no stream.
   */
  words: string | null
  /** Where the word ends that says that a stream follows. */
  end: number
}

/**
 * Reads what stands at a place of a PDF as far as it is the dictionary of a stream, as the grammar has it (ISO 32000-1,
 * 7.2 and 7.3). Null where that costs more than `most`, or a dictionary has more words than any.
 */
export function streamAt(text: string, from: number, most: number): Found | null {
  const reader = wordReader(text, from, most)
  const words = reader.follows('<<') ? wordsOf(reader) : null
  const isStream = words !== null && reader.follows('stream')
  if (reader.costs() > most || (isStream && words.length === MOST_WORDS)) return null
  return {
    costs: reader.costs(),
    words: isStream ? `${words.join(' ')} ` : null,
    end: reader.at() + 'stream'.length,
  }
}

/** Null where the dictionary does not end. */
function wordsOf({ next }: Pick<ReturnType<typeof wordReader>, 'next'>): string[] | null {
  const words: string[] = []
  let depth = 0
  for (let word = next(); word !== null; word = next()) {
    if (words.length < MOST_WORDS) words.push(plainWord(word))
    if (word === '<<') depth += 1
    if (word === '>>') depth -= 1
    if (depth === 0) return words
  }
  return null
}

/** A name keeps no sign that could pass for the end of a word. */
function plainWord(word: string): string {
  if (word[0] === '(') return '()'
  return word[0] === '/' ? `/${plainNames(word).slice(1).replace(/\W/g, '_')}` : word
}

function wordReader(text: string, from: number, most: number) {
  let at = from
  let costs = 0
  const pass = (to: number): void => {
    costs += to - at
    at = to
  }
  return {
    at: () => at,
    costs: () => costs,
    /** Whether the next word begins like this; it is not taken. */
    follows(word: string): boolean {
      pass(endOfBlanks(text, at))
      return text.startsWith(word, at)
    },
    /** Null at the end of the text, and where reading has cost too much. */
    next(): string | null {
      pass(endOfBlanks(text, at))
      if (at >= text.length || costs > most) return null
      const begin = at
      pass(endOfWord(text, at))
      costs += WORD_COSTS
      return text.slice(begin, at)
    },
  }
}

const BLANK = 1
const DELIMITER = 2
const KINDS = Uint8Array.from({ length: 256 }, (_, code) => {
  const letter = String.fromCharCode(code)
  return BLANKS.includes(letter) ? BLANK : DELIMITERS.includes(letter) ? DELIMITER : 0
})
const kindAt = (text: string, at: number): number | undefined => KINDS[text.charCodeAt(at)]

/** Behind blanks and comments. */
function endOfBlanks(text: string, from: number): number {
  let at = from
  for (let isComment = false; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '%') isComment = true
    else if (letter === '\r' || letter === '\n') isComment = false
    else if (!isComment && kindAt(text, at) !== BLANK) break
  }
  return at
}

function endOfWord(text: string, from: number): number {
  const letter = text[from]
  if (letter === '(') return endOfString(text, from)
  if ((letter === '<' || letter === '>') && text[from + 1] === letter) return from + 2
  // A string in hexadecimal.
  if (letter === '<') return text.indexOf('>', from) + 1 || text.length
  let end = from + 1
  if (letter === '/' || kindAt(text, from) !== DELIMITER) while (kindAt(text, end) === 0) end += 1
  return end
}

/** Behind the bracket that closes a string; brackets within it go in pairs, or stand behind a backslash. */
function endOfString(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '\\') at += 1
    else if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return text.length
}
