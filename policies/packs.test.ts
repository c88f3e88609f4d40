import { canonicalJson } from '../../domain/kernel/canonical'
import { hoursOf } from '../../domain/kernel/hours'
import { instant } from '../../domain/kernel/instant'
import { emptyAccount } from '../../domain/ledger/account'
import { requiredOf, yearComplete } from '../../domain/ledger/year-complete'
import { capOf } from '../../domain/policy/cap-of'
import { checkNotice } from '../../domain/policy/check-notice'
import { packLookup } from '../../domain/policy/lookup'
import { sealPack } from '../../domain/policy/seal-pack'
import { NOTICES } from '..'
import { SHAANXI_2022 } from './2022'

const lookup = packLookup(NOTICES.map(sealPack))
const beijing = (text: string) => instant(Date.parse(`${text}+08:00`))

test('every notice is whole: JSON, each value with its clause or reason, sums that meet', () => {
  for (const notice of NOTICES) {
    expect(checkNotice(notice)).toEqual([])
    expect(JSON.parse(JSON.stringify(notice))).toEqual(notice)
  }
})

test('SX22-1: 80 in all, 24 public and 56 professional, both at once', () => {
  const { requirement } = SHAANXI_2022
  expect([requirement.total, requirement.public, requirement.professional].map(({ value }) => value)).toEqual(
    [8_000, 2_400, 5_600],
  )
  const have = (publicHours: number, professionalHours: number) => {
    const { portions } = emptyAccount()
    return {
      public: { ...portions.public, counted: hoursOf(publicHours) },
      professional: { ...portions.professional, counted: hoursOf(professionalHours) },
    }
  }
  const required = requiredOf(SHAANXI_2022)
  expect(yearComplete(have(24, 56), required)).toBe(true)
  expect(yearComplete(have(30, 50), required)).toBe(false)
  expect(yearComplete(have(24, 55.99), required)).toBe(false)
})

test('SX22-2: three public subjects of 12, 10 and 2, each capped at its own hours', () => {
  const { subjects } = SHAANXI_2022.publicSubjects
  expect(subjects.map(({ hours }) => hours.value)).toEqual([1_200, 1_000, 200])
  expect(capOf(SHAANXI_2022, 'sx22-public-3')).toEqual({ bucket: 'subject:sx22-public-3', limit: 200 })
  expect(capOf(SHAANXI_2022, null)).toBeNull()
})

test('SX22-5: a municipal base serves junior and middle titles, a provincial one all three', () => {
  expect(SHAANXI_2022.titleLevels.city.value).toEqual(['junior', 'middle'])
  expect(SHAANXI_2022.titleLevels.province.value).toEqual(['junior', 'middle', 'senior'])
})

test('SX22-9, SX22-10, SX22-11, SX22-13 are in the pack', () => {
  expect(SHAANXI_2022.generatedByPlatform.value).not.toContain('equivalent')
  expect(SHAANXI_2022.claimable.value).toEqual(['professional'])
  expect(SHAANXI_2022.onlyPlatformHours).toMatchObject({ value: true, clause: 'SX22-11' })
  expect(SHAANXI_2022.profileBeforeUse).toMatchObject({ value: true, clause: 'SX22-13' })
  expect(SHAANXI_2022.equivalents.state).toBe('missing')
})

test('SX20-41: 30, 10 and 10 from a bank three times as large, applied to 2022 as our reading', () => {
  const { single, multiple, judge, bankMultiple } = SHAANXI_2022.exam
  expect([single.value, multiple.value, judge.value, bankMultiple.value]).toEqual([30, 10, 10, 3])
  for (const size of [single, multiple, judge, bankMultiple]) {
    expect(size).toMatchObject({ state: 'reading', clause: 'SX20-41' })
  }
})

describe('SX22-15: exams of 2021 and earlier close with 2022-09-30', () => {
  test.each([
    [2021, '2022-08-31T23:59:59.999', true],
    [2021, '2022-09-30T23:59:59.999', true],
    [2021, '2022-10-01T00:00:00.000', false],
    [2019, '2022-08-01T00:00:00.000', true],
    [2019, '2022-10-01T00:00:00.000', false],
    [2022, '2022-10-01T00:00:00.000', true],
    [2022, '2022-12-31T23:59:59.999', true],
    [2022, '2023-01-01T00:00:00.000', true],
  ])('target year %i at %s: open is %s', (year, at, open) => {
    const outcome = lookup.isYearOpen('shaanxi', year, beijing(at))
    expect(outcome.ok).toBe(open)
    if (!outcome.ok) {
      const details = { year, closedOn: '2022-09-30', clauseId: 'SX22-15' }
      expect(outcome.refusal).toEqual({ code: 'YEAR_CLOSED', details })
    }
  })
})

describe('no rule is said, not guessed', () => {
  test('a year whose notice nobody read has no standard', () => {
    expect(lookup.standardOf('shaanxi', 2021)).toEqual({
      ok: false,
      refusal: { code: 'NO_RULE_FOR_YEAR', details: { region: 'shaanxi', year: 2021 } },
    })
    expect(lookup.standardOf('shaanxi', 2022).ok).toBe(true)
    expect(lookup.standardOf('qinghai', 2022).ok).toBe(false)
  })

  test('a coming year, and a moment before the first notice, have no window', () => {
    expect(lookup.isYearOpen('shaanxi', 2023, beijing('2022-08-01T00:00:00'))).toMatchObject({
      refusal: { code: 'NO_RULE_FOR_YEAR' },
    })
    expect(lookup.windowOf('shaanxi', beijing('2021-12-31T23:59:59'))).toBeNull()
    expect(lookup.windowOf('shaanxi', beijing('2022-01-01T00:00:00'))?.year).toBe(2022)
    expect(lookup.isYearOpen('shaanxi', 2021, beijing('2021-12-31T23:59:59')).ok).toBe(false)
  })
})

describe('a version names the content', () => {
  test('one character more is another version; the order of keys is not', () => {
    const pack = sealPack(SHAANXI_2022)
    const reordered = JSON.parse(canonicalJson(SHAANXI_2022))
    expect(sealPack(reordered).version).toBe(pack.version)
    const labels = { ...SHAANXI_2022.labels, hour: '小时' }
    expect(sealPack({ ...SHAANXI_2022, labels }).version).not.toBe(pack.version)
    expect(lookup.byVersion(pack.version)?.year).toBe(2022)
    expect(lookup.byVersion('shaanxi-2022-000000000000')).toBeNull()
  })
})

describe('what is wrong in a notice is found', () => {
  const wrong = (change: object) => checkNotice({ ...SHAANXI_2022, ...change })

  test('a value without words, a reading without a reason, an unknown document', () => {
    expect(wrong({ minimumAgeYears: { state: 'reading', value: 16, reading: ' ' } })).toHaveLength(1)
    const stated = { state: 'stated', value: true, clause: 'SX22-11', words: '' }
    expect(wrong({ onlyPlatformHours: stated })).toHaveLength(1)
    expect(wrong({ onlyPlatformHours: { ...stated, words: '…', clause: 'QH23-1' } })).toHaveLength(1)
  })

  test('subjects that do not add up to the public requirement, a day that does not exist, broken hours', () => {
    const { publicSubjects, requirement, windows } = SHAANXI_2022
    expect(
      wrong({ publicSubjects: { ...publicSubjects, subjects: publicSubjects.subjects.slice(1) } }),
    ).toHaveLength(1)
    const hours = { ...requirement, public: { ...requirement.public, value: 24.5 } }
    expect(wrong({ requirement: hours }).length).toBeGreaterThan(0)
    const lastDay = { state: 'stated', value: '2022-09-31', clause: 'SX22-15', words: '…' }
    expect(wrong({ windows: [{ ...windows[0], lastDay }] })).toHaveLength(1)
  })
})
