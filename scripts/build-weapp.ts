// Builds the mini-program. Taro exits 0 on a configuration it rejects, so only the files in dist/ prove a
// build.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { binOf } from './check/main'

export function buildWeapp(): void {
  rmSync('dist/weapp', { recursive: true, force: true })
  const done = spawnSync(process.execPath, [binOf('taro'), 'build', '--type', 'weapp'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const output = `${done.stdout}${done.stderr}`
  if (done.status !== 0 || !existsSync('dist/weapp/app.json') || /Module not found|ERROR in/.test(output)) {
    throw new Error(`the mini-program did not build:\n${output.slice(-4000)}`)
  }
}

if (require.main === module) buildWeapp()
