import { run } from './setup.mjs'

run('scripts/attacks/main.ts')
