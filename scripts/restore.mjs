import { run } from './setup.mjs'

run('scripts/backup/main.ts', ['restore', ...process.argv.slice(2)])
