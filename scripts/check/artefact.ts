// Checks of the built artefact: sizes, WeChat's own compilers, every page in the phone, every function alone.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FUNCTIONS } from '../../deploy/declaration'
import { PATIENCE, startCloud } from '../../local/cloud'
import { crawl } from '../../local/phone/crawl'
import { gate } from '../../local/phone/gate'
import { declarations } from '../../server/collections'
import { anyKeys } from '../any-keys'
import { openWorld } from '../world'
import { overBudget, sizesOf } from './size-budget'

interface Inspection {
  name: string
  inspect(): Promise<void> | void
}

const dist = path.resolve('dist/weapp')

export const inspectArtefact: readonly Inspection[] = [
  { name: 'packages are within their budget', inspect: sizes },
  { name: 'wcc and wcsc accept every file', inspect: () => none(gate(dist).errors) },
  { name: 'every page opens in the phone without an error', inspect: pages },
  { name: 'each cloud function answers alone in an empty folder', inspect: functionsAlone },
]

function none(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

function sizes(): void {
  none(overBudget(sizesOf(dist)))
}

async function pages(): Promise<void> {
  const world = await openWorld({
    dataDir: path.resolve('.local/journey-data/pages'),
    begins: 'founded',
    patience: PATIENCE,
    onProgress: () => undefined,
  })
  try {
    const seen = await crawl({ server: world.phones, openid: world.seed.personas.almost.openid })
    none(seen.flatMap(({ page, problems }) => problems.map((problem) => `${page}: ${problem}`)))
    if (seen.length === 0) throw new Error('no page was found to open')
    console.log(`  ${seen.length} pages`)
  } finally {
    await world.stop()
  }
}

/** One folder, one file of code, no node_modules beside it: exactly as a deployment uploads it. */
async function functionsAlone(): Promise<void> {
  const names = readdirSync('dist/cloudfunctions')
  if (names.length === 0) throw new Error('no cloud function was built')
  for (const name of names) {
    const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-function-'))
    cpSync(path.join('dist/cloudfunctions', name), path.join(folder, 'functions', name), { recursive: true })
    const cloud = await startCloud({
      dataDir: path.join(folder, 'data'),
      functionsDir: path.join(folder, 'functions'),
      functions: FUNCTIONS,
      collections: declarations,
      functionEnv: anyKeys(),
    })
    try {
      const answer = await cloud.invoke(name, {}, { openid: 'o-alone' })
      if (answer.error || answer.result === undefined)
        throw new Error(`${name} did not answer: ${answer.error ?? 'nothing'}`)
    } finally {
      await cloud.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  console.log(`  ${names.join(', ')}`)
}
