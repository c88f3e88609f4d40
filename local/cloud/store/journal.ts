import {
  closeSync,
  existsSync,
  fdatasyncSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs'

/** One line per commit: the documents it wrote, null where it removed one. */
export type JournalRecord = [collection: string, id: string, document: Record<string, unknown> | null][]

export interface JournalOpened {
  records: JournalRecord[]
  /** Bytes of a last line that a crash cut off; they were never acknowledged and are gone. */
  repairedBytes: number
}

/**
 * Append-only. A write is acknowledged after its line is in the file. A crash can only tear the last line, which is
 * cut off at the next start; a line broken anywhere else means that somebody edited the file, and stops the start.
 */
export class Journal {
  private constructor(
    private readonly descriptor: number,
    private readonly fsync: boolean,
  ) {}

  static open(file: string, fsync: boolean): { journal: Journal; opened: JournalOpened } {
    const opened = existsSync(file) ? readAndRepair(file) : { records: [], repairedBytes: 0 }
    return { journal: new Journal(openSync(file, 'a'), fsync), opened }
  }

  append(record: JournalRecord): void {
    const line = Buffer.from(`${JSON.stringify(record, tagged)}\n`)
    let written = 0
    while (written < line.length) written += writeSync(this.descriptor, line, written)
    if (this.fsync) fdatasyncSync(this.descriptor)
  }

  close(): void {
    closeSync(this.descriptor)
  }
}

function readAndRepair(file: string): JournalOpened {
  const bytes = readFileSync(file)
  const end = bytes.lastIndexOf(0x0a) + 1
  const repairedBytes = bytes.length - end
  if (repairedBytes > 0) truncateSync(file, end)
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').filter(Boolean)
  const records = lines.map((line, index) => {
    try {
      return JSON.parse(line, revived) as JournalRecord
    } catch {
      throw new Error(`${file}: line ${index + 1} is broken, and it is not the last one`)
    }
  })
  return { records, repairedBytes }
}

/** JSON has no dates; they are kept apart from strings that look like one. */
function tagged(this: unknown, key: string, value: unknown): unknown {
  const original = (this as Record<string, unknown>)[key]
  return original instanceof Date ? { $d: original.getTime() } : value
}

function revived(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const { $d, ...rest } = value as { $d?: number }
  return typeof $d === 'number' && Object.keys(rest).length === 0 ? new Date($d) : value
}
