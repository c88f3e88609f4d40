import { run } from './setup.mjs'

run('deploy/main.ts')
