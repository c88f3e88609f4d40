// One check, the same locally and in CI. Each step prints its result; the first failure does not hide the
// next.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

export interface Step {
  name: string
  command: string
  args: string[]
}

export const CHECKS: Step[] = [
  { name: 'format and lint', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'types', command: 'tsc', args: ['-p', '.', '--noEmit'] },
  {
    name: 'who imports whom',
    command: 'depcruise',
    args: [
      'src',
      'cloudfunctions',
      'server',
      'domain',
      'policies',
      'local',
      'demo',
      'tests',
      'bench',
      'scripts',
      '--output-type',
      'err-long',
    ],
  },
  { name: 'dead code', command: 'knip', args: ['--no-progress'] },
  { name: 'sizes, clocks, dice, routes', command: 'tsx', args: ['scripts/check/tidy.ts'] },
  { name: 'the notices are whole', command: 'tsx', args: ['scripts/policy/main.ts', 'validate'] },
]

/** Runs one step of this project's own tools; true where it passed. */
export function passes({ name, command, args }: Step): boolean {
  const started = Date.now()
  const done = spawnSync(process.execPath, [binOf(command), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const passed = done.status === 0
  console.log(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (!passed) console.log(`${done.stdout}${done.stderr}`.trimEnd())
  return passed
}

const PACKAGE_OF: Record<string, [name: string, bin: string]> = {
  biome: ['@biomejs/biome', 'bin/biome'],
  tsc: ['typescript', 'bin/tsc'],
  depcruise: ['dependency-cruiser', 'bin/dependency-cruise.mjs'],
  knip: ['knip', 'bin/knip.js'],
  tsx: ['tsx', 'dist/cli.mjs'],
  jest: ['jest', 'bin/jest.js'],
  taro: ['@tarojs/cli', 'bin/taro'],
}

/** The script behind a command of node_modules/.bin, so that it runs on this Node on every system. */
export function binOf(command: string): string {
  const [name, bin] = PACKAGE_OF[command] ?? []
  if (!name || !bin) throw new Error(`no package is known for ${command}`)
  return path.resolve(__dirname, `../../node_modules/${name}/${bin}`)
}

function main(): void {
  const failed = CHECKS.filter((step) => !passes(step))
  console.log(`${CHECKS.length - failed.length} passed, ${failed.length} failed`)
  if (failed.length > 0) process.exit(1)
}

if (require.main === module) main()
