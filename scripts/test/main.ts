// Everything, in one command: check, build, unit and contract tests, the built artefact, journeys in a real browser.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { buildFunctions } from '../build-functions'
import { buildWeapp } from '../build-weapp'
import { inspectArtefact } from '../check/artefact'
import { binOf, CHECKS, passes, type Step } from '../check/main'
import { runJourneys } from '../journey/run'

interface Tally {
  passed: number
  failed: number
}

/** Proves that the notices' cases notice a wrong value, and that docs/clauses.md is true. */
const NOTICES: Step[] = [
  {
    name: 'every change of a notice is noticed by a case',
    command: 'tsx',
    args: ['scripts/policy/main.ts', 'mutate'],
  },
  {
    name: 'docs/clauses.md holds, and code without its rule fails',
    command: 'tsx',
    args: ['scripts/policy/main.ts', 'clauses', '--check', '--prove'],
  },
]

const tally: Tally = { passed: 0, failed: 0 }

const count = (passed: boolean): void => {
  if (passed) tally.passed += 1
  else tally.failed += 1
}

async function step(name: string, work: () => unknown): Promise<boolean> {
  const started = Date.now()
  try {
    await work()
    console.log(`✓ ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    count(true)
    return true
  } catch (error) {
    console.log(`✗ ${name}\n${error instanceof Error ? error.message : String(error)}`)
    count(false)
    return false
  }
}

/** Jest prints as it goes; its JSON is counted, so that a suite that cannot start is a failure too. */
function jest(): void {
  const report = '.jest/jest.json'
  rmSync(report, { force: true })
  spawnSync(
    process.execPath,
    [binOf('jest'), '--silent', '--json', `--outputFile=${report}`, '--maxWorkers=2'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const result = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numRuntimeErrorTestSuites: number
  }
  tally.passed += result.numPassedTests
  tally.failed += result.numFailedTests + result.numRuntimeErrorTestSuites
  console.log(`  ${result.numPassedTests} tests passed`)
}

async function main(): Promise<void> {
  const started = Date.now()
  for (const check of [...CHECKS, ...NOTICES]) count(passes(check))
  const built =
    (await step('cloud functions build', () => buildFunctions())) &&
    (await step('the mini-program builds', buildWeapp))
  await step('unit, contract and simulation tests ran', jest)
  if (built) {
    for (const { name, inspect } of inspectArtefact) await step(name, inspect)
    const journeys = await runJourneys([])
    tally.passed += journeys.passed
    tally.failed += journeys.failed
  }
  console.log(`took ${((Date.now() - started) / 60_000).toFixed(1)} min`)
  console.log(`${tally.passed} passed, ${tally.failed} failed`)
  process.exit(tally.failed > 0 ? 1 : 0)
}

void main()
