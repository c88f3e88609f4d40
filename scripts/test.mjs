import { run } from './setup.mjs'

run('scripts/test/main.ts')
