import type { AppJson } from '../packed-program'

/** The root of the subpackage that a file is in; the empty string for the main package. */
export function subPackageOf(app: AppJson, path: string): string {
  const roots = (app.subPackages ?? app.subpackages ?? []).map(
    ({ root }) => `${root.replace(/^\/|\/$/g, '')}/`,
  )
  return roots.find((root) => path.startsWith(root)) ?? ''
}

/**
 * On a phone a subpackage may not have been loaded yet, so nothing outside may reach into it. Here all files
 * are at hand and it would work, which is why the packer has to say it.
 */
export function borderCrossing(app: AppJson, from: string, to: string): string | null {
  const home = subPackageOf(app, to)
  if (home === '' || home === subPackageOf(app, from)) return null
  return `${from} uses ${to}, which is inside the subpackage ${home}`
}
