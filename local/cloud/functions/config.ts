import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Trigger {
  name: string
  /** Seven fields: second minute hour day month weekday year. */
  config: string
}

export interface FunctionConfig {
  timeoutSeconds: number
  triggers: Trigger[]
}

/** `config.json` as CloudBase reads it; time-out 3 s where none is given, as there. */
export function configOf(functionsDir: string, name: string): FunctionConfig {
  const file = path.join(functionsDir, name, 'config.json')
  const given = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as {
        timeout?: number
        triggers?: (Trigger & { type: string })[]
      })
    : {}
  return {
    timeoutSeconds: given.timeout ?? 3,
    triggers: (given.triggers ?? []).filter(({ type }) => type === 'timer'),
  }
}

export function functionNames(functionsDir: string): string[] {
  if (!existsSync(functionsDir)) return []
  return readdirSync(functionsDir).filter((name) => existsSync(path.join(functionsDir, name, 'index.js')))
}
