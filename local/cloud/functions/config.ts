import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Trigger {
  name: string
  /** Seven fields: second minute hour day month weekday year. */
  config: string
}

export interface FunctionConfig {
  /** What it may call of the open API. */
  openapi: readonly string[]
  triggers: Trigger[]
}

interface ConfigFile {
  permissions?: { openapi?: string[] }
  triggers?: (Trigger & { type: string })[]
  timeout?: unknown
  memorySize?: unknown
}

/** `config.json` as CloudBase reads it: permissions and triggers alone. */
export function configOf(functionsDir: string, name: string): FunctionConfig {
  const file = path.join(functionsDir, name, 'config.json')
  const given = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ConfigFile) : {}
  if (given.timeout !== undefined || given.memorySize !== undefined)
    throw new Error(
      `${name}: time-out and memory are attributes of a function; nobody reads them in config.json`,
    )
  const triggers = given.triggers ?? []
  if (triggers.length > 1) throw new Error(`${name} has ${triggers.length} triggers: the platform takes one`)
  for (const { type } of triggers)
    if (type !== 'timer') throw new Error(`${name}: the local cloud has no trigger of type ${type}`)
  return { openapi: given.permissions?.openapi ?? [], triggers }
}

export function functionNames(functionsDir: string): string[] {
  if (!existsSync(functionsDir)) return []
  return readdirSync(functionsDir).filter((name) => existsSync(path.join(functionsDir, name, 'index.js')))
}
