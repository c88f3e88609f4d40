// What waits for a reviewer: in its order, several at once, and by whoever stands in.
import { hoursOf } from '../../../domain/kernel/hours'
import { plusMs } from '../../../domain/kernel/instant'
import { codeOf } from '../../../tests/harness/overseers'
import { Reviewers } from '../../../tests/harness/reviewers'

let office: Reviewers
beforeAll(async () => {
  office = await Reviewers.open()
})
afterAll(() => office.stop())

test('what is due first, in one call of at most two queries; what is late below shows at the bureau', async () => {
  await office.person('sd', 'line', { unitId: 'sd-unit-2', unitName: '推广站二' })
  for (const n of [1, 2, 3]) {
    office.now = plusMs(office.now, 86_400_000)
    await office.paper('line', `line-${n}`)
  }
  const queue = await office.as('sd-unit-2').review.queue({})
  const due = queue.lines.map(({ dueAt }) => dueAt ?? 0)
  expect(due).toEqual([...due].sort((a, b) => a - b))
  expect(queue.lines.filter(({ personName }) => personName === '人员line')).toHaveLength(3)
  expect(queue.lines[0]).toMatchObject({ hours: hoursOf(10), counted: hoursOf(10), isLate: false, odd: [] })
  office.now = plusMs(office.now, 12 * 86_400_000)
  office.ledger.cloud.operations.reset()
  const bureau = await office.as('sd-bureau').review.queue({})
  expect(office.ledger.cloud.operations.read().queries).toBeLessThanOrEqual(2)
  expect(bureau.lateBelow.map(({ waitsFor }) => waitsFor)).toContain('sd推广站-2')
  // A late claim is only late; it was not approved.
  expect(await office.claim('p-line:line-1')).toMatchObject({ state: 'submitted', stepIndex: 0 })
})

test('a batch approves what is alike, holds the odd ones out with why, and goes on where it was cut off', async () => {
  await office.person('sd', 'batch', { unitId: 'sd-unit-2' })
  const ids = [await office.paper('batch', 'batch-1'), await office.paper('batch', 'batch-2')]
  const other = await office.study('batch', { id: 'batch-3', hours: '8' })
  await office.person('sd', 'copied', { unitId: 'sd-unit-2' })
  const owner = await office.paper('batch', 'batch-4')
  const odd = await office.submit('copied', {
    ...{ id: 'batch-4', kind: 'paper', year: 2022 },
    fields: { title: '论文', level: '省级', 'author-rank': '2', on: '2022-05-20', 'meets:published': 'yes' },
  })
  const items = await Promise.all(
    [...ids, other, owner, odd].map(async (claimId) => {
      const { revision, stepIndex } = await office.claim(claimId)
      return { claimId, decisionId: `batch-${claimId.replace(/\W/g, '-')}`, revision, stepIndex }
    }),
  )
  const first = await office.as('sd-unit-2').review.decideMany({ items: items.slice(0, 1) })
  expect(first).toEqual({ approved: [ids[0]], held: [] })
  const all = await office.as('sd-unit-2').review.decideMany({ items })
  expect(all.approved).toEqual(ids)
  expect(all.held.map(({ reason }) => reason)).toEqual([
    '类别与其他的不同',
    '人员copied的申报用过同样的材料文件',
    '人员batch的申报用过同样的材料文件',
  ])
  expect(await office.claim(odd)).toMatchObject({ stepIndex: 0 })
})

test('while away a colleague reviews, until the day, and not beyond', async () => {
  const until = '2022-07-01' as never
  await office.person('sd', 'three')
  const colleague = await office.person('sd', 'standin')
  const id = await office.paper('standin', 'standin-1')
  expect(await codeOf(office.as('standin').review.queue({}))).toBe('ROLE_MISSING')
  await office.as('sd-unit').review.delegate({ personId: colleague._id, until, actId: 'away' })
  expect((await office.as('standin').review.queue({})).orgId).toBe('sd-unit')
  // A delegate may end a delegation, but never pass it on; and their own claim stays with another reviewer.
  const { revision, stepIndex } = await office.claim(id)
  const decision = {
    claimId: id,
    decisionId: 'of-oneself',
    revision,
    stepIndex,
    verdict: { kind: 'approve' as const },
  }
  expect(await codeOf(office.as('standin').review.decide(decision))).toBe('SELF_REVIEW')
  const again = { personId: 'p-three', until, actId: 'again' }
  expect(await codeOf(office.as('standin').review.delegate(again))).toBe('OUT_OF_SCOPE')
  expect(await codeOf(office.as('sd-unit').review.delegate({ ...again, personId: 'p-line' }))).toBe(
    'OUT_OF_SCOPE',
  )
  const { given } = await office
    .as('sd-unit')
    .review.endDelegation({ personId: colleague._id, actId: 'back' })
  expect(given).toEqual([])
  expect(await codeOf(office.as('standin').review.queue({}))).toBe('ROLE_MISSING')
})
