// Everything a bare machine lacks, installed once: packages by lock file. Node itself is all that must be there.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

export function setUp() {
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node 20.19 or later is needed; this is ${process.versions.node}.`)
    process.exit(1)
  }
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  const mark = path.join(root, 'node_modules', '.installed-lock')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  console.error('Installing packages (about a minute, only when package-lock.json changes) …')
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  // `install` rather than `ci`: binaries of other platforms are optional and not all in the lock file; they are then
  // fetched where they are needed. Everything else comes as the lock file says, and the file is left alone.
  const args = [...first, 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
  // npm's output goes to stderr, because the program's JSON on stdout may be piped on.
  const done = spawnSync(command, args, { cwd: root, stdio: ['inherit', 2, 'inherit'] })
  if (done.status !== 0) process.exit(done.status ?? 1)
  writeFileSync(mark, lock)
}

/** Sets up, then runs a TypeScript program of this project, with the arguments given to the npm script. */
export function run(program, given = process.argv.slice(2)) {
  setUp()
  const loader = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const child = spawnSync(process.execPath, [loader, path.join(root, program), ...given], {
    cwd: root,
    stdio: 'inherit',
  })
  process.exit(child.status ?? 1)
}
