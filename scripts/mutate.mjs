import { run } from './setup.mjs'

run('scripts/mutate/main.ts')
