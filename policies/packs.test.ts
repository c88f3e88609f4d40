import { canonicalJson } from '../domain/kernel/canonical'
import { hoursOf } from '../domain/kernel/hours'
import { instant } from '../domain/kernel/instant'
import { checkNotice } from '../domain/policy/check-notice'
import { creditOf } from '../domain/policy/credit-of'
import type { LearningItem } from '../domain/policy/facts'
import { packLookup } from '../domain/policy/lookup'
import { sealPack } from '../domain/policy/seal-pack'
import { NOTICES } from '.'
import { SHAANXI_2022 } from './shaanxi/2022'

const lookup = packLookup(NOTICES.map(sealPack))
const beijing = (text: string) => instant(Date.parse(`${text}+08:00`))

test.each(NOTICES.map((notice) => [notice.id, notice] as const))(
  '%s is whole: JSON, each value with its clause or reason, sums that meet',
  (_, notice) => {
    expect(checkNotice(notice)).toEqual([])
    expect(JSON.parse(JSON.stringify(notice))).toEqual(notice)
  },
)

test('no two notices of a region set the standard of the same year', () => {
  for (const region of new Set(NOTICES.map((notice) => notice.region))) {
    const years = lookup.yearsOf(region)
    expect(new Set(years).size).toBe(years.length)
  }
})

describe('what one item gives, as the ledger posts it', () => {
  const course = (change: Partial<LearningItem>): LearningItem => ({
    id: 'c',
    kind: 'online-course',
    category: 'public',
    subjectId: 'sx22-public-3',
    earnedAt: beijing('2022-08-15T10:00:00'),
    hours: hoursOf(2),
    meets: ['courseware-audited', 'within-specialty', 'exam-passed'],
    ...change,
  })
  const year = { region: 'shaanxi', year: 2022 }

  test('SX22-2: a public subject falls under its own hours, a professional course under nothing', () => {
    expect(creditOf(SHAANXI_2022, year, course({}))).toMatchObject({
      reason: 'COUNTED',
      cap: { bucket: 'subject:sx22-public-3', hours: 200 },
    })
    const professional = course({ category: 'professional', hours: hoursOf(8) })
    expect(creditOf(SHAANXI_2022, year, professional)).toMatchObject({ hours: 800, cap: null })
  })

  test('SX22-11: hours of another platform are none', () => {
    expect(creditOf(SHAANXI_2022, year, course({ providerId: 'elsewhere' })).reason).toBe(
      'PROVIDER_NOT_LAWFUL',
    )
  })
})

describe('no rule is said, not guessed', () => {
  test('a year whose notice nobody read has no standard', () => {
    expect(lookup.standardOf('shaanxi', 2015)).toEqual({
      ok: false,
      refusal: { code: 'NO_RULE_FOR_YEAR', details: { region: 'shaanxi', year: 2015 } },
    })
    expect(lookup.standardOf('shaanxi', 2022).ok).toBe(true)
    expect(lookup.standardOf('qinghai', 2022).ok).toBe(false)
  })

  test('a coming year, and a moment before the first notice, have no window', () => {
    expect(lookup.isYearOpen('shaanxi', 2023, beijing('2022-08-01T00:00:00'))).toMatchObject({
      refusal: { code: 'NO_RULE_FOR_YEAR' },
    })
    expect(lookup.windowOf('shaanxi', beijing('2019-12-31T23:59:59'))).toBeNull()
    expect(lookup.windowOf('shaanxi', beijing('2022-01-01T00:00:00'))?.id).toBe('shaanxi/2022')
    expect(lookup.isYearOpen('shaanxi', 2021, beijing('2021-12-31T23:59:59')).ok).toBe(false)
  })
})

describe('the pack of an earlier decision', () => {
  const decidedBy = (version: string, region: string, year: number) => {
    const found = lookup.decidedBy(version, { region, year })
    return found.ok ? found.value.id : found.refusal.code
  }

  test('is the one of its version, else the standard of its year, else none', () => {
    const { version } = sealPack(SHAANXI_2022)
    expect(decidedBy(version, 'qinghai', 2023)).toBe('shaanxi/2022')
    expect(decidedBy('shaanxi-2022-000000000000', 'qinghai', 2023)).toBe('qinghai/2023')
    expect(decidedBy('', 'qinghai', 2016)).toBe('NO_RULE_FOR_YEAR')
  })

  test('a region is spoken of by the notice in force, before the first by any of its', () => {
    expect(lookup.noticeFor('shaanxi', beijing('2022-01-01T00:00:00'))?.id).toBe('shaanxi/2022')
    expect(lookup.noticeFor('shaanxi', beijing('2019-12-31T23:59:59'))?.region).toBe('shaanxi')
    expect(lookup.noticeFor('gansu', beijing('2022-01-01T00:00:00'))).toBeNull()
  })
})

describe('a version names the content', () => {
  test('one character more is another version; the order of keys is not', () => {
    const pack = sealPack(SHAANXI_2022)
    const reordered = JSON.parse(canonicalJson(SHAANXI_2022))
    expect(sealPack(reordered).version).toBe(pack.version)
    const labels = { ...SHAANXI_2022.labels, hour: '小时' }
    expect(sealPack({ ...SHAANXI_2022, labels }).version).not.toBe(pack.version)
    expect(lookup.byVersion(pack.version)?.id).toBe('shaanxi/2022')
    expect(lookup.byVersion('shaanxi-2022-000000000000')).toBeNull()
  })
})

describe('what is wrong in a notice is found', () => {
  const wrong = (change: object) => checkNotice({ ...SHAANXI_2022, ...change }).map(({ reason }) => reason)
  const { publicSubjects, requirement, windows, kinds } = SHAANXI_2022
  if (!('total' in requirement)) throw new Error('SX22 asks hours of a year')

  test('a value without words or clause, a reading without a reason, an unknown document', () => {
    expect(wrong({ minimumAgeYears: { state: 'reading', value: 16, reading: ' ' } })).toEqual(['no reading'])
    const stated = { state: 'stated', value: true, clause: 'SX22-11', words: '' }
    expect(wrong({ countsOnce: stated })).toEqual(['no words'])
    expect(wrong({ countsOnce: { ...stated, words: '…', clause: '' } })).toEqual(['no clause'])
    expect(wrong({ countsOnce: { ...stated, words: '…', clause: 'QH23-1' } })).toEqual(['no document QH23'])
    expect(wrong({ countsOnce: { ...stated, words: '…', state: 'guessed' } })).toEqual([
      'unknown state guessed',
    ])
  })

  test('subjects that do not add up to the public requirement, parts that are not the total', () => {
    const fewer = { ...publicSubjects, subjects: publicSubjects.subjects.slice(1) }
    expect(wrong({ publicSubjects: fewer })).toEqual(['the subjects do not meet the requirement'])
    const total = { ...requirement.total, value: 81_00 }
    expect(wrong({ requirement: { ...requirement, total } })).toEqual(['the parts are not the total'])
    const fraction = { ...requirement.public, value: 24.5 }
    expect(wrong({ requirement: { ...requirement, public: fraction } })).toEqual([
      'hours are whole hundredths above zero',
    ])
  })

  test('a day that does not exist, overlapping windows', () => {
    const lastDay = { state: 'stated', value: '2022-09-31', clause: 'SX22-15', words: '…' }
    expect(wrong({ windows: [{ ...windows[0], lastDay }] })).toEqual(['2022-09-31 is no day'])
    const throughYear = { ...windows[0]?.throughYear, value: 2022 }
    expect(wrong({ windows: [{ ...windows[0], throughYear }, windows[1]] })).toEqual(['overlaps window 0'])
  })

  test('a cap below zero or unknown, a formula and a kind of route that nobody knows, an id twice', () => {
    const limit = { state: 'reading', value: -1, reading: '…' }
    expect(wrong({ caps: [{ id: 'c', label: '', per: 'year', limit }] })).toEqual(['is below zero'])
    const [kind, ...others] = kinds
    expect(wrong({ kinds: [{ ...kind, caps: ['none'] }, ...others] })).toEqual(['unknown cap none'])
    expect(wrong({ kinds: [{ ...kind, formula: { kind: 'luck' } }, ...others] })).toEqual([
      'unknown formula luck',
    ])
    expect(wrong({ kinds: [{ ...kind, route: 'post' }, ...others] })).toEqual(['unknown kind of route post'])
    expect(wrong({ kinds: [kind, ...kinds] })).toEqual(['online-course is there twice'])
  })
})
