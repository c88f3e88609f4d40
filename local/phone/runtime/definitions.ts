import { codeSpace } from './glass-easel'
import { facts } from './program'

/** The argument of `Page`, `Component` or `Behavior`; its fields are the program's own. */
export interface Definition {
  behaviors?: unknown[]
  options?: { styleIsolation?: string; addGlobalClass?: boolean; pureDataPattern?: RegExp | string }
  [key: string]: unknown
}

/** The component whose script runs now, as WeChat's `__wxRoute`: `Component()` does not say its own name. */
let registering = ''

export function whileRegistering(path: string, run: () => void): void {
  const before = registering
  registering = path
  try {
    run()
  } finally {
    registering = before
  }
}

const FORM_FIELD = { properties: { name: { type: String, value: '' }, value: { type: null, value: '' } } }

const builtinBehaviors = new Map<string, unknown>()

function builtinBehavior(name: string): unknown {
  const known = builtinBehaviors.get(name)
  if (known) return known
  const definition = name.startsWith('wx://form-field') ? FORM_FIELD : {}
  const registered = codeSpace.behavior().definition(definition).register()
  builtinBehaviors.set(name, registered)
  return registered
}

/** Behaviors of WeChat's own are named by a string; empty places in the list are left out, as there. */
function withBehaviors(definition: Definition): Definition {
  if (!Array.isArray(definition.behaviors)) return definition
  definition.behaviors = definition.behaviors
    .filter((behavior) => Boolean(behavior))
    .map((behavior) => (typeof behavior === 'string' ? builtinBehavior(behavior) : behavior))
  return definition
}

/** Older programs put options in the definition, newer ones in the json, and glass-easel reads the json. */
function moveOptionsToJson(path: string, options: NonNullable<Definition['options']>): void {
  const json = facts.components[path]?.json
  if (!json) return
  if (options.styleIsolation && json.styleIsolation === undefined)
    json.styleIsolation = options.styleIsolation
  if (options.addGlobalClass && json.addGlobalClass === undefined) json.addGlobalClass = true
  if (typeof options.pureDataPattern === 'string')
    options.pureDataPattern = new RegExp(options.pureDataPattern)
}

// glass-easel types a definition by its contents; here it is a foreign program's, known only at run time.
type Register = (definition: Definition) => unknown

export const definePage = (definition: Definition): unknown =>
  codeSpace.componentEnv(registering, ({ Page }) => (Page as unknown as Register)(withBehaviors(definition)))

export function defineComponent(definition: Definition): unknown {
  moveOptionsToJson(registering, definition.options ?? {})
  return codeSpace.componentEnv(registering, ({ Component }) =>
    (Component as unknown as Register)(withBehaviors(definition)),
  )
}

type BehaviorDefinition = Parameters<ReturnType<typeof codeSpace.behavior>['definition']>[0]

export const defineBehavior = (definition: Definition): unknown =>
  codeSpace
    .behavior()
    .definition(withBehaviors(definition) as unknown as BehaviorDefinition)
    .register()
