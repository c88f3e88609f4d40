// Rosters as seventeen kinds of program write them and people fill them in, and files that real programs wrote: each with
// the right result. Whoever meets a file that is read wrongly adds its manner, its scenario, or the file itself.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { instant } from '../../domain/kernel/instant'
import { Refused } from '../../server/kernel/refused'
import { readRoster, rosterRow } from '../../server/membership/roster/read-roster'
import { KEPT } from './kept'
import { PRODUCERS, written } from './producers'
import { type Right, SCENARIOS } from './scenarios'

const RULES = {
  now: instant(Date.parse('2022-08-15T10:00:00+08:00')),
  minimumAgeYears: 16,
  allowInventedAreas: true,
}

/** As far as the right result says something of it. */
async function resultOf(bytes: Uint8Array): Promise<unknown> {
  try {
    const { sheetName, others, rows } = await readRoster(bytes)
    return {
      sheetName,
      others: others.map(({ name }) => name),
      rows: rows.map((typed) => {
        const unit = { id: 'unit', name: typed.unitName }
        const judged = rosterRow(typed, {
          unit,
          rules: RULES,
          hashOf: (number) => number,
          mobileHashOf: (mobile) => mobile,
        })
        return {
          ...{
            row: judged.row,
            name: judged.name,
            idNumber: judged.idNumberHash,
            mobile: judged.mobileMasked,
          },
          ...{ unitName: typed.unitName, position: typed.position, reason: judged.reason?.code ?? '' },
          oddities: judged.oddities.map(({ code }) => code),
        }
      }),
    }
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

const masked = (mobile: string): string =>
  mobile === '' ? '' : `${mobile.slice(0, 3)}****${mobile.slice(7)}`

function expected(right: Right): object {
  if ('code' in right) return right
  return {
    ...{ sheetName: right.sheetName, others: right.others ?? [] },
    rows: right.rows.map(({ oddities = [], mobile = '', reason = '', ...row }) => ({
      ...row,
      ...{ idNumber: reason === '' ? row.idNumber : '', reason, oddities, mobile: masked(mobile) },
    })),
  }
}

const scenarios = Object.entries(SCENARIOS)
const cases = Object.entries(PRODUCERS).flatMap(([producer, manner], p) =>
  scenarios.map(([scenario, made], s) => ({
    producer,
    scenario,
    manner,
    made: made(p * scenarios.length + s),
  })),
)

test('the corpus has more than a hundred files, in the manner of more than ten programs', () => {
  expect(Object.keys(PRODUCERS).length).toBeGreaterThan(10)
  expect(cases.length + KEPT.length).toBeGreaterThan(200)
})

test.each(cases)('$producer: $scenario', async ({ manner, made: { book, right } }) => {
  expect(await resultOf(written(book, manner))).toMatchObject(expected(right))
})

describe('files that real programs wrote', () => {
  const folder = path.join(__dirname, 'kept')

  test('each has its right result', () => {
    const files = readdirSync(folder).filter((file) => !file.endsWith('.md'))
    expect(files.sort()).toEqual(KEPT.map(({ file }) => file).sort())
  })

  test.each(KEPT)('$file', async ({ file, right }) => {
    expect(await resultOf(readFileSync(path.join(folder, file)))).toMatchObject(expected(right))
  })
})
