import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { wholeLines } from './journal-lines'

/** One line per commit: the documents it wrote, null where it removed one. */
export type JournalRecord = [collection: string, id: string, document: Record<string, unknown> | null][]

export interface JournalOptions {
  /** Waits for the disk at each write. */
  fsync: boolean
  /** Given each kept commit, oldest first, before the journal takes new ones. */
  replay(record: JournalRecord): void
}

/**
 * The append-only journal. A write is acknowledged only after its line is in the file. A crash can only tear
 * the last line, which was never acknowledged and is cut off at the next start; a line broken anywhere else
 * means that the file was edited, and stops the start.
 */
export class Journal {
  private length: number
  private state: 'open' | 'closed' | 'broken' = 'open'

  private constructor(
    private readonly descriptor: number,
    private readonly fsync: boolean,
    /** Bytes of a torn last line that were cut off at this start. */
    readonly repairedBytes: number,
  ) {
    this.length = fstatSync(descriptor).size
  }

  static open(file: string, { fsync, replay }: JournalOptions): Journal {
    const repairedBytes = existsSync(file) ? readAndRepair(file, replay) : 0
    return new Journal(openSync(file, 'a'), fsync, repairedBytes)
  }

  append(record: JournalRecord): void {
    if (this.state !== 'open') throw new Error(`the journal is ${this.state}: nothing more is written`)
    const line = Buffer.from(`${JSON.stringify(record, tagged)}\n`)
    try {
      let written = 0
      while (written < line.length) written += writeSync(this.descriptor, line, written)
      if (this.fsync) fdatasyncSync(this.descriptor)
    } catch (error) {
      this.takeBack()
      throw error
    }
    this.length += line.length
  }

  close(): void {
    if (this.state === 'closed') return
    // A closed descriptor's number is soon another file's: nothing may be written to it.
    this.state = 'closed'
    closeSync(this.descriptor)
  }

  /** A full disk leaves half a line; were more appended after it, the file could not be read any more. */
  private takeBack(): void {
    try {
      ftruncateSync(this.descriptor, this.length)
    } catch {
      this.state = 'broken'
    }
  }
}

function readAndRepair(file: string, replay: JournalOptions['replay']): number {
  let lines = 0
  let end = 0
  for (const { text, endByte } of wholeLines(file)) {
    lines += 1
    end = endByte
    replay(recordOf(text, `${file}: line ${lines}`))
  }
  const repairedBytes = statSync(file).size - end
  if (repairedBytes > 0) truncateSync(file, end)
  return repairedBytes
}

function recordOf(text: string, where: string): JournalRecord {
  try {
    return JSON.parse(text, revived) as JournalRecord
  } catch {
    throw new Error(`${where} is broken, and it is not the last one`)
  }
}

/** JSON has no dates; they are kept apart from strings that look like one. No stored field begins with a dollar. */
function tagged(this: unknown, key: string, value: unknown): unknown {
  const original = (this as Record<string, unknown>)[key]
  return original instanceof Date ? { $d: original.getTime() } : value
}

function revived(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || !('$d' in value)) return value
  return new Date(value.$d as number)
}
