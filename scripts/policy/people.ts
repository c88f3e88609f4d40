// A file of people for `diff`: a list in JSON or YAML, or one JSON object a line for a province's worth.
import { readFileSync } from 'node:fs'
import type { PersonYear } from './diff'
import { readDocument } from './document'
import { malformed, yearFacts } from './facts-schema'

export interface ReadPeople {
  people: PersonYear[]
  /** Whose facts are malformed, and how: they are named, and the others judged. */
  refused: { id: string; fields: { path: string; reason: string }[] }[]
}

export function readPeople(file: string): ReadPeople {
  const rows = file.endsWith('.jsonl') ? linesOf(file) : (readDocument(file).value as unknown[])
  if (!Array.isArray(rows)) throw new SyntaxError(`${file}: people are a list`)
  const read: ReadPeople = { people: [], refused: [] }
  rows.forEach((row, index) => {
    const { id = String(index + 1), ...facts } = row as { id?: string }
    const parsed = yearFacts.safeParse(facts)
    if (parsed.success) read.people.push({ id, facts: parsed.data.facts })
    else read.refused.push({ id, fields: malformed(parsed.error) })
  })
  return read
}

const linesOf = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
