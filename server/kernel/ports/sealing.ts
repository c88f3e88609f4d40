import { createHmac } from 'node:crypto'
import type { Dice, Secrets } from './port'

export interface Sealed {
  /** The form, then in hex nonce, tag and text under the key of that version; empty where there is nothing. */
  cipher: string
  keyVersion: number
}

/** Where a sealed value stands. It opens there and nowhere else: a copy in another person's document is refused. */
export interface Place {
  readonly collection: string
  readonly id: string
  /** The path within the document: `learnedAs.idNumber`. */
  readonly field: string
}

/** Loaded by the first number that is sealed: most calls seal none, and it takes a twentieth of a cold start. */
export const sm = () => require('sm-crypto-v2') as typeof import('sm-crypto-v2')

const NONCE_BYTES = 12
const TAG_HEX = 32

/**
 * The form that is bound to its place. What was sealed before has no mark, is bound to nothing, and is hex from its
 * first letter.
 */
const BOUND = 'b.'

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** All goes in and out as bytes: the package's own texts take longer than its cipher, and associated data would be hex. No part can hold the separator and pass for another place. */
const placed = ({ collection, id, field }: Place): Uint8Array =>
  Buffer.from(JSON.stringify([collection, id, field]))

/** SM4-GCM under a key, bound to a place: nonce, tag and text in one text. */
export function locked(text: string, place: Place, keyHex: string, dice: Dice): string {
  const iv = dice.bytes(NONCE_BYTES)
  const sealing = {
    mode: 'gcm',
    iv,
    associatedData: placed(place),
    outputTag: true,
    output: 'array',
  } as const
  const made = sm().sm4.encrypt(Buffer.from(text), keyHex, sealing) as unknown as {
    output: Uint8Array
    tag: Uint8Array
  }
  return `${hexOf(iv)}${hexOf(made.tag)}${hexOf(made.output)}`
}

/** Throws where the text was tampered with, or was locked for another place; without one it is bound to none. */
export function unlocked(hex: string, keyHex: string, place?: Place): string {
  const iv = hex.slice(0, NONCE_BYTES * 2)
  const tag = hex.slice(iv.length, iv.length + TAG_HEX)
  const bound = place ? { associatedData: placed(place) } : {}
  const opening = { ...bound, mode: 'gcm', iv, tag, output: 'array' } as const
  const sealed = Buffer.from(hex.slice(iv.length + TAG_HEX), 'hex')
  return Buffer.from(sm().sm4.decrypt(sealed, keyHex, opening)).toString()
}

/** Under the current key, bound to its place, with the key's version beside it. */
export function seal(
  text: string,
  place: Place,
  { idNumberKeys }: Pick<Secrets, 'idNumberKeys'>,
  dice: Dice,
): Sealed {
  const { current: keyVersion } = idNumberKeys
  return { cipher: `${BOUND}${locked(text, place, sealingKey(keyVersion, idNumberKeys), dice)}`, keyVersion }
}

/** Throws where the text was tampered with, was sealed for another place, or its key is gone. */
export function unseal(
  { cipher, keyVersion }: Sealed,
  place: Place,
  { idNumberKeys }: Pick<Secrets, 'idNumberKeys'>,
): string {
  const key = sealingKey(keyVersion, idNumberKeys)
  return cipher.startsWith(BOUND) ? unlocked(cipher.slice(BOUND.length), key, place) : unlocked(cipher, key)
}

/** Throws where there is no key of that version. */
export function sealingKey(version: number, { keys }: Secrets['idNumberKeys']): string {
  const key = keys[version]
  if (!key) throw new Error(`there is no key of version ${version}`)
  return key
}

/** Whether it would be sealed otherwise today: before values were bound to their place, or under an earlier key. */
export const isStale = ({ cipher, keyVersion }: Sealed, { idNumberKeys }: Secrets): boolean =>
  cipher !== '' && !(cipher.startsWith(BOUND) && keyVersion === idNumberKeys.current)

/** Whether there is anything in it: what was forgotten is blank. */
export const isBlank = ({ cipher }: Sealed): boolean => cipher === ''

/**
 * A sealed value for the place that it moves to, under today's key; a blank one stays blank. Also the way to write what
 * was sealed before values were bound: `from` and `to` are the same then.
 */
export const resealed = (
  sealed: Sealed,
  { from, to }: { from: Place; to: Place },
  secrets: Secrets,
  dice: Dice,
): Sealed => (isBlank(sealed) ? sealed : seal(unseal(sealed, from, secrets), to, secrets, dice))

type IndexKeys = Pick<Secrets, 'indexKeys'>

/**
 * HMAC-SM3: finds a number again without keeping it readable. The purpose keeps two uses of one key apart. Node's own
 * SM3 is the standard's (its SM2 is not), and several times faster where a roster hashes 10,000 numbers. Worked
 * example: under the key of version 2 a hash reads `2-` and 64 hex digits.
 */
export const keyedHash = (purpose: string, text: string, secrets: IndexKeys): string =>
  hashUnder(secrets.indexKeys.current, `${purpose}\n${text}`, secrets)

/** The hash under each key that there is, the current one first: while keys are exchanged a thing is found by any of them. */
export function keyedHashes(purpose: string, text: string, secrets: IndexKeys): Hashes {
  const { current, keys } = secrets.indexKeys
  const others = Object.keys(keys)
    .map(Number)
    .filter((version) => version !== current)
  const under = (version: number): string => hashUnder(version, `${purpose}\n${text}`, secrets)
  return [under(current), ...others.map(under)]
}

/** One thing under each index key, or the ids that are made of them: the current key's first. */
export type Hashes = readonly [string, ...string[]]

/** The version of the key that a hash was made with. */
export const keyVersionOf = (hash: string): number => Number(/^(\d+)-/.exec(hash)?.[1] ?? 1)

/** Each names its key, but for those of the first, which were there before there was a second. */
function hashUnder(version: number, text: string, { indexKeys }: IndexKeys): string {
  const hash = createHmac('sm3', keyOf(version, indexKeys)).update(text).digest('hex')
  return version === 1 ? hash : `${version}-${hash}`
}

/** Read once: reading it from hex takes as long as half of a hash. */
const readKeys = new WeakMap<Secrets['indexKeys'], Map<number, Buffer>>()

function keyOf(version: number, indexKeys: Secrets['indexKeys']): Buffer {
  const read = readKeys.get(indexKeys) ?? new Map<number, Buffer>()
  readKeys.set(indexKeys, read)
  const hex = indexKeys.keys[version]
  if (hex === undefined) throw new Error(`there is no index key of version ${version}`)
  const key = read.get(version) ?? Buffer.from(hex, 'hex')
  read.set(version, key)
  return key
}
