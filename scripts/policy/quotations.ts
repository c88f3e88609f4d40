// The words that packs quote, held against the texts of the notices in `policies/texts`.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Notice } from '../../domain/policy/pack'
import type { ShapeProblem } from './pack-schema'

/** The text of a document by its id (`SX22`), or null where it is not at hand. */
export type Texts = (document: string) => string | null

const OWN = path.resolve(__dirname, '../../policies/texts')

/** The texts that stand in the repository, after those in a directory of somebody's own. */
export const textsIn =
  (directory?: string): Texts =>
  (document) => {
    const files = [directory, OWN].flatMap((of) =>
      of ? [path.join(of, `${path.basename(document)}.md`)] : [],
    )
    const file = files.find((candidate) => existsSync(candidate))
    return file === undefined ? null : readFileSync(file, 'utf8')
  }

/** A text without spaces and line breaks, which typesetting puts where it likes. */
const unspaced = (text: string): string => text.replace(/[\s*#|]+/gu, '')

/**
 * What a pack says that its notices do not: a document without text, a title that its text does not bear, words that do
 * not stand in it letter by letter.
 */
export function misquotes(notice: Notice, textOf: Texts): ShapeProblem[] {
  const texts = new Map(
    Object.keys(notice.documents).map((id) => {
      const text = textOf(id)
      return [id, text === null ? null : unspaced(text)] as const
    }),
  )
  return [
    ...Object.entries(notice.documents).flatMap(([id, { title }]) => {
      const at = ['documents', id]
      const text = texts.get(id) ?? null
      if (text === null) return [{ path: at, reason: `no text ${id}.md to compare its quotations with` }]
      return text.includes(unspaced(title)) ? [] : [{ path: [...at, 'title'], reason: `not in ${id}.md` }]
    }),
    ...misquoted(notice, [], texts),
  ]
}

function misquoted(
  node: unknown,
  at: readonly (string | number)[],
  texts: ReadonlyMap<string, string | null>,
): ShapeProblem[] {
  if (node === null || typeof node !== 'object') return []
  const below = Object.entries(node).flatMap(([key, child]) =>
    misquoted(child, [...at, Array.isArray(node) ? Number(key) : key], texts),
  )
  if (!('words' in node) || typeof node.words !== 'string') return below
  const clause = 'clause' in node ? String(node.clause) : ''
  const document = clause.split('-')[0] ?? ''
  const text = texts.get(document)
  return typeof text === 'string' && !text.includes(unspaced(node.words))
    ? [{ path: [...at, 'words'], reason: `not in ${document}.md, letter by letter` }, ...below]
    : below
}
