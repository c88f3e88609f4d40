// Answers and documents as text that is the same in each run: what a key or a file's address makes different each time is
// left out, sheets are read, and a long answer has a line for each of its parts.
import { isDeepStrictEqual } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import type { Stored } from '../../../server/kernel/store/port'

const LONGEST_LINE = 160

/** Keys, digests, seals, pictures and addresses of files. */
const CHANGING: readonly (readonly [RegExp, string])[] = [
  [/https?:\/\/(127\.0\.0\.1|localhost)\S*/g, '<address>'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<uuid>'],
  [/(?<![0-9A-Za-z])[0-9a-f]{24,}(?![0-9A-Za-z])/g, '<hex>'],
  [/(?<=-\d{4})-[0-9a-f]{12}(?![0-9a-f])/g, ''],
  [/\b04[0-9a-f]{8}\b/g, '<key>'],
  [/[A-Za-z0-9+/_-]{80,}={0,2}/g, '<bytes>'],
]

const EMPTY = [/<\?xml[^>]*>/g, / xmlns(:\w+)?="[^"]*"/g, /<c r="\w+" s="\d+"\/>/g, /<row [^>]*><\/row>/g]

/** The XML of a sheet's parts tells its cells, widths and formats. */
function sheetOf(text: string): string | null {
  if (!text.startsWith('UEsDB')) return null
  const parts = unzipSync(Buffer.from(text, 'base64'))
  return Object.entries(parts)
    .filter(([name]) => /sharedStrings|sheet\d/.test(name))
    .map(
      ([name, bytes]) => `${name}: ${EMPTY.reduce((xml, part) => xml.replace(part, ''), strFromU8(bytes))}`,
    )
    .join(' ')
}

/** The country of the matrix stands still; what tells another year follows the clock of this machine. */
const CLOCK = Date.parse('2025-01-01')
const NO_CLOCK = Date.parse('2100-01-01')

/** The words of the law are the packs' own, and are compared there. */
const isClause = (value: unknown): value is { id: string; reading: boolean } =>
  typeof value === 'object' && value !== null && 'words' in value && 'reading' in value && 'document' in value

/** Fields by their names: the order in which a program lists them is not told by any answer. A lane and its shard follow from who acted. */
const inOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([name]) => name !== 'lane' && name !== 'shard')
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      )
    : value

const steady = (_: string, value: unknown): unknown => {
  if (typeof value === 'number' && value > CLOCK && value < NO_CLOCK) return '<clock>'
  if (isClause(value)) return value.reading ? `${value.id} as read` : value.id
  if (typeof value !== 'string') return inOrder(value)
  return sheetOf(value) ?? CHANGING.reduce((text, [pattern, name]) => text.replace(pattern, name), value)
}

export function written(value: unknown, indent = ''): string {
  const line = JSON.stringify(value, steady) ?? 'nothing'
  const isWhole = value === null || typeof value !== 'object' || isClause(value)
  if (line.length <= LONGEST_LINE || isWhole) return line
  const deeper = `${indent} `
  const parts = Object.entries(inOrder(value) as object).map(
    ([name, part]) => `\n${deeper}${Array.isArray(value) ? '-' : `${name}:`} ${written(part, deeper)}`,
  )
  return parts.join('')
}

type Everything = readonly (readonly [string, readonly Stored[]])[]

/** Who worked last says nothing of an act. */
const UNTOLD: readonly string[] = ['work-leases']

/** The documents that are new, changed or gone in a store since then, a paragraph for each. */
export function changesOf(before: Everything, now: Everything): string[] {
  const then = new Map(before.map(([name, documents]) => [name, byId(documents)]))
  const told = now.filter(([name]) => !UNTOLD.includes(name))
  return told.flatMap(([name, documents]) => {
    const old = then.get(name) ?? new Map<string, Stored>()
    const ids = byId(documents)
    const gone = [...old.keys()].filter((id) => !ids.has(id)).map((id) => `${name} - ${written(id)}`)
    const fresh = documents.flatMap((one) => {
      const was = old.get(one._id)
      if (!was) return [`${name} + ${written(one)}`]
      if (isDeepStrictEqual(was, one)) return []
      const changed = differing(was, one)
      return Object.keys(changed).length === 0 ? [] : [`${name} ~ ${written(one._id)} ${written(changed)}`]
    })
    return [...gone, ...fresh.sort()]
  })
}

const byId = (documents: readonly Stored[]): Map<string, Stored> =>
  new Map(documents.map((one) => [one._id, one]))

function differing(was: Stored, now: Stored): Record<string, unknown> {
  const old = was as unknown as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) => field !== 'version' && written(value) !== written(old[field]),
    ),
  )
}
