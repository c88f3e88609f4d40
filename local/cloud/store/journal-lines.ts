import { closeSync, openSync, readSync } from 'node:fs'

const CHUNK_BYTES = 4 * 1024 * 1024
const NEW_LINE = 0x0a

/**
 * Yields each whole line of a file, with the byte at which it ends. The file is read in chunks, because a
 * journal may be longer than the longest string. Text after the last line break is no line.
 */
export function* wholeLines(file: string): Generator<{ text: string; endByte: number }> {
  const descriptor = openSync(file, 'r')
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
    let begun: Buffer[] = []
    let position = 0
    for (;;) {
      const length = readSync(descriptor, chunk, 0, CHUNK_BYTES, position)
      if (length === 0) return
      let from = 0
      for (let at = chunk.indexOf(NEW_LINE); at !== -1 && at < length; at = chunk.indexOf(NEW_LINE, from)) {
        begun.push(chunk.subarray(from, at))
        yield { text: Buffer.concat(begun).toString('utf8'), endByte: position + at + 1 }
        begun = []
        from = at + 1
      }
      begun.push(Buffer.from(chunk.subarray(from, length)))
      position += length
    }
  } finally {
    closeSync(descriptor)
  }
}
