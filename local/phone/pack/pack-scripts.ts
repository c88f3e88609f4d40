import { posix } from 'node:path'
import { transformSync } from 'esbuild'
import type { AppJson } from '../packed-program'
import { type CodeRoot, npmFolders } from './code-root'
import { ABSENT_GLOBALS, MODULE_PARAMETERS } from './logic-layer'
import { borderCrossing } from './sub-package-borders'

const REQUIRE = /\brequire(?:\.async)?\(\s*(['"])([^'"]+?)\1\s*\)/g
const ES_MODULE = /^\s*(?:import|export)\b|[;}\s](?:import\s*[\w{*"']|export\s*[\w{*])/

function resolveModule(root: CodeRoot, from: string, id: string): string | null {
  const bases = id.startsWith('/')
    ? [id.slice(1)]
    : [
        posix.join(posix.dirname(from), id),
        ...(id.startsWith('.') ? [] : npmFolders(from).map((folder) => posix.join(folder, id))),
      ]
  const candidates = bases.flatMap((base) => [base, `${base}.js`, posix.join(base, 'index.js')])
  return candidates.find((path) => root.has(path)) ?? null
}

/** Scripts written as ES modules are converted, as WeChat DevTools does on upload. */
function asCommonJs(source: string, file: string): string {
  if (!ES_MODULE.test(source)) return source
  try {
    return transformSync(source, { format: 'cjs', target: 'es2020', loader: 'js' }).code
  } catch {
    // A script that only looks like a module (the word sits in a string) stays as it is; the browser says
    // by itself when it is neither.
    return `/* ${file} */${source}`
  }
}

interface Scripts {
  root: CodeRoot
  app: AppJson
  warnings: string[]
}

/** Every script that `app.js` and the components can reach, as one JavaScript object literal. */
export function packScripts({ root, app, warnings }: Scripts, entries: string[]): string {
  const packed = new Map<string, string>()
  const queue = [...entries]
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (packed.has(file)) continue
    const source = asCommonJs(root.text(file), file)
    const dependencies: Record<string, string> = {}
    for (const [call, , id = ''] of source.matchAll(REQUIRE)) {
      const resolved = resolveModule(root, file, id)
      if (!resolved) continue
      const crossing = call.startsWith('require.async') ? null : borderCrossing(app, file, resolved)
      if (crossing) warnings.push(crossing)
      dependencies[id] = resolved
      queue.push(resolved)
    }
    packed.set(file, moduleLiteral(source, dependencies))
  }
  const entriesText = [...packed].map(([file, literal]) => `${JSON.stringify(file)}:${literal}`)
  return `{${entriesText.join(',\n')}}`
}

function moduleLiteral(source: string, dependencies: Record<string, string>): string {
  const parameters = [...MODULE_PARAMETERS, ...ABSENT_GLOBALS].join(',')
  return `{dependencies:${JSON.stringify(dependencies)},factory:function(${parameters}){${source}\n}}`
}
