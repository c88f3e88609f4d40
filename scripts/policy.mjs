import { run } from './setup.mjs'

run('scripts/policy/main.ts')
