import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'

export interface GateResult {
  errors: string[]
  /** Why nothing was checked, where WeChat's compilers cannot run. */
  skipped?: string
}

function filesOf(dist: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(dist, file)).isFile())
    .map((file) => `./${file.split(sep).join('/')}`)
}

function compile(binary: string, options: string[], cwd: string): string[] {
  const run = spawnSync(binary, options, { cwd, maxBuffer: 1 << 30, encoding: 'utf8' })
  if (run.error) return [`${binary}: ${run.error.message}`]
  const said = run.stderr.trim()
  if (run.status === 0 && said === '') return []
  return said === '' ? [`${binary} ended with ${run.status ?? run.signal}`] : said.split('\n')
}

/**
 * Runs WeChat's own compilers over a whole build: `wcc` for WXML and WXS, `wcsc` for WXSS. They find errors
 * that glass-easel accepts, an unclosed tag above all.
 */
export function gate(dist: string): GateResult {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      errors: [],
      skipped: `wcc and wcsc run on Linux x64 only, not on ${process.platform} ${process.arch}`,
    }
  }
  const folder = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', 'linux')
  const wcc = join(folder, 'wcc')
  const wcsc = join(folder, 'wcsc')
  for (const binary of [wcc, wcsc]) chmodSync(binary, 0o755)
  const cwd = resolve(dist)
  const files = filesOf(cwd)
  const templates = files.filter((file) => /\.(wxml|wxs)$/.test(file))
  const styles = files.filter((file) => file.endsWith('.wxss'))
  return { errors: [...compile(wcc, ['-d', ...templates], cwd), ...compile(wcsc, ['-lc', ...styles], cwd)] }
}
