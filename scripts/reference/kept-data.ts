import { collections } from '../../server/collections'
import type { Fate, Personal } from '../../server/kernel/store/personal'

export const KEPT_DATA_FILE = 'docs/kept-data.md'

/** Each collection with what an export shows of it and what is left after 注销, as the collection itself declares it. */
export function keptDataText(): string {
  const declared = Object.entries(collections).sort(([a], [b]) => (a < b ? -1 : 1))
  const rows = declared.flatMap(([name, { personal }]) =>
    personal === 'none' ? [] : [lineOf(name, personal as Personal)],
  )
  const nobodys = declared.flatMap(([name, { personal }]) => (personal === 'none' ? [`\`${name}\``] : []))
  return [...INTRODUCTION, ...HEAD, ...rows, '', `Of nobody: ${nobodys.join(', ')}.`, ''].join('\n')
}

const INTRODUCTION = [
  '# Kept data',
  '',
  'Written by `npm run reference` from the declarations of collections (`server/**/documents.ts`): what a person finds of',
  'each in the export of their data, and what is kept, and why, once they are forgotten (注销).',
  '',
]
const HEAD = ['| collection | in the export | after 注销 |', '|---|---|---|']

function lineOf(name: string, personal: Personal): string {
  const { exported } = personal
  const shown = 'no' in exported ? `no: ${exported.no}` : exported.heading
  return `| ${[`\`${name}\``, shown, leftOf(personal)].join(' | ')} |`
}

function leftOf(personal: Personal): string {
  if (personal.onErasure === 'remove') return 'removed'
  if (typeof personal.onErasure === 'object') return `kept: ${personal.onErasure.kept}`
  const fates: [string, Fate | { kept: string } | undefined][] = Object.entries({
    ...personal.fields,
    ...(personal.onErasure === 'stays' ? personal.texts : {}),
  })
  const reasons = new Map<string, string[]>()
  for (const [field, fate] of fates) {
    const said = fateText(fate)
    reasons.set(said, [...(reasons.get(said) ?? []), `\`${field}\``])
  }
  const words = personal.onErasure === 'rewrite' ? (personal.words ?? []).map((field) => `\`${field}\``) : []
  return [
    ...[...reasons].map(([said, fields]) => `${fields.join(', ')} ${said}`),
    ...(words.length > 0 ? [`name and numbers taken out of ${words.join(', ')}`] : []),
  ].join('<br>')
}

function fateText(fate: Fate | undefined): string {
  if (fate === undefined || fate === 'rest') return 'rewritten'
  if (fate === 'pseudonym' || (typeof fate === 'object' && 'pseudonymBeside' in fate)) return 'as a pseudonym'
  if (fate === 'blank') return 'blank'
  if (fate === 'hash') return 'replaced by the random id'
  return 'kept' in fate ? `kept: ${fate.kept}` : `kept: ${fate.nobody}`
}
