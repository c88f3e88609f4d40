import { run } from './setup.mjs'

run('scripts/reference/main.ts')
