import { run } from './setup.mjs'

run('scripts/build.ts')
