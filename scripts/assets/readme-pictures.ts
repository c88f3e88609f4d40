// Copies the pictures that the README shows from the last run of the journey `trainee`.
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const from = path.join(root, '.local/journeys/trainee')
const to = path.join(root, 'docs/pictures')

/** Name in the README, and the step whose picture it is. */
const PICTURES: Record<string, string> = {
  home: 'two-weeks-later',
  player: 'lecture-done',
  exam: 'paper',
  why: 'why',
  certificate: 'certificate',
  check: 'check-valid',
}

mkdirSync(to, { recursive: true })
const files = readdirSync(from)
for (const [name, step] of Object.entries(PICTURES)) {
  const file = files.find((candidate) => candidate.replace(/^\d+-/, '') === `${step}.png`)
  if (!file) throw new Error(`the journey left no picture of ${step}: npm run journey -- trainee`)
  copyFileSync(path.join(from, file), path.join(to, `${name}.png`))
}
console.log(`${Object.keys(PICTURES).length} pictures in docs/pictures`)
