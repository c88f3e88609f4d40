import { stringify } from 'yaml'
import type { Notice } from '../../domain/policy/pack'
import { TAIAN_2022 } from '../../policies/shandong/taian-2022'
import { answered, directory, run } from './command-line.fixture'
import { changesBetween } from './diff'

const files = directory()

// Tai'an's notice with ten hours less of self-study a year, and a kind less.
const [, selfStudy] = TAIAN_2022.caps
const changed: Notice = {
  ...TAIAN_2022,
  caps: TAIAN_2022.caps.map((cap) =>
    cap === selfStudy ? { ...cap, limit: { ...cap.limit, value: 3_000 as never } } : cap,
  ),
  kinds: TAIAN_2022.kinds.filter(({ id }) => id !== 'training'),
}
const after = files.file('after.json', JSON.stringify(changed))
const before = 'shandong/taian-2022'

const course = (category: string, hours: number) => ({
  kind: 'online-course',
  category,
  hours,
  providerId: 'ta-tyjrp',
  meets: ['exam-passed'],
})
const study = { kind: 'self-study', hours: 36, meets: ['study-record-kept'] }
const year = { region: 'shandong', year: 2022, personKind: 'enterprise' }
const affected = { id: '甲', ...year, items: [course('public', 30), course('professional', 24), study] }
const untouched = { id: '乙', ...year, items: [course('public', 30), course('professional', 60)] }

const difference = {
  id: '甲',
  before: {
    complete: true,
    publicHours: 30,
    professionalHours: 60,
    missingPublicHours: 0,
    missingProfessionalHours: 0,
  },
  after: {
    complete: false,
    publicHours: 30,
    professionalHours: 54,
    missingPublicHours: 0,
    missingProfessionalHours: 6,
  },
  items: [{ id: '3', before: 'COUNTED 36', after: 'COUNTED 30' }],
}

describe('what changed', () => {
  test('each value, by its path and id; a kind that is gone does not make its neighbours look changed', () => {
    const { changes } = answered('diff', before, after)
    expect(changes).toEqual([
      {
        path: 'kinds/training',
        before: expect.objectContaining({ id: 'training' }),
      },
      { path: 'caps/self-study-year/limit/value', before: 4000, after: 3000 },
    ])
  })

  test('from one notice to the next: hours that stay, subjects and fees that do not', () => {
    const { changes } = answered('diff', 'shaanxi/2020', 'shaanxi/2022') as {
      changes: { path: string; before: unknown; after: unknown }[]
    }
    const paths = changes.map(({ path }) => path)
    expect(paths).not.toContain('requirement/public/value')
    expect(changes).toContainEqual({ path: 'publicSubjects/choice/value', before: 'oneOf', after: 'allOf' })
    expect(changes).toContainEqual({ path: 'fees/onlineFenPerHour/value', before: 400, after: 360 })
    expect(paths).not.toContain('version')
  })

  test('nothing between a pack and itself; every value between nothing and something', () => {
    expect(answered('diff', before, before).changes).toEqual([])
    expect(changesBetween({ a: [1, 2] }, { a: [1] })).toEqual([{ path: 'a/1', before: 2, after: undefined }])
    expect(changesBetween({ a: [] }, { a: {} })).toEqual([{ path: 'a', before: [], after: {} }])
    expect(changesBetween({ a: null }, { a: { b: 1 } })).toEqual([
      { path: 'a', before: null, after: { b: 1 } },
    ])
  })

  test('a pack that is neither ours nor a file, or not whole', () => {
    expect(run('diff', before, 'shandong/2050')).toMatchObject({ code: 2, out: '' })
    const broken = files.file('broken.json', JSON.stringify({ ...changed, carryOver: 1 }))
    expect(run('diff', before, broken)).toMatchObject({ code: 2, out: '' })
  })
})

describe('for whom, and how', () => {
  const people = [
    affected,
    { id: '丙', ...year, items: [{ ...study, hours: -1 }] },
    { id: '丁', ...year, year: 20 },
    { id: '戊', region: 'qinghai', year: 2023 },
    'nobody',
    null,
    { id: ['己'], ...year },
    untouched,
  ]
  const refused = [
    { id: '丙', fields: [{ path: 'items/0/hours', reason: 'HOURS_NEGATIVE' }] },
    { id: '丁', fields: [{ path: 'year', reason: 'YEAR_MALFORMED' }] },
    { id: '戊', fields: [{ path: 'region', reason: 'REGION_OF_ANOTHER_PACK' }] },
    { id: '5', fields: [{ path: '', reason: 'PERSON_MALFORMED' }] },
    { id: '6', fields: [{ path: '', reason: 'PERSON_MALFORMED' }] },
    { id: '7', fields: [{ path: 'id', reason: 'ID_MALFORMED' }] },
  ]

  test('good people: whose year changes, and which of their items', () => {
    const file = files.file('good.yaml', stringify([affected, untouched]))
    expect(run('diff', before, after, '--people', file).code).toBe(0)
    expect(answered('diff', before, after, '--people', file)).toMatchObject({
      people: 2,
      refused: [],
      affected: [difference],
    })
  })

  test('malformed people among them are named, and the others judged', () => {
    const file = files.file('mixed.yaml', stringify(people))
    expect(run('diff', before, after, '--people', file).code).toBe(1)
    expect(answered('diff', before, after, '--people', file)).toMatchObject({
      people: 2,
      refused,
      affected: [difference],
    })
  })

  test('the same a line each, where one line is no JSON', () => {
    const lines = people.map((person) => JSON.stringify(person))
    const file = files.file('mixed.jsonl', `${['{"id": "庚", ', '', ...lines].join('\n')}\n`)
    expect(answered('diff', before, after, '--people', file)).toMatchObject({
      people: 2,
      refused: [
        { id: '1', fields: [{ path: '', reason: 'LINE_MALFORMED' }] },
        ...refused.map((one) => (/^\d$/.test(one.id) ? { ...one, id: String(Number(one.id) + 1) } : one)),
      ],
      affected: [difference],
    })
  })

  test('people that are no list', () => {
    const file = files.file('one.yaml', stringify(affected))
    expect(run('diff', before, after, '--people', file)).toMatchObject({ code: 2, out: '' })
  })
})
