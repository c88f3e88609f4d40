// Where a person meets a clause: in the answers that a test keeps (tests/doors/answers.test.ts), by the procedures that say
// it, and on the pages that ask these.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { PAGES } from '../../src/pages'

const ROOT = path.resolve(__dirname, '../..')
const ANSWERS = 'tests/doors/__snapshots__/answers.test.ts.snap'

/** Shows all that a notice says, so that no clause is met there in particular. */
const SHOWS_ALL = /^policy\./

export interface Met {
  /** Procedures whose answers or refusals name the clause, but the page 政策, or in which its code bites. */
  readonly procedures: readonly string[]
  /** Titles of the pages that ask these. */
  readonly pages: readonly string[]
  /** Whether 政策 shows it. */
  readonly onPolicyPage: boolean
}

/** Every clause that an answer names, with the procedures whose answers name it. */
export function namedIn(answers: string): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>()
  for (const part of answers.split('\nexports[`').slice(1)) {
    const procedure = /\b[a-z]+\.[A-Za-z]+/.exec(part.split('`]')[0] ?? '')?.[0]
    if (procedure === undefined) continue
    for (const [clause] of part.matchAll(/\b[A-Z]{2}\d{2}-\d+\b/g))
      named.set(clause, (named.get(clause) ?? new Set()).add(procedure))
  }
  return named
}

/** The titles of the pages whose code asks a procedure: that of the page's own folder, or a hook that it imports. */
function pagesAsking(): Map<string, Set<string>> {
  const asking = new Map<string, Set<string>>()
  for (const { path: at, title } of Object.values(PAGES)) {
    const files = filesIn(path.join(ROOT, 'src', at))
    for (const text of files.flatMap((file) => [readFileSync(file, 'utf8'), ...importedBy(file)]))
      for (const [, procedure = ''] of text.matchAll(/\bcloud\.([a-z]+\.[A-Za-z]+)\b/g))
        asking.set(procedure, (asking.get(procedure) ?? new Set()).add(title))
  }
  return asking
}

/** Of each file of `src` that a file imports, the parts that declare what is imported, and what these use in their turn. */
function importedBy(file: string, seen = new Set<string>()): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/import \{([^}]*)\} from '([^']+)'/g)].flatMap(([, names = '', from = '']) => {
    const found = fileOf(path.dirname(file), from)
    if (found === undefined) return []
    const wanted = names.split(',').map((name) => name.replace(/^\s*type\s+|\s+as .*$/g, '').trim())
    return wanted.flatMap((name) => declarationsOf(found, name, seen))
  })
}

function declarationsOf(file: string, name: string, seen: Set<string>): string[] {
  const key = `${file}#${name}`
  if (name === '' || seen.has(key)) return []
  seen.add(key)
  const parts = readFileSync(file, 'utf8').split(
    /\n(?=(?:export |async |function |const |interface |type |\/\*\*))/,
  )
  const declaring = parts.filter((part) => new RegExp(`(?:function|const) ${name}\\b`).test(part))
  return declaring.flatMap((part) => {
    const used = parts.flatMap((one) => /(?:function|const) (\w+)/.exec(one)?.[1] ?? [])
    const within = used.filter((other) => other !== name && new RegExp(`\\b${other}\\b`).test(part))
    return [part, ...within.flatMap((other) => declarationsOf(file, other, seen))]
  })
}

/** Where each clause is met: in the answers that name it, and in the procedures in which its code bites (`at`). */
export function whereMet(): (clause: string, at: readonly string[]) => Met {
  const named = namedIn(readFileSync(path.join(ROOT, ANSWERS), 'utf8'))
  const asking = pagesAsking()
  return (clause, at) => {
    const all = [...(named.get(clause) ?? [])].sort()
    const naming = all.filter((procedure) => !SHOWS_ALL.test(procedure))
    const procedures = [...new Set([...naming, ...at])]
    const titles = new Set(procedures.flatMap((procedure) => [...(asking.get(procedure) ?? [])]))
    return { procedures, pages: [...titles], onPolicyPage: naming.length < all.length }
  }
}

const isSource = (file: string): boolean => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name)
    return statSync(file).isDirectory() ? filesIn(file) : isSource(file) ? [file] : []
  })
}

function fileOf(folder: string, from: string): string | undefined {
  const at = from.startsWith('@/')
    ? path.join(ROOT, 'src', from.slice(2))
    : from.startsWith('.')
      ? path.join(folder, from)
      : null
  if (at === null) return undefined
  const tried = ['.ts', '.tsx', '/index.ts', '/index.tsx'].map((end) => at + end)
  return tried.find((file) => existsSync(file))
}
