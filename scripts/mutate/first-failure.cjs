// Jest's runner, for mutants: only files with a test that runs the changed line, those beside the rules before those of the
// doors, and no further than the first test that notices.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const { default: TestRunner } = require('jest-runner')

const ORDER = ['domain', 'policies', 'scripts', 'server', 'tests']
/** The names of the tests in each file, from the run without a mutant. */
const NAMES = path.resolve(__dirname, '../../.local/mutate/test-names.json')

const root = path.resolve(__dirname, '../..')
/** Whole answers of all procedures notice the most, and stand at the head of their room. */
const roomOf = (test) =>
  ORDER.indexOf(path.relative(root, test.path).split(path.sep)[0]) -
  (/[\\/]answers\.test/.test(test.path) ? 0.5 : 0)

module.exports = class FirstFailure extends TestRunner {
  async runTests(tests, watcher, options) {
    const { testNamePattern } = this._globalConfig
    const names = {}
    this.on('test-file-success', ([test, result]) => {
      names[test.path] = result.testResults.map(({ fullName }) => fullName)
      if (result.numFailingTests > 0 || result.testExecError) watcher.setState({ interrupted: true })
    })
    this.on('test-file-failure', () => watcher.setState({ interrupted: true }))
    const concerned = testNamePattern ? tests.filter(namedBy(new RegExp(testNamePattern))) : tests
    await super.runTests(
      [...concerned].sort((a, b) => roomOf(a) - roomOf(b)),
      watcher,
      options,
    )
    if (testNamePattern) return
    mkdirSync(path.dirname(NAMES), { recursive: true })
    writeFileSync(NAMES, JSON.stringify(names))
  }
}

function namedBy(pattern) {
  const known = JSON.parse(readFileSync(NAMES, 'utf8'))
  return (test) => known[test.path]?.some((name) => pattern.test(name)) ?? true
}
