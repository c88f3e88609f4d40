// How far a backup is, kept beside its files after each page, so that one that died goes on where it was.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DOCUMENTS, makeFolder, writeWhole } from './folder'
import { type Collected, FORMAT, hasManifest, type Part, type Program } from './manifest'
import { Undone } from './port'

const PROGRESS = 'progress.json'

/** A collection that is being read. */
export interface Reading {
  /** The last id that is in the files; empty before the first. */
  after: string
  documents: number
  shapes: Record<string, number>
  /** Files that are full. */
  files: Part[]
  /** The file that is being filled. */
  open: { documents: number; bytes: number }
}

export interface Progress {
  format: typeof FORMAT
  environment: string
  program: Program
  names: readonly string[]
  begunAt: string
  /** From 1; each reads every collection from its beginning. */
  pass: number
  /** How many collections of this pass are read. */
  done: number
  reading: Reading | null
  /** Collections that this pass found changed since the one before. */
  changed: string[]
  /** The end of the pass before. */
  passedAt: string | null
  /** What is known of each collection by the last reading that was whole. */
  collected: Record<string, Collected>
  /** The list of files, as far as it is written. */
  files: { listed: number; missing: number; bytes: number }
}

interface Beginning extends Pick<Progress, 'environment' | 'program' | 'names'> {
  now: number
}

/** The progress of the backup that was begun in this folder, or of a new one. Refuses a folder that holds something else. */
export function beginIn(dir: string, { environment, program, names, now }: Beginning): Progress {
  if (hasManifest(dir)) throw new Undone(`${dir} 里已有一份做完的备份：请换一个空文件夹`)
  const begun = begunIn(dir)
  if (begun === null && !isEmpty(dir)) throw new Undone(`${dir} 里有别的文件：请换一个空文件夹`)
  makeFolder(dir)
  if (begun === null) {
    const begunAt = new Date(now).toISOString()
    const files = { listed: 0, missing: 0, bytes: 0 }
    const nothing = { pass: 1, done: 0, reading: null, changed: [], passedAt: null, collected: {}, files }
    const progress: Progress = { format: FORMAT, environment, program, names, begunAt, ...nothing }
    keep(dir, progress)
    return progress
  }
  if (begun.environment !== environment)
    throw new Undone(`${dir} 里没做完的备份是环境 ${begun.environment} 的，不是 ${environment} 的`)
  if (begun.format !== FORMAT || begun.names.join() !== names.join())
    throw new Undone(`${dir} 里没做完的备份是另一版程序做的：请换一个空文件夹从头做`)
  return begun
}

/** Or as a backup leaves it that died before its first word. */
function isEmpty(dir: string): boolean {
  if (!existsSync(dir)) return true
  const documents = path.join(dir, DOCUMENTS)
  const isOurs = (name: string): boolean => name === DOCUMENTS || name.startsWith(PROGRESS)
  return readdirSync(dir).every(isOurs) && (!existsSync(documents) || readdirSync(documents).length === 0)
}

function begunIn(dir: string): Progress | null {
  const file = path.join(dir, PROGRESS)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Progress) : null
}

export const keep = (dir: string, progress: Progress): void =>
  writeWhole(path.join(dir, PROGRESS), JSON.stringify(progress))

/** A backup that is whole has none. */
export const endProgress = (dir: string): void => rmSync(path.join(dir, PROGRESS), { force: true })

/** Removes files of readings that a later one replaced. */
export function sweep(dir: string, { collected }: Progress): void {
  const named = new Set(Object.values(collected).flatMap(({ files }) => files.map(({ name }) => name)))
  for (const name of readdirSync(path.join(dir, DOCUMENTS)))
    if (!named.has(`${DOCUMENTS}/${name}`)) rmSync(path.join(dir, DOCUMENTS, name))
}
