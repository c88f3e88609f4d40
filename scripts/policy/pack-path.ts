import type { PolicyPack } from '../../domain/policy/pack'
import type { Answer } from './answer'

const NAMES = ['id', 'act', 'topic', 'level', 'case', 'emphasis', 'label', 'county']

/**
 * The value at a path of a pack: keys, and for a list element its position or one of its names, as in
 * `kinds/paper/formula/hoursPerItem`.
 */
export function lookUp(pack: PolicyPack, path: string): Answer {
  const found = path.split('/').reduce<unknown>((node, name) => step(node, name), pack)
  if (found === undefined) return { found: false, clauses: [] }
  if (found === null || typeof found !== 'object' || !('state' in found)) return { value: found, clauses: [] }
  const { clause, ...rest } = found as { clause?: string }
  return { ...rest, clauses: clause === undefined ? [] : [clause] }
}

function step(node: unknown, name: string): unknown {
  if (node === null || typeof node !== 'object') return undefined
  if (!Array.isArray(node)) return (node as Record<string, unknown>)[name]
  const named = node.find((element) =>
    NAMES.some((key) => (element as Record<string, unknown>)?.[key] === name),
  )
  return named ?? (/^\d+$/.test(name) ? node[Number(name)] : undefined)
}
