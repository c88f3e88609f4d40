// Runs journeys side by side, each process with a browser and worlds of its own, and adds up their steps.
import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { courses } from '../../demo'
import { buildLectures } from '../../demo/video/build-lectures'
import { foundWorld, LECTURES } from '../world'
import type { Journey } from './journey'
import { JOURNEYS, type Told } from './run'

/** A journey waits for its lecture to play most of the time: three share a computer of two cores. */
const AT_ONCE = 3

export type Tally = Pick<Told, 'passed' | 'failed'>

/** All worlds show the same lectures, and most begin alike: both are made once, before the first world opens. */
export async function prepareWorlds(names: readonly string[]): Promise<void> {
  await buildLectures(courses, { outDir: LECTURES, onProgress: () => undefined })
  if (chosenOf(names).some(({ begins }) => begins !== 'empty')) await foundWorld()
}

/** Those named, or all where none is. */
const chosenOf = (names: readonly string[]): Journey[] =>
  JOURNEYS.filter(({ name }) => names.length === 0 || names.includes(name))

/** Walks those named, or all, in worlds that were prepared; each is told once it has ended. */
export async function runJourneys(names: readonly string[]): Promise<Tally> {
  const chosen = chosenOf(names).map(({ name }) => name)
  const unknown = names.filter((name) => !chosen.includes(name))
  if (unknown.length > 0)
    throw new Error(`no journey is called ${unknown.join(', ')}; npm run journey lists them`)
  const tally: Tally = { passed: 0, failed: 0 }
  const waiting = [...chosen]
  await Promise.all(
    chosen.slice(0, AT_ONCE).map(() =>
      walked(waiting, (told) => {
        for (const line of told.lines) console.log(line)
        tally.passed += told.passed
        tally.failed += told.failed
      }),
    ),
  )
  return tally
}

/** One walker, until nothing waits. A walker that ends in the middle of a journey fails that journey. */
function walked(waiting: string[], tell: (told: Told) => void): Promise<void> {
  return new Promise((resolve) => {
    const walker: ChildProcess = fork(path.join(__dirname, 'walker.ts'))
    let walking: string | undefined
    const next = (): void => {
      walking = waiting.shift()
      walker.send(walking ?? '')
    }
    walker.on('message', (message: { browser: string } | { told: Told }) => {
      if ('told' in message) tell(message.told)
      else console.log(`browser: ${message.browser}`)
      next()
    })
    walker.once('exit', (code) => {
      if (walking !== undefined)
        tell({ passed: 0, failed: 1, lines: [`journey ${walking}`, `  ✗ its process ended with ${code}`] })
      else if (code !== 0) tell({ passed: 0, failed: 1, lines: [`  ✗ a walker ended with ${code}`] })
      resolve()
    })
  })
}
