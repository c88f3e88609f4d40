// `npm run journey` lists the journeys; `npm run journey -- NAME …` runs those named, `-- all` runs every one.
import { existsSync } from 'node:fs'
import { buildFunctions } from '../build-functions'
import { buildWeapp } from '../build-weapp'
import { JOURNEYS } from './run'
import { prepareWorlds, runJourneys } from './run-all'

async function main(): Promise<void> {
  const names = process.argv.slice(2)
  if (names.length === 0) {
    for (const { name, about } of JOURNEYS) console.log(`${name.padEnd(12)} ${about}`)
    console.log('\nnpm run journey -- NAME runs one; npm run journey -- all runs every one.')
    return
  }
  await buildFunctions()
  if (!existsSync('dist/weapp/app.json') || !process.env.XUESHI_KEEP_BUILD) await buildWeapp()
  const chosen = names.includes('all') ? [] : names
  await prepareWorlds(chosen)
  const tally = await runJourneys(chosen)
  console.log(`${tally.passed} passed, ${tally.failed} failed`)
  process.exit(tally.failed > 0 ? 1 : 0)
}

void main()
