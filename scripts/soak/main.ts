// The long runs: every simulation and property with all its histories, where `npm test` plays a twentieth of them.
import { spawnSync } from 'node:child_process'
import { binOf } from '../check/main'

/** Files that play histories, and the queue of a million claims. */
const SOAKED = ['tests/simulation', '\\.property\\.test\\.ts$']

const done = spawnSync(process.execPath, [binOf('jest'), ...SOAKED, '--maxWorkers=2'], {
  stdio: 'inherit',
  env: { ...process.env, XUESHI_SOAK: '1' },
})
process.exit(done.status ?? 1)
