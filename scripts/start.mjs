import { run } from './setup.mjs'

run('scripts/start/main.ts')
