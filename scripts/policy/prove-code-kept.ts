// That each rule of code-kept is kept by its test: with the rule out, the test must fail.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { binOf } from '../check/main'
import { CODE_KEPT, type CodeKept } from './code-kept'
import { cutAtMark, fileOfMark } from './marked-rule'

const ROOT = path.resolve(__dirname, '../..')

export interface Proved {
  kept: CodeKept
  /** The test passes as things are, and fails without the rule. */
  holds: boolean
  why: string
}

/**
 * Takes each rule out of a copy of the project, in turn, and runs its test there. One that was proved before, and whose
 * rule, test and cut have not changed since, is left out unless all are asked for.
 */
export function proveCodeKept({ all }: { all: boolean }): Proved[] {
  const changed = changedSince(all ? [] : provedBefore())
  const proofs = changed.length === 0 ? [] : proveInCopy(changed)
  const unproved = proofs.filter(({ holds }) => !holds).map(({ kept }) => kept)
  writeProved(CODE_KEPT.filter((kept) => !unproved.includes(kept)))
  return proofs
}

/** The rules whose proof is not among these lines: new ones, and those of which anything the proof rests on changed. */
export function changedSince(lines: readonly string[]): CodeKept[] {
  const before = new Set(lines)
  return CODE_KEPT.filter((kept) => !before.has(lineOf(kept)))
}

const PROVED = path.join(ROOT, 'policies/proved.txt')

/** One line a clause, sorted, so that two changes of different clauses merge. */
export function lineOf(kept: CodeKept, textOf: (file: string) => string = sourceOf): string {
  const source = textOf(fileOfMark(kept.clause))
  const { rule } = cutAtMark(source, kept.clause)
  const parts = [rule, kept.instead ?? '', kept.test.name, source, textOf(kept.test.file)]
  return `${kept.clause} ${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}`
}

const sourceOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

const provedBefore = (): string[] => (existsSync(PROVED) ? readFileSync(PROVED, 'utf8').split('\n') : [])

/** Written only where it changes: a check of what was proved leaves the tree as it is. */
function writeProved(kept: readonly CodeKept[]): void {
  const text = `${kept
    .map((one) => lineOf(one))
    .sort()
    .join('\n')}\n`
  if (provedBefore().join('\n') !== text) writeFileSync(PROVED, text)
}

function proveInCopy(changed: readonly CodeKept[]): Proved[] {
  const copy = mkdtempSync(path.join(tmpdir(), 'xueshi-without-a-rule-'))
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  for (const file of files.split('\n').filter((name) => /\.(tsx?|[cm]?js|json|yaml)$/.test(name))) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
    cpSync(path.join(ROOT, file), path.join(copy, file))
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'))
  try {
    return changed.map((kept) => prove(copy, kept))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function prove(copy: string, kept: CodeKept): Proved {
  const file = path.join(copy, fileOfMark(kept.clause))
  const source = readFileSync(file, 'utf8')
  const { without } = cutAtMark(source, kept.clause, kept.instead)
  const passesWith = run(copy, kept)
  writeFileSync(file, without)
  const passesWithout = run(copy, kept)
  writeFileSync(file, source)
  if (!passesWith) return { kept, holds: false, why: 'its test fails as things are' }
  return passesWithout
    ? { kept, holds: false, why: 'its test passes without the rule' }
    : { kept, holds: true, why: '' }
}

/** Whether the named test ran and passed. */
function run(copy: string, { test }: CodeKept): boolean {
  const args = [binOf('jest'), test.file, '-t', test.name, '--passWithNoTests=false', '--silent']
  const done = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
  return done.status === 0 && /Tests:.* [1-9]\d* passed/.test(done.stderr)
}
