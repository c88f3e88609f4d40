import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { configFileOf, FUNCTION_NAMES } from '../../../deploy/declaration'

/**
 * Functions that run in this process are not bundled: a folder with their timers and permissions is all that the cloud looks
 * for.
 */
export async function builtFunctions(): Promise<string> {
  const target = mkdtempSync(path.join(tmpdir(), 'xueshi-functions-'))
  for (const name of FUNCTION_NAMES) {
    mkdirSync(path.join(target, name), { recursive: true })
    writeFileSync(path.join(target, name, 'config.json'), JSON.stringify(configFileOf(name)))
    writeFileSync(path.join(target, name, 'index.js'), '')
  }
  return target
}
