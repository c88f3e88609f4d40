// The tests that mutants have to get past, all in this process, so that Stryker sees which test runs what. Rules are to be
// noticed by their own tests and by the cases of the notices: what only a use case notices has no test beside it.
const path = require('node:path')
const { projects } = require('../../jest.config.cjs')

const room = process.env.XUESHI_MUTATE ?? 'domain'
const [{ displayName: _name, ...rooms }] = projects
const TESTS = {
  domain: ['domain', 'policies'],
  server: ['server', 'tests/doors'],
}
const rootDir = path.resolve(__dirname, '../..')

/** @type {import('jest').Config} */
module.exports = {
  ...rooms,
  rootDir,
  testTimeout: 60_000,
  testMatch: TESTS[room].map((folder) => `<rootDir>/${folder}/**/*.test.ts`),
  // Every procedure with input that means nothing is about faults, which no driver in memory has; the log of a door is that
  // of its process; and a function that does not start loads every module within a test.
  testPathIgnorePatterns: [...rooms.testPathIgnorePatterns, '/doors/(nasty-input|log|start)\\.test\\.ts$'],
  // Stryker works in a copy inside .local.
  transformIgnorePatterns: rooms.transformIgnorePatterns.filter((pattern) => pattern !== '/.local/'),
  runner: '<rootDir>/scripts/mutate/first-failure.cjs',
  testEnvironment: path.join(__dirname, 'fail-fast.cjs'),
  setupFilesAfterEnv: ['<rootDir>/scripts/mutate/in-process/left-out.cjs'],
  moduleNameMapper: {
    ...rooms.moduleNameMapper,
    '/kernel/store/cloudbase$': '<rootDir>/scripts/mutate/in-process/store.ts',
    '^\\./instance$': '<rootDir>/scripts/mutate/in-process/instance.ts',
    '^\\./operations$': '<rootDir>/scripts/mutate/in-process/operations.ts',
    '/built-functions$': '<rootDir>/scripts/mutate/in-process/built-functions.ts',
  },
}
