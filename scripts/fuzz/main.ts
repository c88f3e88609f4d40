// Inputs at random against every procedure as every role, a hundred thousand of them or as many as are asked for:
//
//   npm run fuzz [-- CALLS [SEED]]
//
// Each run without a seed draws one and says it; a fault is found again by the same number of calls and the same seed.
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { binOf } from '../check/main'

const CALLS = 100_000

const [calls = String(CALLS), seed = String(randomInt(1_000_000))] = process.argv.slice(2)
if (![calls, seed].every((text) => /^\d{1,9}$/.test(text))) {
  console.error('usage: npm run fuzz [-- CALLS [SEED]]')
  process.exit(2)
}
console.log(`${calls} calls, seed ${seed}`)
const done = spawnSync(process.execPath, [binOf('jest'), 'tests/doors/fuzz.test.ts', '--maxWorkers=1'], {
  stdio: 'inherit',
  env: { ...process.env, XUESHI_FUZZ: calls, XUESHI_FUZZ_SEED: seed },
})
process.exit(done.status ?? 1)
