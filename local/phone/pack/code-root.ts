import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'

export class PackError extends Error {}

/** The files of one built mini-program, addressed from its root with forward slashes. */
export interface CodeRoot {
  has(path: string): boolean
  text(path: string): string
  json(path: string): Record<string, unknown>
}

export function openCodeRoot(folder: string): CodeRoot {
  const at = (path: string) => join(folder, path)
  const has = (path: string) => existsSync(at(path)) && statSync(at(path)).isFile()
  const text = (path: string) => readFileSync(at(path), 'utf8')
  return {
    has,
    text,
    json(path) {
      if (!has(path)) return {}
      try {
        return JSON.parse(text(path)) as Record<string, unknown>
      } catch (error) {
        throw new PackError(`${path} is not JSON: ${String(error)}`)
      }
    },
  }
}

/** The folders `miniprogram_npm` is looked for in, from the nearest to the root. */
export function npmFolders(from: string): string[] {
  const folders: string[] = []
  let folder = posix.dirname(from)
  while (folder !== '.' && folder !== '') {
    folders.push(posix.join(folder, 'miniprogram_npm'))
    folder = posix.dirname(folder)
  }
  return [...folders, 'miniprogram_npm']
}
