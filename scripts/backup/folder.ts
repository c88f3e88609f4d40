// The files of a backup. They tell of everybody, though no number stands in them: the owner alone may open them.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  createReadStream,
  fdatasyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'

const OWNER_ENTERS = 0o700
const OWNER_READS = 0o600

/** Documents stand in a folder of their own, beside the manifest. */
export const DOCUMENTS = 'documents'

export function makeFolder(dir: string): void {
  for (const each of [dir, path.join(dir, DOCUMENTS)]) {
    mkdirSync(each, { recursive: true, mode: OWNER_ENTERS })
    chmodSync(each, OWNER_ENTERS)
  }
}

/** The file is there with all of this text, or as it was before: it is written beside its place, and moved into it. */
export function writeWhole(file: string, text: string): void {
  const beside = `${file}.new`
  writeFrom(beside, 0, text)
  renameSync(beside, file)
}

/** Writes after that byte, and cuts off what stood there: a write that was cut short is written once more. */
export function writeFrom(file: string, byte: number, text: string): number {
  const descriptor = openSync(file, byte === 0 ? 'w' : 'r+', OWNER_READS)
  try {
    const bytes = Buffer.from(text)
    for (let done = 0; done < bytes.length; )
      done += writeSync(descriptor, bytes, done, bytes.length - done, byte + done)
    ftruncateSync(descriptor, byte + bytes.length)
    fdatasyncSync(descriptor)
    return byte + bytes.length
  } finally {
    closeSync(descriptor)
  }
}

export interface Digest {
  bytes: number
  sha256: string
}

export async function digestOf(chunks: AsyncIterable<Uint8Array>): Promise<Digest> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of chunks) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

export const digestOfFile = (file: string): Promise<Digest> => digestOf(createReadStream(file))

/** Lines end with a line feed and nothing else: other characters that some readers take for an end are text here. */
export async function* linesIn(file: string): AsyncGenerator<string, void, undefined> {
  let begun = ''
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const lines = `${begun}${chunk as string}`.split('\n')
    begun = lines.pop() ?? ''
    yield* lines
  }
  if (begun !== '') throw new SyntaxError(`${file}: the last line has no end`)
}
