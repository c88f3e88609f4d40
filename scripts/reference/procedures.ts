import { RIGHTS, type Right } from '../../domain/organisation/rights'
import { apiDoor } from '../../server/api-door'
import { officeDoor } from '../../server/office-door'
import { studyDoor } from '../../server/study-door'
import { roleText } from '../../src/wording/organisation'

export const PROCEDURES_FILE = 'docs/procedures.md'

const DOORS = { api: apiDoor, study: studyDoor, office: officeDoor } as const

interface Declared {
  _def: { type: string; meta?: { right?: Right }; inputs: readonly { shape?: Record<string, unknown> }[] }
}

/** The reference of procedures as a document: each by its door, who may, and the fields that its input names. */
export function proceduresText(): string {
  const tables = Object.entries(DOORS).map(([door, { _def }]) => {
    const rows = Object.entries(_def.procedures as unknown as Record<string, Declared>).sort(byName)
    return [`## Door \`${door}\``, '', ...HEAD, ...rows.map(([path, of]) => lineOf(path, of)), ''].join('\n')
  })
  return [...INTRODUCTION, ...tables].join('\n')
}

const INTRODUCTION = [
  '# Procedures',
  '',
  'Written by `npm run reference` from the routers and the table of rights (`domain/organisation/rights.ts`).',
  'A procedure without a right is for the caller alone, registered or not as its router says.',
  '',
]
const HEAD = ['| procedure | kind | right | who may | clause | input |', '|---|---|---|---|---|---|']

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1)

function lineOf(path: string, { _def }: Declared): string {
  const right = _def.meta?.right
  const rule = right === undefined ? null : RIGHTS[right]
  const fields = _def.inputs.flatMap(({ shape }) => Object.keys(shape ?? {}))
  const cells = [
    `\`${path}\``,
    _def.type,
    right === undefined ? '' : `\`${right}\` ${rule?.name}`,
    rule?.roles.map((role) => roleText[role]).join('、') ?? '',
    rule?.clause ?? '',
    fields.map((field) => `\`${field}\``).join(', '),
  ]
  return `| ${cells.join(' | ')} |`
}
