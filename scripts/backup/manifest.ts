// What a backup says of itself. Its digest seals it against accident; whoever can write the files can write it, too.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { canonicalJson } from '../../domain/kernel/canonical'
import type { Day } from '../../domain/kernel/instant'
import type { VerifyingKey } from '../../server/kernel/ports/port'
import { writeWhole } from './folder'
import { Undone } from './port'

export const FORMAT = 1
const MANIFEST = 'manifest.json'
export const FILE_LIST = 'files.jsonl'

const count = z.int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const time = z.iso.datetime()
const day = z.iso.date().transform((text) => text as Day)

/** A name that leads out of the folder is none. */
const part = z.object({
  name: z.string().regex(/^documents\/[a-z0-9-]+(\.[0-9]+){2}\.jsonl$/),
  documents: count,
  bytes: count,
  sha256,
})

const collected = z.object({
  documents: count,
  /** How many documents there are of each shape. */
  shapes: z.record(z.string(), count),
  files: z.array(part),
})

const program = z.object({ version: z.string(), gitId: z.string().nullable() })

const publicKey = z.object({
  keyId: z.int().min(1),
  publicKeyHex: z.string(),
  from: day.nullable(),
  until: day.nullable(),
  stolenOn: day.nullable().optional(),
})

const unsealed = z.object({
  format: z.literal(FORMAT),
  program,
  environment: z.string(),
  begunAt: time,
  endedAt: time,
  /** The moment at which all documents stood as they are here; null where they never held still. */
  stoodAt: time.nullable(),
  /** Collections in which something changed while they were read for the last time. */
  moving: z.array(z.string()),
  passes: z.int().min(1),
  collections: z.record(z.string(), collected),
  /** The list of files in the storage that documents name. Their bytes are not here. */
  files: z.object({ listed: count, missing: count, digested: z.boolean(), bytes: count, sha256 }),
  /** The public halves of the keys that certificates are signed with; null where nobody gave them. */
  publicKeys: z.array(publicKey).nullable(),
})
const manifest = unsealed.extend({ digest: sha256 })

export type Part = z.infer<typeof part>
export type Collected = z.infer<typeof collected>
export type Program = z.infer<typeof program>
export type Unsealed = z.infer<typeof unsealed>
export type Manifest = z.infer<typeof manifest>

const keyFile = z.object({
  keyId: z.int(),
  publicKeyHex: z.string(),
  keys: z.array(publicKey).optional(),
})

/** The keys in what `GET /web/key` answers. */
export function publicKeysIn(text: string): VerifyingKey[] {
  const { keyId, publicKeyHex, keys } = keyFile.parse(JSON.parse(text))
  return (keys as VerifyingKey[] | undefined) ?? [{ keyId, publicKeyHex, from: null, until: null }]
}

const digestOver = (content: Unsealed): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')

export function writeManifest(dir: string, content: Unsealed): Manifest {
  const sealed = { ...content, digest: digestOver(content) }
  writeWhole(path.join(dir, MANIFEST), `${JSON.stringify(sealed, null, 2)}\n`)
  return sealed
}

export const hasManifest = (dir: string): boolean => existsSync(path.join(dir, MANIFEST))

/** Refuses a manifest that is not there, is of another format, or is not as it was written. */
export function readManifest(dir: string): Manifest {
  if (!hasManifest(dir)) throw new Undone(`${dir} 里没有 ${MANIFEST}：不是一份备份，或者备份还没有做完`)
  const said = parsed(readFileSync(path.join(dir, MANIFEST), 'utf8'))
  const format = (said as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format !== FORMAT)
    throw new Undone(`备份的格式是 ${format}，本程序读的是 ${FORMAT}：请用写它的那一版程序`)
  const read = manifest.safeParse(said)
  if (!read.success) throw new Undone(`${MANIFEST} 残缺或被改过，不能用`)
  const { digest, ...content } = read.data
  if (digestOver(content) !== digest) throw new Undone(`${MANIFEST} 被改过：摘要对不上`)
  return read.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
