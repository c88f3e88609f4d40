// That each rule of code-kept is kept by its test: with the rule out, the test must fail.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Copy, inCopy } from '../without/copy'
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

const proveInCopy = (changed: readonly CodeKept[]): Proved[] =>
  inCopy((copy) => {
    const passing = new Set(copy.passing(changed.map(({ test }) => test)))
    return changed.map((kept) => prove(copy, kept, passing.has(kept.test)))
  })

function prove(copy: Copy, kept: CodeKept, passesWith: boolean): Proved {
  if (!passesWith) return { kept, holds: false, why: 'its test fails as things are' }
  const file = fileOfMark(kept.clause)
  const { without } = cutAtMark(sourceOf(file), kept.clause, kept.instead)
  const failsWithout = copy.having(new Map([[file, without]]), () => copy.failing([kept.test]).length > 0)
  return failsWithout
    ? { kept, holds: true, why: '' }
    : { kept, holds: false, why: 'its test does not fail, or does not run, without the rule' }
}
