import { annualNotice, deeming, hours, lookupOf, we, yearsGate } from '../policy/notice.fixture'
import { annual, CITY, inGate, item, qinghai, recorded, rulesOf, verdictOf, yearsOf } from './title.fixture'

const GATE = [4, 2019, 0, false, true]
const YEAR = [13_500, 4_500, 9_000, true]
const CLOSED = '这一年的学时已于2022年12月31日截止，现在不能补学。'

describe('QH23-17: whole years, each with its own words', () => {
  const verdict = verdictOf(
    annual,
    qinghai({
      years: [
        recorded(2018),
        recorded(2019),
        { year: 2020, recordedComplete: false },
        { year: 2021, items: [item('a', 'public', 45), item('b', 'professional', 90)] },
        {
          year: 2022,
          items: [
            item('c', 'public', 40),
            item('d', 'professional', 30),
            item('e', 'professional', 20, { base: CITY }),
            item('p', 'professional', 10, { pending: true }),
          ],
        },
        { year: 2023, items: [item('f', 'public', 45), item('g', 'professional', 90)] },
      ],
      substitutions: [{ id: 'language', count: 1 }],
    }),
  )
  const of2022 =
    '还差公需科目5学时、专业科目60学时。另有20学时来自的基地级别不能用于申报这一级职称。另有10学时还在等待核对或审核。'

  test('the years', () => {
    expect(yearsOf(verdict)).toEqual([
      '2018 not-looked-at 0+0 −? 可以选用的是2019—2023年，这一年不在其中。',
      '2019 complete 0+0 −0+0 当年登记为完成。',
      '2020 incomplete 0+0 −? 当年登记为没有完成。',
      '2021 complete 4500+9000 −0+0 公需科目45学时、专业科目90学时，已经完成。',
      `2022 incomplete 4000+3000 −500+6000 ${of2022}`,
      '2023 unverified 4500+9000 −0+0 学时已够，当年的学时通过审验后才能用于申报。',
    ])
  })

  test('the cures: what can still be filled first, then what lacks least', () => {
    expect(verdict.cures).toEqual([
      '2023年：学时已够，请提交审验。',
      `2022年：${of2022}${CLOSED}`,
      `2020年：当年登记为没有完成。${CLOSED}`,
    ])
  })

  test('the rules, in the order in which they decided', () => {
    expect(rulesOf(verdict)).toEqual([...GATE, ...YEAR, ...YEAR, ['junior', 'middle'], ...YEAR])
    expect(verdict.notes).toEqual(['这里按年度看是否完成，通知没有允许用考试成绩代替学时。'])
    expect(verdict).toMatchObject({
      consecutive: false,
      deemedBy: null,
      total: null,
      public: null,
      substituted: 0,
    })
  })

  test('one year alone is named alone; a record counts what its items show', () => {
    const gate = yearsGate(1, { since: null, currentOnlyVerified: we(false) })
    const items = [item('a', 'public', 3), item('b', 'professional', 4)]
    const one = verdictOf(inGate(gate), qinghai({ years: [recorded(2022), { ...recorded(2023), items }] }))
    expect(yearsOf(one)).toEqual([
      '2022 not-looked-at 0+0 −? 可以选用的是2023年，这一年不在其中。',
      '2023 complete 300+400 −0+0 当年登记为完成。',
    ])
    expect(rulesOf(one)).toEqual([1, 0, false, false])
  })

  test('where only the total is asked, any hours fill it, and they are shown as professional ones', () => {
    const requirement = {
      total: we(hours(135)),
      public: we(hours(45)),
      professional: we(hours(90)),
      bothParts: we(false),
    }
    const years = (ofPublic: number, professional: number) => [
      { year: 2022, items: [item('a', 'public', ofPublic), item('b', 'professional', professional)] },
    ]
    const of2022 = (ofPublic: number, professional: number) =>
      yearsOf(
        verdictOf(lookupOf(annualNotice({ requirement })), qinghai({ years: years(ofPublic, professional) })),
      )[3]
    expect(of2022(30, 105)).toBe('2022 complete 3000+10500 −0+0 公需科目30学时、专业科目105学时，已经完成。')
    expect(of2022(60, 60)).toBe('2022 incomplete 6000+6000 −0+3000 还差专业科目30学时。')
    expect(of2022(0, 90)).toBe('2022 incomplete 0+9000 −4500+0 还差公需科目45学时。')
  })
})

describe('what stands for years, and why something does not', () => {
  test('QH23-14, QH23-16: each deeming in its own words', () => {
    const deemings = [
      { id: 'village' },
      { id: 'village', year: 2022, months: 12 },
      { id: 'epidemic', year: 2021 },
      { id: 'nothing' },
    ]
    const verdict = verdictOf(annual, qinghai({ deemings, years: [recorded(2022)] }))
    expect(yearsOf(verdict).slice(2)).toEqual([
      '2021 deemed 0+0 −4500+9000 由“epidemic”视同完成，不另记学时。',
      '2022 complete 0+0 −0+0 当年登记为完成。',
      '2023 incomplete 0+0 −4500+9000 还差公需科目45学时、专业科目90学时。',
    ])
    expect(verdict.notes).toEqual([
      '“village”没有用上：须满12个月。',
      '本地区的通知没有“nothing”这一项，没有用上。',
    ])
    expect(verdict.cures).toEqual([
      '2022年本来已经完成，“village”可以改选任现职期间的另一年。',
      '2023年：还差公需科目45学时、专业科目90学时。2023年12月31日（含）前可以学。',
      `2019年：没有记录；当年已经完成的，请提供登记。${CLOSED}`,
      `2020年：没有记录；当年已经完成的，请提供登记。${CLOSED}`,
    ])
    const village = ['year', 1, 'any-in-term', 12]
    expect(rulesOf(verdict)).toEqual([
      ...GATE,
      ...village,
      ...village,
      ...['year', 1, 'duty-year'],
      ...YEAR,
      ...YEAR,
    ])
  })

  test('a post of twelve months with no year chosen asks for one; epidemic duty chooses none', () => {
    const deemings = [{ id: 'village', months: 12 }, { id: 'epidemic' }]
    const { cures } = verdictOf(annual, qinghai({ deemings }))
    expect(cures[0]).toBe('“village”可以视同一年：请在任现职期间选定一年。')
    expect(cures.filter((cure) => cure.includes('epidemic'))).toEqual([])
    expect(
      verdictOf(annual, qinghai({ deemings: [{ id: 'epidemic', year: 2022 }], years: [recorded(2022)] }))
        .cures[0],
    ).toContain('2023年')
  })

  test('a rule of two years covers two, of whichever facts; a year that no fact names it leaves alone', () => {
    const post = deeming({ id: 'post', covers: we('year'), years: we(2), yearChosen: we('any-in-term') })
    const lookup = lookupOf(annualNotice({ deemings: [post] }))
    const states = (...years: number[]) =>
      verdictOf(lookup, qinghai({ deemings: years.map((year) => ({ id: 'post', year })) })).years.map(
        ({ state }) => state,
      )
    expect(states(2019)).toEqual(['deemed', 'deemed', 'incomplete', 'incomplete', 'incomplete'])
    expect(states(2019, 2021)).toEqual(['deemed', 'deemed', 'incomplete', 'incomplete', 'incomplete'])
    expect(states(2022)).toEqual(['no-rule', 'no-rule', 'incomplete', 'deemed', 'deemed'])
  })

  test('a qualification leaves the public part of each year of its term, and fills one that has it', () => {
    const rule = deeming({ id: 'qualification', covers: we('professional'), when: we('after-present-title') })
    const lookup = lookupOf(annualNotice({ deemings: [rule] }))
    const deemings = [{ id: 'qualification', obtainedYear: 2022, termFromYear: 2022 }]
    const years = [2021, 2022].map((year) => ({ year, items: [item(`${year}`, 'public', 45)] }))
    expect(yearsOf(verdictOf(lookup, qinghai({ deemings, years })))).toEqual([
      '2019 no-rule 0+0 −? 这一年的学时要求没有收进来，只看当年是否登记为完成。',
      '2020 no-rule 0+0 −? 这一年的学时要求没有收进来，只看当年是否登记为完成。',
      '2021 incomplete 4500+0 −0+9000 还差专业科目90学时。',
      '2022 deemed 4500+0 −0+0 公需科目已够，专业科目由“qualification”视同完成。',
      '2023 incomplete 0+0 −4500+0 还差公需科目45学时；专业科目由“qualification”视同完成。',
    ])
  })

  test('a degree that covers all years is enough by itself', () => {
    const rule = deeming({ id: 'degree', covers: we('all-years'), when: we('within-years-looked-at') })
    const facts = qinghai({ deemings: [{ id: 'degree', enrolledYear: 2019, graduatedYear: 2023 }] })
    expect(verdictOf(lookupOf(annualNotice({ deemings: [rule] })), facts)).toMatchObject({
      met: true,
      deemedBy: 'degree',
      chosenYears: [],
      cures: [],
    })
  })

  test('QH23-15: a waiver is said first, and the year’s own requirement stays', () => {
    const verdict = verdictOf(annual, qinghai({ applicationYear: 2024, deemings: [{ id: 'award' }] }))
    expect(verdict).toMatchObject({ met: true, waivedBy: 'award', cures: [] })
    expect(verdict.notes).toEqual([
      '“award”：申报职称时对继续教育不作要求；每年的学时要求不变。',
      '2024年的通知还没有收进来，先按2023年的通知看；新通知到了会重新计算。',
    ])
  })
})

describe('years that must follow one another', () => {
  const gate = yearsGate(3, { consecutive: we(true), currentOnlyVerified: we(false) })
  const chosenOf = (...years: number[]) => {
    const { met, chosenYears } = verdictOf(inGate(gate), qinghai({ years: years.map(recorded) }))
    return `${met} ${chosenYears.join(' ')}`
  }

  test.each([
    [[2019, 2020, 2021], 'true 2019 2020 2021'],
    [[2019, 2020, 2021, 2022], 'true 2020 2021 2022'],
    [[2019, 2020, 2021, 2023], 'true 2019 2020 2021'],
    [[2019, 2021, 2023], 'false 2023'],
    [[2019, 2020, 2022, 2023], 'false 2022 2023'],
    [[2019, 2020, 2022], 'false 2019 2020'],
    [[2022], 'false 2022'],
    [[], 'false '],
  ])('%j: %s', (years, chosen) => {
    expect(chosenOf(...years)).toBe(chosen)
  })
})
