import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ASK_TIMEOUT_MS = 2000

/**
 * Refuses a second cloud on the same data, because each would believe that it alone writes the journal. The
 * first cloud leaves its address in the data directory; a second one calls that address before it begins.
 * After a crash the address does not answer, and the data is free.
 */
export async function refuseSecondCloud(dataDir: string): Promise<void> {
  const origin = addressIn(addressFile(dataDir))
  if (origin === null) return
  const answer = await fetch(`${origin}/_local/data-dir`, { signal: AbortSignal.timeout(ASK_TIMEOUT_MS) })
    .then((response) => response.json() as Promise<{ dataDir?: string }>)
    .catch(() => null)
  if (answer?.dataDir === path.resolve(dataDir))
    throw new Error(`${dataDir} is already open: a local cloud serves it at ${origin}`)
}

/** null where there is none, or where a crash left half of one. */
function addressIn(file: string): string | null {
  if (!existsSync(file)) return null
  const text = readFileSync(file, 'utf8')
  return URL.canParse(text) ? text : null
}

export function leaveAddress(dataDir: string, origin: string): void {
  writeFileSync(addressFile(dataDir), origin)
}

export function takeAddressAway(dataDir: string): void {
  rmSync(addressFile(dataDir), { force: true })
}

const addressFile = (dataDir: string): string => path.join(dataDir, 'served-at.txt')
