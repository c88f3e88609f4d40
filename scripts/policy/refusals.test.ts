import { stringify } from 'yaml'
import { SHAANXI_2022 } from '../../policies/shaanxi/2022'
import { answered, directory, run } from './command-line.fixture'

const files = directory()
let count = 0
const facts = (of: object | string): string => {
  count += 1
  return files.file(`facts-${count}.yaml`, typeof of === 'string' ? of : stringify(of))
}

/** The malformed fields, as `path REASON`. */
function refused(command: string, of: object | string): string[] {
  const ran = run(command, facts(of))
  expect(ran.code).toBe(1)
  const { code, fields } = JSON.parse(ran.out) as { code: string; fields: { path: string; reason: string }[] }
  expect(code).toBe('INPUT_INVALID')
  return fields.map(({ path, reason }) => `${path} ${reason}`)
}

const course = { kind: 'online-course', category: 'professional', hours: 8 }
const year = (...items: object[]) => ({ region: 'shaanxi', year: 2022, items })

describe.each(['evaluate', 'explain'])('%s', (command) => {
  test.each([
    ['below zero', -1, 'HOURS_NEGATIVE'],
    ['finer than hundredths', 1.005, 'HOURS_FINER_THAN_HUNDREDTHS'],
    ['no number', Number.NaN, 'HOURS_NOT_FINITE'],
    ['without end', Number.POSITIVE_INFINITY, 'HOURS_NOT_FINITE'],
    ['below zero without end', Number.NEGATIVE_INFINITY, 'HOURS_NOT_FINITE'],
    ['more than can be added up', 1e300, 'HOURS_TOO_MANY'],
    ['words', '八', 'HOURS_NOT_FINITE'],
  ])('hours that are %s', (_, hours, reason) => {
    expect(refused(command, year(course, { ...course, hours }))).toEqual([`items/1/hours ${reason}`])
    expect(refused(command, year({ ...course, recognisedHours: hours }))).toEqual([
      `items/0/recognisedHours ${reason}`,
    ])
  })

  test('each malformed field, all at once', () => {
    const wrong = {
      ...course,
      hours: 8,
      at: '2022-02-30',
      category: 'both',
      mode: 'radio',
      meets: ['sat-through'],
      days: -1,
      count: 1.5,
      base: { name: '', level: 'county', audience: 'all' },
      colour: 'red',
    }
    expect(refused(command, { ...year(wrong), personKind: 'robot', level: 'professor', extra: 1 })).toEqual([
      'level TITLE_LEVEL_UNKNOWN',
      'personKind PERSON_KIND_UNKNOWN',
      'items/0/category CATEGORY_UNKNOWN',
      'items/0/mode MODE_UNKNOWN',
      'items/0/at DATE_MALFORMED',
      'items/0/days NUMBER_NEGATIVE',
      'items/0/count NUMBER_NOT_WHOLE',
      'items/0/meets/0 CONDITION_UNKNOWN',
      'items/0/base/name TEXT_MISSING',
      'items/0/base/level BASE_LEVEL_UNKNOWN',
      'items/0/base/audience AUDIENCE_UNKNOWN',
      'items/0/colour FIELD_UNKNOWN',
      'extra FIELD_UNKNOWN',
    ])
  })

  test.each(['2022-05-01T25:00', '2022-05-01 10:00', '01/05/2022', '2022-5-1', ''])('no moment: %s', (at) => {
    expect(refused(command, year({ ...course, at }))).toEqual(['items/0/at DATE_MALFORMED'])
  })

  test('two items of one id, an item without a kind, something that stands for nothing', () => {
    expect(refused(command, year({ ...course, id: '2' }, course))).toEqual(['items/1/id ID_TWICE'])
    expect(refused(command, year({ hours: 8 }))).toEqual(['items/0/kind TEXT_MISSING'])
    expect(refused(command, { ...year(), deemings: [{ id: 'village', year: 2022 }] })).toEqual([
      'deemings/0/id DEEMING_UNKNOWN',
    ])
  })

  test('a region nobody knows, a year that is none, no year at all', () => {
    expect(refused(command, { region: 'mars', year: 2022 })).toEqual(['region REGION_UNKNOWN'])
    expect(refused(command, { year: 2022 })).toEqual(['region REGION_UNKNOWN'])
    for (const wrong of [2022.5, '2022', Number.NaN, 20])
      expect(refused(command, { region: 'shaanxi', year: wrong })).toEqual(['year YEAR_MALFORMED'])
    expect(refused(command, { region: 'shaanxi' })).toEqual(['year YEAR_MALFORMED'])
  })

  test('a year of which there is no notice is said, and is not zero', () => {
    for (const asked of [2015, 2023])
      expect(answered(command, facts({ region: 'shaanxi', year: asked, items: [course] }))).toEqual({
        ok: false,
        code: 'NO_RULE_FOR_YEAR',
        region: 'shaanxi',
        year: asked,
        clauses: [],
      })
  })

  test('a base that no list has, a kind that no notice has: the item, by name', () => {
    const items = [
      { kind: 'training', hours: 8, meets: ['plan-approved'], base: { name: '无名学院' } },
      { kind: 'dancing', hours: 8 },
    ]
    expect(answered(command, facts({ region: 'qinghai', year: 2023, items }))).toMatchObject({
      complete: false,
      items: [
        { reason: 'BASE_UNKNOWN', by: '无名学院', counted: 0, refused: 8 },
        { reason: 'KIND_UNKNOWN', by: 'dancing', counted: 0, refused: 8 },
      ],
    })
  })

  test('what is no object, no YAML, no file', () => {
    for (const [text, reason] of [
      ['- 1', 'facts are one object'],
      ['', 'facts are one object'],
      ['a: [1', ':1'],
      ['region: shaanxi\nregion: qinghai', ':2'],
    ] as const) {
      const ran = run(command, facts(text))
      expect(ran).toMatchObject({ code: 2, out: '' })
      expect(ran.err).toMatch(reason)
    }
    expect(run(command, '/nowhere/facts.yaml')).toMatchObject({ code: 2, out: '' })
  })
})

describe('title', () => {
  const senior = { region: 'qinghai', level: 'senior', applicationYear: 2023 }

  test('a person without a title level, or with one that nobody has', () => {
    const { level: _, ...without } = senior
    expect(refused('title', without)).toEqual(['level TITLE_LEVEL_UNKNOWN'])
    expect(refused('title', { ...senior, level: 'professor' })).toEqual(['level TITLE_LEVEL_UNKNOWN'])
  })

  test('malformed hours deep inside, a year told twice, a fraction of a year, fields nobody knows', () => {
    const years = [
      { year: 2022, items: [{ ...course, hours: -1 }] },
      { year: 2021, items: [course, { ...course, hours: Number.POSITIVE_INFINITY }] },
    ]
    expect(refused('title', { ...senior, years })).toEqual([
      'years/0/items/0/hours HOURS_NEGATIVE',
      'years/1/items/1/hours HOURS_NOT_FINITE',
    ])
    expect(refused('title', { ...senior, years: [{ year: 2022 }, { year: 2022 }] })).toEqual([
      'years/1/year YEAR_TWICE',
    ])
    expect(refused('title', { ...senior, tenureYears: 2.5, rank: 1 })).toEqual([
      'tenureYears NUMBER_NOT_WHOLE',
      'rank FIELD_UNKNOWN',
    ])
    expect(refused('title', { ...senior, region: 'mars' })).toEqual(['region REGION_UNKNOWN'])
    expect(refused('title', { ...senior, appliedAt: '2023-13-01' })).toEqual(['appliedAt DATE_MALFORMED'])
  })

  test('an application before any notice is said, and is not refused as insufficient', () => {
    expect(answered('title', facts({ ...senior, applicationYear: 2015 }))).toMatchObject({
      ok: false,
      code: 'NO_RULE_FOR_YEAR',
      year: 2015,
    })
  })

  test('what the notice does not know is named among the notes', () => {
    const substitutions = [{ id: 'chess', count: 1 }]
    const answer = answered('title', facts({ ...senior, deemings: [{ id: 'moon' }], substitutions }))
    expect(String(answer.notes)).toContain('moon')
    const middle = { region: 'ningxia', level: 'middle', applicationYear: 2022, substitutions }
    expect(String(answered('title', facts(middle)).notes)).toContain('chess')
  })
})

describe('fee', () => {
  const order = { region: 'shaanxi', mode: 'online', hours: 8, on: '2022-08-01' }

  test.each([
    ['hours', -8, 'HOURS_NEGATIVE'],
    ['hours', 0.001, 'HOURS_FINER_THAN_HUNDREDTHS'],
    ['hours', Number.NaN, 'HOURS_NOT_FINITE'],
    ['hours', 0, 'MALFORMED'],
    ['price', -1, 'MONEY_NEGATIVE'],
    ['price', 3.605, 'MONEY_FINER_THAN_FEN'],
    ['price', Number.POSITIVE_INFINITY, 'MONEY_NOT_FINITE'],
    ['payroll', 1e300, 'MONEY_TOO_MUCH'],
    ['mode', 'radio', 'MODE_UNKNOWN'],
    ['on', '2022-02-30', 'DATE_MALFORMED'],
    ['on', undefined, 'DATE_MISSING'],
    ['region', 'mars', 'REGION_UNKNOWN'],
    ['tip', 1, 'FIELD_UNKNOWN'],
  ])('%s %s', (field, value, reason) => {
    expect(refused('fee', { ...order, [field]: value })).toEqual([`${field} ${reason}`])
  })

  test('a day before any notice, and a notice without prices, have no fee: not a fee of zero', () => {
    const early = answered('fee', facts({ ...order, on: '2015-08-01' }))
    expect(early).toEqual({
      ok: false,
      code: 'NO_RULE_FOR_YEAR',
      region: 'shaanxi',
      at: '2015-08-01',
      clauses: [],
    })
    const qinghai = answered('fee', facts({ ...order, region: 'qinghai', on: '2023-08-01' }))
    expect(qinghai).toMatchObject({ ok: false, code: 'NO_FEE_RULE' })
    expect(qinghai).not.toHaveProperty('amount')
  })
})

describe('dates', () => {
  const claim = { region: 'qinghai', act: 'submit-claim', at: '2023-12-10' }

  test('an act nobody knows, a moment that is none, a year that is none', () => {
    expect(refused('dates', { ...claim, act: 'dance' })).toEqual(['act ACT_UNKNOWN'])
    expect(refused('dates', { ...claim, at: '2023-13-10' })).toEqual(['at DATE_MALFORMED'])
    expect(refused('dates', { region: 'qinghai', act: 'study' })).toEqual(['at DATE_MALFORMED'])
    expect(refused('dates', { ...claim, region: '' })).toEqual(['region REGION_UNKNOWN'])
    expect(refused('dates', { region: 'qinghai', year: 2023.5, at: '2023-12-10' })).toEqual([
      'year YEAR_MALFORMED',
    ])
  })

  test('a moment before any notice, a year that no notice speaks of, an act without a date', () => {
    expect(answered('dates', facts({ ...claim, at: '2015-12-10' }))).toMatchObject({
      code: 'NO_RULE_FOR_YEAR',
    })
    const coming = { region: 'qinghai', year: 2030, at: '2023-12-10' }
    expect(answered('dates', facts(coming))).toMatchObject({ open: false, code: 'NO_RULE_FOR_YEAR' })
    expect(answered('dates', facts({ ...claim, act: 'connect-invoice' }))).toMatchObject({ state: 'silent' })
  })
})

describe('plan', () => {
  const ask = { region: 'shaanxi', level: 'senior', applicationYear: 2022, today: '2022-08-15' }
  const offer = { id: 'a', year: 2022, category: 'professional', hours: 8, fee: 28.8 }

  test('offers that are malformed, twice or empty, a pace of nothing, no day, no level', () => {
    const offers = [
      { ...offer, hours: -8 },
      { ...offer, id: 'b', hours: Number.POSITIVE_INFINITY, fee: -1 },
      { ...offer, id: 'c', hours: 0, fee: Number.NaN, year: 1 },
      { ...offer, id: '', minutes: 1.5, source: 'luck', baseLevel: 'county', lastDay: '2022-02-30' },
    ]
    expect(refused('plan', { ...ask, minutesPerEvening: 0, offers })).toEqual([
      'minutesPerEvening NUMBER_ZERO',
      'offers/0/hours HOURS_NEGATIVE',
      'offers/1/hours HOURS_NOT_FINITE',
      'offers/1/fee MONEY_NEGATIVE',
      'offers/2/year YEAR_MALFORMED',
      'offers/2/hours HOURS_ZERO',
      'offers/2/fee MONEY_NOT_FINITE',
      'offers/3/id TEXT_MISSING',
      'offers/3/minutes NUMBER_NOT_WHOLE',
      'offers/3/source SOURCE_UNKNOWN',
      'offers/3/lastDay DATE_MALFORMED',
      'offers/3/baseLevel BASE_LEVEL_UNKNOWN',
    ])
    expect(refused('plan', { ...ask, offers: [offer, offer] })).toEqual(['offers/1/id ID_TWICE'])
    expect(refused('plan', { ...ask, today: undefined })).toEqual(['today DATE_MALFORMED'])
    expect(refused('plan', { ...ask, level: undefined })).toEqual(['level TITLE_LEVEL_UNKNOWN'])
    expect(refused('plan', { ...ask, haste: 1 })).toEqual(['haste FIELD_UNKNOWN'])
  })

  test('a day before any notice', () => {
    expect(answered('plan', facts({ ...ask, applicationYear: 2015, today: '2015-08-15' }))).toMatchObject({
      ok: false,
      code: 'NO_RULE_FOR_YEAR',
    })
  })
})

describe('--pack: anybody’s pack decides, and decides alone', () => {
  const nextYear = {
    ...SHAANXI_2022,
    id: 'shaanxi/2024',
    year: 2024,
    standardYears: { ...SHAANXI_2022.standardYears, value: [2024] },
    inForceFrom: { ...SHAANXI_2022.inForceFrom, value: '2024-01-01' },
  }
  const file = files.file('2024.json', JSON.stringify(nextYear))

  test('a year that only this pack knows', () => {
    const of = facts({ region: 'shaanxi', year: 2024, items: [{ ...course, meets: ['exam-passed'] }] })
    expect(answered('evaluate', of)).toMatchObject({ code: 'NO_RULE_FOR_YEAR' })
    expect(answered('evaluate', of, '--pack', file)).toMatchObject({ year: 2024, complete: false })
  })

  test('a title of its year', () => {
    const of = facts({ region: 'shaanxi', level: 'middle', applicationYear: 2024 })
    expect(answered('title', of, '--pack', file)).toMatchObject({ applicationYear: 2024, needed: 1 })
  })

  test('another year or another region is not judged by it in silence', () => {
    const other = facts({ region: 'shaanxi', year: 2022 })
    expect(answered('evaluate', other, '--pack', file)).toMatchObject({
      code: 'NO_RULE_FOR_YEAR',
      pack: 'shaanxi/2024',
    })
    const elsewhere = facts({ region: 'qinghai', year: 2023 })
    expect(answered('evaluate', elsewhere, '--pack', 'shaanxi/2022')).toMatchObject({
      fields: [{ path: 'region', reason: 'REGION_OF_ANOTHER_PACK' }],
    })
  })

  test('a pack that is not whole decides nothing', () => {
    const broken = files.file('broken.json', JSON.stringify({ ...nextYear, caps: 1 }))
    const ran = run('evaluate', facts({ region: 'shaanxi', year: 2024 }), '--pack', broken)
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toMatch(/broken\.json:1 caps caps is malformed/)
  })
})

describe('the command line itself', () => {
  test('an unknown command, one without a file, one with two, an unknown option', () => {
    for (const argv of [
      [],
      ['guess'],
      ['constructor'],
      ['evaluate'],
      ['evaluate', 'a', 'b'],
      ['diff', 'shaanxi/2020'],
      ['validate', '--loud'],
    ])
      expect(run(...argv)).toMatchObject({ code: 2, out: '' })
  })

  test('--text says the same for people', () => {
    const ran = run('explain', facts(year({ ...course, meets: ['courseware-audited'] })), '--text')
    expect(ran.code).toBe(0)
    expect(ran.out).toMatch(/^2022 年度：未完成\n公需：计入 0\/24/)
    expect(ran.out).toMatch(/SX22-3：“/)
    expect(run('evaluate', facts({ region: 'shaanxi', year: 2015 }), '--text').out).toMatch(
      /^不受理：NO_RULE_FOR_YEAR/,
    )
  })
})
