import { ABSENT_GLOBALS, MODULE_PARAMETERS } from '../pack/logic-layer'
import { PhoneDate } from './phone-clock'
import { program } from './program'

export interface LogicLayer {
  wx: unknown
  App: unknown
  Page: unknown
  Component: unknown
  Behavior: unknown
  getApp: unknown
  getCurrentPages: unknown
}

interface Module {
  exports: unknown
}

type Require = ((id: string) => unknown) & { async(id: string): Promise<unknown> }

const loaded = new Map<string, Module>()
const globalObject: Record<string, unknown> = {}

/** Code cannot be made from text on a phone; `Function('return this')` alone is let through. */
function GuardedFunction(...parameters: string[]): () => unknown {
  if (parameters.length === 1 && /^return this;?$/.test(parameters[0]?.trim() ?? ''))
    return () => globalObject
  throw new Error('new Function is not allowed in a mini-program')
}
Object.defineProperty(GuardedFunction, 'prototype', { value: Function.prototype })

let layer: LogicLayer | undefined

export function openLogicLayer(globals: LogicLayer): void {
  layer = globals
}

function requireFrom(file: string): Require {
  const require = (id: string) => {
    const target = program.modules[file]?.dependencies[id]
    if (!target) throw new Error(`module '${id}' is not defined, required from '${file}'`)
    return requireModule(target)
  }
  return Object.assign(require, { async: (id: string) => Promise.resolve().then(() => require(id)) })
}

/** Runs a script of the program once, as CommonJS, with the globals of the logic layer and no others. */
export function requireModule(file: string): unknown {
  const known = loaded.get(file)
  if (known) return known.exports
  const packed = program.modules[file]
  if (!packed || !layer) throw new Error(`module not found: ${file}`)
  const module: Module = { exports: {} }
  loaded.set(file, module)
  const given: Record<(typeof MODULE_PARAMETERS)[number], unknown> = {
    ...layer,
    require: requireFrom(file),
    module,
    exports: module.exports,
    Function: GuardedFunction,
    Date: PhoneDate,
    global: globalObject,
  }
  const absent = ABSENT_GLOBALS.map(() => undefined)
  packed.factory.call(undefined, ...MODULE_PARAMETERS.map((name) => given[name]), ...absent)
  return module.exports
}
