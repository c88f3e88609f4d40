import { run } from './setup.mjs'

run('scripts/soak/main.ts')
