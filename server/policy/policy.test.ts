import { instant } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import { packLookup } from '../../domain/policy/lookup'
import { sealPack } from '../../domain/policy/seal-pack'
import { NOTICES } from '../../policies'
import { makeUpYear } from './make-up-years'
import { policyOf } from './show-policy'
import type { PolicyRule, PolicyView } from './views'

const packs = packLookup(NOTICES.map(sealPack))
const at = (text: string) => instant(Date.parse(`${text}+08:00`))

function told(region: Region, year: number, now: string): PolicyView {
  const view = policyOf({ packs, now: at(now) }, region, year)
  if (view.state !== 'told') throw new Error(`${region} ${year} is not told`)
  return view
}

const rulesOf = ({ sections }: PolicyView): PolicyRule[] =>
  sections.flatMap(({ lines }) => lines.flatMap(({ more, ...own }) => [own, ...more]))

/** Values of the software alone: limits on files, which only makers of courses meet. */
const NOT_FOR_TRAINEES = ['courseware', 'inForceFrom', 'documents']

interface Source {
  state: string
  clause?: string
  words?: string
  reading?: string
  note?: string
}

function sourcesOf(node: unknown): Source[] {
  if (node === null || typeof node !== 'object') return []
  const own = 'state' in node ? [node as Source] : []
  return [...own, ...Object.values(node).flatMap(sourcesOf)]
}

describe.each(packs.all.map((pack) => [pack.id, pack] as const))('%s', (_id, pack) => {
  const year = pack.standardYears.value.includes(pack.year) ? pack.year : (pack.standardYears.value[0] ?? 0)
  const now = `${pack.year}-08-15T10:00:00`

  test('every value of the pack can be read on the page, with its clause and its words', () => {
    const rules = rulesOf(told(pack.region, year, now))
    const kept = Object.entries(pack).filter(([field]) => !NOT_FOR_TRAINEES.includes(field))
    const untold = kept.flatMap(([field, node]) =>
      sourcesOf(node)
        .filter(
          ({ clause, words, reading, note }) =>
            !rules.some(
              (rule) =>
                rule.clauseId === (clause ?? null) &&
                rule.words === (words ?? '') &&
                (reading === undefined || rule.note.includes(reading)) &&
                (note === undefined || rule.note === note),
            ),
        )
        .map((source) => ({ field, source })),
    )
    expect(untold).toEqual([])
  })

  test('each rule has an id of its own, a title, and something to say', () => {
    const view = told(pack.region, year, now)
    const ids = view.sections.flatMap(({ lines }) => lines.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    for (const rule of rulesOf(view)) {
      expect({ id: rule.id, title: rule.title === '', value: rule.value === '' }).toEqual({
        id: rule.id,
        title: false,
        value: false,
      })
      if (rule.clauseId !== null)
        expect({ id: rule.id, document: rule.document }).not.toMatchObject({ document: '' })
      expect(rule.value).not.toMatch(/undefined|NaN|\[object|[a-z]+-[a-z]+-[a-z]+(?!\.)/)
    }
  })
})

test('a year that no pack speaks of says so, with the years that have one', () => {
  const view = policyOf({ packs, now: at('2022-08-15T10:00:00') }, 'shaanxi', 2031)
  expect(view).toMatchObject({ state: 'no-rule', year: 2031, regionName: '陕西省' })
  expect(view.years).toContain(2022)
})

describe('making up 2021 in Shaanxi (SX22-15)', () => {
  const on = (now: string) => makeUpYear({ packs, now: at(now) }, 'shaanxi', 2021)

  test('open on the last day, closed on the next, the clause named both times', () => {
    expect(on('2022-09-30T23:59:59')).toMatchObject({
      state: 'open',
      lastDay: '2022-09-30',
      rule: { clauseId: 'SX22-15', state: 'stated' },
    })
    expect(on('2022-10-01T00:00:00')).toMatchObject({
      state: 'closed',
      lastDay: '2022-09-30',
      rule: { clauseId: 'SX22-15' },
    })
  })
})
