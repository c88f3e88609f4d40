// Changes the rules by machine, one change at a time, and asks their tests whether they notice.
//
//   npm run mutate                          every mutant of domain and of the use cases of server, since the last time
//   npm run mutate -- domain/x.ts …         those of some files
//   npm run mutate -- --sample 600 --seed 7 so many of each room, drawn by that seed
//   npm run mutate -- domain --sample 300   of one room; the score of a sample is stated in docs/bench.md
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { draw } from './draw'
import { filesOf, ROOMS, type Room, roomOf } from './rooms'
import { percentOf, scoreOf } from './score'
import { stateScore } from './stated'

/** Prepares the files that tests need of the machine, which Stryker's copies take along. */
const prepare = require('../test/prepare.cjs') as () => Promise<void>

const ROOT = path.resolve(__dirname, '../..')
const FOLDER = path.join(ROOT, '.local/mutate')
const STRYKER = path.join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js')

interface Asked {
  files: string[]
  /** All files of the room: only then the score of a sample is stated in docs/bench.md. */
  whole: boolean
  sample: number | null
  seed: string
}

async function measure(room: Room, { files, whole, sample, seed }: Asked): Promise<boolean> {
  const report = path.join(FOLDER, `${room}.json`)
  rmSync(report, { force: true })
  const env: Record<string, string> = { XUESHI_MUTATE: room, XUESHI_MUTATE_ROOT: ROOT }
  let mutated = files
  const drawn = sample === null ? null : await draw(files, sample, seed)
  if (drawn) {
    env.XUESHI_MUTATE_SAMPLE = path.join(FOLDER, `${room}-sample.json`)
    writeFileSync(env.XUESHI_MUTATE_SAMPLE, JSON.stringify(drawn.names))
    mutated = files.filter((file) => drawn.names.some((name) => name.startsWith(`${file}:`)))
    console.log(`${room}: ${drawn.names.length} of ${drawn.outOf} mutants, seed ${seed}`)
  }
  const done = spawnSync(process.execPath, [STRYKER, 'run', '--mutate', mutated.join(',')], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  if (done.status !== 0) return false
  const score = scoreOf(report)
  for (const survivor of score.survivors) console.log(`  ${survivor}`)
  const judged = score.noticed + score.survivors.length
  const unjudged = (drawn?.names.length ?? score.all) - judged
  console.log(
    `${room}: ${percentOf(score).toFixed(1)} % (${score.noticed} of ${judged} noticed, ${unjudged} not judged)`,
  )
  if (drawn && whole) stateScore({ room, seed, score, drawn: drawn.names.length, outOf: drawn.outOf })
  return true
}

async function main(): Promise<void> {
  await prepare()
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
  })
  const named = positionals.filter((name) => !ROOMS.includes(name as Room))
  const stranger = named.find((file) => roomOf(file) === undefined)
  if (stranger !== undefined) throw new Error(`${stranger} lies neither in ${ROOMS.join(' nor in ')}`)
  const rooms = ROOMS.filter(
    (room) =>
      positionals.length === 0 || positionals.includes(room) || named.some((file) => roomOf(file) === room),
  )
  const sample = values.sample === undefined ? null : Number(values.sample)
  mkdirSync(FOLDER, { recursive: true })
  let ran = true
  for (const room of rooms) {
    const whole = positionals.includes(room) || named.length === 0
    const files = whole ? filesOf(room) : named.filter((file) => roomOf(file) === room)
    ran = (await measure(room, { files, whole, sample, seed: values.seed })) && ran
  }
  if (!ran) process.exit(1)
}

void main()
