// A copy of the project in which code is taken out, to see that its test fails then.
import { execFileSync, spawnSync } from 'node:child_process'
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

const ROOT = path.resolve(__dirname, '../..')
const BUNDLES = '.jest'

/** A test by its file, and by what its full name holds: a regular expression, letters large or small. */
export interface NamedTest {
  file: string
  name: string
}

export interface Copy {
  /** Those of the tests that ran and passed, by one run for all of them. */
  passing<T extends NamedTest>(tests: readonly T[]): T[]
  /** Those that ran and failed: a file that does not run at all tells nothing. */
  failing<T extends NamedTest>(tests: readonly T[]): T[]
  /** Does something while files have other texts, and gives them back their own. */
  having<R>(texts: ReadonlyMap<string, string>, work: () => R): R
}

/** Works in a copy of all that the project's tests read; it is gone afterwards. */
export function inCopy<R>(work: (copy: Copy) => R): R {
  const copy = realpathSync(mkdtempSync(path.join(tmpdir(), 'xueshi-without-a-rule-')))
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  for (const file of files.split('\n').filter((name) => name !== '')) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
    cpSync(path.join(ROOT, file), path.join(copy, file))
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'))
  // What Jest would bundle anew (scripts/test/prepare.cjs).
  if (existsSync(path.join(ROOT, BUNDLES)))
    cpSync(path.join(ROOT, BUNDLES), path.join(copy, BUNDLES), { recursive: true })
  try {
    return work({
      passing: (tests) => ranIn(copy, tests, (statuses) => statuses.every((status) => status === 'passed')),
      failing: (tests) => ranIn(copy, tests, (statuses) => statuses.includes('failed')),
      having: (texts, then) => having(copy, texts, then),
    })
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function having<R>(copy: string, texts: ReadonlyMap<string, string>, work: () => R): R {
  const own = [...texts.keys()].map((file) => [file, readFileSync(path.join(copy, file), 'utf8')] as const)
  for (const [file, text] of texts) writeFileSync(path.join(copy, file), text)
  try {
    return work()
  } finally {
    for (const [file, text] of own) writeFileSync(path.join(copy, file), text)
  }
}

interface Report {
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[]
}

/** Those that ran and ended in that way. */
function ranIn<T extends NamedTest>(
  copy: string,
  tests: readonly T[],
  hasEnded: (statuses: readonly string[]) => boolean,
): T[] {
  const report = path.join(copy, 'report.json')
  rmSync(report, { force: true })
  const files = [...new Set(tests.map(({ file }) => file))]
  const names = [...new Set(tests.map(({ name }) => name))].join('|')
  const rooms = [...new Set(files.map((file) => (file.startsWith('src/') ? 'src' : 'rooms')))]
  const options = ['--selectProjects', ...rooms, '--silent', '--json', `--outputFile=${report}`]
  const args = [binOf('jest'), ...options, '-t', names, '--runTestsByPath', ...files]
  spawnSync(process.execPath, args, { cwd: copy, stdio: 'ignore' })
  if (!existsSync(report)) return []
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  return tests.filter(({ file, name: wanted }) => {
    const named = testResults
      .filter(({ name }) => name === path.join(copy, file))
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ fullName, status }) => status !== 'pending' && new RegExp(wanted, 'i').test(fullName))
    return named.length > 0 && hasEnded(named.map(({ status }) => status))
  })
}
