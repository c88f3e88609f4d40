import type { AppJson, ProgramFacts, ThemeVariables } from '../packed-program'
import { type CodeRoot, openCodeRoot, PackError } from './code-root'
import { compileStyle } from './compile-styles'
import { compileTemplates } from './compile-templates'
import { packScripts } from './pack-scripts'
import { collectComponents, listPages } from './resolve-components'

export interface Pack {
  /** One browser script that sets `window.__program`. */
  code: string
  pages: string[]
  /** Problems in the program's own files; its libraries are not ours to correct. */
  warnings: string[]
}

/** Packs a compiled mini-program unchanged: the code that runs here is the code that is uploaded. */
export function pack(dist: string): Pack {
  const root = openCodeRoot(dist)
  const app = root.json('app.json') as unknown as AppJson
  if (!app.pages) throw new PackError(`${dist}/app.json names no pages`)
  if (app.componentFramework === 'glass-easel' && app.glassEaselWebview !== true)
    throw new PackError(
      `${dist}/app.json: a gray rollout decides which phones run glass-easel without "glassEaselWebview": true`,
    )
  const allWarnings: string[] = []
  const components = collectComponents({ root, app, warnings: allWarnings })
  const templates = compileTemplates(root, components.keys(), allWarnings)
  const styles: Record<string, string> = {}
  for (const [path, component] of components) {
    if (root.has(`${path}.wxss`)) styles[path] = compileStyle(root, `${path}.wxss`, component.styleScope)
  }
  const scripts = { root, app, warnings: allWarnings }
  const modules = packScripts(scripts, ['app.js', ...[...components.keys()].map((path) => `${path}.js`)])
  const warnings = [...new Set(allWarnings)].filter((warning) => !isLibraryFile(warning))
  const facts: ProgramFacts = {
    app,
    pages: listPages(app),
    components: Object.fromEntries(components),
    styles,
    appStyle: root.has('app.wxss') ? compileStyle(root, 'app.wxss', '') : '',
    theme: readTheme(root, app),
    warnings,
  }
  const code = `window.__program={facts:${scriptJson(facts)},templates:()=>(${templates}),modules:${modules}};`
  return { code, pages: facts.pages, warnings }
}

const isLibraryFile = (warning: string) =>
  /(^|\s)(npm|miniprogram_npm)\/|\/miniprogram_npm\/|tdesign-miniprogram\/.*\.(wxml|wxs)/.test(warning)

const scriptJson = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c')

function readTheme(root: CodeRoot, app: AppJson): ThemeVariables {
  const theme = root.json(app.themeLocation ?? 'theme.json') as Partial<ThemeVariables>
  return { light: theme.light ?? {}, dark: theme.dark ?? {} }
}
