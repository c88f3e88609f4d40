import { DOCTOR } from '../../tests/harness/said-title'
import { packs } from '../kernel/packs'
import { accept } from '../kernel/refused'
import { type Declared, declared, declaresAnything, factsDeclared } from './declared'

const qinghai = accept(packs.standardOf('qinghai', 2023))
const shandong = accept(packs.standardOf('shandong', 2022))
const NOTHING = { deemings: [], substitutions: [] }

describe('whether an answer rests on the person’s word', () => {
  test.each<[said: Declared, rests: boolean]>([
    [{}, false],
    [{ degree: '硕士' }, true],
    [{ deemings: [] }, false],
    [{ deemings: [{ id: 'village' }] }, true],
    [{ substitutions: [] }, false],
    [{ substitutions: [{ id: 'computer', count: 1 }] }, true],
    [{ recordedYears: [] }, false],
    [{ recordedYears: [2019] }, true],
    [{ tenureYears: 3, seriesRequiresExams: true, cityCommittee: false }, false],
  ])('%j: %s', (said, rests) => {
    expect(declaresAnything(said)).toBe(rests)
  })
})

describe('what a person may declare', () => {
  const many = <T>(length: number, one: T): T[] => Array.from({ length }, () => one)
  test.each<[said: object, taken: boolean]>([
    [{ degree: '' }, false],
    [{ degree: '士'.repeat(40) }, true],
    [{ degree: '士'.repeat(41) }, false],
    [{ tenureYears: -1 }, false],
    [{ tenureYears: 0 }, true],
    [{ tenureYears: 60 }, true],
    [{ tenureYears: 61 }, false],
    [{ tenureYears: 2.5 }, false],
    [{ deemings: many(20, { id: 'village' }) }, true],
    [{ deemings: many(21, { id: 'village' }) }, false],
    [{ deemings: [{ id: 'village', year: 1949 }] }, false],
    [{ deemings: [{ id: 'village', year: 1950, obtainedYear: 2100 }] }, true],
    [{ deemings: [{ id: 'village', termFromYear: 2101 }] }, false],
    [{ deemings: [{ id: 'village', enrolledYear: 2010.5 }] }, false],
    [{ substitutions: many(10, { id: 'computer', count: 1 }) }, true],
    [{ substitutions: many(11, { id: 'computer', count: 1 }) }, false],
    [{ substitutions: [{ id: 'computer', count: 0 }] }, false],
    [{ substitutions: [{ id: 'computer', count: 20 }] }, true],
    [{ substitutions: [{ id: 'computer', count: 21 }] }, false],
    [{ recordedYears: many(20, 2019) }, true],
    [{ recordedYears: many(21, 2019) }, false],
  ])('%j: %s', (said, taken) => {
    expect(declared.safeParse(said).success).toBe(taken)
  })
})

const NOBODY = { credited: [], standing: {}, applicationYear: 2022 }

describe('declared facts as the rules read them', () => {
  test('nothing said is nothing', () => {
    expect(factsDeclared(qinghai, {}, NOBODY)).toEqual(NOTHING)
  })

  test('degree, tenure and series are taken as said', () => {
    const said = { degree: '硕士', tenureYears: 0, seriesRequiresExams: true, cityCommittee: true }
    expect(factsDeclared(qinghai, said, NOBODY)).toEqual({ ...NOTHING, ...said })
  })

  test('a tick states the months that its rule asks for; a rule without months states none', () => {
    const withMonths = qinghai.deemings.find(({ leastMonths }) => leastMonths !== null)
    const without = qinghai.deemings.find(({ leastMonths }) => leastMonths === null)
    if (!withMonths || !without) throw new Error('Qinghai has a rule of each')
    const year = { year: 2021, termFromYear: undefined }
    const deemings = [withMonths, without].map(({ id }) => ({ id, ...year }))
    expect(factsDeclared(qinghai, { deemings } as Declared, NOBODY).deemings).toEqual([
      { id: withMonths.id, year: 2021, months: withMonths.leastMonths?.value },
      { id: without.id, year: 2021 },
    ])
  })

  test('a reviewed fact goes before the person’s word about the same', () => {
    const credited = [{ id: 'village', year: 2020, months: 14 }]
    const said = { deemings: [{ id: 'village', year: 2023 }] }
    expect(factsDeclared(qinghai, said, { ...NOBODY, credited }).deemings).toEqual(credited)
  })

  test('what the notice does not know is no fact, said or credited', () => {
    const unknown = { id: 'unknown', year: 2023 }
    expect(factsDeclared(qinghai, { deemings: [unknown] }, { ...NOBODY, credited: [unknown] })).toEqual(
      NOTHING,
    )
  })

  test('a tick says for whom its rule is, and whose committee; another word about the committee is kept', () => {
    const deemings = [{ id: 'enterprise-2022' }]
    expect(factsDeclared(shandong, { deemings }, NOBODY)).toMatchObject({
      personKind: 'enterprise',
      cityCommittee: true,
    })
    expect(factsDeclared(shandong, { deemings, cityCommittee: false }, NOBODY).cityCommittee).toBe(false)
  })

  test('what the unit’s record says of the person goes before any tick', () => {
    const deemings = [{ id: 'enterprise-2022' }]
    const standing = { personKind: 'institution', line: 'health' } as const
    expect(factsDeclared(shandong, { deemings }, { ...NOBODY, standing })).toMatchObject(standing)
  })

  test('NX22-5: the present title in the register goes before any word about its year', () => {
    const standing = { title: { held: DOCTOR, isVerified: true } }
    const said = {
      degree: '硕士研究生',
      tenureYears: 9,
      deemings: [{ id: 'village', year: 2021, termFromYear: 2001 }],
    }
    expect(factsDeclared(qinghai, said, { ...NOBODY, standing })).toMatchObject({
      ...{ heldLevel: 'middle', tenureYears: 4 },
      deemings: [{ id: 'village', year: 2021, termFromYear: 2018 }],
    })
    const none = { title: { held: null, isVerified: false } }
    expect(factsDeclared(qinghai, said, { ...NOBODY, standing: none })).toMatchObject({
      ...{ heldLevel: 'none', tenureYears: 9 },
      deemings: [{ termFromYear: 2001 }],
    })
  })
})
