// Changes every value of a pack, one at a time: a change that no case notices is an unguarded rule.
import { type Day, dayAfter } from '../../domain/kernel/instant'
import type { PolicyPack } from '../../domain/policy/pack'

export interface Mutant {
  /** Where, keys and positions. */
  path: string
  /** The clause that the value bears; null for our own readings. */
  clause: string | null
  change: string
  pack: PolicyPack
}

type Path = readonly (string | number)[]

/** Words that stand for a decision: a mutant must be another decision, not a misspelt one. */
const ALTERNATIVES: readonly (readonly string[])[] = [
  ['allOf', 'oneOf', 'free'],
  ['soft', 'hard'],
  ['set', 'ceiling'],
  ['public', 'professional'],
  ['year', 'all-years', 'professional', 'waived'],
  ['duty-year', 'any-in-term'],
  ['within-years-looked-at', 'after-present-title', 'city-committee'],
  ['exam-passed', 'plan-approved', 'organiser-recognised', 'study-record-kept', 'documented'],
  ['within-specialty', 'courseware-audited', 'provider-certified'],
  ['published', 'outcome-recognised'],
  ['online', 'face-to-face', 'claim', 'import'],
  ['unit', 'township', 'department', 'line-department', 'bureau'],
  ['junior', 'middle', 'senior'],
  ['enterprise', 'institution', 'intermediary', 'temporary', 'central-unit', 'private-unit', 'no-unit'],
]

/** All mutants of a pack: values, the routes and caps of its kinds, the first years of its windows, its labels. */
export function mutantsOf(pack: PolicyPack): Mutant[] {
  const mutants: Mutant[] = []
  const change = (path: Path, { clause, to }: { clause: string | null; to: unknown }): void => {
    const shown = JSON.stringify(to)
    mutants.push({
      path: path.join('/'),
      clause,
      change: shown.length > 60 ? `${shown.slice(0, 57)}…` : shown,
      pack: withValue(pack, path, to) as PolicyPack,
    })
  }
  walk(pack, [], change)
  return mutants
}

type Change = (path: Path, mutation: { clause: string | null; to: unknown }) => void

function walk(node: unknown, path: Path, change: Change): void {
  if (node === null || typeof node !== 'object') return
  if ('state' in node) {
    mutateSaid(node as { state: string; value?: unknown; clause?: string }, path, change)
    return
  }
  for (const [key, child] of Object.entries(node)) {
    const at = [...path, Array.isArray(node) ? Number(key) : key]
    if (isStructure(at, child)) for (const to of changesOf(child)) change(at, { clause: null, to })
    else walk(child, at, change)
  }
}

/** Fields that decide without being a value of their own. */
function isStructure(path: Path, child: unknown): boolean {
  const [room] = path
  const key = path[path.length - 1]
  if (room === 'labels') return path.length === 2
  if (room === 'windows' && key === 'fromYear') return child !== null
  if (room === 'caps' && key === 'per') return true
  return room === 'kinds' && path.length === 3 && (key === 'route' || key === 'caps')
}

function mutateSaid(
  node: { state: string; value?: unknown; clause?: string },
  path: Path,
  change: Change,
): void {
  if (node.state === 'missing') {
    change(path, { clause: node.clause ?? null, to: { state: 'silent', note: '…' } })
    return
  }
  if (node.state === 'silent') return
  for (const to of changesOf(node.value)) change([...path, 'value'], { clause: node.clause ?? null, to })
}

/** The neighbours of a value: one more, one less, the other, another member. */
function changesOf(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, value - 1]
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'string') return changesOfText(value)
  if (Array.isArray(value)) {
    const fewer = value.map((_, index) => value.filter((_member, at) => at !== index))
    return [...fewer, [...value, anotherMember(value)]]
  }
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, part]) =>
      changesOf(part).map((to) => ({ ...value, [key]: to })),
    )
  }
  return []
}

function changesOfText(text: string): string[] {
  if (text === 'per' || text === 'day') return ['year']
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return [shifted(text, 1), shifted(text, -1)]
  const family = ALTERNATIVES.find((members) => members.includes(text))
  return family ? family.filter((member) => member !== text).slice(0, 1) : [`${text}·`]
}

const shifted = (day: string, by: number): string => dayAfter(day as Day, by)

function anotherMember(members: readonly unknown[]): unknown {
  const [first] = members
  if (typeof first === 'number') return Math.max(...(members as number[])) + 1
  const family = ALTERNATIVES.find((alternatives) => alternatives.includes(String(first)))
  return family?.find((member) => !members.includes(member)) ?? '另一个'
}

/** The same tree with one place changed; everything else is shared. */
function withValue(node: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to
  const child = (node as Record<string | number, unknown>)[key]
  const changed = withValue(child, rest, to)
  if (Array.isArray(node)) return node.map((element, index) => (index === key ? changed : element))
  return { ...(node as object), [key]: changed }
}
