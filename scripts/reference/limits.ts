import { DAY_MS } from '../../domain/kernel/instant'
import { OUR_LIMITS, type OurLimit } from '../../server/kernel/our-limits'

export const LIMITS_FILE = 'docs/limits.md'

/** Our limits as one table: how often each thing may be done, by whom, and why no more. */
export function limitsText(): string {
  const rows = Object.entries<OurLimit>(OUR_LIMITS).map(
    ([name, { per, most, inSeconds, why }]) =>
      `| \`${name}\` | ${per} | ${most} | ${spanOf(inSeconds)} | ${why} |`,
  )
  return [...INTRODUCTION, ...HEAD, ...rows, ''].join('\n')
}

const INTRODUCTION = [
  '# Limits',
  '',
  'Written by `npm run reference` from `server/kernel/our-limits.ts`. Ours, and no notice’s. What is over is refused by',
  '`TOO_OFTEN` with the moment from which it may be tried again; accounts, numbers and bodies are counted under keyed',
  'hashes, which end with their window. Windows of whole days begin at midnight in Beijing.',
  '',
]
const HEAD = ['| what | counted for each | at most | in | why |', '|---|---|---|---|---|']

const UNITS = [
  [DAY_MS / 1000, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const

function spanOf(seconds: number): string {
  const [length, unit] = UNITS.find(([each]) => seconds % each === 0) ?? UNITS[3]
  const count = seconds / length
  return count === 1 ? `a ${unit}` : `${count} ${unit}s`
}
