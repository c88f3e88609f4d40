import { run } from './setup.mjs'

run('scripts/backup/main.ts')
