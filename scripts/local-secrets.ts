// The keys of a local world, kept with its data: nothing secret is in the repository.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sm2 } from 'sm-crypto-v2'
import { followingVariables } from '../deploy/following'

type Secrets = Record<string, string>

/** Null where no world has been opened there. */
export function keptSecrets(dataDir: string): Secrets | null {
  const file = fileIn(dataDir)
  return existsSync(file) ? withFollowing(JSON.parse(readFileSync(file, 'utf8')) as Secrets) : null
}

/** Those that are there; made once where there are none. */
export function secretsOf(dataDir: string): Secrets {
  const kept = keptSecrets(dataDir)
  if (kept) return kept
  const secrets = newSecrets()
  writeFileSync(fileIn(dataDir), JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}

/** Keys by chance, of which a pair signs certificates. */
export function newSecrets(): Secrets {
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  return withFollowing({
    XUESHI_ID_KEYS: JSON.stringify({ current: 1, keys: { 1: randomBytes(16).toString('hex') } }),
    XUESHI_INDEX_KEY: randomBytes(32).toString('hex'),
    XUESHI_SIGN_KEY: privateKey,
    XUESHI_SIGN_PUBLIC_KEY: publicKey,
  })
}

/** With what follows from them, for functions that have none of them. */
const withFollowing = (secrets: Secrets): Secrets => ({ ...secrets, ...followingVariables(secrets) })

const fileIn = (dataDir: string): string => path.join(dataDir, 'secrets.json')
