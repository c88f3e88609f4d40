// That each rule of code-kept is kept by its test: with the rule out, the test must fail.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
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
  const copy = realpathSync(mkdtempSync(path.join(tmpdir(), 'xueshi-without-a-rule-')))
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  for (const file of files.split('\n').filter((name) => /\.(tsx?|[cm]?js|json|yaml)$/.test(name))) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
    cpSync(path.join(ROOT, file), path.join(copy, file))
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'))
  // What Jest would bundle anew (scripts/test/prepare.cjs).
  if (existsSync(path.join(ROOT, BUNDLES)))
    cpSync(path.join(ROOT, BUNDLES), path.join(copy, BUNDLES), { recursive: true })
  try {
    const passing = passingIn(copy, changed)
    return changed.map((kept) => prove(copy, kept, passing.includes(kept)))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const BUNDLES = '.jest'

function prove(copy: string, kept: CodeKept, passesWith: boolean): Proved {
  if (!passesWith) return { kept, holds: false, why: 'its test fails as things are' }
  const file = path.join(copy, fileOfMark(kept.clause))
  const source = readFileSync(file, 'utf8')
  writeFileSync(file, cutAtMark(source, kept.clause, kept.instead).without)
  const passesWithout = passingIn(copy, [kept]).length > 0
  writeFileSync(file, source)
  return passesWithout
    ? { kept, holds: false, why: 'its test passes without the rule' }
    : { kept, holds: true, why: '' }
}

interface Report {
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[]
}

/** The rules whose named test ran and passed, by one run for all of them. */
function passingIn(copy: string, asked: readonly CodeKept[]): CodeKept[] {
  const report = path.join(copy, 'report.json')
  rmSync(report, { force: true })
  const files = [...new Set(asked.map(({ test }) => test.file))]
  const names = [...new Set(asked.map(({ test }) => test.name))].join('|')
  const options = ['--selectProjects', 'rooms', '--silent', '--json', `--outputFile=${report}`]
  const args = [binOf('jest'), ...options, '-t', names, '--runTestsByPath', ...files]
  spawnSync(process.execPath, args, { cwd: copy, stdio: 'ignore' })
  if (!existsSync(report)) return []
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  return asked.filter(({ test }) => {
    const ofFile = testResults.filter(({ name }) => name === path.join(copy, test.file))
    const named = ofFile
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ fullName, status }) => status !== 'pending' && new RegExp(test.name, 'i').test(fullName))
    return named.length > 0 && named.every(({ status }) => status === 'passed')
  })
}
