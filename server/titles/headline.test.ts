// The one sentence in which a title is answered, and the cures beside it.
import { hoursOf, ZERO_HOURS } from '../../domain/kernel/hours'
import { instant } from '../../domain/kernel/instant'
import type { TitleVerdict, TitleYear } from '../../domain/title/verdict'
import { packs } from '../kernel/packs'
import { accept } from '../kernel/refused'
import { headlineOf, outcomeOf } from './check-title'
import type { TitleQuestion } from './title-question'

const pack = accept(packs.standardOf('shaanxi', 2022))
const [rule] = pack.titles
if (!rule) throw new Error('Shaanxi asks of no title')

const year = (of: number, change: Partial<TitleYear> = {}): TitleYear => ({
  ...{ year: of, state: 'incomplete', counted: { public: ZERO_HOURS, professional: ZERO_HOURS } },
  ...{ missing: null, why: '' },
  ...change,
})

const VERDICT: TitleVerdict = {
  ...{ packVersion: pack.version, level: rule.level, applicationYear: 2022, met: false, kind: 'years' },
  ...{ waivedBy: null, deemedBy: null, needed: 3, consecutive: false, chosenYears: [], years: [] },
  ...{ total: null, public: null, substituted: ZERO_HOURS, notes: [], rules: [], cures: [] },
}

const said = (change: Partial<TitleVerdict>): string => {
  const of: TitleQuestion = {
    input: { level: rule.level, applicationYear: 2022, declared: {} },
    ...{ region: 'shaanxi', now: instant(0), packs, pack, rule, years: [], ledger: [], credited: [] },
    ...{ standing: {}, otherRegions: [] },
    verdict: { ...VERDICT, ...change },
  }
  return headlineOf(of)
}
const sum = (required: number, counted: number) => ({
  ...{ required: hoursOf(required), counted: hoursOf(counted), reached: hoursOf(counted) },
  missing: hoursOf(Math.max(0, required - counted)),
})
const lacking = (ofPublic: number, professional: number) => ({
  missing: { public: hoursOf(ofPublic), professional: hoursOf(professional) },
})

test.each([
  [null, 'no-rule'],
  [true, 'met'],
  [false, 'short'],
] as const)('met %s is %s', (met, outcome) => {
  expect(outcomeOf({ ...VERDICT, met })).toBe(outcome)
})

test.each<[about: string, change: Partial<TitleVerdict>, headline: string]>([
  ['a notice that is silent', { met: null, notes: ['通知只规定了高级', '其他'] }, '通知只规定了高级'],
  ['a notice without a word', { met: null }, '通知没有规定'],
  ['a waiver', { met: true, waivedBy: 'x' }, '这次申报，通知对继续教育不作要求。'],
  [
    'sums that are reached',
    { met: true, kind: 'window', chosenYears: [2020, 2021] },
    '2020–2021 年累计的学时够了。',
  ],
  ['a deeming for all years', { met: true, deemedBy: 'x', chosenYears: [2021] }, '通知规定视同完成。'],
  [
    'a deeming that was not needed',
    { met: true, deemedBy: 'x', needed: 1, chosenYears: [2021] },
    '2021 年已经完成，够 1 年。',
  ],
  [
    'years that are complete',
    { met: true, chosenYears: [2019, 2021, 2022], years: [year(2020, { state: 'deemed' })] },
    '2019、2021、2022 年已经完成，够 3 年。',
  ],
  [
    'years of which one is deemed',
    { met: true, needed: 2, chosenYears: [2020, 2021], years: [year(2020, { state: 'deemed' })] },
    '2020–2021 年已经完成（含视同完成），够 2 年。',
  ],
  [
    'both sums lack',
    { kind: 'window', public: sum(120, 80), total: sum(360, 320.5) },
    '公需课还差 40 学时，总学时还差 39.5 学时。',
  ],
  ['one sum lacks', { kind: 'window', public: sum(120, 120), total: sum(360, 320) }, '总学时还差 40 学时。'],
  [
    'the only year lacks of both parts',
    { needed: 1, years: [year(2022, lacking(4, 8.5))] },
    '2022 年还差 4 学时公需课、8.5 学时专业课。',
  ],
  [
    'the only year lacks of one part',
    { needed: 1, years: [year(2021), year(2022, lacking(0, 8))] },
    '2022 年还差 8 学时专业课。',
  ],
  [
    'one year is needed, and two could be it',
    { needed: 1, years: [year(2021, lacking(4, 8)), year(2022, lacking(0, 8))] },
    '要 1 个达标的年度，现在有 0 个，还差 1 个。',
  ],
  [
    'more than one year is needed',
    { chosenYears: [2021], years: [year(2022, lacking(4, 8))] },
    '要 3 个达标的年度，现在有 1 个，还差 2 个。',
  ],
])('%s', (_, change, headline) => {
  expect(said(change)).toBe(headline)
})
