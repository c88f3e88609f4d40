import { hoursOf, hundredths } from '../kernel/hours'
import { instant } from '../kernel/instant'
import type { Notice } from '../policy/pack'
import { type Account, emptyAccount } from './account'
import type { Entry } from './entry'
import { type Posting, post } from './post'
import { release } from './release'
import { firstBreak } from './replay'
import { voidEntry } from './void-entry'
import { yearComplete, yearState } from './year-complete'

const posting = (change: Partial<Posting> = {}): Posting => ({
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
  ...change,
})

function posted(account: Account, change: Partial<Posting> = {}): { account: Account; entry: Entry } {
  const outcome = post(account, posting(change))
  if (!outcome.ok || outcome.value.kind !== 'posted') throw new Error('not posted')
  return outcome.value
}

const voided = (account: Account, entryId: string, reason = '课程停办') => {
  const outcome = voidEntry(account, {
    entryId,
    reason,
    clauseId: 'SX22-16',
    at: instant(5_000),
    policyVersion: 't',
  })
  if (!outcome.ok || outcome.value.kind !== 'voided') throw new Error('not voided')
  return outcome.value
}

test('a verified credit counts; the same again changes nothing; other content is refused by name', () => {
  const { account, entry } = posted(emptyAccount())
  expect(account.portions.professional.counted).toBe(hoursOf(8))
  expect(entry).toMatchObject({ sequence: 1, kind: 'credit', earnedAt: 1_000, recordedAt: 2_000 })
  expect(post(account, posting({ recordedAt: instant(9_000) }))).toMatchObject({
    ok: true,
    value: { kind: 'repeated' },
  })
  expect(post(account, posting({ hours: hoursOf(9) }))).toEqual({
    ok: false,
    refusal: { code: 'ENTRY_CONFLICT', details: { entryId: 'course-exam:p1:c1' } },
  })
  expect(post(account, posting({ content: { attemptId: 'a2' } })).ok).toBe(false)
})

test('hours of an unverified person wait, and one release counts them all', () => {
  const first = posted(emptyAccount(), { verified: false })
  const second = posted(first.account, { id: 'course-exam:p1:c2', category: 'public', verified: false })
  expect(second.account.portions.professional).toMatchObject({ counted: 0, pending: hoursOf(8) })
  const released = release(second.account, { accountId: 'acc', at: instant(7_000), policyVersion: 't' })
  expect(released?.account.portions).toMatchObject({
    public: { counted: hoursOf(8), pending: 0 },
    professional: { counted: hoursOf(8), pending: 0 },
  })
  expect(released?.entry.movements).toHaveLength(2)
  expect(
    release(released?.account ?? emptyAccount(), {
      accountId: 'acc',
      at: instant(8_000),
      policyVersion: 't',
    }),
  ).toBeNull()
})

test('a release up to a moment leaves what was earned after it waiting for another one', () => {
  const first = posted(emptyAccount(), { verified: false, earnedAt: instant(1_000) })
  const second = posted(first.account, { id: 'later', verified: false, earnedAt: instant(6_000) })
  const on = { accountId: 'acc', at: instant(7_000), policyVersion: 't' }
  const released = release(second.account, { ...on, earnedUntil: instant(5_000) })
  expect(released?.account.lines.map(({ releasedAt }) => releasedAt)).toEqual([7_000, null])
  expect(release(released?.account ?? emptyAccount(), { ...on, earnedUntil: instant(5_000) })).toBeNull()
  expect(release(released?.account ?? emptyAccount(), on)?.account.portions.professional).toMatchObject({
    counted: hoursOf(16),
    pending: 0,
  })
})

test('a release leaves a voided line as it is', () => {
  const first = posted(emptyAccount(), { verified: false })
  const second = posted(first.account, { id: 'other', verified: false })
  const { account } = voided(second.account, 'other')
  const released = release(account, { accountId: 'acc', at: instant(7_000), policyVersion: 't' })
  expect(released?.account.lines.map(({ releasedAt }) => releasedAt)).toEqual([7_000, null])
  expect(released?.account.portions.professional).toMatchObject({ counted: hoursOf(8), void: hoursOf(8) })
})

test('beyond a cap nothing is lost: voiding the earlier frees room, and hours flow back in the same entry', () => {
  const cap = { bucket: 'subject:1', hours: hoursOf(12) }
  const first = posted(emptyAccount(), { cap, hours: hoursOf(12) })
  const second = posted(first.account, { id: 'later', cap, hours: hoursOf(10), earnedAt: instant(1_500) })
  expect(second.account.portions.professional).toMatchObject({
    counted: hoursOf(12),
    overCap: hoursOf(10),
  })
  const { account, entry } = voided(second.account, 'course-exam:p1:c1')
  expect(account.portions.professional).toEqual({
    counted: hoursOf(10),
    pending: 0,
    overCap: 0,
    void: hoursOf(12),
  })
  expect(entry.movements).toEqual([
    { line: 1, category: 'professional', from: 'counted', to: 'void', hours: hoursOf(12) },
    { line: 2, category: 'professional', from: 'overCap', to: 'counted', hours: hoursOf(10) },
  ])
})

test('what was earned earlier and recorded later takes its place under the cap', () => {
  const cap = { bucket: 'study', hours: hoursOf(30) }
  const late = posted(emptyAccount(), {
    id: 'tuesday',
    cap,
    hours: hoursOf(20),
    earnedAt: instant(2_000),
  })
  const early = posted(late.account, { id: 'monday', cap, hours: hoursOf(20), earnedAt: instant(1_000) })
  const within = Object.fromEntries(early.account.lines.map((line) => [line.entryId, line.within]))
  expect(within).toEqual({ tuesday: hoursOf(10), monday: hoursOf(20) })
})

test('voiding twice for one reason is once; for another it is refused', () => {
  const { account } = voided(posted(emptyAccount()).account, 'course-exam:p1:c1')
  const again = {
    entryId: 'course-exam:p1:c1',
    clauseId: 'SX22-16',
    at: instant(6_000),
    policyVersion: 't',
  }
  expect(voidEntry(account, { ...again, reason: '课程停办' })).toMatchObject({
    value: { kind: 'repeated' },
  })
  expect(voidEntry(account, { ...again, reason: '别的' })).toMatchObject({
    refusal: { code: 'ENTRY_CONFLICT' },
  })
  expect(() => voidEntry(account, { ...again, entryId: 'nobody', reason: '' })).toThrow(RangeError)
})

test('a changed, missing or moved entry shows in the chain', () => {
  const one = posted(emptyAccount())
  const two = posted(one.account, { id: 'two' })
  const three = posted(two.account, { id: 'three' })
  const chain = [one.entry, two.entry, three.entry]
  expect(firstBreak(chain)).toBeNull()
  const inflated = { ...two.entry, movements: [{ ...two.entry.movements[0], hours: hoursOf(80) }] } as Entry
  expect(firstBreak([one.entry, inflated, three.entry])).toEqual({ reason: 'content', sequence: 2 })
  expect(firstBreak([one.entry, three.entry])).toMatchObject({ reason: 'sequence', expected: 2 })
  expect(firstBreak([one.entry, { ...three.entry, sequence: 2 }])).toEqual({ reason: 'link', sequence: 2 })
})

test('no id and no person enters the chain: the same acts of another person have the same head', () => {
  const one = posted(emptyAccount(), { id: 'course-exam:p1:c1' })
  const other = posted(emptyAccount(), { id: 'course-exam:p2:c1' })
  expect(other.account.headHash).toBe(one.account.headHash)
})

test('a credit of nothing is a fault of ours, not a refusal', () => {
  expect(() => post(emptyAccount(), posting({ hours: hundredths(0) }))).toThrow(RangeError)
})

const asks = (hours: number) => ({ state: 'reading', value: hoursOf(hours), reading: '' }) as const
const PACK = {
  requirement: {
    total: asks(80),
    public: asks(24),
    professional: asks(56),
    bothParts: { state: 'reading', value: true, reading: '' },
  },
  publicSubjects: { choice: { state: 'reading', value: 'free', reading: '' } },
} as unknown as Notice
const standing = (...of: Parameters<typeof portions>) => ({ portions: portions(...of), lines: [] })
const portions = (publicHours: number, professionalHours: number, pending = 0): Account['portions'] => ({
  public: { ...emptyAccount().portions.public, counted: hoursOf(publicHours) },
  professional: {
    ...emptyAccount().portions.professional,
    counted: hoursOf(professionalHours),
    pending: hoursOf(pending),
  },
})

describe('SX22-1: both parts at once', () => {
  test.each([
    [24, 56, true],
    [24, 55.99, false],
    [23.99, 56, false],
    [30, 50, false],
    [24, 80, true],
    [0, 80, false],
    [0, 0, false],
  ])('%d public and %d professional: %s', (publicHours, professionalHours, expected) => {
    expect(yearComplete(standing(publicHours, professionalHours), PACK)).toBe(expected)
  })

  test('pending hours do not count, and what is missing is said', () => {
    expect(yearState(standing(30, 48, 8), PACK)).toEqual({
      complete: false,
      missing: { public: 0, professional: hoursOf(8) },
    })
  })
})
