// Where the score is stated: the last part of docs/bench.md, a row for each room. `npm run bench` leaves it as it is.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { ROOMS, type Room } from './rooms'
import { percentOf, type Score } from './score'

const FILE = 'docs/bench.md'
const HEADING = '## Mutants'
const GOALS: Record<Room, number> = { domain: 90, server: 80 }
const INTRODUCTION = `${HEADING}

Measured by \`npm run mutate -- --sample …\`: StrykerJS changes the program in one place and asks the tests that run there; a change that none of them notices survived. A rule of \`domain\` is asked of the tests beside it and of the notices' cases alone; tests of \`server\` run in one process on the store in memory. Not judged are changes that work only while a module loads.

| room | mutants | drawn, by seed | judged | noticed | score | goal |
| --- | --- | --- | --- | --- | --- | --- |`

/** The part about mutants that is stated today; nothing where nothing was ever measured. */
export function mutantsPart(): string {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
  const from = text.indexOf(HEADING)
  return from < 0 ? '' : text.slice(from)
}

export interface Measured {
  room: Room
  outOf: number
  drawn: number
  seed: string
  score: Score
}

/** Writes the row of one room and keeps the other's. */
export function stateScore({ room, outOf, drawn, seed, score }: Measured): void {
  const part = mutantsPart()
  const judged = score.noticed + score.survivors.length
  const percent = percentOf(score)
  const goal = `≥ ${GOALS[room]} % ${percent >= GOALS[room] ? '✓' : '✗'}`
  const cells = [room, outOf, `${drawn}, ${seed}`, judged, score.noticed, `${percent.toFixed(1)} %`, goal]
  const rows = ROOMS.flatMap((one) =>
    one === room
      ? `| ${cells.join(' | ')} |`
      : part.split('\n').filter((line) => line.startsWith(`| ${one} |`)),
  )
  const before = existsSync(FILE)
    ? readFileSync(FILE, 'utf8').slice(0, part === '' ? undefined : -part.length)
    : ''
  writeFileSync(FILE, `${before.trimEnd()}\n\n${INTRODUCTION}\n${rows.join('\n')}\n`)
}
