import { plusSeconds } from '../../../domain/kernel/instant'
import { AUGUST, type Ledger, startLedger } from '../../../tests/harness/ledger'
import { personOf } from '../../../tests/harness/person-of'
import { newOrganisation } from '../../bodies/new-organisation'
import type { Act } from '../../kernel/acts'
import { holderOf } from '../../kernel/holder'
import { record } from '../../kernel/record'
import { fileLines } from './file-lines'
import { searchLines } from './search-lines'

let ledger: Ledger
beforeAll(async () => {
  ledger = await startLedger()
  const founding = {
    id: 'city',
    name: '演示市人社局',
    kind: 'bureau',
    region: 'shaanxi',
    areaCode: '990100',
  } as const
  const city = newOrganisation({ ...founding, parent: null }, { state: 'verified', at: AUGUST })
  await ledger.store.insert('organisations', city)
})
afterAll(() => ledger.stop())

const by = { actorId: 'clerk', role: 'bureau-staff', scope: 'city' } as const
const ACTS: Act[] = [
  {
    id: 'a1',
    kind: 'sample-found',
    subject: { of: 'claim', id: 'c1' },
    by,
  },
  {
    id: 'a2',
    kind: 'role-granted',
    subject: { of: 'person', id: 'worker' },
    by,
    payload: { personId: 'worker', role: 'unit-reviewer', orgId: 'city' },
  },
  { id: 'a3', kind: 'organisation-renamed', subject: { of: 'organisation', id: 'city' }, by },
  {
    id: 'a4',
    kind: 'outside-key-set',
    subject: { of: 'provider', id: 'p1' },
    by: { ...by, role: 'provider' },
  },
]

test('a line names act and role in Chinese, and the claim or the person that it opens', async () => {
  const { ctx, store } = ledger
  const roles = [{ role: 'bureau-staff', orgId: 'city', until: null, grantedBy: '' }] as const
  const clerk = await store.insert(
    'persons',
    personOf('clerk', { at: AUGUST, name: '李想', roles: [...roles] }),
  )
  await store.insert('persons', personOf('worker', { at: AUGUST }))
  for (const act of ACTS) await store.transact((tx) => record(tx, ctx, act))
  await fileLines(ctx, Number.POSITIVE_INFINITY)
  const { bodies, lines } = await searchLines(ctx, holderOf(clerk, 'read-log', ctx), {})
  expect(bodies).toEqual([{ orgId: 'city', orgName: '演示市人社局' }])
  const shown = lines.map(({ id, actionName, roleName, subjectName, subject }) => [
    ...[id, actionName, roleName, subjectName],
    subject,
  ])
  expect(shown.sort()).toEqual([
    ['a1', '填写抽查结果', '人社工作人员', '', { of: 'claim', id: 'c1' }],
    ['a2', '授权', '人社工作人员', '王小明', { of: 'person', id: 'worker' }],
    ['a3', '机构更名', '人社工作人员', '演示市人社局', null],
    ['a4', '登记推送单位的公钥', '推送单位', '', null],
  ])
  const ofWorker = await searchLines(ctx, holderOf(clerk, 'read-log', ctx), { subjectId: 'worker' })
  expect(ofWorker.lines.map(({ id }) => id)).toEqual(['a2'])
})

describe('a long log', () => {
  const LINES = 320
  const seen = async (asked: Parameters<typeof searchLines>[2]) => {
    const { ctx, store } = ledger
    const clerk = await store.get('persons', 'clerk')
    if (!clerk) throw new Error('no clerk')
    return searchLines(ctx, holderOf(clerk, 'read-log', ctx), asked)
  }

  beforeAll(async () => {
    const { ctx, store } = ledger
    for (let n = 0; n < LINES; n += 1)
      await store.transact((tx) =>
        record(
          tx,
          { ...ctx, now: plusSeconds(ctx.now, 60 + n) },
          {
            ...{ id: `long-${String(n).padStart(3, '0')}`, kind: 'organisation-line', by },
            subject: { of: 'organisation', id: 'city' },
          },
        ),
      )
    expect((await fileLines(ctx, Number.POSITIVE_INFINITY)).filed).toBeGreaterThanOrEqual(LINES)
  })

  test('is filed in one run, however long', async () => {
    const { ctx, store } = ledger
    const line = await store.get('audit', 'long-000')
    if (line) await store.replace('audit', { ...line, ...{ isFiled: false, place1: '' } })
    expect(await fileLines(ctx, Number.POSITIVE_INFINITY)).toEqual({ filed: 1 })
    expect(await store.get('audit', 'long-000')).toMatchObject({ isFiled: true, place1: 'city', place2: '' })
    expect(await fileLines(ctx, Number.POSITIVE_INFINITY)).toEqual({ filed: 0 })
  })

  test('is shown twenty lines a page, the newest first', async () => {
    const first = await seen({})
    expect(first.lines).toHaveLength(20)
    expect(first.lines[0]).toMatchObject({ id: 'long-319', actorName: '李想', scopeName: '演示市人社局' })
    const second = await seen({ after: first.next ?? undefined })
    expect(second.lines[0]?.id).toBe('long-299')
  })

  test('with an act named, three hundred lines are looked through for one answer, and it says where to go on', async () => {
    const none = await seen({ action: 'sample-found' })
    expect(none.lines).toEqual([])
    expect(none.next).not.toBeNull()
    const found = await seen({ action: 'sample-found', after: none.next ?? undefined })
    expect(found.lines.map(({ id }) => id)).toEqual(['a1'])
    expect(found.next).toBeNull()
  })

  test('is limited to a time: from a moment, and before another', async () => {
    const at = (n: number) => plusSeconds(ledger.ctx.now, 60 + n)
    const { lines } = await seen({ from: at(5), before: at(8) })
    expect(lines.map(({ id }) => id)).toEqual(['long-007', 'long-006', 'long-005'])
  })

  test('is limited to an act of one actor, about one subject', async () => {
    const about = async (asked: object) => (await seen(asked)).lines.map(({ id }) => id)
    expect(
      await about({ actorId: 'clerk', action: 'role-granted', before: plusSeconds(ledger.ctx.now, 60) }),
    ).toEqual(['a2'])
    expect(await about({ actorId: 'nobody' })).toEqual([])
    expect(await about({ subjectId: 'worker', actorId: 'nobody' })).toEqual([])
    expect(await about({ subjectId: 'worker', actorId: 'clerk' })).toEqual(['a2'])
    expect(await about({ subjectId: 'worker', action: 'sample-found' })).toEqual([])
  })
})
