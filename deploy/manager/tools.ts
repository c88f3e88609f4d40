// The vendor's client stands apart from the project: who builds and tests never installs it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')
const DECLARED = path.join(ROOT, 'deploy/tools')
const FILES = ['package.json', 'package-lock.json', '.npmrc'] as const

/** The folder where the tools stand, once they are installed as the lock file says. */
export function installedTools(folder = path.join(ROOT, '.local/deploy-tools')): string {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(DECLARED, 'package-lock.json')))
    .digest('hex')
  const mark = path.join(folder, 'node_modules', '.installed-lock')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return folder
  console.error('第一次使用，安装部署工具（约半分钟）……')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const file of FILES) cpSync(path.join(DECLARED, file), path.join(folder, file))
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const args = [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund']
  const { status } = spawnSync(command, args, { cwd: folder, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('部署工具没有装上：看上面 npm 的说明，联网后再运行一次。')
  writeFileSync(mark, lock)
  return folder
}
