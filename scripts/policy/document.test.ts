import { readFileSync } from 'node:fs'
import path from 'node:path'
import { instant, startOfDay } from '../../domain/kernel/instant'
import { REGIONS } from '../../domain/kernel/regions'
import { packLookup } from '../../domain/policy/lookup'
import { policyOf } from '../../server/policy/show-policy'
import { packs } from './cases'
import { directory } from './command-line.fixture'
import { answerOf, DOCUMENT, theExamples, writeAnswers } from './examples.fixture'
import { lookUp } from './pack-path'

// docs/policies.md cannot go stale: its examples are run, and every field, reason and path that it should name is there.
// XUESHI_WRITE_EXAMPLES=1 npx jest scripts/policy/document   prints the answers anew.
const files = directory()
const examples = theExamples()
const read = (file: string): string => readFileSync(path.resolve(__dirname, '../..', file), 'utf8')
const document = readFileSync(DOCUMENT, 'utf8')

if (process.env.XUESHI_WRITE_EXAMPLES) {
  test('the answers are written', () => {
    writeAnswers(examples.map((example) => answerOf(example, files.file)))
  })
} else {
  test.each(examples.map((example) => [`${example.line}: ${example.command}`, example] as const))(
    'docs/policies.md:%s',
    (_, example) => {
      const found = answerOf(example, files.file)
      const { kind, isExcerpt, text } = example.answer
      if (kind === 'text' && isExcerpt)
        expect(found.split('\n')).toEqual(expect.arrayContaining(text.split('\n')))
      else if (kind === 'text') expect(found).toBe(text)
      else if (isExcerpt) expect(JSON.parse(found)).toEqual(excerptOf(JSON.parse(text)))
      else expect(JSON.parse(found)).toEqual(JSON.parse(text))
    },
  )
}

/** Objects by the fields that are printed, lists by the elements. */
function excerptOf(printed: unknown): unknown {
  if (Array.isArray(printed)) return expect.arrayContaining(printed.map(excerptOf))
  if (printed === null || typeof printed !== 'object') return printed
  const parts = Object.entries(printed).map(([key, part]) => [key, excerptOf(part)])
  return expect.objectContaining(Object.fromEntries(parts))
}

test('each notice has its example of each command that asks a notice', () => {
  const asked = new Set(
    examples.map(({ command, file }) => {
      const region = /region: (\w+)/.exec(file.text)?.[1]
      const year = /(?:year|applicationYear): (\d{4})/.exec(file.text)?.[1]
      return `${command.split(' ')[0]} ${region} ${year ?? ''}`.trim()
    }),
  )
  for (const command of ['evaluate', 'explain', 'title', 'plan'])
    for (const notice of ['shaanxi 2022', 'shaanxi 2020', 'qinghai 2023', 'shandong 2022'])
      expect(asked).toContain(`${command} ${notice}`)
  for (const notice of [
    'evaluate shaanxi 2021',
    'title shaanxi 2021',
    'evaluate ningxia 2022',
    'title ningxia 2022',
  ])
    expect(asked).toContain(notice)
  for (const command of ['fee', 'dates'])
    for (const region of REGIONS)
      expect([...asked].some((one) => one.startsWith(`${command} ${region}`))).toBe(true)
  for (const command of ['validate', 'diff'])
    expect(examples.some((example) => example.command.startsWith(command))).toBe(true)
})

const names = (source: string, pattern: RegExp): string[] => [
  ...new Set([...source.matchAll(pattern)].flatMap(([, name]) => name ?? [])),
]

test('every field of the facts and of the verdicts is explained', () => {
  const inCode = 'earnedAt'
  const fields = [
    'domain/policy/facts.ts',
    'domain/policy/verdict.ts',
    'domain/title/verdict.ts',
    'domain/plan/offer.ts',
  ].flatMap((file) => names(read(file), /^ {2}readonly (\w+)\??:/gm))
  const untold = fields.filter((field) => field !== inCode && !document.includes(`\`${field}\``))
  expect(untold).toEqual([])
})

test('every reason why an item does not count, and every name of what is malformed, is explained', () => {
  const reasons = names(read('domain/policy/verdict.ts'), /\| '([A-Z_]+)'/g)
  const malformed = ['facts-schema', 'ask', 'main', 'people'].flatMap((file) =>
    names(read(`scripts/policy/${file}.ts`), /'([A-Z]+(?:_[A-Z]+)+)'/g),
  )
  expect(reasons.length).toBeGreaterThan(15)
  expect([...reasons, ...malformed].filter((name) => !document.includes(`\`${name}\``))).toEqual([])
})

describe('what the notices leave open', () => {
  const rows = document.split('\n').flatMap((row) => {
    const [, number, ...cells] = row.split('|').map((cell) => cell.trim())
    return /^\d+$/.test(number ?? '') ? [{ number: Number(number), cells }] : []
  })
  const paths = rows.flatMap(({ number, cells }) =>
    names(cells[2] ?? '', /`([^`]+: [^`]+)`/g).map((place) => ({ number, place })),
  )
  const lookup = packLookup(packs)

  test('all 44 are there, each with our reading and where a person meets it', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 44 }, (_, index) => index + 1))
    for (const { cells } of rows) for (const cell of cells.slice(0, 4)) expect(cell).not.toBe('')
  })

  test('those that no value keeps are few, and say so', () => {
    const without = rows.filter(({ number }) => !paths.some((one) => one.number === number))
    expect(without.map(({ number }) => number)).toEqual(WITHOUT_A_VALUE)
    for (const { cells } of without) expect(cells[2]).toMatch(/^No value: /)
  })

  test.each(paths.map(({ number, place }) => [number, place] as const))(
    '%i: %s is our reading, or what the notice does not say',
    (_, place) => {
      const [id = '', at = ''] = place.split(': ')
      const pack = packs.find((one) => one.id === id)
      if (!pack) throw new Error(`no pack ${id}`)
      const found = lookUp(pack, at)
      expect(['reading', 'silent', 'missing']).toContain(found.state)
      // Limits on files and the first day of a notice are not for trainees; all else stands on the page of policies.
      if (/^(courseware|inForceFrom)/.test(at)) return
      const year = pack.standardYears.value[0] ?? pack.year
      const now = instant(startOfDay(`${pack.year}-08-15` as never))
      const view = policyOf({ packs: lookup, now }, pack.region, year)
      if (view.state !== 'told') throw new Error(`${id} is not told`)
      const notes = view.sections.flatMap(({ lines }) =>
        lines.flatMap(({ more, note }) => [note, ...more.map((rule) => rule.note)]),
      )
      const said = String(found.reading ?? found.note ?? found.document)
      expect(notes.some((note) => note.includes(said.replace(/^《|》$/g, '')))).toBe(true)
    },
  )
})

/** Kept by the shape of facts and packs, by a part that is still to come, or editorial. */
const WITHOUT_A_VALUE = [4, 13, 18, 26, 27, 33]
