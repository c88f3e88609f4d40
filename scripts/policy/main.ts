// The notices from the command line: `npm run -s policy -- validate | mutate | …`, JSON out, `--text` for people.
import { packs } from './cases'
import { survey } from './mutate'

function main(): void {
  const [command = '', ...args] = process.argv.slice(2)
  if (command === 'mutate') {
    const ids = args.length > 0 ? args : packs.map(({ id }) => id)
    let left = 0
    for (const id of ids) {
      const { mutants, survivors } = survey(id)
      left += survivors.length
      console.log(`${id}: ${mutants} mutants, ${survivors.length} survive`)
      for (const { path, change, clause } of survivors) console.log(`  ${path} → ${change} ${clause ?? ''}`)
    }
    if (left > 0) process.exitCode = 1
  }
}

if (require.main === module) main()
