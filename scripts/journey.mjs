import { run } from './setup.mjs'

run('scripts/journey/main.ts')
