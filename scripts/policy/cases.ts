// The cases (用例) beside each pack: facts, their expected results, and the clauses that decide.
import { existsSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { PolicyPack } from '../../domain/policy/pack'
import { sealPack } from '../../domain/policy/seal-pack'
import { NOTICES } from '../../policies'
import type { Answer } from './answer'
import { asking, QUESTIONS, type World, worldOf } from './ask'
import { type ReadDocument, readDocument } from './document'

const schema = z.array(
  z.strictObject({
    name: z.string().min(1),
    clauses: z.array(z.string().regex(/^[A-Z]{2}\d{2}-\d+$/)).default([]),
    ask: z.enum(QUESTIONS),
    facts: z.record(z.string(), z.unknown()).default({}),
    expect: z.record(z.string(), z.unknown()),
  }),
)

export type Case = z.output<typeof schema>[number] & { file: string; line: number }

export interface CaseFile {
  file: string
  packId: string
  cases: Case[]
}

const ROOT = path.resolve(__dirname, '../..')

export const packs = NOTICES.map(sealPack)

/**
 * The cases of a pack, with their lines: its own, and for a pack with a courseware specification those of its region's.
 * Throws where a file is not of the agreed shape.
 */
export function casesOf(packId: string): CaseFile {
  const pack = packs.find(({ id }) => id === packId)
  const own = `policies/${packId}.cases.yaml`
  const shared = `policies/${pack?.region}/courseware.cases.yaml`
  const files = pack && !('state' in pack.courseware) ? [own, shared] : [own]
  return { file: own, packId, cases: files.flatMap(casesIn) }
}

/** The cases of one file, by its path from the root of the project or from anywhere. */
export function casesIn(file: string): Case[] {
  const document = readDocument(path.resolve(ROOT, file))
  const read = schema.safeParse(document.value)
  if (!read.success) throw new SyntaxError(`${file} ${problemsOf(document, read.error)}`)
  return read.data.map((one, index) => ({ ...one, file, line: document.lineOf([index]) }))
}

export const hasCases = (packId: string): boolean =>
  existsSync(path.join(ROOT, `policies/${packId}.cases.yaml`))

const problemsOf = (document: ReadDocument, error: z.ZodError): string =>
  error.issues
    .map((issue) => `line ${document.lineOf(issue.path as (string | number)[])}: ${issue.message}`)
    .join('; ')

/** The world in which the cases of a pack are asked. */
export const worldFor = (packId: string): World => {
  const pack = packs.find(({ id }) => id === packId)
  if (!pack) throw new Error(`no pack ${packId}`)
  return worldOf(pack, packs)
}

/** The faults of a case's answer; empty where it is as expected and cites the expected clauses. */
export const problemsOfCase = (world: World, one: Case): string[] => problemsIn(world.pack, one)(world)

/** The same in many worlds of a pack of that region and year: the facts of the case are read once. */
export function problemsIn(
  of: Pick<PolicyPack, 'region' | 'year'>,
  { ask: question, facts, expect, clauses }: Case,
): (world: World) => string[] {
  const answerIn = asking(of, question, facts)
  return (world) => {
    const answer: Answer = answerIn(world)
    const uncited = clauses.filter((clause) => !answer.clauses.includes(clause))
    return [
      ...differences(expect, answer, ''),
      ...uncited.map((clause) => `${clause} is not cited, but ${answer.clauses.join(' ') || 'nothing'}`),
    ]
  }
}

/**
 * The places where an answer lacks an expected value. Objects are compared by the expected fields, lists as a
 * whole.
 */
function differences(expected: unknown, found: unknown, at: string): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(found)) return [`${at}: expected a list, found ${JSON.stringify(found)}`]
    if (expected.length !== found.length)
      return [`${at}: expected ${expected.length} elements, found ${JSON.stringify(found)}`]
    return expected.flatMap((element, index) => differences(element, found[index], `${at}/${index}`))
  }
  if (expected !== null && typeof expected === 'object') {
    if (found === null || typeof found !== 'object')
      return [`${at}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`]
    return Object.entries(expected).flatMap(([key, part]) =>
      differences(part, (found as Record<string, unknown>)[key], `${at}/${key}`),
    )
  }
  return Object.is(expected, found)
    ? []
    : [`${at}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`]
}
