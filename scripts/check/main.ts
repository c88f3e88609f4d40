// One check, the same locally and in CI. Each step prints its result; the first failure does not
// hide the next.
import { spawn } from 'node:child_process'
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
      'deploy',
      'tests',
      'bench',
      'scripts',
      '--output-type',
      'err-long',
    ],
  },
  { name: 'dead code', command: 'knip', args: ['--no-progress'] },
  { name: 'sizes, and what is written in one place', command: 'tsx', args: ['scripts/check/tidy.ts'] },
  { name: 'the notices are whole', command: 'tsx', args: ['scripts/policy/main.ts', 'validate'] },
]

/** Runs one step of this project's own tools; true where it passed. */
export async function passes({ name, command, args }: Step): Promise<boolean> {
  const started = Date.now()
  const { status, said } = await ran(command, args)
  const passed = status === 0
  console.log(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (!passed) console.log(said.trimEnd())
  return passed
}

/** What this process was given: one that founds a world names its cloud and its keys here, and no tool is to find them. */
const GIVEN = { ...process.env }

/** Runs a tool beside the others that run, and keeps its output. */
export function ran(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const tool = spawn(process.execPath, [binOf(command), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...GIVEN, ...env },
    })
    let said = ''
    for (const stream of [tool.stdout, tool.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    tool.once('error', reject)
    tool.once('close', (status) => resolve({ status, said }))
  })
}

const PACKAGE_OF: Record<string, [name: string, bin: string]> = {
  biome: ['@biomejs/biome', 'bin/biome'],
  tsc: ['typescript-native', 'bin/tsc'],
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

async function main(): Promise<void> {
  let failed = 0
  for (const step of CHECKS) if (!(await passes(step))) failed += 1
  console.log(`${CHECKS.length - failed} passed, ${failed} failed`)
  if (failed > 0) process.exit(1)
}

if (require.main === module) void main()
