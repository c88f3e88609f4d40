// Everything, in one command: check, build, unit and contract tests, the built artefact, journeys in a real browser.
// Checks, tests and journeys go side by side, because much of what a test does is waiting. `-- --all` proves anew what
// has not changed since it was proved, and plays every history.
import { readFileSync, rmSync } from 'node:fs'
import { buildFunctions } from '../build-functions'
import { buildWeapp } from '../build-weapp'
import { inspectArtefact } from '../check/artefact'
import { CHECKS, passes, ran, type Step } from '../check/main'
import { prepareWorlds, runJourneys } from '../journey/run-all'

const isAll = process.argv.includes('--all')

/** Proves that the notices' cases notice a wrong value, and that docs/clauses.md is true. */
const NOTICES: Step = {
  name: 'every change of a notice is noticed; docs/clauses.md holds, and code without its rule fails',
  command: 'tsx',
  args: ['scripts/policy/main.ts', 'clauses', '--check', '--prove', ...(isAll ? ['--all'] : [])],
}

const tally = { passed: 0, failed: 0 }

const count = (passed: boolean): void => {
  if (passed) tally.passed += 1
  else tally.failed += 1
}

async function step(name: string, work: () => unknown): Promise<boolean> {
  const started = Date.now()
  try {
    await work()
    console.log(`✓ ${name} (${secondsSince(started)} s)`)
    count(true)
    return true
  } catch (error) {
    console.log(`✗ ${name}\n${error instanceof Error ? error.message : String(error)}`)
    count(false)
    return false
  }
}

const secondsSince = (started: number): string => ((Date.now() - started) / 1000).toFixed(1)

/** Jest's JSON is counted, so that a suite that cannot start is a failure too. */
async function jest(): Promise<void> {
  const report = '.jest/jest.json'
  rmSync(report, { force: true })
  const args = ['--ci', '--silent', '--json', `--outputFile=${report}`, '--maxWorkers=3']
  const { said } = await ran('jest', args, isAll ? { XUESHI_SOAK: '1' } : {})
  const result = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numRuntimeErrorTestSuites: number
  }
  tally.passed += result.numPassedTests
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  tally.failed += failed
  if (failed > 0) console.log(said)
  console.log(`  ${result.numPassedTests} tests passed`)
}

async function checked(): Promise<void> {
  for (const check of [...CHECKS, NOTICES]) count(await passes(check))
}

async function built(): Promise<boolean> {
  if (!(await step('cloud functions build', () => buildFunctions()))) return false
  return step('the mini-program builds', buildWeapp)
}

/** The built artefacts, looked at as they would be uploaded. Most of the time waits for pages to come to rest. */
async function inspected(): Promise<void> {
  for (const { name, inspect } of inspectArtefact) await step(name, inspect)
}

async function walked(): Promise<void> {
  const started = Date.now()
  const journeys = await runJourneys([])
  tally.passed += journeys.passed
  tally.failed += journeys.failed
  console.log(`  journeys took ${secondsSince(started)} s`)
}

/** Journeys end last: what they need is made before the tests take their share of the computer. */
async function prepared(): Promise<boolean> {
  return (await built()) && step('lectures are encoded, and a world is founded', () => prepareWorlds([]))
}

async function main(): Promise<void> {
  const started = Date.now()
  const isPrepared = prepared()
  await Promise.all([
    isPrepared.then((is) => (is ? Promise.all([inspected(), walked()]) : undefined)),
    checked(),
    // Some tests read what was built.
    isPrepared.then(() => step('unit, contract and simulation tests ran', jest)),
  ])
  console.log(`took ${((Date.now() - started) / 60_000).toFixed(1)} min`)
  console.log(`${tally.passed} passed, ${tally.failed} failed`)
  process.exit(tally.failed > 0 ? 1 : 0)
}

void main()
