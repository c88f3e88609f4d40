import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import type { IPluginContext } from '@tarojs/service'

type Attributes = Record<string, string>

interface TaroPlatform {
  template?: { mergeThirdPartyComponents(patch: Record<string, Attributes>): void }
}

/**
 * Taro writes one template per native tag, with every attribute that any screen uses. An instance that omits one
 * then passes `undefined` and loses the component's own default, so TDesign's scalar defaults are given again here.
 */
export default (context: IPluginContext): void => {
  const library = path.join(context.paths.nodeModulesPath, 'tdesign-miniprogram/miniprogram_dist')
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatform) {
      platform.template?.mergeThirdPartyComponents(defaultsOf(library))
    },
  })
}

function defaultsOf(library: string): Record<string, Attributes> {
  const patch: Record<string, Attributes> = {}
  for (const component of readdirSync(library)) {
    const file = path.join(library, component, 'props.js')
    if (existsSync(file)) patch[`t-${component}`] = scalarDefaults(readFileSync(file, 'utf8'))
  }
  return patch
}

function scalarDefaults(source: string): Attributes {
  // Files that import others hold no scalar defaults we use; they cannot be evaluated on their own.
  if (/^import/m.test(source)) return {}
  const script = source.replace(/export default (\w+);?/, '$1;').replace(/export\s*\{[^}]*\};?/, '')
  const properties = (vm.runInNewContext(script) ?? {}) as Record<string, { value?: unknown }>
  const attributes: Attributes = {}
  for (const [name, definition] of Object.entries(properties)) {
    const literal = literalOf(definition?.value)
    if (literal === null) continue
    attributes[name] = literal
    attributes[name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)] = literal
  }
  return attributes
}

function literalOf(value: unknown): string | null {
  if (typeof value === 'string') return `'${value}'`
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return null
}
