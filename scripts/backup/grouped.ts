// Items of one key brought together, however many there are: what does not fit into memory waits in files.
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { linesIn } from './folder'

/** As many items as are held at once. */
const HELD = 200_000
const LINES_WRITTEN = 1_000

/**
 * Every item, all of a key in one of the maps; the maps come in an order that follows from the keys. `expected` is about
 * how many items there are. Items are written as JSON, into a folder that is removed at the end.
 */
export async function* grouped<T>(
  items: AsyncIterable<readonly [key: string, item: T]>,
  expected: number,
  held = HELD,
): AsyncGenerator<Map<string, T[]>, void, undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-grouped-'))
  try {
    const heaps = Array.from({ length: Math.max(1, Math.ceil(expected / held)) }, (_, n) =>
      heapIn(path.join(folder, String(n))),
    )
    for await (const item of items) heaps[placeOf(item[0], heaps.length)]?.add(JSON.stringify(item))
    for (const heap of heaps) yield await heap.groups<T>()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const placeOf = (key: string, places: number): number =>
  createHash('sha256').update(key).digest().readUInt32BE(0) % places

/** Lines on their way into one file. */
function heapIn(file: string) {
  let waiting: string[] = []
  const write = (): void => {
    if (waiting.length > 0) appendFileSync(file, `${waiting.join('\n')}\n`, { mode: 0o600 })
    waiting = []
  }
  return {
    add(line: string): void {
      waiting.push(line)
      if (waiting.length === LINES_WRITTEN) write()
    },
    async groups<T>(): Promise<Map<string, T[]>> {
      write()
      const groups = new Map<string, T[]>()
      if (!existsSync(file)) return groups
      for await (const line of linesIn(file)) {
        const [key, item] = JSON.parse(line) as [string, T]
        const group = groups.get(key)
        if (group) group.push(item)
        else groups.set(key, [item])
      }
      return groups
    },
  }
}
