import type { OrganisationKind, RoleGrant } from '../../domain/organisation/roles'
import { newOrganisation } from '../../server/bodies/new-organisation'
import { keepTerms } from '../../server/bodies/search-terms'
import type { TreeView } from '../../server/bodies/views'
import { idNumberOf, Town } from './town'

let town: Town
const ids: Record<string, string> = {}
let acts = 0
const act = () => `act-${++acts}`

async function found(id: string, kind: OrganisationKind, parentId: string | null): Promise<void> {
  const { store, now } = town.context()
  const parent = parentId === null ? null : await store.get('organisations', parentId)
  const place = { id, name: `岱阴县${id}`, kind, region: 'shandong', areaCode: '990101', parent } as const
  const body = newOrganisation(place, { state: 'verified', at: now })
  await store.insert('organisations', body)
  await store.insert('organisation-names', { _id: `${parentId ?? ''}:${body.name}`, orgId: id })
  await keepTerms(store, body)
}

let births = 100
/** Registered at that unit, and verified with those roles where any are given. */
async function join(openid: string, unitId: string, roles: RoleGrant[] | null = null): Promise<void> {
  await town.prepare(openid)
  births += 1
  const idNumber = idNumberOf('19850101', String(births))
  const { data, code } = await town.register(openid, { name: '孔令仪', idNumber, unitId })
  if (!data) throw new Error(`${openid}: ${code}`)
  ids[openid] = data.person.id
  if (roles === null) return
  const { store } = town.context()
  const person = await store.get('persons', data.person.id)
  if (person) await store.replace('persons', { ...person, binding: 'verified', roles })
}

const role = (name: RoleGrant['role'], orgId: string): RoleGrant => ({
  ...{ role: name, orgId, until: null, grantedBy: '' },
})

beforeAll(async () => {
  town = await Town.open()
  await found('人社局', 'bureau', null)
  await found('邻县人社局', 'bureau', null)
  await found('水利局', 'department', '人社局')
  await found('柳湾镇', 'township', '人社局')
  await found('水文站', 'unit', '水利局')
  await found('勘测队', 'unit', '水利局')
  await join('o-bureau', '水文站', [role('bureau-reviewer', '人社局')])
  await join('o-foreign', '水文站', [role('bureau-reviewer', '邻县人社局')])
  await join('o-water', '水文站', [role('department-reviewer', '水利局')])
  await join('o-station', '水文站', [role('unit-reviewer', '水文站')])
  await join('o-survey', '勘测队', [role('unit-reviewer', '勘测队')])
  await join('o-trainee', '水文站', [])
  await join('o-other', '勘测队', [])
})
afterAll(() => town.close())

const register = (openid: string, name: string, parentId: string, more: object = {}) =>
  town.call<{ id: string; state: string }>(openid, 'organisation.register', {
    ...{ name, kind: 'unit', parentId, isPrivate: false },
    ...more,
  })
/** With the registrar as they stand now, nobody where the body has none, and every registration of its name. */
const verify = async (openid: string, orgId: string, decisionId = act()) => {
  const { registrarOpenid = '', name = '', parentId = '' } = (await town.get('organisations', orgId)) ?? {}
  const equals = { parentId: parentId ?? '', name }
  const { items } = await town.context().store.query('organisations', 'byParent', { equals, limit: 20 })
  const beside = items.map(({ _id }) => _id)
  const { personId = 'nobody' } = (await town.get('bindings', registrarOpenid)) ?? {}
  const { version = 0 } = (await town.get('persons', personId)) ?? {}
  const decision = { orgId, decisionId, registrar: { personId, version }, beside }
  return town.call<{ state: string }>(openid, 'organisation.verify', decision)
}
const tree = (openid: string, parentId?: string) =>
  town.call<TreeView>(openid, 'organisation.tree', parentId === undefined ? {} : { parentId })

describe('NY22-13: a body registers itself from the top, and the body above reviews it', () => {
  let departmentId = ''
  let unitId = ''

  test('a phone number first: whoever reviews must be able to call', async () => {
    const asked = await register('o-nobody', '岱阴县教育局', '人社局', { kind: 'department' })
    expect(asked.code).toBe('PHONE_MISSING')
  })

  test('a department under its bureau; the same again is one; another’s of that name stands beside it', async () => {
    await town.prepare('o-head')
    const made = await register('o-head', '岱阴县教育局', '人社局', { kind: 'department' })
    expect(made.data).toMatchObject({ state: 'registered' })
    departmentId = made.data?.id ?? ''
    const again = await register('o-head', ' 岱阴县 教育局', '人社局', { kind: 'department' })
    expect(again.data?.id).toBe(departmentId)
    await town.prepare('o-thief')
    const beside = await register('o-thief', '岱阴县教育局', '人社局', { kind: 'department' })
    expect(beside.data?.id).not.toBe(departmentId)
    const other = { orgId: beside.data?.id, decisionId: act(), reason: '请先到人社局说明' }
    await town.call('o-bureau', 'organisation.return', other)
    const changed = await register('o-head', '岱阴县教育局', '人社局', { kind: 'township' })
    expect(changed).toMatchObject({ code: 'ORG_NAME_TAKEN', details: { orgName: '岱阴县教育局' } })
  })

  test('where it may hang, and what a name is', async () => {
    const under = (parentId: string, more: object = {}) => register('o-head', '某某单位', parentId, more)
    expect((await under('水利局', { kind: 'department' })).details).toEqual({ fields: ['parentId'] })
    expect((await under('水利局', { isPrivate: true })).details).toEqual({ fields: ['parentId'] })
    expect((await under('水文站')).details).toEqual({ fields: ['parentId'] })
    expect((await under('nowhere')).code).toBe('ORG_UNKNOWN')
    expect((await under(departmentId)).code).toBe('ORG_NOT_VERIFIED')
    expect((await register('o-head', 'ABCDEF', '水利局')).details).toEqual({ fields: ['orgName'] })
  })

  test('nobody else belongs to it before it is verified; who registered it does', async () => {
    await town.prepare('o-early')
    const early = await town.register('o-early', {
      name: '孟浩',
      idNumber: idNumberOf('19850101', '599'),
      unitId: departmentId,
    })
    expect(early.code).toBe('ORG_NOT_VERIFIED')
    await verify('o-bureau', departmentId).then(({ code }) => expect(code).toBe('PERSON_UNKNOWN'))
    await join('o-head', departmentId)
  })

  test('NY22-14: it waits on top of the bureau’s tree with who registered it, and nobody else reviews it', async () => {
    const { data } = await tree('o-bureau', '人社局')
    expect(data?.waiting).toMatchObject([
      { organisation: { id: departmentId, name: '岱阴县教育局' }, registrar: { name: '孔令仪' } },
    ])
    expect(data?.waiting[0]?.namesakes).toMatchObject([{ state: 'returned' }])
    expect(data?.children.map(({ id }) => id).sort()).toEqual(['柳湾镇', '水利局'].sort())
    expect((await verify('o-foreign', departmentId)).code).toBe('OUT_OF_SCOPE')
    expect((await verify('o-water', departmentId)).code).toBe('OUT_OF_SCOPE')
    expect((await verify('o-station', departmentId)).code).toBe('ROLE_MISSING')
  })

  test('returned with a reason, corrected by the one who registered it', async () => {
    const back = { orgId: departmentId, decisionId: act(), reason: '请写全称' }
    expect((await town.call('o-bureau', 'organisation.return', back)).data).toMatchObject({
      ...{ state: 'returned', reviewNote: '请写全称' },
    })
    expect((await town.call('o-head', 'organisation.mine')).data).toMatchObject({
      ...{ isRegistrar: true, organisation: { state: 'returned', reviewNote: '请写全称' } },
    })
    const anew = await register('o-head', '岱阴县教育局', '人社局', { kind: 'department' })
    expect(anew.data).toMatchObject({ id: departmentId, state: 'registered' })
  })

  test('verified once: its registrar is verified with it and administers it', async () => {
    const decisionId = act()
    expect((await verify('o-bureau', departmentId, decisionId)).data).toMatchObject({ state: 'verified' })
    expect((await verify('o-bureau', departmentId, decisionId)).data).toMatchObject({ state: 'verified' })
    expect((await verify('o-bureau', departmentId)).code).toBe('STEP_ALREADY_DECIDED')
    const head = await town.get('persons', ids['o-head'] ?? '')
    expect(head).toMatchObject({ binding: 'verified', unitId: departmentId })
    expect(head?.roles.map((one) => `${one.role}@${one.orgId}`)).toEqual([
      `department-reviewer@${departmentId}`,
      `unit-reviewer@${departmentId}`,
    ])
    const line = await town.get('audit', `organisation-reviewed:${departmentId}:${decisionId}`)
    expect(line).toMatchObject({ role: 'bureau-reviewer', before: 'registered', after: 'verified' })
  })

  test('a unit registers under it, is found only once verified, and its people come after', async () => {
    const found = await town.call<{ bodies: { id: string }[] }>('o-unit', 'organisation.searchAbove', {
      text: '教育局',
    })
    expect(found.data?.bodies.map(({ id }) => id)).toEqual([departmentId])
    await town.prepare('o-unit')
    const made = await register('o-unit', '岱阴县实验中学', departmentId)
    unitId = made.data?.id ?? ''
    await join('o-unit', unitId)
    const units = () =>
      town.call<{ units: { id: string }[] }>('o-x', 'account.searchUnits', { text: '实验中学' })
    expect((await units()).data?.units).toEqual([])
    expect((await verify('o-head', unitId)).data).toMatchObject({ state: 'verified' })
    expect((await units()).data?.units.map(({ id }) => id)).toEqual([unitId])
    await join('o-teacher', unitId)
    const decision = { personId: ids['o-teacher'], decisionId: act() }
    expect((await town.call('o-unit', 'review.confirm', decision)).data).toMatchObject({
      binding: 'verified',
    })
  })

  test('nobody verifies the body that they registered', async () => {
    const own = await register('o-head', '岱阴县第二中学', departmentId)
    expect((await verify('o-head', own.data?.id ?? '')).code).toBe('SELF_REVIEW')
  })
})

describe('NY22-15: official names, townships, lines', () => {
  test('a private unit hangs under its township', async () => {
    await town.prepare('o-boss')
    const made = await register('o-boss', '柳湾果业合作社', '柳湾镇', { isPrivate: true })
    expect(made.data).toMatchObject({ state: 'registered', isPrivate: true })
  })

  test('a new name keeps the old one with its day, and both are found', async () => {
    const rename = { orgId: '勘测队', actId: act(), name: '岱阴县水文勘测中心' }
    expect((await town.call('o-survey', 'organisation.rename', rename)).code).toBe('ROLE_MISSING')
    expect((await town.call('o-foreign', 'organisation.rename', rename)).code).toBe('OUT_OF_SCOPE')
    const { data } = await town.call('o-water', 'organisation.rename', rename)
    expect(data).toMatchObject({
      ...{ name: '岱阴县水文勘测中心', aliases: [{ name: '岱阴县勘测队', until: '2022-08-15' }] },
    })
    for (const text of ['勘测队', '勘测中心'])
      expect((await town.call('o-x', 'account.searchUnits', { text })).data).toMatchObject({
        units: [{ id: '勘测队', name: '岱阴县水文勘测中心' }],
      })
    const taken = { orgId: '水文站', actId: act(), name: '岱阴县水文勘测中心' }
    expect((await town.call('o-water', 'organisation.rename', taken)).code).toBe('ORG_NAME_TAKEN')
  })

  test('the bureau says which line a body leads and which unit verifies itself; nobody below does', async () => {
    const line = { orgId: '水利局', actId: act(), line: 'health' }
    expect((await town.call('o-water', 'organisation.setLine', line)).code).toBe('ROLE_MISSING')
    expect((await town.call('o-foreign', 'organisation.setLine', line)).code).toBe('OUT_OF_SCOPE')
    expect((await town.call('o-bureau', 'organisation.setLine', line)).data).toMatchObject({ line: 'health' })
    await town.call('o-bureau', 'organisation.setLine', { ...line, actId: act(), line: null })
    const self = { orgId: '水文站', actId: act(), selfReviewing: true }
    expect((await town.call('o-bureau', 'organisation.setSelfReviewing', self)).data).toMatchObject({
      selfReviewing: true,
    })
    const department = { ...self, actId: act(), orgId: '水利局' }
    expect((await town.call('o-bureau', 'organisation.setSelfReviewing', department)).code).toBe(
      'INPUT_INVALID',
    )
  })
})

describe('roles within one’s own subtree', () => {
  const give = (openid: string, to: string, name: string, orgId: string, until: number | null = null) =>
    town.call(openid, 'organisation.grant', {
      ...{ personId: ids[to], role: name, orgId, actId: act(), until },
    })

  test('a unit’s reviewer names another; nobody gives more than they hold, or to themselves, or elsewhere', async () => {
    expect((await give('o-station', 'o-trainee', 'unit-reviewer', '水文站')).data).toMatchObject({
      role: 'unit-reviewer',
    })
    expect((await give('o-station', 'o-trainee', 'department-reviewer', '水利局')).code).toBe('OUT_OF_SCOPE')
    expect((await give('o-water', 'o-trainee', 'bureau-staff', '水利局')).code).toBe('GRANT_BEYOND_OWN')
    expect((await give('o-water', 'o-trainee', 'bureau-reviewer', '人社局')).code).toBe('OUT_OF_SCOPE')
    expect((await give('o-water', 'o-water', 'unit-reviewer', '水文站')).code).toBe('GRANT_BEYOND_OWN')
    expect((await give('o-station', 'o-other', 'unit-reviewer', '水文站')).code).toBe('PERSON_UNKNOWN')
    expect((await give('o-trainee', 'o-other', 'unit-reviewer', '勘测队')).code).toBe('OUT_OF_SCOPE')
  })

  test('only a verified person answers for others', async () => {
    await join('o-claimed', '水文站')
    expect((await give('o-station', 'o-claimed', 'unit-reviewer', '水文站')).code).toBe('BINDING_UNVERIFIED')
  })

  test('a stand-in cannot give what outlasts their own standing in', async () => {
    const until = Date.parse('2022-09-01T00:00:00+08:00')
    expect((await give('o-water', 'o-trainee', 'department-reviewer', '水利局', until)).code).toBeNull()
    expect((await give('o-trainee', 'o-other', 'unit-reviewer', '勘测队')).code).toBe('GRANT_BEYOND_OWN')
    expect((await give('o-trainee', 'o-other', 'unit-reviewer', '勘测队', until)).code).toBeNull()
  })

  test('who holds what is listed, and ended; ended twice is once', async () => {
    const { data } = await town.call<{ holders: { name: string; role: string; revocable: boolean }[] }>(
      ...(['o-station', 'organisation.holders', { orgId: '水文站' }] as const),
    )
    expect(data?.holders).toMatchObject([{ role: 'unit-reviewer', revocable: true }])
    const end = { personId: ids['o-trainee'], role: 'unit-reviewer', orgId: '水文站', actId: act() }
    expect((await town.call('o-survey', 'organisation.revoke', end)).code).toBe('OUT_OF_SCOPE')
    expect((await town.call('o-station', 'organisation.revoke', end)).code).toBeNull()
    expect((await town.call('o-station', 'organisation.revoke', end)).code).toBeNull()
    const after = await town.call<{ holders: object[] }>('o-station', 'organisation.holders', {
      orgId: '水文站',
    })
    expect(after.data?.holders).toEqual([])
    expect((await town.call('o-trainee', 'review.people', { binding: 'claimed' })).code).toBe('ROLE_MISSING')
  })
})

describe('a person moves', () => {
  test('the new unit confirms; history is kept, roles at the old unit end', async () => {
    await join('o-mover', '水文站', [role('unit-reviewer', '水文站')])
    const wish = { toUnitId: '勘测队', moveId: 'm1' }
    expect((await town.call('o-mover', 'organisation.requestMove', wish)).data).toMatchObject({
      state: 'waiting',
    })
    expect((await town.call('o-mover', 'organisation.requestMove', wish)).code).toBeNull()
    const personId = ids['o-mover']
    expect((await town.call('o-station', 'organisation.confirmMove', { personId, moveId: 'm1' })).code).toBe(
      'OUT_OF_SCOPE',
    )
    expect((await town.call('o-survey', 'organisation.moves', {})).data).toMatchObject({
      moves: [{ personId, fromUnitName: '岱阴县水文站' }],
    })
    const confirm = { personId, moveId: 'm1' }
    expect((await town.call('o-survey', 'organisation.confirmMove', confirm)).data).toMatchObject({
      state: 'confirmed',
    })
    expect((await town.call('o-survey', 'organisation.confirmMove', confirm)).code).toBeNull()
    expect(await town.get('persons', personId ?? '')).toMatchObject({ unitId: '勘测队', roles: [] })
    expect((await town.call('o-mover', 'organisation.mine')).data).toMatchObject({
      memberships: [{ unitName: '岱阴县水文勘测中心', until: null }, { unitName: '岱阴县水文站' }],
    })
  })

  test('into another region in mid-year: an account opens there', async () => {
    await town.call('o-mover', 'organisation.requestMove', { toUnitId: 'unit-one', moveId: 'm2' })
    await join('o-far', 'unit-one', [role('unit-reviewer', 'unit-one')])
    const confirm = { personId: ids['o-mover'], moveId: 'm2' }
    expect((await town.call('o-far', 'organisation.confirmMove', confirm)).code).toBeNull()
    expect(await town.get('accounts', `${ids['o-mover']}:shaanxi:2022`)).toMatchObject({ sequence: 0 })
    expect(await town.get('persons', ids['o-mover'] ?? '')).toMatchObject({ region: 'shaanxi' })
  })

  test('refused with a reason, withdrawn, and asked by nobody unverified', async () => {
    await town.call('o-other', 'organisation.requestMove', { toUnitId: '水文站', moveId: 'm3' })
    const no = { personId: ids['o-other'], moveId: 'm3', reason: '不是本单位人员' }
    expect((await town.call('o-station', 'organisation.refuseMove', no)).data).toMatchObject({
      ...{ state: 'refused', note: '不是本单位人员' },
    })
    const yes = { personId: ids['o-other'], moveId: 'm3' }
    expect(await town.call('o-station', 'organisation.confirmMove', yes)).toMatchObject({
      ...{ code: 'MOVE_CLOSED', details: { state: 'refused' } },
    })
    await town.call('o-other', 'organisation.requestMove', { toUnitId: '水文站', moveId: 'm4' })
    expect((await town.call('o-other', 'organisation.withdrawMove')).data).toMatchObject({
      state: 'withdrawn',
    })
    const early = { toUnitId: '勘测队', moveId: 'm5' }
    expect((await town.call('o-claimed', 'organisation.requestMove', early)).code).toBe('BINDING_UNVERIFIED')
  })
})
