import { run } from './setup.mjs'

run('scripts/fuzz/main.ts')
