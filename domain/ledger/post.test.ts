import { hoursOf } from '../kernel/hours'
import { instant } from '../kernel/instant'
import { type Account, emptyAccount } from './account'
import { type Posting, post } from './post'

const posting: Posting = {
  id: 'course-exam:p1:c1',
  category: 'professional',
  hours: hoursOf(8),
  baseLevel: 'province',
  cap: null,
  verified: true,
  earnedAt: instant(1_000),
  recordedAt: instant(2_000),
  policyVersion: 'test-1',
  content: { title: '继续教育法规', attemptId: 'a1' },
}

function heldBy(account: Account): Account {
  const outcome = post(account, posting)
  if (!outcome.ok || outcome.value.kind !== 'posted') throw new Error('not posted')
  return outcome.value.account
}

const again = (change: Partial<Posting>): string => {
  const outcome = post(heldBy(emptyAccount()), { ...posting, ...change })
  return outcome.ok ? outcome.value.kind : outcome.refusal.code
}

describe('the same cause posted again', () => {
  test.each<[what: string, change: Partial<Posting>]>([
    ['another category', { category: 'public' }],
    ['other hours', { hours: hoursOf(7) }],
    ['a base of another level', { baseLevel: 'city' }],
    ['no base', { baseLevel: null }],
    ['earned at another moment', { earnedAt: instant(1_001) }],
    ['another attempt', { content: { title: '继续教育法规', attemptId: 'a2' } }],
  ])('%s is a conflict', (_, change) => {
    expect(again(change)).toBe('ENTRY_CONFLICT')
  })

  test.each<[what: string, change: Partial<Posting>]>([
    ['nothing else', {}],
    ['recorded later', { recordedAt: instant(9_000) }],
    ['under a corrected pack', { policyVersion: 'test-2' }],
    ['the person verified meanwhile, or not', { verified: false }],
  ])('%s is a repeat', (_, change) => {
    expect(again(change)).toBe('repeated')
  })

  test('a credit of nothing, or less, is no credit', () => {
    for (const hours of [0, -1])
      expect(() => post(emptyAccount(), { ...posting, hours: hoursOf(hours) })).toThrow(RangeError)
  })
})
