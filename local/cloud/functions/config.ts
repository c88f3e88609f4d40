import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Trigger {
  name: string
  /** Seven fields: second minute hour day month weekday year. */
  config: string
}

export interface FunctionConfig {
  timeoutSeconds: number
  memoryMegabytes: number
  triggers: Trigger[]
}

/** As the platform, where nothing is said. */
const DEFAULT_TIMEOUT_SECONDS = 3
const DEFAULT_MEMORY_MEGABYTES = 256

interface ConfigFile {
  timeout?: number
  memorySize?: number
  triggers?: (Trigger & { type: string })[]
}

/** `config.json` as CloudBase reads it. */
export function configOf(functionsDir: string, name: string): FunctionConfig {
  const file = path.join(functionsDir, name, 'config.json')
  const given = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ConfigFile) : {}
  const triggers = given.triggers ?? []
  if (triggers.length > 1) throw new Error(`${name} has ${triggers.length} triggers: the platform takes one`)
  for (const { type } of triggers)
    if (type !== 'timer') throw new Error(`${name}: the local cloud has no trigger of type ${type}`)
  return {
    timeoutSeconds: given.timeout ?? DEFAULT_TIMEOUT_SECONDS,
    memoryMegabytes: given.memorySize ?? DEFAULT_MEMORY_MEGABYTES,
    triggers,
  }
}

export function functionNames(functionsDir: string): string[] {
  if (!existsSync(functionsDir)) return []
  return readdirSync(functionsDir).filter((name) => existsSync(path.join(functionsDir, name, 'index.js')))
}
