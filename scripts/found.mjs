import { run } from './setup.mjs'

run('scripts/found/main.ts')
