import { appendFileSync, writeFileSync } from 'node:fs'

const MOST_LINES = 1_000

/** The lines that functions write, as the platform's log keeps them: begun anew with the cloud. */
export class FunctionLog {
  /** The last lines, oldest first. */
  readonly lines: string[] = []

  constructor(private readonly file: string) {
    writeFileSync(file, '')
  }

  add(line: string): void {
    appendFileSync(this.file, `${line}\n`)
    this.lines.push(line)
    if (this.lines.length > MOST_LINES) this.lines.shift()
  }
}
