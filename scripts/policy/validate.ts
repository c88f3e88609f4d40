// Packs that are whole: our own by their source, anybody's as JSON or YAML. Each problem with file, line and reason.
import path from 'node:path'
import { checkNotice } from '../../domain/policy/check-notice'
import type { Notice } from '../../domain/policy/pack'
import { NOTICES } from '../../policies'
import { casesOf } from './cases'
import { readDocument } from './document'
import { lineInSource } from './locate'

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
    const found = checkNotice(notice).map(({ path: at, reason }) => ({
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

/** One pack in a file of JSON or YAML. */
export function validateFile(file: string): Finding[] {
  const { value, lineOf } = readDocument(file)
  const missing = REQUIRED.filter((key) => value === null || typeof value !== 'object' || !(key in value))
  if (missing.length > 0)
    return missing.map((key) => ({ file, line: 1, path: key, reason: `the pack has no ${key}` }))
  return checkNotice(value as Notice).map(({ path: at, reason }) => ({
    file,
    line: lineOf(at),
    path: at.join('/'),
    reason,
  }))
}

/** Without these nothing else can be looked at. */
const REQUIRED: readonly (keyof Notice)[] = [
  'id',
  'region',
  'year',
  'documents',
  'requirement',
  'publicSubjects',
  'kinds',
  'caps',
  'windows',
  'dates',
  'substitutions',
  'deemings',
  'providers',
  'fees',
]
