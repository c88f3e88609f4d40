import { STEPS_MOST } from '../../domain/exam/attempt'
import { UNVERIFIED_SITTINGS } from '../../domain/exam/sit-again'
import { DAY_MS } from '../../domain/kernel/instant'
import { RANGES_MOST } from '../../domain/watch/apply-report'
import { RIGHT_FOR_ONE_MORE, WRONG_ALLOWED } from '../../domain/watch/challenge'
import { RUN_TIME_MS } from '../../server/afterwards/clock/run-time'
import { EVIDENCE_OPENS_SECONDS, MOST_BYTES, MOST_FILES } from '../../server/claims/evidence/kept-file'
import { CALL_LIMIT_BYTES, OUR_ALLOWANCES, OUR_LIMITS, type OurLimit } from '../../server/kernel/our-limits'
import { VIDEO_OPENS_SECONDS } from '../../server/learning/study/open-lecture'
import { MOST_ROWS } from '../../server/outside/limits'
import { SHEET_BOUNDS } from '../../server/sheet/bounds'

/** Where the tables of limits stand, between two marks. */
export const LIMITS_FILE = 'docs/security.md'

const MARKS = /(<!-- limits -->\n)[\s\S]*(<!-- \/limits -->)/

/** The document with today's tables between its marks; throws where it has none. */
export function withLimits(document: string): string {
  if (!MARKS.test(document)) throw new Error(`${LIMITS_FILE} has no place for the limits`)
  return document.replace(MARKS, (_, begin: string, end: string) => `${begin}${limitsText()}\n${end}`)
}

/** Our limits: how often each thing may be done, what may be asked, what one thing may hold. */
function limitsText(): string {
  const limits = Object.entries<OurLimit>(OUR_LIMITS).map(
    ([name, { per, most, inSeconds, why }]) =>
      `| \`${name}\` | ${per} | ${counted(most)} | ${spanOf(inSeconds)} | ${why} |`,
  )
  const purses = Object.values(OUR_ALLOWANCES).map(
    ({ per, points, perSecond, why }) => `| ${per} | ${points} | ${perSecond} | ${why} |`,
  )
  const bounds = BOUNDS.map(([what, most, where]) => `| ${what} | ${most} | \`${where}\` |`)
  return [...LIMITS, ...limits, '', ...PURSES, ...purses, '', ...HOLDS, ...bounds].join('\n')
}

const LIMITS = [
  'Written by `npm run reference` from the code, so that it cannot fall behind.',
  '',
  '**How often** (`server/kernel/our-limits.ts`). Accounts, numbers and bodies are counted under keyed hashes, which end with',
  'their window. Windows of whole days begin at midnight in Beijing.',
  '',
  '| what | counted for each | at most | in | why |',
  '|---|---|---|---|---|',
]

const PURSES = [
  '**What may be asked.** Each procedure has a weight (`server/call-weights.ts`, shown in [procedures.md](procedures.md)),',
  'and each caller a purse in the memory of each instance of a function. A call over it is refused before anything is read;',
  'the phone makes it again by itself where the wait is short.',
  '',
  '| counted for each | points at once | points a second | why |',
  '|---|---|---|---|',
]

const HOLDS = [
  '**What one thing may hold.** Watching and exams have their own numbers in the notices’ packs and courses; these are ours.',
  '',
  '| what | at most | where |',
  '|---|---|---|',
]

const counted = (count: number): string => count.toLocaleString('en-US')
const mebibytes = (bytes: number): string => `${counted(bytes / 1024 / 1024)} MiB`
const BOUNDS_FILE = 'server/sheet/bounds.ts'

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

const BOUNDS: readonly (readonly [what: string, most: string, where: string])[] = [
  ['the text of one call', `${CALL_LIMIT_BYTES / 1024} KiB`, 'server/kernel/our-limits.ts'],
  ['lines of one batch of a provider', counted(MOST_ROWS), 'server/outside/limits.ts'],
  ['files of one claim', counted(MOST_FILES), 'server/claims/evidence/kept-file.ts'],
  ['one file of a claim', mebibytes(MOST_BYTES), 'server/claims/evidence/kept-file.ts'],
  [
    'time for which an address opens a file of a claim',
    spanOf(EVIDENCE_OPENS_SECONDS),
    'server/claims/evidence/kept-file.ts',
  ],
  [
    'time for which an address plays a lecture',
    spanOf(VIDEO_OPENS_SECONDS),
    'server/learning/study/open-lecture.ts',
  ],
  ['a sheet, unpacked', mebibytes(SHEET_BOUNDS.unpackedBytes), BOUNDS_FILE],
  ['a sheet, read in all', mebibytes(SHEET_BOUNDS.readBytes), BOUNDS_FILE],
  ['parts of a sheet’s archive', counted(SHEET_BOUNDS.parts), BOUNDS_FILE],
  ['elements in them', counted(SHEET_BOUNDS.elements), BOUNDS_FILE],
  ['elements within one another', counted(SHEET_BOUNDS.depth), BOUNDS_FILE],
  ['attributes of one element', counted(SHEET_BOUNDS.attributes), BOUNDS_FILE],
  ['characters between two tags', counted(SHEET_BOUNDS.runCharacters), BOUNDS_FILE],
  ['different words of a sheet', counted(SHEET_BOUNDS.words), BOUNDS_FILE],
  ['ranges of one report of watching', counted(RANGES_MOST), 'domain/watch/apply-report.ts'],
  [
    'wrong answers in one lecture before a person looks',
    `${WRONG_ALLOWED}, and one for each ${RIGHT_FOR_ONE_MORE} right ones`,
    'domain/watch/challenge.ts',
  ],
  ['sittings of who is not verified', counted(UNVERIFIED_SITTINGS), 'domain/exam/sit-again.ts'],
  ['steps kept of one exam', counted(STEPS_MOST), 'domain/exam/attempt.ts'],
  [
    'time after which a run of the clock takes up nothing more than a chunk',
    `${RUN_TIME_MS.house / 1000} s`,
    'server/afterwards/clock/run-time.ts',
  ],
]
