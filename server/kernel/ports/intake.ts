// What the web's door takes batches in with. It follows from the keys of numbers one way only, so that who has it opens
// nothing and finds nobody, and it is exchanged with them.
import { following } from './following'
import type { Dice, Intake, Keys, Recipient, Secrets } from './port'
import { locked, type Place, type Sealed, sealingKey, sm, unlocked } from './sealing'

/** The order of SM2's group (GB/T 32918.5), less one. */
const ORDER_LESS_ONE = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54122n

/** The private half that a key of ID numbers has: 1 to the order less two, in hex. */
const privateHalfOf = (keyHex: string): string =>
  ((BigInt(`0x${following(keyHex, 'xueshi: seals for us')}`) % (ORDER_LESS_ONE - 1n)) + 1n)
    .toString(16)
    .padStart(64, '0')

const recipientOf = (keys: Keys): Recipient => ({
  keyVersion: keys.current,
  publicKeyHex: sm().sm2.getPublicKeyFromPrivateKey(privateHalfOf(sealingKey(keys.current, keys))),
})

const batchKeysOf = ({ current, keys }: Keys): Keys => ({
  current,
  keys: Object.fromEntries(
    Object.entries(keys).map(([version, key]) => [version, following(key, 'xueshi: tells batches apart')]),
  ),
})

/** What the keys of numbers give: for the environment of a function that has none of them. */
export const intakeFrom = ({
  idNumberKeys,
  indexKeys,
}: Pick<Secrets, 'idNumberKeys' | 'indexKeys'>): Intake => ({
  sealTo: recipientOf(idNumberKeys),
  batchKeys: batchKeysOf(indexKeys),
})

/** Whom a batch is sealed for: as it was given, or as the keys say that are there. */
export const sealsTo = (secrets: Secrets): Recipient =>
  secrets.intake?.sealTo ?? recipientOf(secrets.idNumberKeys)

/** The keys of the digest of batches, in the form in which `keyedHash` takes keys. */
export const batchKeysIn = (secrets: Secrets): Pick<Secrets, 'indexKeys'> => ({
  indexKeys: secrets.intake?.batchKeys ?? batchKeysOf(secrets.indexKeys),
})

/** The form of an envelope: the key of this one text, sealed for a public key, then the text under it. */
const ENVELOPE = 'e.'
/** A point, a digest and 16 bytes. */
const KEY_HEX = 2 * (64 + 32 + 16)
const KEY_BYTES = 16

export const isEnvelope = ({ cipher }: Sealed): boolean => cipher.startsWith(ENVELOPE)

/**
 * Seals for whoever has the key of ID numbers of that version, and for nobody who seals: SM4-GCM, bound to its place as every
 * sealed value, under a key of its own, which SM2 seals (GB/T 32918.4, C1 C3 C2). An envelope says nothing of who made it.
 */
export function enveloped(
  text: string,
  place: Place,
  { keyVersion, publicKeyHex }: Recipient,
  dice: Dice,
): Sealed {
  const key = dice.bytes(KEY_BYTES)
  const sealedKey = sm().sm2.doEncrypt(Uint8Array.from(key), publicKeyHex)
  return {
    cipher: `${ENVELOPE}${sealedKey}${locked(text, place, Buffer.from(key).toString('hex'), dice)}`,
    keyVersion,
  }
}

/** Throws where it was tampered with, was sealed for another place, or its key is gone. */
export function fromEnvelope(
  { cipher, keyVersion }: Sealed,
  place: Place,
  secrets: Pick<Secrets, 'idNumberKeys'>,
): string {
  const hex = cipher.slice(ENVELOPE.length)
  const privateHex = privateHalfOf(sealingKey(keyVersion, secrets.idNumberKeys))
  const key = sm().sm2.doDecrypt(hex.slice(0, KEY_HEX), privateHex, 1, { output: 'array' })
  return unlocked(hex.slice(KEY_HEX), Buffer.from(key).toString('hex'), place)
}
