import type { SigningKeys, VerifyingKey } from '../../kernel/ports/port'

/** Signs and verifies bytes under one key. A province's CA or electronic seal would stand here instead of our own key. */
export interface Signer extends VerifyingKey, Verifies {
  /** SIGNATURE_BYTES bytes: r and s of SM2 (GB/T 32918) over SM3, with the standard's default user id. */
  sign(message: Uint8Array): Uint8Array
}

export interface Verifies {
  verify(message: Uint8Array, signature: Uint8Array): boolean
}

export type Verifier = VerifyingKey & Verifies

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** Loaded when first used: most calls of a function never sign anything. */
const loadSm2 = async () => (await import('sm-crypto-v2')).sm2

type Point = ReturnType<Awaited<ReturnType<typeof loadSm2>>['precomputePublicKey']>

/** The public key's multiples are computed once an instance; after that a check takes under a millisecond. */
const points = new Map<string, Point>()

export async function verifierOf<K extends { readonly publicKeyHex: string }>(key: K): Promise<K & Verifies> {
  const { publicKeyHex } = key
  const sm2 = await loadSm2()
  const point = points.get(publicKeyHex) ?? sm2.precomputePublicKey(publicKeyHex)
  points.set(publicKeyHex, point)
  return {
    ...key,
    verify: (message, signature) => {
      try {
        return sm2.doVerifySignature(message, toHex(signature), point, { hash: true })
      } catch {
        // The library throws where r or s is not in the curve's range: such a signature is simply false.
        return false
      }
    },
  }
}

/** Every key that certificates were ever signed with, the one that signs now first. */
export const verifiersOf = ({ current, past }: Pick<SigningKeys, 'current' | 'past'>): Promise<Verifier[]> =>
  Promise.all([current, ...past].map((key) => verifierOf(key)))

export async function signerOf({ privateKeyHex, current }: Omit<SigningKeys, 'past'>): Promise<Signer> {
  const sm2 = await loadSm2()
  const { publicKeyHex } = current
  const verifier = await verifierOf(current)
  return {
    ...verifier,
    sign: (message) =>
      fromHex(sm2.doSignature(message, privateKeyHex, { hash: true, publicKey: publicKeyHex })),
  }
}
