import { hoursOf } from '../../../domain/kernel/hours'
import { instant } from '../../../domain/kernel/instant'
import { emptyAccount } from '../../../domain/ledger/account'
import type { RoleGrant } from '../../../domain/organisation/roles'
import type { ClaimSubject } from '../../../domain/review/claim'
import { claimOf } from '../../../tests/harness/claim-of'
import type { AccountDocument } from '../../books/hours/documents'
import { packs } from '../../kernel/packs'
import { accept } from '../../kernel/refused'
import { type Looked, oddReasons } from './odd-reasons'

const shandong = accept(packs.standardOf('shandong', 2022))
const ningxia = accept(packs.standardOf('ningxia', 2022))

const DEEMING: ClaimSubject = { type: 'deeming', fact: { id: 'village', year: 2022 } }
const YEAR: ClaimSubject = { type: 'year' }

const reasons = (
  change: Partial<Looked> = {},
  reviewerId = 'r',
  grants: readonly RoleGrant[] = [],
): string[] =>
  oddReasons(
    { claim: claimOf(), pack: shandong, account: null, oddities: [], effect: null, ...change },
    { person: { _id: reviewerId }, grants },
  )

test('a claim like its neighbours has nothing odd', () => {
  expect(reasons()).toEqual([])
})

test('one’s own claim, and what was found at its submission, in this order', () => {
  expect(
    reasons({ oddities: ['日期不全在 2022 年内', '日期有重叠'], claim: claimOf({ revision: 2 }) }, 'p'),
  ).toEqual([
    '是你本人的申报，要由别人审核',
    '日期不全在 2022 年内',
    '日期有重叠',
    '退回后补正过，请看改了什么',
  ])
})

test('a claim of whom one stands in for', () => {
  const standIn = { role: 'unit-reviewer', orgId: 'u', until: instant(1), grantedBy: 'p' } as const
  expect(reasons({}, 'r', [standIn])).toEqual(['是委托你代审的人的申报，要由别人审核'])
  expect(reasons({}, 'r', [{ ...standIn, until: null }])).toEqual([])
})

describe('hours that nobody has said yet', () => {
  const unsaid = { claimedHours: null, recognisedHours: null }
  test('are recognised by the reviewer', () => {
    expect(reasons({ claim: claimOf(unsaid) })).toEqual(['要由审核人认定学时'])
  })
  test('not where a level before has recognised some, nor where no hours are claimed', () => {
    expect(reasons({ claim: claimOf({ ...unsaid, recognisedHours: hoursOf(4) }) })).toEqual([])
    expect(reasons({ claim: claimOf({ ...unsaid, subject: DEEMING }) })).toEqual([])
  })
})

describe('hours over a cap', () => {
  const effect = { counted: hoursOf(3), overCap: hoursOf(5), capLabel: '自学', categoryName: '专业科目' }
  test.each([
    [effect, ['自学：5 学时超出上限，只计 3 学时']],
    [{ ...effect, capLabel: '' }, ['5 学时超出上限，只计 3 学时']],
    [{ ...effect, overCap: hoursOf(0) }, []],
  ])('%j', (given, said) => {
    expect(reasons({ effect: given })).toEqual(said)
  })
})

describe('a year that is handed in before it has its hours', () => {
  const year = claimOf({ subject: YEAR, claimedHours: null })
  const account = (counted: number, pending: number): AccountDocument => {
    const empty = emptyAccount()
    const portions = { ...empty.portions.public, counted: hoursOf(counted), pending: hoursOf(pending) }
    return {
      ...{ ...empty, _id: 'a', version: 1, personId: 'p', region: 'shandong', year: 2022 },
      portions: {
        public: portions,
        professional: { ...portions, counted: hoursOf(60), pending: hoursOf(0) },
      },
    }
  }

  test('lacks all of them without an account', () => {
    expect(reasons({ claim: year })).toEqual([
      `${shandong.labels.public}还差 30 学时`,
      `${shandong.labels.professional}还差 60 学时`,
    ])
  })
  test.each<[counted: number, pending: number, said: string[]]>([
    [10, 19.5, [`${shandong.labels.public}还差 0.5 学时`]],
    [10, 20, []],
    [40, 0, []],
  ])('%d counted and %d waiting of 30', (counted, pending, said) => {
    expect(reasons({ claim: year, account: account(counted, pending) })).toEqual(said)
  })
  test('lacks none where the notice asks nothing of a single year', () => {
    expect(reasons({ claim: year, pack: ningxia })).toEqual([])
  })
  test('is asked of a year alone', () => {
    expect(reasons({ claim: claimOf({ subject: DEEMING }), account: account(0, 0) })).toEqual([])
  })
})
