// A sample of all mutants of some files, the same for the same seed and code.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { nameOf } from './name-of.mjs'

/** Every mutant of these files by name, as Stryker would make them. */
async function namesIn(files: readonly string[]): Promise<string[]> {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter')
  const quiet = () => undefined
  const log = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, fatal: quiet }
  const off = () => false
  const levels = { isTraceEnabled: off, isDebugEnabled: off, isInfoEnabled: off, isWarnEnabled: off }
  const instrumenter = new Instrumenter({ ...log, ...levels, isErrorEnabled: off, isFatalEnabled: off })
  const sources = files.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }))
  const { mutants } = await instrumenter.instrument(sources, {
    excludedMutations: [],
    ignorers: [],
    plugins: null,
  })
  return mutants.map(nameOf)
}

export interface Drawn {
  names: string[]
  /** How many there were to draw from. */
  outOf: number
}

/** So many of the mutants, each as likely as any other: the first ones in the order of a hash of seed and name. */
export async function draw(files: readonly string[], count: number, seed: string): Promise<Drawn> {
  const placeOf = (name: string): string => createHash('sha256').update(`${seed}\n${name}`).digest('hex')
  const placed = (await namesIn(files)).map((name) => ({ name, place: placeOf(name) }))
  placed.sort((a, b) => (a.place < b.place ? -1 : 1))
  return { names: placed.slice(0, count).map(({ name }) => name), outOf: placed.length }
}
