import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ASK_TIMEOUT_MS = 2000

/**
 * Refuses a second cloud on the same data, because each would believe that it alone writes the journal. The
 * first cloud leaves its address in the data directory; a second one calls that address before it begins.
 * After a crash the address does not answer, and the data is free.
 */
export async function refuseSecondCloud(dataDir: string): Promise<void> {
  const origin = await servedAt(dataDir)
  if (origin !== null) throw new Error(`${dataDir} is already open: a local cloud serves it at ${origin}`)
}

/** How another program of the same user reaches a cloud: its address, and the environment that its SDK needs. */
export interface Served {
  origin: string
  env: Record<string, string>
}

/** The cloud that serves this data now; null where none does. */
export async function reachCloud(dataDir: string): Promise<Served | null> {
  const origin = await servedAt(dataDir)
  if (origin === null || !existsSync(keyFile(dataDir))) return null
  return { origin, env: JSON.parse(readFileSync(keyFile(dataDir), 'utf8')) as Served['env'] }
}

async function servedAt(dataDir: string): Promise<string | null> {
  const origin = addressIn(addressFile(dataDir))
  if (origin === null) return null
  const answer = await fetch(`${origin}/_local/data-dir`, { signal: AbortSignal.timeout(ASK_TIMEOUT_MS) })
    .then((response) => response.json() as Promise<{ dataDir?: string }>)
    .catch(() => null)
  return answer?.dataDir === path.resolve(dataDir) ? origin : null
}

/** null where there is none, or where a crash left half of one. */
function addressIn(file: string): string | null {
  if (!existsSync(file)) return null
  const text = readFileSync(file, 'utf8')
  return URL.canParse(text) ? text : null
}

/** Who can read the data can read the key beside it, and nobody else can. */
export function leaveAddress(dataDir: string, { origin, env }: Served): void {
  rmSync(keyFile(dataDir), { force: true })
  writeFileSync(keyFile(dataDir), JSON.stringify(env), { mode: 0o600 })
  writeFileSync(addressFile(dataDir), origin)
}

export function takeAddressAway(dataDir: string): void {
  for (const file of [addressFile(dataDir), keyFile(dataDir)]) rmSync(file, { force: true })
}

const keyFile = (dataDir: string): string => path.join(dataDir, 'served-key.json')

const addressFile = (dataDir: string): string => path.join(dataDir, 'served-at.txt')
