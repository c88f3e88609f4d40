import { tooLarge } from './archive'
import { SHEET_BOUNDS } from './bounds'
import { readXml, type Spent } from './read-xml'

/** Words of a string, in one piece or several; how they are pronounced (`rPh`) is no part of them. */
export function wordReader() {
  let said = ''
  let isText = false
  return {
    begin: () => {
      said = ''
    },
    open(name: string, parents: readonly string[]) {
      isText = name === 't' && parents.at(-1) !== 'rPh'
    },
    close() {
      isText = false
    },
    text(text: string) {
      if (isText) said += text
    },
    said: () => plainWords(said),
  }
}

/** Signs that XML cannot hold are written as `_x000D_`; an underscore before such a sign as `_x005F_`. */
export const plainWords = (written: string): string =>
  written.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** The words that cells of a workbook share, by their place. */
export async function wordsOf(chunks: AsyncIterable<Buffer>, spent: Spent): Promise<readonly string[]> {
  const strings: string[] = []
  const words = wordReader()
  await readXml(
    chunks,
    {
      open(name, _, parents) {
        if (name === 'si') words.begin()
        words.open(name, parents)
      },
      close(name) {
        words.close()
        if (name === 'si' && strings.push(words.said()) > SHEET_BOUNDS.words) throw tooLarge()
      },
      text: words.text,
    },
    spent,
  )
  return strings
}
