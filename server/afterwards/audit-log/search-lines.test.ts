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
  await fileLines(ctx)
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
