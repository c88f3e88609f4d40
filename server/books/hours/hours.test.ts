import { hoursOf } from '../../../domain/kernel/hours'
import { instant, plusSeconds } from '../../../domain/kernel/instant'
import { firstBreak } from '../../../domain/ledger/replay'
import { voidEntry } from '../../../domain/ledger/void-entry'
import { AUGUST, type Ledger, postingOf, startLedger } from '../../../tests/harness/ledger'
import { packs } from '../../kernel/packs'
import { accept, Refused } from '../../kernel/refused'
import type { CollectionName } from '../../kernel/store/collections'
import { type Transaction, VersionChanged } from '../../kernel/store/port'
import { accountView } from './account-view'
import { entryDocument, postHours } from './post-hours'
import { readAccount } from './read-account'
import { settleVerification } from './settle-verification'

let ledger: Ledger
beforeAll(async () => {
  ledger = await startLedger()
})
afterAll(() => ledger.stop())

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Refused ? error.refusal.code : error),
  )
const entriesOf = async (accountId: string) => {
  const { items } = await ledger.store.query('entries', 'byAccount', { equals: { accountId }, limit: 100 })
  return items.reverse().map((entry) => ({ ...entry, id: entry._id }))
}
const accountOf = (personId: string) => readAccount(ledger.store, { personId, region: 'shaanxi', year: 2022 })

test('hours of a verified person count at once: two reads and three writes in the transaction', async () => {
  const person = await ledger.person('p-first')
  await ledger.earn(person, ['c1', 8])
  ledger.cloud.operations.reset()
  const { account, entry, yearComplete } = await ledger.earn(person, ['c2', 16])
  const counted = ledger.cloud.operations.read()
  expect(counted).toMatchObject({ reads: 2, writes: 3 })
  expect(account.portions.professional.counted).toBe(hoursOf(24))
  expect(entry).toMatchObject({ sequence: 2, accountId: 'p-first:shaanxi:2022' })
  expect(entry.policyVersion).toMatch(/^shaanxi-2022-[0-9a-f]{12}$/)
  expect(yearComplete).toBe(false)
})

test('the same exam posted twice is one entry; another attempt at that course is refused and changes nothing', async () => {
  const person = await ledger.person('p-twice')
  const first = await ledger.earn(person, ['c1', 8])
  const later = { recordedAt: plusSeconds(AUGUST, 500) }
  const again = await ledger.earn(person, ['c1', 8], later)
  expect(again.entry).toEqual(first.entry)
  expect(again.account.portions).toEqual(first.account.portions)
  const cause = {
    kind: 'course-exam',
    courseId: 'c1',
    attemptId: 'p-twice:c1:2',
    enrolmentId: 'p-twice:c1',
  } as const
  expect(await codeOf(ledger.earn(person, ['c1', 8], { cause }))).toBe('ENTRY_CONFLICT')
  expect((await accountOf('p-twice'))?.sequence).toBe(1)
})

test('twelve exams of one person at once all land, in one chain that holds', async () => {
  const person = await ledger.person('p-rush')
  await Promise.all(Array.from({ length: 6 }, (_, n) => ledger.earn(person, [`c${n}`, 2])))
  await Promise.all(Array.from({ length: 6 }, (_, n) => ledger.earn(person, [`c${n}`, 2])))
  const entries = await entriesOf('p-rush:shaanxi:2022')
  expect(entries).toHaveLength(6)
  expect(firstBreak(entries)).toBeNull()
  expect((await accountOf('p-rush'))?.portions.professional.counted).toBe(hoursOf(12))
})

test('whoever read before another’s first entry landed is told to run again, not that it exists', async () => {
  const person = await ledger.person('p-stale')
  await ledger.earn(person, ['c1', 8])
  const readBefore = { ...ledger.store, assert: async () => undefined, get: async () => null }
  await expect(postHours(readBefore, postingOf(person, ['c1', 8]))).rejects.toThrow(VersionChanged)
  await expect(postHours(readBefore, postingOf(person, ['c2', 8]))).rejects.toThrow(VersionChanged)
})

test('hours before verification wait; settling counts them once, however often it runs', async () => {
  const claimed = await ledger.person('p-wait', 'claimed')
  await ledger.earn(claimed, ['c1', 8])
  await ledger.earn(claimed, ['c2', 12], { category: 'public', subjectId: 'sx22-public-1' })
  expect((await accountOf('p-wait'))?.portions.professional).toMatchObject({
    counted: 0,
    pending: hoursOf(8),
  })
  await settleVerification(ledger.ctx, 'p-wait')
  expect((await accountOf('p-wait'))?.portions.professional.pending).toBe(hoursOf(8))
  await ledger.confirm(claimed)
  await Promise.all([settleVerification(ledger.ctx, 'p-wait'), settleVerification(ledger.ctx, 'p-wait')])
  await settleVerification(ledger.ctx, 'p-wait')
  const account = await accountOf('p-wait')
  expect(account?.portions.professional).toMatchObject({ counted: hoursOf(8), pending: 0 })
  expect(account?.portions.public).toMatchObject({ counted: hoursOf(12), pending: 0 })
  const entries = await entriesOf('p-wait:shaanxi:2022')
  expect(entries.map(({ facts }) => facts.kind)).toEqual(['credit', 'credit', 'release'])
  expect(firstBreak(entries)).toBeNull()
})

test('a pending line says why, what would cure it, and under which words; after verification it counts', async () => {
  const claimed = await ledger.person('p-why', 'claimed')
  await ledger.earn(claimed, ['c1', 8])
  const [line] = (await accountView(ledger.ctx, claimed, {})).entries
  expect(line).toMatchObject({ state: 'pending', hours: hoursOf(8), title: '专业课 c1' })
  expect(line?.why).toBe('网络课程，8 学时等待核验，核验后计入 2022 年度专业课。')
  expect(line?.cure).toBe('请青松勘察设计院的人事打开“核对本单位人员”确认你；确认后自动计入，不用重学。')
  expect(line?.clauses.map(({ id, reading }) => `${id} ${reading}`)).toEqual([
    'SX22-9 false',
    'SX22-11 false',
    'SX22-1 false',
    'SX22-13 true',
    'reading true',
    'SX22-5 false',
    'reading true',
    'reading true',
    'reading true',
  ])
  expect(line?.clauses[0]?.words).toBe('面授、网络课程的学习学时由学习平台自动生成。')
  expect(line?.clauses[0]?.document).toContain('陕人社函〔2022〕259号')
  const verified = await ledger.confirm(claimed)
  // No clock has settled it: the view itself does.
  const view = await accountView(ledger.ctx, verified, {})
  expect(view.entries).toHaveLength(1)
  expect(view.entries[0]).toMatchObject({ state: 'counted', cure: null })
  expect(view.entries[0]?.evidence.map(({ text }) => text)).toEqual([
    '考试 86 分，60 分合格',
    '记入学时',
    '单位核对通过，由待核验转为已计入',
  ])
  expect(view.rings[1]).toEqual({
    category: 'professional',
    name: '专业课',
    required: hoursOf(56),
    counted: hoursOf(8),
    pending: 0,
  })
})

test('one public subject twice gives its own hours and no more, and says so', async () => {
  const person = await ledger.person('p-cap')
  const subject = { category: 'public', subjectId: 'sx22-public-1' } as const
  await ledger.earn(person, ['c1', 12], subject)
  await ledger.earn(person, ['c2', 12], { ...subject, earnedAt: plusSeconds(AUGUST, 60) })
  const view = await accountView(ledger.ctx, person, {})
  expect(view.rings[0]).toMatchObject({ counted: hoursOf(12) })
  expect(view.entries.map(({ state }) => state)).toEqual(['over-cap', 'counted'])
  expect(view.entries[0]?.why).toBe('这个科目最多计 12 学时，之前的已经计满，这 12 学时不再增加。')
  expect(view.entries[0]?.cure).toBe('换一个还没有学完的公需课科目。')
})

test('a voided line stays to be seen, with its reason; the sums go without it', async () => {
  const person = await ledger.person('p-void')
  const { account, entry } = await ledger.earn(person, ['c1', 8])
  const outcome = voidEntry(account, {
    entryId: entry._id,
    reason: '违规认证',
    clauseId: 'SX22-16',
    at: instant(AUGUST + 9_000),
    policyVersion: entry.policyVersion,
  })
  if (!outcome.ok || outcome.value.kind !== 'voided') throw new Error('not voided')
  const { value } = outcome
  await ledger.store.transact(async (tx) => {
    const facts = {
      kind: 'void',
      entryId: entry._id,
      reason: '违规认证',
      clauseId: 'SX22-16',
    } as const
    await tx.insert('entries', entryDocument(value.entry, account._id, facts))
    await tx.replace('accounts', { ...account, ...value.account })
  })
  const view = await accountView(ledger.ctx, person, {})
  expect(view.rings[1]?.counted).toBe(0)
  expect(view.entries).toHaveLength(1)
  expect(view.entries[0]).toMatchObject({ state: 'void', why: '已按无效处理：违规认证' })
  expect(view.entries[0]?.evidence.at(-1)?.text).toBe('按无效处理：违规认证')
})

test('somebody new sees what the year asks; a year whose notice nobody read is said, not zero', async () => {
  const person = await ledger.person('p-new')
  const view = await accountView(ledger.ctx, person, {})
  expect(view).toMatchObject({
    year: 2022,
    regionName: '陕西省',
    complete: false,
    entries: [],
    certificateNumber: null,
  })
  expect(view.requirement?.words).toContain('公需课不少于24小时')
  expect(view.years).toEqual([2022])
  expect(await codeOf(accountView(ledger.ctx, person, { year: 2015 }))).toBe('NO_RULE_FOR_YEAR')
})

test('entries come newest first, twenty a page', async () => {
  const person = await ledger.person('p-pages')
  for (let n = 1; n <= 23; n++) await ledger.earn(person, [`c${n}`, 1])
  const first = await accountView(ledger.ctx, person, {})
  expect(first.entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 20 }, (_, n) => 23 - n))
  const second = await accountView(ledger.ctx, person, { after: first.next ?? '' })
  expect(second.entries.map(({ sequence }) => sequence)).toEqual([3, 2, 1])
  expect(second.next).toBeNull()
})

describe('where one of several public subjects is learned whole (SX20-6)', () => {
  const pack = accept(packs.standardOf('shaanxi', 2020))
  const learns = async (id: string, each: readonly [subjectId: string, hours: number][]) => {
    const person = await ledger.person(id)
    for (const [n, [subjectId, hours]] of each.entries()) {
      const posting = postingOf(person, [`c${n}`, hours], { category: 'public', subjectId })
      await ledger.store.transact((tx) => postHours(tx, { ...posting, targetYear: 2020, pack }))
    }
    return accountView(ledger.ctx, person, { year: 2020 })
  }

  test('the subject that is furthest along counts; the other is seen, and says why it does not', async () => {
    const view = await learns('p-one-of', [
      ['sx20-public-1', 8],
      ['sx20-public-2', 6],
      ['sx20-public-2', 6],
    ])
    expect(view.rings[0]).toMatchObject({ counted: hoursOf(12) })
    expect(view.entries.map(({ state, why, cure }) => [state, why, cure])).toEqual([
      ['counted', '网络课程，6 学时计入 2020 年度公需课。', null],
      ['counted', '网络课程，6 学时计入 2020 年度公需课。', null],
      [
        'over-cap',
        '公需课要学完同一个科目，不同科目的学时不能相加；现在以学得最多的科目计算。',
        '选定一个科目，把它学完。',
      ],
    ])
  })
})

test('the years are those with hours and the present one, the newest first', async () => {
  const person = await ledger.person('p-years')
  for (const year of [2020, 2021]) {
    const pack = accept(packs.standardOf('shaanxi', year))
    const subject = { category: 'public', subjectId: `sx${year - 2000}-public-1` } as const
    const posting = postingOf(person, [`c${year}`, 8], subject)
    await ledger.store.transact((tx) => postHours(tx, { ...posting, targetYear: year, pack }))
  }
  expect((await accountView(ledger.ctx, person, {})).years).toEqual([2022, 2021, 2020])
})

test('what the notice does not give hours for is not posted, and says so', async () => {
  const person = await ledger.person('p-none')
  const posting = postingOf(person, ['c1', 8], { category: 'public', subjectId: 'none' })
  await expect(ledger.store.transact((tx) => postHours(tx, posting))).rejects.toThrow(
    /^p-none:c1 gives no hours: /,
  )
})

test('a line without its entry, and an entry without its line, are faults that name themselves', async () => {
  const person = await ledger.person('p-torn')
  const { account, entry } = await ledger.earn(person, ['c1', 8])
  await expect(
    ledger.store.transact((tx) =>
      postHours(
        {
          ...tx,
          get: (async (name: CollectionName, id: string) =>
            name === 'entries' ? null : tx.get(name, id)) as Transaction['get'],
        },
        postingOf(person, ['c1', 8]),
      ),
    ),
  ).rejects.toThrow('p-torn:shaanxi:2022 has a line without its entry')
  await ledger.store.replace('accounts', { ...account, lines: [] })
  await expect(accountView(ledger.ctx, person, {})).rejects.toThrow(`${entry._id} is no line of its account`)
})
