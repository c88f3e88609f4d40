import { posix } from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import type { CodeRoot } from './code-root'
import { unknownBindings } from './event-bindings'
import { wxsToJs } from './wxs-to-js'

interface TemplateMessage {
  isError: boolean
  message: string
  startLine: number
  startColumn: number
}

interface Compilation {
  root: CodeRoot
  group: TmplGroup
  warnings: string[]
  done: Set<string>
}

// Event listeners, two-way bindings and change:prop listeners of the templates go through the runtime.
const RUNTIME_HOOKS = [
  'Q.A=__wxsRuntime.changeProperty;',
  'Q.B=__wxsRuntime.callLvalue;',
  'Q.C=__wxsRuntime.eventListener;',
].join('')

/** Compiles every WXML with the WXS it uses into one JavaScript expression. */
export function compileTemplates(root: CodeRoot, paths: Iterable<string>, warnings: string[]): string {
  const group = new TmplGroup()
  group.setExtraRuntimeScript(RUNTIME_HOOKS)
  const compilation = { root, group, warnings, done: new Set<string>() }
  for (const path of paths) addTemplate(compilation, path)
  const code = group.getTmplGenObjectGroups()
  group.free()
  return code
}

function addTemplate(compilation: Compilation, path: string): void {
  const { root, group, warnings, done } = compilation
  const file = `${path}.wxml`
  if (done.has(file)) return
  done.add(file)
  if (!root.has(file)) {
    warnings.push(`wxml not found: ${file}`)
    return
  }
  const source = root.text(file)
  for (const message of (group.addTmpl(path, source) ?? []) as TemplateMessage[]) {
    const place = `${file}:${message.startLine + 1}:${message.startColumn + 1}`
    warnings.push(`${message.isError ? 'ERROR' : 'warning'} ${place} ${message.message}`)
  }
  for (const binding of unknownBindings(source)) warnings.push(`${file}: ${binding}`)
  for (const dependency of group.getDirectDependencies(path) as string[]) addTemplate(compilation, dependency)
  for (const script of group.getScriptDependencies(path) as string[]) addScript(compilation, script)
}

function addScript(compilation: Compilation, path: string): void {
  const { root, group, warnings, done } = compilation
  if (done.has(path)) return
  done.add(path)
  const file = root.has(path) ? path : `${path}.wxs`
  if (!root.has(file)) {
    warnings.push(`wxs not found: ${path}`)
    return
  }
  const source = root.text(file)
  group.addScript(path, wxsToJs(source))
  for (const [, , target = ''] of source.matchAll(/require\(\s*(['"])(.+?)\1\s*\)/g)) {
    const resolved = posix.join(posix.dirname(path), target)
    // The compiler looks a script up by either spelling, so both are registered.
    addScript(compilation, resolved)
    addScript(compilation, resolved.replace(/\.wxs$/, ''))
  }
}
