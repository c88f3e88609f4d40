// Mutation testing (npm run mutate): a change of a rule that no test notices is a rule without a test.
const room = process.env.XUESHI_MUTATE ?? 'domain'
const sampled = process.env.XUESHI_MUTATE_SAMPLE !== undefined

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner', './scripts/mutate/drawn.mjs'],
  jest: { projectType: 'custom', configFile: 'scripts/mutate/jest.config.cjs', enableFindRelatedTests: true },
  // Of a sample only what was drawn is run; the checker turns the others away.
  ...(sampled ? { checkers: ['drawn'] } : {}),
  coverageAnalysis: 'perTest',
  // A mutant that works while modules load would need every test again.
  ignoreStatic: true,
  incremental: !sampled,
  incrementalFile: `.local/mutate/incremental-${room}.json`,
  jsonReporter: { fileName: `.local/mutate/${room}.json` },
  reporters: ['json', 'progress-append-only'],
  tempDirName: '.local/mutate/copies',
  ignorePatterns: ['/dist', '/src', '/local/phone', '/demo'],
  disableTypeChecks: false,
  allowConsoleColors: false,
  // A busy machine is no reason to call a mutant noticed.
  timeoutMS: 30_000,
  timeoutFactor: 3,
  dryRunTimeoutMinutes: 30,
  // Modules of a run that ended stay in the memory of its process, a few megabytes for each file of tests.
  maxTestRunnerReuse: 30,
  concurrency: Number(process.env.XUESHI_MUTATE_WORKERS ?? 1),
}
