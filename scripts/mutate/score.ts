// The score of a run of Stryker, from its JSON report.
import { readFileSync } from 'node:fs'
import type { schema } from '@stryker-mutator/api/core'

export interface Score {
  noticed: number
  survivors: string[]
  /** With those that are neither noticed nor survivors: at work only while modules load, or not told from a crash. */
  all: number
}

/** Percent of the judged mutants that a test noticed; of none at all, all. */
export const percentOf = ({ noticed, survivors }: Score): number => {
  const judged = noticed + survivors.length
  return judged === 0 ? 100 : (noticed / judged) * 100
}

export function scoreOf(reportFile: string): Score {
  const { files } = JSON.parse(readFileSync(reportFile, 'utf8')) as schema.MutationTestResult
  const all = Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants.map((mutant) => ({ file, ...mutant })),
  )
  const are = (...states: schema.MutantStatus[]) => all.filter(({ status }) => states.includes(status))
  return {
    noticed: are('Killed', 'Timeout').length,
    survivors: are('Survived', 'NoCoverage').map(textOf).sort(),
    all: all.length,
  }
}

const LONGEST_LINE = 140

function textOf({ file, status, mutatorName, replacement = '', location: { start } }: Reported): string {
  const unread = status === 'NoCoverage' ? ' (no test runs it)' : ''
  const text = `${file}:${start.line}:${start.column} ${mutatorName}${unread}: ${replacement.replace(/\s+/g, ' ')}`
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text
}

type Reported = schema.MutantResult & { file: string }
