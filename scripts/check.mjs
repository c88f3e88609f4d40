import { run } from './setup.mjs'

run('scripts/check/main.ts')
