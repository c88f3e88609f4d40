import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { foreign, tooLarge } from './archive'
import { SHEET_BOUNDS } from './bounds'

/** The events in one part. Names come without their prefix: `x:row` is `row`; `parents` ends with the nearest. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>, parents: readonly string[]): void
  close?(name: string, parents: readonly string[]): void
  /** Words between tags, marked as CDATA or not. */
  text?(text: string): void
}

/** Elements that were read in all parts of one file. */
export interface Spent {
  elements: number
}

/** Thrown by a reader that needs no more of its part. */
export const ENOUGH = Symbol('enough')

/** Reads one part to its end, or until its reader has enough; never more in memory than a chunk and what lies open. */
export async function readXml(chunks: AsyncIterable<Buffer>, reader: XmlReader, spent: Spent): Promise<void> {
  try {
    const parser = parserFor(reader, spent)
    let decoder: TextDecoder | null = null
    let run = 0
    for await (const chunk of chunks) {
      decoder ??= decoderFor(chunk)
      const text = decoder.decode(chunk, { stream: true })
      run = longestRun(text, run)
      parser.write(text)
    }
    parser.close()
  } catch (error) {
    if (error !== ENOUGH) throw error
  }
}

/** The characters since the last tag. A text or a tag that never ends is stopped before it fills the memory. */
function longestRun(text: string, before: number): number {
  let from = 0
  let run = before
  for (let at = text.indexOf('<'); ; at = text.indexOf('<', from)) {
    run += (at < 0 ? text.length : at) - from
    if (run > SHEET_BOUNDS.runCharacters) throw tooLarge()
    if (at < 0) return run
    run = 0
    from = at + 1
  }
}

/** UTF-8 where nothing else is said; UTF-16 by its mark or its first letter; any other by the declaration. */
function decoderFor(head: Buffer): TextDecoder {
  const [first = 0, second = 0] = head
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0))
    return new TextDecoder('utf-16le')
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))
    return new TextDecoder('utf-16be')
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head.toString('latin1', 0, 200))
  const label = declared?.[1] ?? 'utf-8'
  try {
    // Eight-bit bytes that call themselves UTF-16 are a writer's slip.
    return new TextDecoder(/^utf-?16/i.test(label) ? 'utf-8' : label)
  } catch {
    throw foreign('broken')
  }
}

function parserFor({ open, close, text }: XmlReader, spent: Spent): SaxesParser {
  const parser = new SaxesParser({ position: false })
  const parents: string[] = []
  let attributes = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentagstart', () => {
    attributes = 0
    spent.elements += 1
    if (spent.elements > SHEET_BOUNDS.elements) throw tooLarge()
    if (parents.length >= SHEET_BOUNDS.depth) throw foreign('broken')
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > SHEET_BOUNDS.attributes) throw foreign('broken')
  })
  parser.on('opentag', (tag) => {
    const name = localName(tag.name)
    open(name, tag.attributes as SaxesTagPlain['attributes'], parents)
    parents.push(name)
  })
  parser.on('closetag', ({ name }) => {
    parents.pop()
    close?.(localName(name), parents)
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return parser
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
