// The long runs: every simulation and property with all its histories, where `npm test` plays a twentieth of them, fifty
// kills under writes, where it has eight, and an exchange of keys that dies at each of its operations, not at each fourth.
import { spawnSync } from 'node:child_process'
import { binOf } from '../check/main'

/** Files that play histories, the queue of a million claims, the kills, and the exchange of keys. */
const SOAKED = [
  'tests/simulation',
  'tests/contract/cloud/kill',
  'tests/doors/key-exchange',
  '\\.property\\.test\\.ts$',
]

const done = spawnSync(process.execPath, [binOf('jest'), ...SOAKED, '--maxWorkers=2'], {
  stdio: 'inherit',
  env: { ...process.env, XUESHI_SOAK: '1' },
})
process.exit(done.status ?? 1)
