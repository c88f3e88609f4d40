// What a role opens that is not its own: tried through the procedures, each as somebody would who wants more than they
// were given.

import { plusSeconds } from '../../../domain/kernel/instant'
import { ADMINISTERS, type RoleGrant, type RoleName } from '../../../domain/organisation/roles'
import { keepTerms } from '../../../server/bodies/search-terms'
import type { PersonDocument } from '../../../server/people/documents'

import { codeOf } from '../../harness/overseers'
import { ROSTER_TITLES, xlsxOf } from '../../harness/sheets'
import {
  claimWithFile,
  credited,
  double,
  integrityCase,
  objected,
  publicKey,
  stopped,
} from '../matrix/things'
import { placeOf, World } from '../matrix/world'
import { callsAt } from '../refusals/changed-world'
import { grantOf } from '../refusals/situations'
import { idNumberOf } from '../town'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world.close())

const STATION = placeOf('unit-reviewer', 'own')
const act = () => world.next('act')
const calls = (person: Pick<PersonDocument, 'openid'> | string) =>
  world.calls(typeof person === 'string' ? person : person.openid)
const holding = (unitId: string, roles: RoleGrant[], change: Partial<PersonDocument> = {}) =>
  world.person(unitId, { roles, ...change })

describe('the least role of a bureau, and of a department, opens nothing below it (SX22-16)', () => {
  const BODIES = ['county', 'water'] as const
  const clerkAt = (body: string) => holding(body, [grantOf('unit-reviewer', body)])
  const title = { level: 'middle', applicationYear: 2022 } as const

  test.each(BODIES)('%s: numbers, rosters, figures, evidence and roles of a unit below', async (body) => {
    const clerk = calls(await clerkAt(body))
    const { claimId, sha256 } = await claimWithFile({ ...STATION, ownerId: STATION.personId }, world)
    const below = {
      personId: (await world.person('station'))._id,
      orgId: 'station',
      role: 'unit-reviewer',
    } as const
    const tries = {
      reveal: clerk.account.revealIdNumber({ personId: 'p-station', reason: '核对', readingId: act() }),
      export: clerk.roster.export({ unitId: 'station' }),
      behind: clerk.stats.behind({ orgId: 'station' }),
      figures: clerk.stats.overview({ orgId: 'station' }),
      candidates: clerk.organisation.candidates({ orgId: 'station' }),
      holders: clerk.organisation.holders({ orgId: 'station' }),
      tree: clerk.organisation.tree({ parentId: 'station' }),
      grant: clerk.organisation.grant({ ...below, until: null, actId: act() }),
      revoke: clerk.organisation.revoke({ ...below, personId: 'unit-reviewer', actId: act() }),
      queue: clerk.review.queue({ orgId: body }),
      claim: clerk.review.claim({ claimId }),
      evidence: clerk.claim.attachmentUrl({ claimId, sha256 }),
      confirm: clerk.review.confirm({ personId: below.personId, decisionId: act() }),
    }
    // Each is caught before one is judged: a refusal that nobody waits for ends the run.
    const codes = await Promise.all(Object.values(tries).map(codeOf))
    expect(Object.keys(tries).map((name, at) => [name, codes[at]])).toEqual(
      Object.keys(tries).map((name) => [name, 'OUT_OF_SCOPE']),
    )
    expect(await codeOf(clerk.outside.titleExport({ ...title, orgId: 'station', idNumbers: null }))).toBe(
      'ROLE_MISSING',
    )
  })

  test.each(BODIES)(
    '%s: its own queue holds nothing for them, and its figures are of its own people',
    async (body) => {
      const clerk = calls(await clerkAt(body))
      const at = body === 'county' ? ('bureau' as const) : ('department' as const)
      await world.claim({ ...STATION, ownerId: STATION.personId }, { ownerId: STATION.personId, at })
      expect(await clerk.review.queue({})).toMatchObject({ orgs: [], lines: [] })
      expect((await clerk.home.view()).reviewerQueue?.claims ?? 0).toBe(0)
      const counted = await world.store.get('stat-counters', `${body}:2022`)
      const figures = await clerk.stats.overview({ orgId: body, year: 2022 })
      expect(figures.own.people).toBe(counted?.own.people ?? 0)
      expect(figures.below).toEqual([])
      expect((await clerk.organisation.tree({ parentId: body })).children).toEqual([])
    },
  )

  test('a roster names a unit below: its line is out of scope, and nobody is verified by it', async () => {
    const station = await world.store.get('organisations', 'station')
    if (!station) throw new Error('no station')
    await keepTerms(world.store, station)
    const clerk = await clerkAt('water')
    const person = ['孟名册', idNumberOf('19850610', '123'), '13800001234', '教师', '']
    const rows = [
      [...ROSTER_TITLES, '单位名称'],
      [...person, station.name],
      [...person, ''],
    ]
    const fileId = await world.cloud.storage.put(`incoming/${clerk._id}/below`, xlsxOf({ rows }))
    const { id: importId } = await calls(clerk).roster.begin({ fileId, fileName: '名册' })
    const chunk = await world.store.get('roster-chunks', `${importId}:0`)
    // The line that names no unit is of the clerk's own body.
    expect(chunk?.rows).toMatchObject([
      { unitId: '', idNumberHash: '', verdict: 'refused', reason: { code: 'UNIT_OUT_OF_SCOPE' } },
      { unitId: 'water', verdict: null },
    ])
  })

  test('over the body itself the role is whole', async () => {
    const clerk = calls(await clerkAt('county'))
    const { _id: personId } = await world.person('county')
    const waits = await world.person('county', { binding: 'claimed' })
    const own = [
      clerk.account.revealIdNumber({ personId, reason: '核对', readingId: act() }),
      clerk.roster.export({ unitId: 'county' }),
      clerk.stats.behind({ orgId: 'county' }),
      clerk.organisation.candidates({ orgId: 'county' }),
      clerk.organisation.grant({
        personId,
        orgId: 'county',
        role: 'unit-reviewer',
        until: null,
        actId: act(),
      }),
      clerk.review.confirm({ personId: waits._id, decisionId: act() }),
    ]
    expect(await Promise.all(own.map(codeOf))).toEqual(own.map(() => 'accepted'))
  })
})

describe('nobody acts for a body before somebody vouched for who they are', () => {
  test.each(['claimed', 'contested'] as const)('a holder who is %s holds nothing', async (binding) => {
    const held = await holding('station', [grantOf('unit-reviewer', 'station')], { binding })
    expect(await codeOf(calls(held).review.people({ binding: 'claimed' }))).toBe('ROLE_MISSING')
    expect((await calls(held).account.me()).person.roles).toEqual([])
  })

  /** A body that waits, with the account that registered it. */
  async function founded() {
    const orgId = await world.waitingBody('unit', 'water')
    const { registrarOpenid = '' } = (await world.store.get('organisations', orgId)) ?? {}
    return { orgId, registrarOpenid, department: calls('o-department-reviewer').organisation }
  }
  async function read(orgId: string) {
    const level = await calls('o-department-reviewer').organisation.tree({ parentId: 'water' })
    const registrar = level.waiting.find(({ organisation }) => organisation.id === orgId)?.registrar
    if (!registrar) throw new Error(`${orgId} waits for nobody`)
    const { personId, version } = registrar
    return { ...registrar, read: { personId, version } }
  }

  test('the founder becomes another between reading and confirming: refused, and read again', async () => {
    const { orgId, registrarOpenid, department } = await founded()
    const before = await read(orgId)
    const person = await world.store.get('persons', before.personId)
    if (!person) throw new Error('no registrar')
    await world.store.replace('persons', { ...person, name: '无名氏' })
    const decision = { orgId, decisionId: act() }
    expect(await codeOf(department.verify({ ...decision, registrar: before.read }))).toBe(
      'REGISTRATION_CHANGED',
    )
    expect((await world.store.get('organisations', orgId))?.state).toBe('registered')
    const now = await read(orgId)
    expect(now.name).toBe('无名氏')
    expect(await codeOf(department.verify({ ...decision, registrar: now.read }))).toBe('accepted')
    expect((await calls(registrarOpenid).account.me()).person.roles).toEqual([...ADMINISTERS.unit])
  })

  test('the founder registers elsewhere and is nobody there: the body gets no such administrator', async () => {
    const { orgId, department } = await founded()
    const { personId } = await read(orgId)
    const person = await world.store.get('persons', personId)
    if (!person) throw new Error('no registrar')
    await world.store.replace('persons', { ...person, unitId: 'orchard', unitName: '演示orchard' })
    const now = await read(orgId)
    expect(now).toMatchObject({ isOfBody: false, unitName: '演示orchard' })
    const decision = { orgId, decisionId: act(), registrar: now.read }
    expect(await codeOf(department.verify(decision))).toBe('REGISTRATION_CHANGED')
    expect(await world.store.get('persons', personId)).toMatchObject({ binding: 'claimed', roles: [] })
  })
})

describe('who stands in for another', () => {
  const until = () => plusSeconds(world.now, 5 * 86_400)
  /** A reviewer away for five days, and the colleague who stands in. */
  async function away(role: RoleName, orgId: string) {
    const holder = await holding(orgId, [grantOf(role, orgId)])
    const granted = { role, orgId, until: until(), grantedBy: holder._id }
    const standIn = await holding(orgId, [granted])
    return { holder, standIn, organisation: calls(standIn).organisation, role, orgId }
  }

  test('ends, shortens and hands on no role that they stand in for', async () => {
    const { holder, organisation, role, orgId } = await away('unit-reviewer', 'station')
    const theirs = { personId: holder._id, role, orgId }
    expect(await codeOf(organisation.revoke({ ...theirs, actId: act() }))).toBe('GRANT_BEYOND_OWN')
    const shorter = { ...theirs, until: plusSeconds(world.now, 60), actId: act() }
    expect(await codeOf(organisation.grant(shorter))).toBe('GRANT_BEYOND_OWN')
    const friend = {
      personId: (await world.person('station'))._id,
      role,
      orgId,
      until: until(),
      actId: act(),
    }
    expect(await codeOf(organisation.grant(friend))).toBe('GRANT_BEYOND_OWN')
    expect((await world.store.get('persons', holder._id))?.roles).toEqual([grantOf(role, orgId)])
  })

  test('nor one that lasts longer than they do, by a role above it', async () => {
    const { organisation } = await away('department-reviewer', 'water')
    const unit = { personId: 'unit-reviewer', role: 'unit-reviewer', orgId: 'station' } as const
    expect(await codeOf(organisation.revoke({ ...unit, actId: act() }))).toBe('GRANT_BEYOND_OWN')
    expect(await codeOf(organisation.grant({ ...unit, until: until(), actId: act() }))).toBe(
      'GRANT_BEYOND_OWN',
    )
    const { holders } = await organisation.holders({ orgId: 'station' })
    expect(holders.filter(({ revocable }) => revocable)).toEqual([])
  })

  test('what they gave for a while they end, and once is enough', async () => {
    const { organisation, standIn } = await away('department-reviewer', 'water')
    const { _id: personId } = await world.person('station')
    const given = { personId, role: 'unit-reviewer', orgId: 'station' } as const
    expect(await codeOf(organisation.grant({ ...given, until: until(), actId: act() }))).toBe('accepted')
    for (const actId of [act(), act()])
      expect(await codeOf(organisation.revoke({ ...given, actId }))).toBe('accepted')
    expect((await world.store.get('persons', personId))?.roles).toEqual([])
    const own = { personId: standIn._id, role: 'department-reviewer', orgId: 'water', actId: act() } as const
    expect(await codeOf(organisation.revoke(own))).toBe('accepted')
  })

  test('what was lent ends with the role that it was lent of', async () => {
    const holder = await holding('station', [grantOf('unit-reviewer', 'station')])
    const borrower = await world.person('station')
    await calls(holder).review.delegate({ personId: borrower._id, until: '2022-08-31', actId: act() })
    expect(await codeOf(calls(borrower).review.people({ binding: 'claimed' }))).toBe('accepted')
    await calls('o-department-reviewer').organisation.revoke({
      ...{ personId: holder._id, role: 'unit-reviewer', orgId: 'station', actId: act() },
    })
    expect(await codeOf(calls(borrower).review.people({ binding: 'claimed' }))).toBe('ROLE_MISSING')
    expect((await world.store.get('persons', borrower._id))?.roles).toEqual([])
  })

  test('and with the move of who lent it to another unit', async () => {
    const holder = await holding('station', [grantOf('unit-reviewer', 'station')])
    const borrower = await world.person('station')
    await calls(holder).review.delegate({ personId: borrower._id, until: '2022-08-31', actId: act() })
    const there = await holding('orchard', [grantOf('unit-reviewer', 'orchard')])
    const moveId = act()
    await calls(holder).organisation.requestMove({ toUnitId: 'orchard', moveId })
    await calls(there).organisation.confirmMove({ personId: holder._id, moveId })
    expect(await codeOf(calls(borrower).review.people({ binding: 'claimed' }))).toBe('ROLE_MISSING')
  })

  test('decides nothing of whom they stand in for: claims, archive, contest, lecture', async () => {
    const { holder, standIn, orgId } = await away('unit-reviewer', 'station')
    const place = { ...STATION, ownerId: holder._id }
    const {
      _id: claimId,
      revision,
      stepIndex,
    } = await world.claim(place, { ownerId: holder._id, at: 'unit' })
    const decision = { claimId, decisionId: act(), revision, stepIndex }
    const approve = { ...decision, verdict: { kind: 'approve' } } as const
    expect(await codeOf(calls(standIn).review.decide(approve))).toBe('SELF_REVIEW')
    expect((await calls(standIn).review.claim({ claimId })).canDecide).toBe(false)
    const many = await calls(standIn).review.decideMany({ items: [decision] })
    expect(many.approved).toEqual([])
    const contestId = act()
    await world.store.insert('contests', {
      ...{ _id: contestId, openid: act(), name: holder.name, statement: '换了微信号' },
      ...{ idNumberHash: '', idNumberMasked: '', words: [], movesAt: null, objection: null },
      ...{
        holderId: holder._id,
        unitId: orgId,
        aboveOrgId: 'water',
        state: 'open',
        reason: '',
        decisionId: '',
      },
      ...{ decidedByName: '', decidedForName: '', decidedAt: null, at: world.now },
    })
    const verdict = { kind: 'rebind', reason: '本人到场核对' } as const
    const rebinding = { contestId, decisionId: act(), verdict }
    expect(await codeOf(calls(standIn).review.decideContest(rebinding))).toBe('SELF_REVIEW')
    const stopId = await stopped(place, world, holder._id)
    const { lines } = await calls(standIn).study.stopped({})
    expect(lines.find((line) => line.stopId === stopId)?.mayLift).toBe(false)
    expect(await codeOf(calls(standIn).study.lift({ stopId, reason: '本人说明了情况' }))).toBe('SELF_REVIEW')
  })

  test('at a bureau: neither hears what the absent one voided, nor is the second of two deciders', async () => {
    const granted = {
      role: 'bureau-staff',
      orgId: 'province',
      until: until(),
      grantedBy: 'clerk-province',
    } as const
    const standIn = calls(await holding('station', [granted]))
    const voidingId = await objected({ ...STATION, bureau: 'province' }, world)
    const hearing = { voidingId, decisionId: act(), verdict: 'upheld', reason: '材料属实' } as const
    expect(await codeOf(standIn.oversight.hear(hearing))).toBe('SECOND_PERSON_NEEDED')
    const doubleId = await double({ ...STATION, bureau: 'province' }, world, 'clerk-province')
    const kept = { doubleId, decisionId: act(), reason: '两次不同的学习' }
    expect(await codeOf(standIn.oversight.keepDouble(kept))).toBe('SELF_REVIEW')
    const caseId = await integrityCase({ ...STATION, bureau: 'province', unit: 'orchard' }, world)
    const decided = { caseId, verdict: 'record', reason: '查证属实' } as const
    await calls('o-clerk-province').oversight.decideCase({ ...decided, decisionId: act() })
    expect(await codeOf(standIn.oversight.decideCase({ ...decided, decisionId: act() }))).toBe(
      'SECOND_PERSON_NEEDED',
    )
  })
})

describe('a lower body overturns nothing that a higher one said', () => {
  const upheld = (voidingId: string) =>
    ({ voidingId, decisionId: act(), verdict: 'upheld', reason: '材料属实' }) as const
  const withdrawal = (unitId: string) => ({ unitId, reason: '抽查发现不实', decisionId: act() })
  const unitOfItsOwn = async (): Promise<string> => {
    const unit = await world.waitingBody('unit', 'water')
    const body = await world.store.get('organisations', unit)
    if (body) await world.store.replace('organisations', { ...body, state: 'verified' })
    return unit
  }

  test('the county neither hears the objection to what the province voided, nor to what it voided itself', async () => {
    for (const bureau of ['province', 'county']) {
      const voidingId = await objected({ ...STATION, bureau }, world)
      for (const openid of ['o-bureau-reviewer', 'o-bureau-staff', 'o-clerk-county']) {
        expect(await codeOf(calls(openid).oversight.hear(upheld(voidingId)))).toBe('DECIDED_ABOVE')
        const { objections } = await calls(openid).oversight.objections({ state: 'open' })
        expect(objections.filter((one) => one.voidingId === voidingId && one.mayHear)).toEqual([])
        expect((await calls(openid).oversight.objection({ voidingId })).mayHear).toBe(false)
      }
      expect((await calls('o-region-staff').oversight.objection({ voidingId })).mayHear).toBe(true)
      expect(await codeOf(calls('o-region-staff').oversight.hear(upheld(voidingId)))).toBe('accepted')
    }
  })

  test('who approved the claim hears nothing about it', async () => {
    const claimId = await credited(STATION, world)
    const claim = await world.store.get('claims', claimId)
    if (!claim) throw new Error('no claim')
    const steps = claim.steps.map((step) => ({
      ...step,
      outcome: 'approved' as const,
      decidedBy: 'region-staff',
    }))
    await world.store.replace('claims', { ...claim, steps })
    const { voidingId } = await calls('o-clerk-county').oversight.voidEntry({
      ...{ named: { claimId }, reason: '抽查发现不实' },
    })
    await calls(`o-${STATION.personId}`).oversight.object({ entryId: voidingId, statement: '材料是真实的' })
    expect(await codeOf(calls('o-region-staff').oversight.hear(upheld(voidingId)))).toBe(
      'SECOND_PERSON_NEEDED',
    )
    expect((await calls('o-region-staff').oversight.objection({ voidingId })).mayHear).toBe(false)
    expect(await codeOf(calls('o-clerk-province').oversight.hear(upheld(voidingId)))).toBe('accepted')
  })

  test('hours that the province gave back are not taken again by the county, one by one or all at once', async () => {
    const claimId = await credited(STATION, world)
    const voids = (openid: string) =>
      calls(openid).oversight.voidEntry({ named: { claimId }, reason: '再次抽查发现不实' })
    const { voidingId } = await calls('o-clerk-county').oversight.voidEntry({
      ...{ named: { claimId }, reason: '抽查发现不实' },
    })
    await calls(`o-${STATION.personId}`).oversight.object({ entryId: voidingId, statement: '材料是真实的' })
    await calls('o-region-staff').oversight.hear(upheld(voidingId))
    expect(await codeOf(voids('o-bureau-staff'))).toBe('DECIDED_ABOVE')
    const { jobId } = await calls('o-bureau-staff').oversight.voidAllOf({
      ...{ jobId: act(), unitId: 'station', reason: '整批作废' },
      ...{ from: plusSeconds(world.now, -86_400), until: Number(world.now) },
    })
    await calls('o-bureau-staff').oversight.stepJob({ jobId })
    expect((await world.store.get('claims', claimId))?.state).toBe('credited')
    expect(await codeOf(voids('o-region-staff'))).toBe('accepted')
  })

  test('certification that the province withdrew comes back from the province alone', async () => {
    const unit = await unitOfItsOwn()
    const [county, province] = [calls('o-bureau-reviewer').oversight, calls('o-region-staff').oversight]
    await province.withdrawCertification(withdrawal(unit))
    expect(await codeOf(county.restoreCertification(withdrawal(unit)))).toBe('DECIDED_ABOVE')
    expect((await county.certifying({ unitId: unit })).allowed).toBe(false)
    expect((await province.restoreCertification(withdrawal(unit))).allowed).toBe(true)
  })

  test('what the county withdrew first and the province after it is the province’s from then on', async () => {
    const unit = await unitOfItsOwn()
    const [county, province] = [calls('o-bureau-reviewer').oversight, calls('o-region-staff').oversight]
    await county.withdrawCertification(withdrawal(unit))
    await province.withdrawCertification(withdrawal(unit))
    expect(await codeOf(county.restoreCertification(withdrawal(unit)))).toBe('DECIDED_ABOVE')
  })

  test('what the county withdrew comes back from the county, and from the province', async () => {
    for (const openid of ['o-bureau-staff', 'o-region-staff']) {
      const unit = await unitOfItsOwn()
      await calls('o-bureau-reviewer').oversight.withdrawCertification(withdrawal(unit))
      expect((await calls(openid).oversight.restoreCertification(withdrawal(unit))).allowed).toBe(true)
    }
  })

  describe('who holds a role above beside one below says it as the one above', () => {
    const both = () =>
      holding('station', [grantOf('department-reviewer', 'water'), grantOf('bureau-reviewer', 'county')])

    test('of a name that the county gave', async () => {
      const unit = await unitOfItsOwn()
      const names = (openid: string, actId: string) =>
        calls(openid).organisation.rename({ orgId: unit, name: `更名${actId}单位`, actId })
      await names('o-bureau-reviewer', act())
      const actId = act()
      await names((await both()).openid, actId)
      expect(await world.store.get('audit', `organisation-renamed:${unit}:${actId}`)).toMatchObject({
        ...{ role: 'bureau-reviewer', scope: 'county' },
      })
    })

    test('of a registration that the county returned, which stays the county’s', async () => {
      const orgId = await world.waitingBody('unit', 'water')
      const returns = async (openid: string, decisionId: string) => {
        const body = await world.store.get('organisations', orgId)
        if (body) await world.store.replace('organisations', { ...body, state: 'registered' })
        return calls(openid).organisation.return({ orgId, decisionId, reason: '请写全称' })
      }
      await returns('o-bureau-reviewer', act())
      const decisionId = act()
      await returns((await both()).openid, decisionId)
      expect(await world.store.get('audit', `organisation-reviewed:${orgId}:${decisionId}`)).toMatchObject({
        ...{ role: 'bureau-reviewer', scope: 'county' },
      })
      expect(await codeOf(returns('o-department-reviewer', act()))).toBe('DECIDED_ABOVE')
    })
  })

  test('a role that the department ended is not given back by the unit, but by the department', async () => {
    const { _id: personId } = await world.person('station')
    const role = { personId, role: 'unit-reviewer', orgId: 'station' } as const
    const [unit, department] = [
      calls('o-unit-reviewer').organisation,
      calls('o-department-reviewer').organisation,
    ]
    await unit.grant({ ...role, until: null, actId: act() })
    await department.revoke({ ...role, actId: act() })
    expect(await codeOf(unit.grant({ ...role, until: null, actId: act() }))).toBe('GRANT_BEYOND_OWN')
    expect(await codeOf(department.grant({ ...role, until: null, actId: act() }))).toBe('accepted')
    await unit.revoke({ ...role, actId: act() })
    expect(await codeOf(unit.grant({ ...role, until: null, actId: act() }))).toBe('accepted')
  })

  test('the county ends no case in which the province said that it be recorded', async () => {
    const caseId = await integrityCase(STATION, world)
    await calls('o-region-staff').oversight.decideCase({
      ...{ caseId, verdict: 'record', reason: '查证属实', decisionId: act() },
    })
    const decided = { caseId, verdict: 'dismiss', reason: '情况属实', decisionId: act() } as const
    expect(await codeOf(calls('o-bureau-staff').oversight.decideCase(decided))).toBe('DECIDED_ABOVE')
  })
})

describe('a body that was returned is its registrar’s', () => {
  const calledBy = (openid: string, name: string) =>
    calls(openid).organisation.register({ name, kind: 'unit', parentId: 'water', isPrivate: false })
  async function account(): Promise<string> {
    const openid = world.next('o-account')
    await calls(openid).account.phone({ code: world.cloud.phoneCodes.issue('13800009999') })
    return openid
  }
  const department = () => calls('o-department-reviewer').organisation
  const returned = (orgId: string) => department().return({ orgId, decisionId: act(), reason: '请写全称' })
  async function waits(orgId: string) {
    const level = await department().tree({ parentId: 'water' })
    const found = level.waiting.find(({ organisation }) => organisation.id === orgId)
    if (!found) throw new Error(`${orgId} does not wait`)
    return found
  }
  /** The registrar joins the body that they registered. */
  async function joins(openid: string, orgId: string): Promise<PersonDocument> {
    return world.person(orgId, { openid, binding: 'claimed' })
  }
  const confirmed = async (orgId: string, beside: string[]) => {
    const { registrar } = await waits(orgId)
    const { personId = '', version = 0 } = registrar ?? {}
    return codeOf(department().verify({ orgId, decisionId: act(), registrar: { personId, version }, beside }))
  }

  test('a stranger who registers the name stands beside it, and both are shown', async () => {
    const name = `长宁市水文局${world.next('name')}`
    const [hr, stranger] = [await account(), await account()]
    const first = await calledBy(hr, name)
    await joins(hr, first.id)
    await returned(first.id)
    const second = await calledBy(stranger, name)
    expect(second.id).not.toBe(first.id)
    await joins(stranger, second.id)
    expect((await waits(second.id)).namesakes).toMatchObject([{ orgId: first.id, state: 'returned' }])
    expect(await confirmed(second.id, [])).toBe('ORG_NAMESAKE')
    // The first comes back: it is theirs, and both wait now.
    expect(await calledBy(hr, name)).toMatchObject({ id: first.id, state: 'registered' })
    expect((await waits(first.id)).namesakes).toMatchObject([{ orgId: second.id, state: 'registered' }])
    expect(await confirmed(first.id, [second.id])).toBe('accepted')
    expect(await confirmed(second.id, [first.id])).toBe('ORG_NAME_TAKEN')
    expect(await codeOf(calledBy(await account(), name))).toBe('ORG_NAME_TAKEN')
  })

  test('even after another was verified under the name, who was asked to correct comes back and is seen', async () => {
    const name = `长宁市水文局${world.next('name')}`
    const [hr, other] = [await account(), await account()]
    const first = await calledBy(hr, name)
    await joins(hr, first.id)
    await returned(first.id)
    const second = await calledBy(other, name)
    await joins(other, second.id)
    expect(await confirmed(second.id, [first.id])).toBe('accepted')
    expect(await calledBy(hr, name)).toMatchObject({ id: first.id, state: 'registered' })
    expect((await waits(first.id)).namesakes).toMatchObject([{ orgId: second.id, state: 'verified' }])
  })

  test('a name that is only registered is nobody’s: the real one registers it too', async () => {
    const name = `长宁市第一中学${world.next('name')}`
    const [squatter, school] = [await account(), await account()]
    const [squatted, real] = [await calledBy(squatter, name), await calledBy(school, name)]
    expect((await calledBy(school, name)).id).toBe(real.id)
    await joins(school, real.id)
    expect((await waits(real.id)).namesakes).toMatchObject([{ orgId: squatted.id }])
    expect(await confirmed(real.id, [squatted.id])).toBe('accepted')
  })

  test('two calls of one account at once register one body', async () => {
    const name = `长宁市第二中学${world.next('name')}`
    const openid = await account()
    const made = await Promise.all([1, 2, 3].map(() => calledBy(openid, name)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  })
})

describe('a number read in full is an act each time', () => {
  const HOUR_SECONDS = 3_600
  const linesAbout = async (subjectId: string) =>
    (await world.store.query('audit', 'bySubject', { equals: { subjectId }, limit: 20 })).items.filter(
      ({ action }) => action === 'id-number-revealed',
    )

  test('the same reading hours later, with another reason: a second line, a second message', async () => {
    const { _id: personId } = await world.person('station')
    const reading = { personId, readingId: act() }
    const reads = (seconds: number, reason: string) =>
      callsAt(world, 'o-unit-reviewer', plusSeconds(world.now, seconds)).account.revealIdNumber({
        ...{ ...reading, reason },
      })
    await reads(0, '核对身份')
    await reads(1, '核对身份')
    expect(await linesAbout(personId)).toHaveLength(1)
    await reads(5 * HOUR_SECONDS, '再看一遍')
    expect((await linesAbout(personId)).map(({ after }) => after).sort()).toEqual(
      ['再看一遍', '核对身份'].sort(),
    )
    for (const { _id } of await linesAbout(personId))
      expect(await world.store.get('outbox', _id)).toMatchObject({ payload: { personId } })
  })

  test('the committee’s export of a unit, again the next day, is told again', async () => {
    const unit = await world.waitingBody('unit', 'water')
    const { _id: personId } = await world.person(unit)
    const asked = { orgId: unit, level: 'middle', applicationYear: 2022 } as const
    const idNumbers = { readingId: act(), reason: '职称评审' }
    for (const days of [0, 1]) {
      const committee = callsAt(
        world,
        'o-committee',
        plusSeconds(world.now, days * 24 * HOUR_SECONDS),
      ).outside
      await committee.titleExport({ ...asked, idNumbers })
    }
    expect(await linesAbout(personId)).toHaveLength(2)
  })
})

describe('a partner’s key', () => {
  const staff = () => calls('o-region-staff').outside
  const withdraws = async (providerId: string, publicKeyHex: string): Promise<void> => {
    const { providers } = await staff().setKey({ providerId, publicKeyHex })
    const key = providers
      .find(({ id }) => id === providerId)
      ?.keys.find(({ withdrawnAt }) => withdrawnAt === null)
    await staff().withdrawKey({ providerId, keyId: key?.keyId ?? 0 })
  }

  test('that was withdrawn is set no more, for that partner or another', async () => {
    const stolen = await publicKey()
    await withdraws('base', stolen)
    for (const providerId of ['base', 'second-base'])
      expect(await codeOf(staff().setKey({ providerId, publicKeyHex: ` ${stolen.toUpperCase()} ` }))).toBe(
        'PUBLIC_KEY_USED',
      )
    expect(await codeOf(staff().setKey({ providerId: 'base', publicKeyHex: await publicKey() }))).toBe(
      'accepted',
    )
  })

  test('that an earlier release withdrew is not set either', async () => {
    const stolen = await publicKey()
    const keys = [{ keyId: 1, publicKeyHex: stolen, setBy: '', setAt: world.now, withdrawnAt: world.now }]
    await world.store.insert('outside-providers', {
      ...{ _id: 'farm', region: 'shandong', name: '农业农村局', kind: 'department', base: null, keys },
    })
    expect(await codeOf(staff().setKey({ providerId: 'farm', publicKeyHex: stolen }))).toBe('PUBLIC_KEY_USED')
  })
})

describe('a spot check’s seed is the server’s', () => {
  const order = { orgIds: ['station'], whole: false, year: 2022 }
  const rule = { size: { by: 'count', count: 1 }, strata: 'none' } as const
  const draws = async (openid: string, more: object = {}) => {
    const asked = { ...order, rule, checkId: act(), ...more }
    const { samples, seed } = await calls(openid).oversight.startCheck(asked)
    return { seed, drawn: samples.map(({ claimId }) => claimId) }
  }

  test('the checker who tries again, with a seed of their own too, draws the same', async () => {
    for (let claims = 0; claims < 6; claims += 1) await credited(STATION, world)
    const first = await draws('o-bureau-staff')
    for (const seed of ['甲', '乙', '丙', '丁'])
      expect(await draws('o-bureau-staff', { seed })).toEqual(first)
    expect(first.drawn).toHaveLength(1)
    // Another body’s seed is another, and tells nothing of this one’s.
    expect((await draws('o-region-staff')).seed).not.toBe(first.seed)
  })
})
