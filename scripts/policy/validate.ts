// Validates packs: our own by their source, foreign ones as JSON or YAML. Each problem has file, line and
// reason.
import path from 'node:path'
import { checkNotice } from '../../domain/policy/check-notice'
import type { Notice } from '../../domain/policy/pack'
import { NOTICES } from '../../policies'
import { casesOf } from './cases'
import { CLAUSES } from './clause-list'
import { readDocument } from './document'
import { lineInSource } from './locate'
import { problemsOfShape, type ShapeProblem } from './pack-schema'
import { misquotes, type Texts, textsIn } from './quotations'

export interface Finding {
  file: string
  line: number
  path: string
  reason: string
}

const ROOT = path.resolve(__dirname, '../..')

/** Every pack of ours and its cases; empty where all are whole. */
export function validateOwn(notices: readonly Notice[] = NOTICES): Finding[] {
  return notices.flatMap((notice) => {
    const file = `policies/${notice.id}.ts`
    const problems = [...problemsOf(notice), ...unnumbered(notice), ...misquotes(notice, textsIn())]
    const found = problems.map(({ path: at, reason }) => ({
      file,
      line: lineInSource(path.join(ROOT, file), at),
      path: at.join('/'),
      reason,
    }))
    try {
      casesOf(notice.id)
      return found
    } catch (error) {
      const cases = `policies/${notice.id}.cases.yaml`
      return [...found, { file: cases, line: 1, path: '', reason: (error as Error).message }]
    }
  })
}

/** One pack in a file of JSON or YAML; its quotations are compared with the texts, where those are given. */
export function validateFile(file: string, textOf: Texts | null = null): Finding[] {
  const { value, lineOf } = readDocument(file)
  const found = problemsOf(value)
  const quoted = found.length === 0 && textOf ? misquotes(value as Notice, textOf) : []
  return [...found, ...quoted].map(({ path: at, reason }) => ({
    file,
    line: lineOf(at),
    path: at.join('/'),
    reason,
  }))
}

/** First whether it is a notice at all: nothing else can be looked at in one that is not. */
function problemsOf(given: unknown): readonly ShapeProblem[] {
  const ofShape = problemsOfShape(given)
  return ofShape.length > 0 ? ofShape : [...checkNotice(given as Notice), ...unknownClauses(given, [])]
}

const NUMBERED = new Set(CLAUSES.map(({ id }) => id))
const NOTICES_NUMBERED = new Set(CLAUSES.map(({ id }) => id.split('-')[0]))

/** A notice of ours whose clauses nobody has numbered: nothing would ask where they are kept. */
const unnumbered = ({ documents }: Notice): ShapeProblem[] =>
  Object.keys(documents)
    .filter((id) => !NOTICES_NUMBERED.has(id))
    .map((id) => ({
      path: ['documents', id],
      reason: 'no clauses numbered in scripts/policy/clause-list.ts',
    }))

/** Clauses unknown in a notice that we have numbered: a misprint would lead to no words. */
function unknownClauses(node: unknown, path: readonly (string | number)[]): ShapeProblem[] {
  if (node === null || typeof node !== 'object') return []
  const clause = 'clause' in node && typeof node.clause === 'string' ? node.clause : null
  const isUnknown = clause !== null && NOTICES_NUMBERED.has(clause.split('-')[0]) && !NUMBERED.has(clause)
  return [
    ...(isUnknown ? [{ path: [...path, 'clause'], reason: `unknown clause ${clause}` }] : []),
    ...Object.entries(node).flatMap(([key, child]) =>
      unknownClauses(child, [...path, Array.isArray(node) ? Number(key) : key]),
    ),
  ]
}
