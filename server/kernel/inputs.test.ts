import type { ZodType } from 'zod'
import {
  calendarDay,
  calendarYear,
  count,
  cursor,
  draftedId,
  identifier,
  sha256Hex,
  someHours,
  tapId,
  typed,
} from './inputs'

const HASH = '0123456789abcdef'.repeat(4)

const INPUTS: [what: string, schema: ZodType, taken: unknown[], refused: unknown[]][] = [
  ['a typed text of at most three', typed(3), ['土', '土壤学'], ['', '   ', '土壤学科', 3]],
  ['an identifier', identifier, ['x', 'x'.repeat(200)], ['', 'x'.repeat(201)]],
  [
    'the id of a tap',
    tapId,
    ['a', 'Z', '0', '9-aZ', 'x'.repeat(64)],
    ['', 'x'.repeat(65), 'a:b', ':ab', 'ab:', 'a b', 'a_b', 'a|b', '土'],
  ],
  [
    'the id of a draft',
    draftedId,
    ['draft1', '0-9aAz', 'x'.repeat(64)],
    ['draft', 'x'.repeat(65), 'draft:1', ':draft1', 'draft1:', 'draft 1'],
  ],
  ['where a list goes on', cursor, [undefined, '', 'x'.repeat(600)], ['x'.repeat(601), 1]],
  ['a year', calendarYear, [2000, 2022, 2100], [1999, 2101, 2022.5, '2022']],
  [
    'a day of the calendar',
    calendarDay,
    ['2022-02-28', '2024-02-29'],
    ['2022-02-29', '2022-2-28', '2022-13-01', '20220228', ' 2022-02-28', ''],
  ],
  ['a number that was shown', count, [0, 1, 1_000_000], [-1, 1_000_001, 0.5, '1']],
  ['hours in hundredths', someHours, [1, 100_000], [0, 100_001, 0.5]],
  [
    'a SHA-256',
    sha256Hex,
    [HASH],
    [HASH.slice(1), `${HASH}0`, `g${HASH.slice(1)}`, HASH.toUpperCase(), `\n${HASH}`],
  ],
]

test.each(INPUTS.flatMap(([what, schema, taken]) => taken.map((value) => ({ what, schema, value }))))(
  '$what may be $value',
  ({ schema, value }) => expect(schema.safeParse(value).success).toBe(true),
)

test.each(INPUTS.flatMap(([what, schema, _, refused]) => refused.map((value) => ({ what, schema, value }))))(
  '$what is not $value',
  ({ schema, value }) => expect(schema.safeParse(value).success).toBe(false),
)

test('what was typed is kept as it is seen: without blanks around it', () => {
  expect(typed(3).parse('  土壤学 ')).toBe('土壤学')
})
