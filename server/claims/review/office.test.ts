// A reviewer's desk: one claim as it is opened, several at once, what was decided, and who stands in.
import { hoursOf } from '../../../domain/kernel/hours'
import { plusDays, plusMs } from '../../../domain/kernel/instant'
import type { RoleGrant } from '../../../domain/organisation/roles'
import { type Level, placeOf, World } from '../../../tests/doors/matrix/world'
import { packs } from '../../kernel/packs'
import { accept } from '../../kernel/refused'
import type { ClaimDocument } from '../filing/documents'
import type { GivenVerdict } from './decide-claim'

let country: World
beforeAll(async () => {
  country = await World.open()
})
afterAll(() => country.close())

const STATION = placeOf('unit-reviewer', 'own')
const shandong = accept(packs.standardOf('shandong', 2022)).version
const ningxia = accept(packs.standardOf('ningxia', 2022)).version

/** A claim of the station that waits there, or at a body above it, changed. */
async function waiting(
  world: World,
  change: Partial<ClaimDocument> = {},
  { ownerId = 'p-station', at = 'unit' }: { ownerId?: string; at?: Level } = {},
): Promise<ClaimDocument> {
  const claim = await world.claim(STATION, { ownerId, at })
  return world.store.replace('claims', { ...claim, policyVersion: shandong, ...change })
}

const desk = (world: World, who = 'unit-reviewer') => world.calls(`o-${who}`).review

describe('a claim as its reviewer opens it', () => {
  const opened = async (...of: Parameters<typeof waiting> extends [World, ...infer Rest] ? Rest : never) => {
    const world = country.twin()
    return desk(world).claim({ claimId: (await waiting(world, ...of))._id })
  }

  test('waits for this reviewer, who may hand it to a body beside', async () => {
    expect(await opened()).toMatchObject({
      ...{ canDecide: true, whyNot: '', personId: 'p-station', personName: '孔令仪', unitName: 'station' },
      ...{ idNumberMasked: '9901**********1234', dueAt: null, isLate: false, needsHours: false },
      transferTo: [{ id: 'survey', name: '演示survey' }],
    })
  })

  test.each<
    [about: string, change: Partial<ClaimDocument>, of: Parameters<typeof waiting>[2], whyNot: string]
  >([
    ['over', { state: 'returned' }, {}, '这份申报现在不在审核中'],
    ['past its levels', { stepIndex: 3 }, {}, '这份申报现在不在审核中'],
    ['at another level', {}, { at: 'department' }, '现在由water审核'],
    ['one’s own', {}, { ownerId: 'unit-reviewer' }, '是你本人的申报，要由别人审核'],
  ])('cannot be decided: it is %s', async (_, change, of, whyNot) => {
    expect(await opened(change, of)).toMatchObject({ canDecide: false, whyNot, transferTo: [] })
  })

  test('cannot be decided: the body’s certification was withdrawn', async () => {
    const world = country.twin()
    const claim = await waiting(world)
    const body = await world.store.get('organisations', 'station')
    if (!body) throw new Error('no station')
    const certifies = { allowed: false, reason: '抽查', since: world.now }
    await world.store.replace('organisations', { ...body, certifies })
    expect(await desk(world).claim({ claimId: claim._id })).toMatchObject({
      ...{ canDecide: false, whyNot: '演示station的学时认证权限已被取消', transferTo: [] },
    })
  })

  test('is late from the moment of its deadline on', async () => {
    const { now } = country.as('')
    const world = country.twin()
    world.still = { now }
    const late = async (ms: number) => {
      const claim = await waiting(world, { dueAt: plusMs(now, ms) })
      return (await desk(world).claim({ claimId: claim._id })).isLate
    }
    expect([await late(1), await late(0), await late(-1)]).toEqual([false, true, true])
  })

  test('hours that nobody has said are asked of the reviewer, recognised ones are the most', async () => {
    const item = { id: 'c', kind: 'paper', earnedAt: country.now, meets: [] }
    const subject = { type: 'hours', item } as const
    expect(await opened({ subject })).toMatchObject({ needsHours: true, mostHours: null })
    expect(await opened({ subject, claimedHours: hoursOf(8) })).toMatchObject({
      ...{ needsHours: false, mostHours: hoursOf(8) },
    })
    const recognised = { subject, claimedHours: hoursOf(8), recognisedHours: hoursOf(4) }
    expect(await opened(recognised)).toMatchObject({ needsHours: false, mostHours: hoursOf(4) })
  })

  test('at the top there is nobody to hand it to', async () => {
    const world = country.twin()
    await world.person('station', {
      ...{ _id: 'top', openid: 'o-top' },
      roles: [{ role: 'bureau-reviewer', orgId: 'province', until: null, grantedBy: '' }],
    })
    const claim = await world.claim(
      { ...STATION, bureau: 'province' },
      { ownerId: 'p-station', at: 'bureau' },
    )
    expect(await desk(world, 'top').claim({ claimId: claim._id })).toMatchObject({
      ...{ canDecide: true, transferTo: [] },
    })
  })

  test('whose claimant was forgotten shows no number', async () => {
    const world = country.twin()
    const claim = await waiting(world, { personId: 'gone', personName: '已注销' })
    expect(await desk(world).claim({ claimId: claim._id })).toMatchObject({
      ...{ personName: '已注销', idNumberMasked: '' },
    })
  })
})

describe('several at once', () => {
  const seen = ({ _id: claimId, revision, stepIndex }: ClaimDocument, decisionId: string) => ({
    ...{ claimId, revision, stepIndex, decisionId },
  })

  /** The reason for which one claim is held out, beside one that is approved. */
  async function heldFor(change: Partial<ClaimDocument>, sees: Partial<ClaimDocument> = {}) {
    const world = country.twin()
    const good = await waiting(world)
    const other = await waiting(world, change)
    const items = [seen(good, 'decision-good'), seen({ ...other, ...sees }, 'decision-other')]
    const { approved, held } = await desk(world).decideMany({ items })
    expect(approved[0]).toBe(good._id)
    return held.map(({ personName, reason }) => [personName, reason])
  }

  test('alike, and nothing odd about them: approved', async () => {
    expect(await heldFor({})).toEqual([])
  })

  test.each<[about: string, change: Partial<ClaimDocument>, sees: Partial<ClaimDocument>, reason: string]>([
    ['of another kind', { kind: 'year', subject: { type: 'year' } }, {}, '类别与其他的不同'],
    ['changed since it was seen', {}, { revision: 2 }, '内容刚刚有变化，请打开再看'],
    ['over meanwhile', { state: 'withdrawn' }, {}, '已经不在待办'],
    ['corrected after a return', { revision: 2 }, {}, '退回后补正过，请看改了什么'],
    ['with an oddity', { oddities: [{ code: 'X', text: '日期有重叠', claimId: null }] }, {}, '日期有重叠'],
  ])('held out: %s', async (_, change, sees, reason) => {
    expect(await heldFor(change, sees)).toEqual([['孔令仪', reason]])
  })

  test('held out: a colleague was sooner', async () => {
    const world = country.twin()
    const [good, other] = [await waiting(world), await waiting(world)]
    await desk(world).decide({ ...seen(other, 'decision-colleague'), verdict: { kind: 'approve' } })
    const { held } = await desk(world).decideMany({
      items: [seen(good, 'decision-good'), seen(other, 'decision-other')],
    })
    expect(held).toEqual([{ claimId: other._id, personName: '孔令仪', reason: '孔令仪已经办了' }])
  })

  test('held out without a name: what is not here', async () => {
    const world = country.twin()
    const good = await waiting(world)
    const { approved, held } = await desk(world).decideMany({
      items: [seen(good, 'decision-good'), { ...seen(good, 'decision-none'), claimId: 'nothing' }],
    })
    expect({ approved, held }).toEqual({
      approved: [good._id],
      held: [{ claimId: 'nothing', personName: '', reason: '不在您的待办里，可能已经转办，请刷新再看' }],
    })
  })

  test('held out at the last level: the year of a person whom no unit has confirmed', async () => {
    const world = country.twin()
    const person = await world.person('west-unit', { binding: 'claimed' })
    const year = {
      kind: 'year',
      subject: { type: 'year' },
      region: 'ningxia',
      policyVersion: ningxia,
    } as const
    const claim = await waiting(world, year, { ownerId: person._id, at: 'bureau' })
    const { held } = await desk(world, 'bureau-reviewer').decideMany({
      items: [seen(claim, 'decision-last')],
    })
    expect(held.map(({ reason }) => reason)).toEqual(['这个人还没有经单位核对'])
  })

  test('at most twenty, and at least one', async () => {
    const world = country.twin()
    const items = Array.from({ length: 21 }, (_, n) => ({
      ...{ claimId: `nothing-${n}`, decisionId: `decision-${n}`, revision: 1, stepIndex: 0 },
    }))
    await expect(desk(world).decideMany({ items: [] })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(desk(world).decideMany({ items })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('what one decided', () => {
  test('newest first, in words, with where the claim is by now', async () => {
    const world = country.twin()
    const start = world.now
    const verdicts: GivenVerdict[] = [
      { kind: 'approve' },
      { kind: 'return', asks: [{ field: 'photo', text: '重拍' }] },
      { kind: 'reject', reason: '材料不实' },
      { kind: 'transfer', orgId: 'survey', reason: '是测量队的人' },
      { kind: 'opinion', text: '请补充' },
    ]
    for (const [n, verdict] of verdicts.entries()) {
      world.still = { now: plusMs(start, n * 1_000) }
      const { _id: claimId, revision, stepIndex } = await waiting(world, { title: `第 ${n} 份` })
      await desk(world).decide({ ...{ claimId, revision, stepIndex }, decisionId: `decision-${n}`, verdict })
    }
    const { lines, next } = await desk(world).done({})
    expect(next).toBeNull()
    expect(lines.map(({ title, act, state, waitsFor }) => [title, act, state, waitsFor])).toEqual([
      ['第 4 份', '提出意见', 'submitted', 'station'],
      ['第 3 份', '转办', 'submitted', '演示survey'],
      ['第 2 份', '不予通过', 'rejected', ''],
      ['第 1 份', '退回补正', 'returned', ''],
      ['第 0 份', '通过', 'submitted', 'water'],
    ])
  })
})

describe('a colleague stands in', () => {
  const colleague = (world: World) => world.person('station', { _id: 'colleague', name: '同事' })
  const until = '2022-08-20'

  test('up to and including a day, and is named', async () => {
    const world = country.twin()
    world.still = { now: world.now }
    await colleague(world)
    const before = await desk(world).delegations()
    expect(before).toMatchObject({ today: '2022-08-15', given: [], bodies: [{ orgName: '演示station' }] })
    expect(before.bodies[0]?.colleagues.map(({ personId }) => personId)).toContain('colleague')
    expect(before.bodies[0]?.colleagues.map(({ personId }) => personId)).not.toContain('unit-reviewer')
    const view = await desk(world).delegate({ personId: 'colleague', until, actId: 'tap-stands-in' })
    expect(view.given).toEqual([
      {
        ...{ personId: 'colleague', name: '同事', orgId: 'station', orgName: '演示station' },
        until: Date.parse('2022-08-21T00:00:00+08:00'),
      },
    ])
    expect(view.bodies[0]?.colleagues.map(({ personId }) => personId)).not.toContain('colleague')
    const ended = await desk(world).endDelegation({ personId: 'colleague', actId: 'tap-is-back' })
    expect(ended.given).toEqual([])
    expect((await world.store.get('persons', 'colleague'))?.roles).toEqual([])
  })

  test.each([
    ['2022-08-14', false],
    ['2022-08-15', true],
    ['2022-11-14', true],
    ['2022-11-15', false],
  ])('until %s: %s', async (day, isPossible) => {
    const world = country.twin()
    world.still = { now: world.now }
    await colleague(world)
    const work = desk(world).delegate({ personId: 'colleague', until: day, actId: 'tap-stands-in' })
    const end = Date.parse(`${day}T24:00:00+08:00`)
    if (isPossible) expect((await work).given.map((given) => given.until)).toEqual([end])
    else await expect(work).rejects.toMatchObject({ cause: { refusal: { code: 'INPUT_INVALID' } } })
  })

  test('one who reviews there for good stays as they are', async () => {
    const world = country.twin()
    world.still = { now: world.now }
    await colleague(world)
    const forGood = [{ role: 'unit-reviewer', orgId: 'station', until: null, grantedBy: 'boss' }] as const
    await world.hold('colleague', [...forGood])
    const view = await desk(world).delegate({ personId: 'colleague', until, actId: 'tap-stands-in' })
    expect(view.given).toEqual([])
    expect((await world.store.get('persons', 'colleague'))?.roles).toEqual(forGood)
  })

  test('a grant for a time, or at another body, is no review for good', async () => {
    const world = country.twin()
    world.still = { now: world.now }
    await colleague(world)
    const soon = plusDays(world.now, 1)
    await world.hold('colleague', [
      { role: 'unit-reviewer', orgId: 'survey', until: null, grantedBy: 'boss' },
      { role: 'department-reviewer', orgId: 'station', until: null, grantedBy: 'boss' },
      { role: 'unit-reviewer', orgId: 'station', until: soon, grantedBy: 'boss' },
    ])
    const view = await desk(world).delegate({ personId: 'colleague', until, actId: 'tap-stands-in' })
    expect(view.given).toMatchObject([{ personId: 'colleague', orgId: 'station' }])
  })

  const granted = (change: Partial<RoleGrant> = {}): RoleGrant => ({
    ...{
      role: 'unit-reviewer',
      orgId: 'station',
      until: plusDays(country.now, 3),
      grantedBy: 'unit-reviewer',
    },
    ...change,
  })

  test.each<[about: string, change: Partial<RoleGrant>]>([
    ['at another body', { orgId: 'survey' }],
    ['that somebody else gave', { grantedBy: 'bureau-reviewer' }],
    ['of another kind', { role: 'committee' }],
    ['for good', { until: null }],
  ])('who is back ends no role %s', async (_, change) => {
    const world = country.twin()
    await colleague(world)
    await world.hold('colleague', [granted(change)])
    await desk(world).endDelegation({ personId: 'colleague', actId: 'tap-is-back' })
    expect((await world.store.get('persons', 'colleague'))?.roles).toEqual([granted(change)])
  })

  test('who stands in cannot hand on what they stand in for', async () => {
    const world = country.twin()
    await colleague(world)
    await world.hold('colleague', [granted()])
    const other = await world.person('station')
    const asked = { personId: other._id, until, actId: 'tap-hands-on' }
    await expect(desk(world, 'colleague').delegate(asked)).rejects.toMatchObject({
      cause: { refusal: { code: 'OUT_OF_SCOPE' } },
    })
  })
})
