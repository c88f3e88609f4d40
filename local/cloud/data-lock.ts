import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ASK_TIMEOUT_MS = 2000

/**
 * Two clouds on one journal would each believe that it alone writes. Whoever opens the data leaves its address there;
 * a second one asks at that address before it begins. After a crash nobody answers, and the data is free.
 */
export async function refuseSecondCloud(dataDir: string): Promise<void> {
  const file = addressFile(dataDir)
  if (!existsSync(file)) return
  const { origin } = JSON.parse(readFileSync(file, 'utf8')) as { origin: string }
  const answer = await fetch(`${origin}/_local/data-dir`, { signal: AbortSignal.timeout(ASK_TIMEOUT_MS) })
    .then((response) => response.json() as Promise<{ dataDir?: string }>)
    .catch(() => null)
  if (answer?.dataDir === path.resolve(dataDir))
    throw new Error(`${dataDir} is already open: a local cloud serves it at ${origin}`)
}

export function leaveAddress(dataDir: string, origin: string): void {
  writeFileSync(addressFile(dataDir), JSON.stringify({ origin }))
}

export function takeAddressAway(dataDir: string): void {
  rmSync(addressFile(dataDir), { force: true })
}

const addressFile = (dataDir: string): string => path.join(dataDir, 'served-at.json')
