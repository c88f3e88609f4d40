import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const SOURCE = path.resolve(__dirname, '../../../cloudfunctions')

/**
 * Functions that run in this process are not bundled: a folder with their timers and limits is all that the cloud looks
 * for.
 */
export async function builtFunctions(): Promise<string> {
  const target = mkdtempSync(path.join(tmpdir(), 'xueshi-functions-'))
  for (const name of readdirSync(SOURCE)) {
    mkdirSync(path.join(target, name), { recursive: true })
    cpSync(path.join(SOURCE, name, 'config.json'), path.join(target, name, 'config.json'))
    writeFileSync(path.join(target, name, 'index.js'), '')
  }
  return target
}
