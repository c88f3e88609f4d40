import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { ManagerState } from './state'

/** What stands there, and how it is kept: in a file, so that it outlives the process, or in memory alone. */
export function keeping(
  file: string | undefined,
  begin: () => ManagerState,
): { state: ManagerState; keep(): void } {
  if (file === undefined) return { state: begin(), keep: () => undefined }
  const state = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ManagerState) : begin()
  return { state, keep: () => writeFileSync(file, `${JSON.stringify(state, null, 1)}\n`) }
}
