// Accounts as they were stored before trainings shared each day: 40 hours in three days under NY22-8.
import { hoursOf } from '../../../domain/kernel/hours'
import { instant } from '../../../domain/kernel/instant'
import { post } from '../../../domain/ledger/post'
import { upgraded } from '../../kernel/store/collection'
import { type AccountDocument, accounts } from './documents'

const line = (sequence: number, bucket: string | null, hours: number) => ({
  entryId: `claim:${sequence}`,
  sequence,
  digest: `d${sequence}`,
  category: 'professional',
  hours: hours * 100,
  baseLevel: null,
  bucket,
  earnedAt: Date.parse('2022-05-12T10:00:00+08:00') + sequence,
  within: hours * 100,
  verified: true,
  releasedAt: null,
  voidedBy: null,
})

const OLD = {
  _id: 'p:shandong:2022',
  version: 3,
  personId: 'p',
  region: 'shandong',
  year: 2022,
  portions: {
    public: { counted: 0, pending: 0, overCap: 0, void: 0 },
    professional: { counted: 4_900, pending: 0, overCap: 0, void: 0 },
  },
  lines: [
    line(1, 'cap:training-day:2022-05-12/3', 24),
    line(2, 'cap:training-day:2022-05-12/2', 16),
    line(3, 'cap:self-study-year', 4),
    line(4, null, 5),
  ],
  caps: {
    'cap:training-day:2022-05-12/3': 2_400,
    'cap:training-day:2022-05-12/2': 1_600,
    'cap:self-study-year': 4_000,
  },
  sequence: 4,
  headHash: '0'.repeat(64),
}

test('an account of the first shape keeps its sums, and its next entry takes back what its days hold too much', () => {
  const account = upgraded<AccountDocument>(accounts, OLD)
  expect(account.caps).toEqual({ 'day:training-day': 800, 'cap:self-study-year': 4_000 })
  expect(account.lines.map(({ bucket, days }) => [bucket, days])).toEqual([
    ['day:training-day', 3],
    ['day:training-day', 2],
    ['cap:self-study-year', 1],
    [null, 1],
  ])
  expect(account.portions.professional).toEqual(OLD.portions.professional)
  const posted = post(account, {
    id: 'claim:5',
    category: 'professional',
    hours: hoursOf(1),
    baseLevel: null,
    cap: null,
    verified: true,
    earnedAt: instant(0),
    recordedAt: instant(0),
    policyVersion: 't',
    content: {},
  })
  if (!posted.ok || posted.value.kind !== 'posted') throw new Error('not posted')
  expect(posted.value.account.portions.professional).toMatchObject({ counted: 3_400, overCap: 1_600 })
  expect(posted.value.entry.movements).toContainEqual({
    line: 2,
    category: 'professional',
    from: 'counted',
    to: 'overCap',
    hours: 1_600,
  })
})

test('an account of today is read as it is', () => {
  const account = upgraded<AccountDocument>(accounts, OLD)
  expect(upgraded(accounts, { ...account, shape: 2 })).toEqual(account)
})
