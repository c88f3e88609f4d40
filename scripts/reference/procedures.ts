import { RIGHTS, type Right } from '../../domain/organisation/rights'
import { apiParts } from '../../server/api-door'
import { weightOf } from '../../server/call-weights'
import { wholeOf } from '../../server/kernel/door-parts'
import { officeParts } from '../../server/office-door'
import { studyParts } from '../../server/study-door'
import { roleText } from '../../src/wording/organisation'
import type { Surface } from './surface'

export const PROCEDURES_FILE = 'docs/procedures.md'

const DOORS = { api: wholeOf(apiParts), study: wholeOf(studyParts), office: wholeOf(officeParts) } as const

interface Declared {
  _def: { type: string; meta?: { right?: Right }; inputs: readonly { shape?: Record<string, unknown> }[] }
}

/** The reference of procedures as a document: each by its door, who may, what it takes, answers and refuses. */
export function proceduresText(surface: Surface): string {
  const tables = Object.entries(DOORS).map(([door, { _def }]) => {
    const rows = Object.entries(_def.procedures as unknown as Record<string, Declared>).sort(byName)
    const lines = rows.map(([path, of]) => lineOf(path, of, surface))
    return [`## Door \`${door}\``, '', ...HEAD, ...lines, ''].join('\n')
  })
  return [...INTRODUCTION, ...tables].join('\n')
}

const INTRODUCTION = [
  '# Procedures',
  '',
  'Written by `npm run reference` from the routers, the table of rights (`domain/organisation/rights.ts`) and the use cases.',
  'A procedure without a right is for the caller alone, registered or not as its router says.',
  'What the refusals mean stands in [refusals.md](refusals.md), with those that any procedure may answer. The weight is what a',
  'call takes from its caller’s purse ([security.md](security.md#what-a-call-may-cost)).',
  '',
]
const HEAD = [
  '| procedure | kind | weight | right | who may | clause | input | answer | refusals |',
  '|---|---|---|---|---|---|---|---|---|',
]

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1)

function lineOf(path: string, { _def }: Declared, { procedures }: Surface): string {
  const right = _def.meta?.right
  const rule = right === undefined ? null : RIGHTS[right]
  const fields = _def.inputs.flatMap(({ shape }) => Object.keys(shape ?? {}))
  const { answer = '', refusals = [] } = procedures[path] ?? {}
  const cells = [
    `\`${path}\``,
    _def.type,
    String(weightOf(path)),
    right === undefined ? '' : `\`${right}\` ${rule?.name}`,
    rule?.roles.map((role) => roleText[role]).join('、') ?? '',
    rule?.clause ?? '',
    fields.map((field) => `\`${field}\``).join(', '),
    `\`${answer.replaceAll('|', '\\|')}\``,
    refusals.map((code) => `\`${code}\``).join(', '),
  ]
  return `| ${cells.join(' | ')} |`
}
