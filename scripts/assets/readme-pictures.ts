// Copies the pictures that the README shows from the last run of the journey `trainee`, at the size of a phone's screen.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PNG } from 'pngjs'

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

/** Halves a picture, each pixel the mean of four, because it was taken with two device pixels a point. */
function halved(source: PNG): PNG {
  const target = new PNG({ width: source.width >> 1, height: source.height >> 1 })
  for (let y = 0; y < target.height; y += 1) {
    for (let x = 0; x < target.width; x += 1) {
      for (let c = 0; c < 4; c += 1) {
        const at = (dx: number, dy: number): number =>
          source.data[((y * 2 + dy) * source.width + x * 2 + dx) * 4 + c] ?? 0
        target.data[(y * target.width + x) * 4 + c] = Math.round(
          (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4,
        )
      }
    }
  }
  return target
}

mkdirSync(to, { recursive: true })
const files = readdirSync(from)
for (const [name, step] of Object.entries(PICTURES)) {
  const file = files.find((candidate) => candidate.replace(/^\d+-/, '') === `${step}.png`)
  if (!file) throw new Error(`the journey left no picture of ${step}: npm run journey -- trainee`)
  writeFileSync(
    path.join(to, `${name}.png`),
    PNG.sync.write(halved(PNG.sync.read(readFileSync(path.join(from, file))))),
  )
}
console.log(`${Object.keys(PICTURES).length} pictures in docs/pictures`)
