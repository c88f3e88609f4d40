import { posix } from 'node:path'
import type { AppJson, ComponentJson, PackedComponent } from '../packed-program'
import { type CodeRoot, npmFolders, PackError } from './code-root'
import { borderCrossing } from './sub-package-borders'

const FOREIGN_COMPONENT = /^(plugin|dynamicLib|ext):\/\//

/** The path of a component, without extension and from the code root; null when there is none. */
export function resolveComponent(root: CodeRoot, from: string, target: string): string | null {
  if (FOREIGN_COMPONENT.test(target)) return null
  const bases = target.startsWith('/')
    ? [target.slice(1)]
    : [
        posix.join(posix.dirname(from), target),
        ...npmFolders(from).map((folder) => posix.join(folder, target)),
        target,
      ]
  const candidates = bases.flatMap((base) => [base, posix.join(base, 'index')])
  return candidates.find((path) => root.has(`${path}.json`) && root.has(`${path}.js`)) ?? null
}

export function listPages(app: AppJson): string[] {
  const subPackages = app.subPackages ?? app.subpackages ?? []
  return [...app.pages, ...subPackages.flatMap((sub) => sub.pages.map((page) => posix.join(sub.root, page)))]
}

interface Walk {
  root: CodeRoot
  app: AppJson
  warnings: string[]
}

/** Walks from the pages over `usingComponents` to every component that can appear on a screen. */
export function collectComponents(walk: Walk): Map<string, PackedComponent> {
  const found = new Map<string, PackedComponent>()
  const queue = listPages(walk.app).map((path) => ({ path, isPage: true }))
  if (walk.app.tabBar?.custom) queue.push({ path: 'custom-tab-bar/index', isPage: false })
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (found.has(next.path)) continue
    const json = readComponentJson(walk, next.path)
    const scope = next.isPage || json.styleIsolation === 'shared' ? '' : `c${found.size}`
    found.set(next.path, { json, isPage: next.isPage, styleScope: scope })
    for (const path of dependenciesOf(json)) {
      const crossing = borderCrossing(walk.app, next.path, path)
      if (crossing) walk.warnings.push(crossing)
      queue.push({ path, isPage: false })
    }
  }
  return found
}

function dependenciesOf(json: ComponentJson): string[] {
  const generics = Object.values(json.componentGenerics ?? {}).flatMap((generic) =>
    typeof generic === 'object' && generic.default ? [generic.default] : [],
  )
  return [...Object.values(json.usingComponents), ...generics].map((path) => path.slice(1))
}

function readComponentJson(walk: Walk, path: string): ComponentJson {
  if (!walk.root.has(`${path}.js`)) throw new PackError(`missing ${path}.js`)
  const json = walk.root.json(`${path}.json`) as Partial<ComponentJson>
  const own = json.usingComponents ?? {}
  const usingComponents: Record<string, string> = {}
  for (const [tag, target] of Object.entries({ ...walk.app.usingComponents, ...own })) {
    const resolved = resolveComponent(walk.root, tag in own ? path : 'app', target)
    if (resolved) usingComponents[tag] = `/${resolved}`
    else
      walk.warnings.push(
        `${tag in own ? path : 'app'}.json: usingComponents["${tag}"] = "${target}" not found`,
      )
  }
  const componentGenerics: Record<string, { default?: string }> = {}
  for (const [name, generic] of Object.entries(json.componentGenerics ?? {})) {
    const fallback = typeof generic === 'object' ? generic.default : undefined
    const resolved = fallback ? resolveComponent(walk.root, path, fallback) : null
    componentGenerics[name] = resolved ? { default: `/${resolved}` } : {}
  }
  return { ...json, usingComponents, ...(json.componentGenerics ? { componentGenerics } : {}) }
}
