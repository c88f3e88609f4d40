import { randomUUID } from 'node:crypto'
import {
  copyFileSync,
  createWriteStream,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { errors } from '../errors'

/** Files by key. A file is there whole or not at all: it is written beside its place, and then moved into it. */
export class Files {
  private readonly kept: string
  private readonly arriving: string

  constructor(
    dataDir: string,
    private readonly envId: string,
  ) {
    this.kept = path.join(dataDir, 'files')
    this.arriving = path.join(dataDir, 'arriving')
    rmSync(this.arriving, { recursive: true, force: true })
    for (const each of [this.kept, this.arriving]) mkdirSync(each, { recursive: true })
  }

  /** Refuses a key that the platform advises against and that would not survive an address. */
  fileIdOf(key: string): string {
    const isPlain = key !== '' && !/[%?#\\\p{Cc}]|^\/|\/\/|\/$/u.test(key)
    if (!isPlain) throw errors.unsupported(`a file called ${JSON.stringify(key)}`)
    return `cloud://${this.envId}.local/${key}`
  }

  keyOf(fileId: string): string {
    return fileId.replace(/^cloud:\/\/[^/]+\//, '')
  }

  /** Bytes, or the path of a file to copy. Gives back the fileID. */
  put(key: string, content: Uint8Array | string): string {
    const fileId = this.fileIdOf(key)
    const arriving = this.newArrival()
    if (typeof content === 'string') copyFileSync(content, arriving)
    else writeFileSync(arriving, content)
    this.keep(arriving, key)
    return fileId
  }

  async receive(key: string, stream: Readable): Promise<void> {
    const arriving = this.newArrival()
    await pipeline(stream, createWriteStream(arriving))
    this.keep(arriving, key)
  }

  /** Where the file lies, and its size; null where there is none. */
  locate(key: string): { file: string; sizeBytes: number } | null {
    const file = this.placeOf(key)
    const found = statSync(file, { throwIfNoEntry: false })
    return found?.isFile() ? { file, sizeBytes: found.size } : null
  }

  remove(key: string): boolean {
    const found = this.locate(key)
    if (found) rmSync(found.file)
    return found !== null
  }

  private newArrival(): string {
    return path.join(this.arriving, randomUUID())
  }

  private keep(arriving: string, key: string): void {
    const place = this.placeOf(key)
    mkdirSync(path.dirname(place), { recursive: true })
    renameSync(arriving, place)
  }

  /** The path of a key, which always stays inside the folder. */
  private placeOf(key: string): string {
    return path.join(this.kept, path.normalize(`/${key}`))
  }
}
