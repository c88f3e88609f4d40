import { type Day, instant, plusMs, startOfDay } from '../../../domain/kernel/instant'
import type { OrganisationKind, RoleGrant } from '../../../domain/organisation/roles'
import type { ReviewStep } from '../../../domain/policy/pack'
import { type Ledger, postingOf, startLedger } from '../../../tests/harness/ledger'
import { waitingClaim } from '../../../tests/harness/waiting-claim'
import { newOrganisation } from '../../bodies/new-organisation'
import { postHours } from '../../books/hours/post-hours'
import type { Context } from '../../kernel/context'
import { packs } from '../../kernel/packs'
import { accept } from '../../kernel/refused'
import type { CollectionName } from '../../kernel/store/collections'
import type { Store } from '../../kernel/store/port'
import { listInbox } from './list-inbox'
import { remind } from './remind'

const NOON_MS = 12 * 3_600_000

let ledger: Ledger
beforeAll(async () => {
  ledger = await startLedger()
  ledger.ctx.ports.messages.send = async () => undefined
})
afterAll(() => ledger.stop())

const at = (on: string): Context => ({ ...ledger.ctx, now: instant(plusMs(startOfDay(on as Day), NOON_MS)) })

async function remindAll(ctx: Context): Promise<void> {
  for (let more = -1; more !== 0; ) more = (await remind(ctx)).reminded
}

const textsOf = async (ctx: Context, id: string): Promise<string[]> => {
  const person = await ledger.store.get('persons', id)
  if (!person) throw new Error(`${id} is nobody`)
  return (await listInbox(ctx, person, undefined)).messages.map(({ text }) => text)
}

async function body(id: string, kind: OrganisationKind): Promise<void> {
  const founding = { id, name: id, kind, region: 'shaanxi', areaCode: '990101', parent: null } as const
  await ledger.store.insert(
    'organisations',
    newOrganisation(founding, { state: 'verified', at: ledger.ctx.now }),
  )
}

/** Eight hours of a year that can be made up for. */
async function begin(id: string, targetYear: number): Promise<void> {
  const person = await ledger.person(id)
  const pack = accept(packs.standardOf('shaanxi', targetYear))
  await ledger.store.transact((tx) => postHours(tx, { ...postingOf(person, [id, 8]), targetYear, pack }))
}

test('of a past year only those are reminded who began it; of this year everybody is', async () => {
  await begin('began-2021', 2021)
  await ledger.person('began-nothing')
  const september = at('2022-09-29')
  await remindAll(september)
  expect(await textsOf(september, 'began-2021')).toEqual([expect.stringMatching(/^2021 年还差/)])
  expect(await textsOf(september, 'began-nothing')).toEqual([])

  const december = at('2022-12-30')
  await remindAll(december)
  for (const id of ['began-2021', 'began-nothing'])
    expect(await textsOf(december, id)).toContainEqual(expect.stringMatching(/^2022 年还差/))
})

test('an account without a WeChat is told nothing', async () => {
  const left = await ledger.person('left')
  await ledger.store.replace('persons', { ...left, openid: '' })
  const ctx = at('2022-12-24')
  await remindAll(ctx)
  expect(await textsOf(ctx, 'left')).toEqual([])
})

describe('a reviewer', () => {
  const grant = (role: RoleGrant['role'], orgId: string): RoleGrant => ({
    ...{ role, orgId, until: null, grantedBy: '' },
  })
  const KINDS: Partial<Record<RoleGrant['role'], OrganisationKind>> = {
    'department-reviewer': 'department',
    'bureau-reviewer': 'bureau',
  }
  const LEVELS: Partial<Record<RoleGrant['role'], ReviewStep>> = {
    'department-reviewer': 'department',
    'bureau-reviewer': 'bureau',
  }
  const queue = async (orgId: string, claims: number, level: ReviewStep = 'unit') => {
    for (let n = 0; n < claims; n += 1)
      await ledger.store.insert(
        'claims',
        waitingClaim({ id: `${orgId}-${n}`, personId: 'began-2021', orgId, at: ledger.ctx.now, level }),
      )
  }
  const reviewing = async (id: string, roles: RoleGrant[]) =>
    ledger.store.replace('persons', { ...(await ledger.person(id)), roles })

  test.each<[string, RoleGrant['role'], string, number, string | null]>([
    ['of a unit reads of claims and people', 'unit-reviewer', 'r-both', 2, '有 2 件申报等你审，1 人等你核对'],
    ['of a department reads of claims alone', 'department-reviewer', 'r-dep', 2, '有 2 件申报等你审'],
    ['without claims reads of people alone', 'unit-reviewer', 'r-people', 0, '1 人等你核对'],
    ['with ninety-nine claims reads how many', 'bureau-reviewer', 'r-99', 99, '有 99 件申报等你审'],
    [
      'with a hundred reads that there may be more',
      'bureau-reviewer',
      'r-100',
      100,
      '有 100 多 件申报等你审',
    ],
    ['with nothing to do reads nothing', 'bureau-reviewer', 'r-none', 0, null],
    ['who decides nothing reads nothing', 'committee', 'r-looks', 2, null],
  ])('%s', async (_who, role, orgId, claims, text) => {
    await body(orgId, KINDS[role] ?? 'unit')
    await queue(orgId, claims, LEVELS[role])
    const claimed = await ledger.person(`waits-${orgId}`, 'claimed')
    await ledger.store.replace('persons', { ...claimed, unitId: orgId })
    await reviewing(orgId, [grant(role, orgId)])
    const ctx = { ...at('2022-12-30'), store: freshWalks() }
    await remindAll(ctx)
    const texts = (await textsOf(ctx, orgId)).filter((said) => said.includes('等你'))
    expect(texts).toEqual(text === null ? [] : [`${text}，2022年12月31日前要审完。`])
  })

  /** The walk of this date begins anew for each of these. */
  let walks = 0
  function freshWalks(): Store {
    walks += 1
    const mark = `${walks}/`
    const { store } = ledger
    const marked = (name: string, id: string) => (name === 'reminder-walks' ? `${mark}${id}` : id)
    return {
      ...store,
      query: store.query.bind(store),
      transact: store.transact.bind(store),
      get: (name, id) => store.get(name, marked(name, id)),
      insertIfAbsent: (name, document) =>
        store.insertIfAbsent(name, { ...document, _id: marked(name, document._id) }),
      replaceIfUnchanged: store.replaceIfUnchanged.bind(store),
    }
  }
})

describe('a walk', () => {
  const ID = 'shaanxi:2022:window-2022:2022-12-31:7'
  const withWalk = (get: (read: () => Promise<unknown>) => Promise<unknown>): Store => {
    const { store } = ledger
    return {
      ...store,
      query: store.query.bind(store),
      transact: store.transact.bind(store),
      insertIfAbsent: store.insertIfAbsent.bind(store),
      replaceIfUnchanged: store.replaceIfUnchanged.bind(store),
      get: ((name: CollectionName, id: string) =>
        name === 'reminder-walks' ? get(() => store.get(name, id)) : store.get(name, id)) as Store['get'],
    }
  }

  test('keeps how many it told, and is found finished afterwards', async () => {
    const ctx = at('2022-12-25')
    await remindAll(ctx)
    const walk = await ledger.store.get('reminder-walks', ID)
    expect(walk).toMatchObject({ state: 'done', after: '' })
    expect(walk?.told).toBeGreaterThan(0)
    expect(await remind(ctx)).toEqual({ reminded: 0 })
    expect(await ledger.store.get('reminder-walks', ID)).toEqual(walk)
  })

  test('that another run began in the same moment is gone on with', async () => {
    const unseen = new Set(['yes'])
    const store = withWalk((read) => (unseen.delete('yes') ? Promise.resolve(null) : read()))
    expect(await remind({ ...at('2022-12-25'), store })).toEqual({ reminded: 0 })
  })

  test('that is there and is not is a fault that names it', async () => {
    const store = withWalk(() => Promise.resolve(null))
    await expect(remind({ ...at('2022-12-25'), store })).rejects.toThrow(/is there and is not$/)
  })
})

test('a duty of trainees is told to no reviewer, and one of reviewers to no trainee', async () => {
  const reviewer = await ledger.person('qh-reviewer')
  const roles: RoleGrant[] = [{ role: 'unit-reviewer', orgId: 'qh-unit', until: null, grantedBy: '' }]
  await body('qh-unit', 'unit')
  await ledger.store.replace('persons', { ...reviewer, region: 'qinghai', unitId: 'qh-unit', roles })
  await ledger.store.insert(
    'claims',
    waitingClaim({ id: 'qh-1', personId: 'qh-reviewer', orgId: 'qh-unit', at: ledger.ctx.now }),
  )
  const ctx = at('2023-12-19')
  await remindAll(ctx)
  const { messages } = await listInbox(ctx, reviewer, undefined)
  const told = new Set(messages.map(({ id }) => id.split(':').slice(0, 4).join(':')))
  expect([...told].sort()).toEqual([
    'reminder-hours:qinghai:2023:study',
    'reminder-hours:qinghai:2023:submit-claim',
    'reminder-hours:qinghai:2023:window-2023',
    'reminder-queue:qinghai:2023:verify-claim',
    'reminder-queue:qinghai:2023:window-2023',
  ])
})
