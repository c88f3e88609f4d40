import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'

/** What of an encryption dictionary opens a file without a password (ISO 32000-2, 7.6.4). */
interface Encryption {
  version: number
  revision: number
  keyBytes: number
  owner: Buffer
  user: Buffer
  userKey: Buffer
  permissions: number
  encryptsMetadata: boolean
  fileId: Buffer
  /** Streams are in AES; in RC4 otherwise. */
  isAes: boolean
}

/** Decrypts one stream of a file that opens without a password. */
export type StreamKey = (
  stream: { objectNumber: number; generation: number },
  bytes: Uint8Array,
) => Uint8Array

/** `locked`: nobody opens the file without its password, or by a means other than a password. */
export type PdfLock = { state: 'open' } | { state: 'locked' } | { state: 'opens'; key: StreamKey }

/** ISO 32000-1, algorithm 2: pads a password to 32 bytes, here the empty one. */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/**
 * Whether a PDF opens without a password. One with the owner's alone does: its reader may not print or change it. `plain`
 * is the text outside of streams, where the dictionary stands always.
 */
export function pdfLock(plain: string): PdfLock {
  const dictionary = dictionaryOf(plain)
  if (dictionary === null) return { state: 'open' }
  const read = /\/Filter\s*\/Standard\b/.test(dictionary) ? encryptionOf(dictionary, plain) : null
  const key = read && (read.revision >= 5 ? newKey(read) : oldKey(read))
  return read && key ? { state: 'opens', key: streamKey(read, key) } : { state: 'locked' }
}

function dictionaryOf(plain: string): string | null {
  const direct = /\/Encrypt\s{0,9}<</.exec(plain)
  if (direct) return plain.slice(direct.index, direct.index + 4_000)
  const reference = /\/Encrypt\s{1,9}(\d{1,10})\s{1,9}(\d{1,5})\s{1,9}R\b/.exec(plain)
  if (!reference) return null
  const object = new RegExp(`(?:^|\\s)${reference[1]}\\s+${reference[2]}\\s+obj\\b`).exec(plain)
  return object ? (plain.slice(object.index).split('endobj')[0] ?? '') : ''
}

function encryptionOf(dictionary: string, plain: string): Encryption {
  const number = (name: string, otherwise: number): number =>
    Number(new RegExp(`/${name}\\s+(-?\\d+)`).exec(dictionary)?.[1] ?? otherwise)
  const text = (name: string): Buffer => textAfter(dictionary, new RegExp(`/${name}\\s*(?=[(<])`))
  const version = number('V', 0)
  return {
    version,
    revision: number('R', 0),
    keyBytes: version === 1 ? 5 : version >= 4 ? 16 : number('Length', 40) / 8,
    owner: text('O'),
    user: text('U'),
    userKey: text('UE'),
    permissions: number('P', 0),
    encryptsMetadata: !/\/EncryptMetadata\s+false\b/.test(dictionary),
    fileId: textAfter(plain, /\/ID\s*\[\s*(?=[(<])/),
    isAes: /\/CFM\s*\/AESV[23]\b/.test(dictionary),
  }
}

/** The string at a place of the text, in either of its two forms; empty where there is none. */
function textAfter(text: string, place: RegExp): Buffer {
  const found = place.exec(text)
  if (!found) return Buffer.alloc(0)
  const at = found.index + found[0].length
  if (text[at] === '<')
    return Buffer.from((text.slice(at + 1).split('>', 1)[0] ?? '').replace(/\s/g, ''), 'hex')
  return literal(text, at + 1)
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function literal(text: string, from: number): Buffer {
  let read = ''
  let depth = 1
  for (let at = from; at < text.length; at += 1) {
    let letter = text[at] ?? ''
    if (letter === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0]
      const next = text[at + 1] ?? ''
      at += octal?.length ?? (next === '\r' && text[at + 2] === '\n' ? 2 : 1)
      letter = octal
        ? String.fromCharCode(Number.parseInt(octal, 8) % 256)
        : (ESCAPES[next] ?? next.replace(/[\r\n]/, ''))
    } else if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
    if (depth === 0) break
    read += letter
  }
  return Buffer.from(read, 'latin1')
}

const md5 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('md5').update(Buffer.concat(parts)).digest()

/** Algorithms 2 and 6: the key that the empty password gives, if it opens the file. */
function oldKey({
  revision,
  keyBytes,
  owner,
  user,
  permissions,
  encryptsMetadata,
  fileId,
}: Encryption): Buffer | null {
  if (revision < 2 || keyBytes < 5 || keyBytes > 16) return null
  const allowed = Buffer.alloc(4)
  allowed.writeInt32LE(permissions | 0)
  const unencrypted = revision >= 4 && !encryptsMetadata ? Buffer.alloc(4, 0xff) : Buffer.alloc(0)
  let key = md5(PADDING, owner.subarray(0, 32), allowed, fileId, unencrypted)
  if (revision >= 3) for (let round = 0; round < 50; round += 1) key = md5(key.subarray(0, keyBytes))
  key = key.subarray(0, keyBytes)
  if (revision === 2) return rc4(key, PADDING).equals(user.subarray(0, 32)) ? key : null
  let check = rc4(key, md5(PADDING, fileId))
  for (let round = 1; round <= 19; round += 1)
    check = rc4(
      key.map((byte) => byte ^ round),
      check,
    )
  return check.equals(user.subarray(0, 16)) ? key : null
}

/** Algorithm 2.A, with the empty password: validation salt and key salt stand behind the hash. */
function newKey({ revision, user, userKey }: Encryption): Buffer | null {
  const hash = revision === 5 ? sha256 : hardenedHash
  if (user.length < 48 || userKey.length < 32) return null
  if (!hash(user.subarray(32, 40)).equals(user.subarray(0, 32))) return null
  const decipher = createDecipheriv(
    'aes-256-cbc',
    hash(user.subarray(40, 48)),
    Buffer.alloc(16),
  ).setAutoPadding(false)
  return Buffer.concat([decipher.update(userKey.subarray(0, 32)), decipher.final()])
}

const sha256 = (salt: Buffer): Buffer => createHash('sha256').update(salt).digest()

/** Algorithm 2.B, with the empty password. */
function hardenedHash(salt: Buffer): Buffer {
  let key = sha256(salt)
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => key))
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(
      false,
    )
    const mixed = cipher.update(repeated)
    const remainder = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = createHash(['sha256', 'sha384', 'sha512'][remainder] ?? 'sha256')
      .update(mixed)
      .digest()
    last = mixed.at(-1) ?? 0
  }
  return key.subarray(0, 32)
}

/** Algorithm 1 and 1.A. */
const streamKey =
  ({ version, isAes }: Encryption, key: Buffer): StreamKey =>
  ({ objectNumber, generation }, bytes) => {
    if (version >= 5) return aes('aes-256-cbc', key, bytes)
    const place = Buffer.alloc(5)
    place.writeUIntLE(objectNumber, 0, 3)
    place.writeUIntLE(generation, 3, 2)
    const ofStream = md5(key, place, Buffer.from(isAes ? 'sAlT' : ''))
    const own = ofStream.subarray(0, Math.min(16, key.length + 5))
    return isAes ? aes('aes-128-cbc', own, bytes) : rc4(own, bytes)
  }

function aes(cipher: 'aes-128-cbc' | 'aes-256-cbc', key: Buffer, bytes: Uint8Array): Uint8Array {
  const text = bytes.subarray(16, bytes.length - (bytes.length % 16))
  if (text.length === 0) return text
  const decipher = createDecipheriv(cipher, key, bytes.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([decipher.update(text), decipher.final()])
}

/** Node's OpenSSL has RC4 no more, which files of ten years ago are encrypted with. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i)
  const swap = (one: number, other: number) => {
    const kept = state[one] ?? 0
    state[one] = state[other] ?? 0
    state[other] = kept
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) % 256
    swap(i, j)
  }
  const out = Buffer.alloc(bytes.length)
  for (let at = 0, i = 0, j = 0; at < bytes.length; at += 1) {
    i = (i + 1) % 256
    j = (j + (state[i] ?? 0)) % 256
    swap(i, j)
    out[at] = (bytes[at] ?? 0) ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) % 256] ?? 0)
  }
  return out
}
