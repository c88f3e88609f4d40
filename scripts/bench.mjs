import { run } from './setup.mjs'

run('bench/main.ts')
