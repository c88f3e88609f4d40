// A file of people for `diff`: a list in JSON or YAML, or one JSON object a line for a province's worth.
import { readFileSync } from 'node:fs'
import { isRegion } from '../../domain/kernel/regions'
import type { PersonYear } from './diff'
import { readDocument } from './document'
import { type Malformed, malformed, yearFacts } from './facts-schema'

export interface ReadPeople {
  people: PersonYear[]
  /** Whose facts are malformed, and how: they are named, and the others judged. */
  refused: { id: string; fields: Malformed[] }[]
}

export function readPeople(file: string, regions: readonly string[]): ReadPeople {
  const rows = file.endsWith('.jsonl') ? linesOf(file) : listIn(file)
  const read: ReadPeople = { people: [], refused: [] }
  rows.forEach((row, index) => {
    const { id, facts, fields } = personIn(row, index, regions)
    if (facts) read.people.push({ id, facts })
    else read.refused.push({ id, fields })
  })
  return read
}

interface Person {
  id: string
  facts: PersonYear['facts'] | null
  fields: Malformed[]
}

/** Refuses a person of another region, who would be judged by foreign rules. */
function personIn(row: unknown, index: number, regions: readonly string[]): Person {
  const place = String(index + 1)
  const refused = (id: string, fields: Malformed[]): Person => ({ id, facts: null, fields })
  if (row instanceof SyntaxError) return refused(place, [{ path: '', reason: 'LINE_MALFORMED' }])
  if (row === null || typeof row !== 'object' || Array.isArray(row))
    return refused(place, [{ path: '', reason: 'PERSON_MALFORMED' }])
  const { id = place, ...facts } = row as { id?: unknown }
  if (typeof id !== 'string' && typeof id !== 'number')
    return refused(place, [{ path: 'id', reason: 'ID_MALFORMED' }])
  const parsed = yearFacts.safeParse(facts)
  if (!parsed.success) return refused(String(id), malformed(parsed.error))
  const { facts: read } = parsed.data
  if (!regions.includes(read.region)) {
    const reason = isRegion(read.region) ? 'REGION_OF_ANOTHER_PACK' : 'REGION_UNKNOWN'
    return refused(String(id), [{ path: 'region', reason }])
  }
  return { id: String(id), facts: read, fields: [] }
}

function listIn(file: string): unknown[] {
  const { value } = readDocument(file)
  if (!Array.isArray(value)) throw new SyntaxError(`${file}: people are a list`)
  return value
}

/** An unreadable line becomes its error: it still is one person, named by position. */
const linesOf = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      try {
        return JSON.parse(line)
      } catch (error) {
        return error
      }
    })
