import { whileRegistering } from './definitions'
import { codeSpace } from './glass-easel'
import { requireModule } from './modules'
import { facts, program } from './program'
import { describeError, problem } from './record'
import { addStyle } from './styles'

let templates: Record<string, unknown> | undefined
const registered = new Set<string>()

/** Registers a component and all that it uses, the first time a page needs it. */
export function loadComponent(path: string): void {
  if (registered.has(path)) return
  registered.add(path)
  templates ??= program.templates()
  const packed = facts.components[path]
  if (!packed) throw new Error(`component "${path}" is not in the program`)
  const { json } = packed
  const generics = Object.values(json.componentGenerics ?? {}).flatMap((generic) =>
    typeof generic === 'object' && generic.default ? [generic.default] : [],
  )
  for (const used of [...Object.values(json.usingComponents), ...generics]) loadComponent(used.slice(1))
  packed.json = { ...json, component: json.component === true }
  type StaticConfig = Parameters<typeof codeSpace.addComponentStaticConfig>[1]
  type Template = Parameters<typeof codeSpace.addCompiledTemplate>[1]
  codeSpace.addComponentStaticConfig(path, packed.json as unknown as StaticConfig)
  codeSpace.addCompiledTemplate(path, {
    groupList: templates,
    content: templates[path],
  } as unknown as Template)
  if (packed.styleScope) codeSpace.addStyleSheet(path, undefined, packed.styleScope)
  whileRegistering(path, () => runScript(path))
  const style = facts.styles[path]
  if (!packed.isPage && style) addStyle(style)
}

function runScript(path: string): void {
  try {
    requireModule(`${path}.js`)
  } catch (error) {
    problem(`${path}.js: ${describeError(error)}`)
    throw error
  }
}
