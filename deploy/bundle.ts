// A function's code as it is uploaded, and the hash by which it is known again.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { zipSync } from 'fflate'

export interface Bundle {
  /** SHA-256 of names and contents, in hex: the same code has the same on every machine and day. */
  readonly hash: string
  readonly zip: Uint8Array
}

/** A zip remembers when its files were written. The first day that it can name, so that the same code is the same zip. */
const WRITTEN_AT = new Date(1980, 0, 1)

export function bundleOf(folder: string): Bundle {
  const names = readdirSync(folder).sort()
  const files = names.map((name) => [name, readFileSync(path.join(folder, name))] as const)
  const hash = createHash('sha256')
  for (const [name, content] of files) hash.update(`${name}\n${content.length}\n`).update(content)
  return {
    hash: hash.digest('hex'),
    zip: zipSync(Object.fromEntries(files.map(([name, content]) => [name, new Uint8Array(content)])), {
      mtime: WRITTEN_AT,
    }),
  }
}
