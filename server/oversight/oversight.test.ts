import { hoursOf } from '../../domain/kernel/hours'
import { firstBreak } from '../../domain/ledger/replay'
import { codeOf, credited, newId, openOffice, paper } from '../../tests/harness/overseers'
import { at, type Reviewers } from '../../tests/harness/reviewers'
import { waitingClaim } from '../../tests/harness/waiting-claim'
import { newOrganisation } from '../bodies/new-organisation'

let office: Reviewers
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.stop())

const entriesOf = async (accountId: string) => {
  const { items } = await office.store.query('entries', 'byAccount', { equals: { accountId }, limit: 100 })
  return items.reverse().map((entry) => ({ ...entry, id: entry._id }))
}

describe('a spot check (SX22-16)', () => {
  const rule = { size: { by: 'share', percent: 100 }, strata: 'unit' } as const
  const order = { checkId: 'check-1', orgIds: ['sd-bureau'], whole: true, year: 2022, rule }
  let claims: string[]

  beforeAll(async () => {
    await office.person('sd', 'writer')
    claims = []
    for (const n of [1, 2, 3, 4]) claims.push(await paper(office, 'writer', `w${n}`))
  })

  test('is drawn by rule and seed from all that hangs below, and the same order twice is one check', async () => {
    const check = await office.as('sd-bureau').oversight.startCheck(order)
    expect(check).toMatchObject({
      drawnFrom: { units: 2, unitsLooked: 2, claims: 4 },
      counts: { all: 4, open: 4, false: 0 },
      scopeText: 'sd人社局au及下属单位',
    })
    expect(await office.as('sd-bureau').oversight.startCheck({ ...order, year: 2021 })).toEqual(check)
    const { checks } = await office.as('sd-bureau').oversight.checks({})
    expect(checks).toHaveLength(1)
    const few = { size: { by: 'count', count: 2 }, strata: 'none' } as const
    const draw = async (checkId: string) =>
      (await office.as('sd-bureau').oversight.startCheck({ ...order, checkId, rule: few })).samples.map(
        ({ claimId }) => claimId,
      )
    expect(await draw('check-2')).toEqual(await draw('check-3'))
  })

  test('a foreign bureau, a unit’s reviewer and a department see and start nothing', async () => {
    const [{ checkId = '' } = {}] = (await office.as('sd-bureau').oversight.checks({})).checks
    const foreign = office.as('qh-bureau').oversight
    expect(await codeOf(foreign.startCheck({ ...order, checkId: 'foreign' }))).toBe('OUT_OF_SCOPE')
    expect(await codeOf(foreign.check({ checkId }))).toBe('OUT_OF_SCOPE')
    expect(await codeOf(foreign.check({ checkId: 'nothing' }))).toBe('OUT_OF_SCOPE')
    expect(await codeOf(office.as('sd-unit').oversight.check({ checkId }))).toBe('ROLE_MISSING')
    expect(await codeOf(office.as('sd-department').oversight.startCheck(order))).toBe('ROLE_MISSING')
    const none = { ...order, checkId: 'empty', year: 2021 }
    expect(await codeOf(office.as('sd-bureau').oversight.startCheck(none))).toBe('SAMPLE_EMPTY')
  })

  test('a sample shows its evidence, who approved it, and what voiding it would do: a capped paper flows back', async () => {
    const checkId = 'p-sd-bureau:check-1'
    const sample = await office.as('sd-bureau').oversight.sample({ checkId, claimId: claims[0] ?? '' })
    expect(sample.reviewers).toHaveLength(3)
    expect(sample.attachments).toHaveLength(1)
    expect(sample.effect).toEqual({
      counted: { before: hoursOf(30), after: hoursOf(30) },
      flowsBack: hoursOf(10),
      complete: { before: false, after: false },
      certificate: null,
    })
  })

  test('people without a unit, at their township, are drawn from, too (NY22-15); nobody looks at their own', async () => {
    const parent = await office.store.get('organisations', 'sd-bureau')
    const founding = { id: 'sd-town', name: 'sd镇', kind: 'township', region: 'shandong' } as const
    const town = newOrganisation(
      { ...founding, areaCode: '990101', parent },
      { state: 'verified', at: office.now },
    )
    await office.store.insert('organisations', town)
    await office.reviewer('sd', 'sd-town', ['department-reviewer', 'sd-town'])
    const villager = await office.reviewer('sd', 'villager', ['bureau-staff', 'sd-bureau'])
    await office.store.replace('persons', { ...villager, unitId: 'sd-town', unitName: 'sd镇' })
    const claimId = await credited(
      office,
      'villager',
      {
        ...{ id: 'v1', kind: 'paper', year: 2022 },
        fields: {
          title: '论文 v1',
          level: '省级',
          'author-rank': '1',
          on: '2022-05-20',
          'meets:published': 'yes',
        },
      },
      ['sd-town', 'sd-bureau'],
    )
    for (const orgIds of [['sd-bureau'], ['sd-town']]) {
      const check = await office.as('sd-bureau').oversight.startCheck({ ...order, checkId: newId(), orgIds })
      expect(check.samples.map((sample) => sample.claimId)).toContain(claimId)
      const finding = { verdict: 'in-order', failed: [], reason: '', evidenceNote: '' } as const
      const found = { checkId: check.checkId, claimId, decisionId: newId(), finding }
      expect(
        await codeOf(
          office.as('villager').oversight.recordFinding({ ...found, finding: { ...finding, failed: [] } }),
        ),
      ).toBe('SELF_REVIEW')
    }
  })

  test('several units are looked at alone, and named side by side; what releases a year is not drawn', async () => {
    const submission = waitingClaim({
      ...{ id: 'year-1', personId: 'p-writer', orgId: 'sd-unit', at: office.now },
    })
    await office.store.insert('claims', {
      ...{ ...submission, state: 'credited', region: 'shandong' },
      subject: { type: 'year' },
    })
    const bodies = { orgIds: ['sd-unit', 'sd-unit-2'], whole: false }
    const check = await office.as('sd-bureau').oversight.startCheck({ ...order, ...bodies, checkId: newId() })
    expect(check).toMatchObject({
      scopeText: 'sd推广站it、sd推广站-2',
      drawnFrom: { units: 2, unitsLooked: 2, claims: 4 },
      ...{
        year: 2022,
        seed: expect.stringMatching(/^[0-9a-f]{16}$/),
        byName: '人员sd-bureau',
        startedAt: office.now,
      },
      rule,
    })
    expect(check.samples.map(({ claimId }) => claimId).sort()).toEqual([...claims].sort())
    expect(await office.store.get('audit', `check:${check.checkId}`)).toMatchObject({
      ...{ action: 'check-started', actorId: 'p-sd-bureau', scope: 'sd-bureau', subjectId: check.checkId },
      after: `4/4 ${check.seed}`,
    })
    const claim = await office.store.get('claims', 'year-1')
    if (claim) await office.store.remove('claims', claim)
  })

  test('a finding is kept with its reason, once for a tap', async () => {
    const found = {
      checkId: 'p-sd-bureau:check-1',
      claimId: claims[0] ?? '',
      decisionId: newId(),
      finding: { verdict: 'false', failed: ['evidence'], reason: '期刊查无此文', evidenceNote: '电话核实' },
    } as const
    const bureau = office.as('sd-bureau').oversight
    const once = await bureau.recordFinding({ ...found, finding: { ...found.finding, failed: ['evidence'] } })
    expect(once.counts).toEqual({ all: 4, open: 3, false: 1 })
    const version = (await office.store.get('spot-checks', found.checkId))?.version
    await bureau.recordFinding({ ...found, finding: { ...found.finding, failed: ['evidence'] } })
    expect((await office.store.get('spot-checks', found.checkId))?.version).toBe(version)
    const empty = { verdict: 'false' as const, failed: [], reason: '', evidenceNote: '' }
    expect(await codeOf(bureau.recordFinding({ ...found, decisionId: newId(), finding: empty }))).toBe(
      'INPUT_INVALID',
    )
  })

  test('voiding is one transaction: reversal, flow back, claim, audit and the person told; twice is once', async () => {
    const named = { claimId: claims[0] ?? '' }
    const voiding = { named, reason: '期刊查无此文', checkId: 'p-sd-bureau:check-1' }
    office.ledger.cloud.operations.reset()
    const voided = await office.as('sd-bureau').oversight.voidEntry(voiding)
    const { reads, writes } = office.ledger.cloud.operations.read()
    // One of them asks whether a body above has upheld these hours before.
    expect(reads).toBeLessThanOrEqual(14)
    expect(writes).toBeLessThanOrEqual(6)
    expect(voided).toMatchObject({ reason: '期刊查无此文', hours: hoursOf(10), certificate: null })
    expect(voided.clause.reading).toBe(true)
    expect((await office.claim(named.claimId)).state).toBe('revoked')
    const account = await office.store.get('accounts', 'p-writer:shandong:2022')
    expect(account?.portions.professional).toMatchObject({
      counted: hoursOf(30),
      void: hoursOf(10),
      overCap: 0,
    })
    expect(await office.as('sd-bureau').oversight.voidEntry(voiding)).toEqual(voided)
    expect(await entriesOf('p-writer:shandong:2022')).toHaveLength(5)
    expect(firstBreak(await entriesOf('p-writer:shandong:2022'))).toBeNull()
    expect(await office.store.get('audit', voided.voidingId)).toMatchObject({
      action: 'hours-voided',
      actorId: 'p-sd-bureau',
      before: 'credited',
    })
    expect(await office.store.get('outbox', voided.voidingId)).toMatchObject({
      kind: 'hours-voided',
      payload: { personId: 'p-writer', reason: '期刊查无此文' },
    })
    const other = { ...voiding, reason: '不是本人的论文' }
    expect(await codeOf(office.as('sd-second').oversight.voidEntry(other))).toBe('STEP_ALREADY_DECIDED')
  })

  test('out of scope, one’s own, and what is not credited are refused', async () => {
    const open = await office.submit('writer', {
      id: 'draft-open',
      kind: 'paper',
      year: 2022,
      fields: {
        title: '待审',
        level: '省级',
        'author-rank': '1',
        on: '2022-05-20',
        'meets:published': 'yes',
      },
    })
    const reason = '不实'
    const as = (name: string, claimId: string) =>
      codeOf(office.as(name).oversight.voidEntry({ named: { claimId }, reason }))
    expect(await as('qh-bureau', claims[1] ?? '')).toBe('OUT_OF_SCOPE')
    expect(await as('sd-bureau', 'nobody:x')).toBe('OUT_OF_SCOPE')
    expect(await as('sd-bureau', open)).toBe('CLAIM_CLOSED')
    await office.person('sd', 'own-bureau', {
      roles: [{ role: 'bureau-staff', orgId: 'sd-bureau', until: null, grantedBy: '' }],
    })
    expect(await as('own-bureau', await paper(office, 'own-bureau', 'mine'))).toBe('SELF_REVIEW')
  })
})

test('a unit whose right to certify was withdrawn decides nothing until it is restored', async () => {
  await office.person('sd', 'waiting', { region: 'shaanxi', unitId: 'sx-unit' })
  const fields = { title: '培训', organiser: '协会', from: '2022-05-01', to: '2022-05-01', hours: '1' }
  const claimId = await office.submit('waiting', { id: 'draft-wait', kind: 'equivalent', year: 2022, fields })
  const city = office.as('sx-city').oversight
  const change = { unitId: 'sx-unit', reason: '多份证明不实', decisionId: newId() }
  expect(await codeOf(office.as('qh-bureau').oversight.withdrawCertification(change))).toBe('OUT_OF_SCOPE')
  expect(await codeOf(city.withdrawCertification({ ...change, unitId: 'sx-city' }))).toBe('GRANT_BEYOND_OWN')
  const withdrawn = await city.withdrawCertification(change)
  expect(withdrawn).toMatchObject({ allowed: false, reason: '多份证明不实' })
  expect(await city.withdrawCertification(change)).toEqual(withdrawn)
  const { revision, stepIndex } = await office.claim(claimId)
  const approve = () =>
    office.as('sx-unit').review.decide({
      ...{ claimId, decisionId: newId(), revision, stepIndex },
      verdict: { kind: 'approve' },
    })
  expect(await codeOf(approve())).toBe('CERTIFYING_WITHDRAWN')
  await city.restoreCertification({ unitId: 'sx-unit', reason: '已经整改', decisionId: newId() })
  expect(await city.certifying({ unitId: 'sx-unit' })).toMatchObject({ allowed: true })
  expect(await codeOf(approve())).toBe('accepted')
})

describe('a record of dishonesty (QH23-24)', () => {
  test('two of Qinghai’s bureau decide, it stands three years and lapses by itself; the unit’s people read it', async () => {
    office.now = at('2023-06-07T10:00:00')
    await office.reviewer('qh', 'qh-second', ['bureau-staff', 'qh-bureau'])
    const opening = {
      caseId: 'case-1',
      subject: { kind: 'unit', unitId: 'qh-unit' },
      conduct: 'false-hours',
      statement: '集中伪造带教记录',
      evidenceNote: '抽查 12 份，9 份不实',
    } as const
    expect(await codeOf(office.as('sd-bureau').oversight.openCase(opening))).toBe('OUT_OF_SCOPE')
    const opened = await office.as('qh-bureau').oversight.openCase(opening)
    expect(opened).toMatchObject({ state: 'open', lapsesOn: null })
    expect(await office.as('qh-bureau').oversight.openCase(opening)).toEqual(opened)
    const { caseId } = opened
    const record = (decisionId: string) =>
      ({ caseId, decisionId, verdict: 'record', reason: '查实' }) as const
    await office.as('qh-bureau').oversight.decideCase(record('d1'))
    expect(await codeOf(office.as('qh-bureau').oversight.decideCase(record('d2')))).toBe(
      'SECOND_PERSON_NEEDED',
    )
    office.now = at('2023-06-08T10:00:00')
    const recorded = await office.as('qh-second').oversight.decideCase(record('d3'))
    expect(recorded).toMatchObject({ state: 'recorded', lapsesOn: '2026-06-08', clause: { id: 'QH23-24' } })
    expect(await codeOf(office.as('sd-bureau').oversight.decideCase(record('d4')))).toBe('OUT_OF_SCOPE')
    office.now = at('2026-06-07T23:59:59')
    expect((await office.as('qh-bureau').oversight.cases()).cases[0]?.state).toBe('recorded')
    office.now = at('2026-06-08T00:00:00')
    expect((await office.as('qh-bureau').oversight.cases()).cases[0]?.state).toBe('lapsed')
  })

  describe('about a person', () => {
    const opening = {
      caseId: 'case-p',
      subject: { kind: 'person', voidingId: 'void:qh-line' },
      conduct: 'abuse-of-office',
      statement: '替人签到',
      evidenceNote: '',
    } as const
    const caseId = 'p-qh-bureau:case-p'
    const decide = (name: string, decisionId: string, verdict: 'record' | 'dismiss', of = caseId) =>
      office.as(name).oversight.decideCase({ caseId: of, decisionId, verdict, reason: '已核实' })
    const eventOf = async (decisionId: string) => {
      const event = await office.store.get('outbox', `case:${caseId}:${decisionId}`)
      return event && [event.kind, event.payload]
    }
    const versionOf = async () => (await office.store.get('integrity-cases', caseId))?.version

    beforeAll(async () => {
      office.now = at('2023-07-01T10:00:00')
      await office.person('qh', 'qh-cheat')
      const [ours] = (await office.store.query('voidings', 'byOrg', NOT_OBJECTED)).items
      if (!ours) throw new Error('nothing was voided')
      await office.store.insert('voidings', {
        ...ours,
        ...{ _id: 'void:qh-line', personId: 'p-qh-cheat', personName: '人员qh-cheat' },
        ...{ unitId: 'qh-unit', unitName: 'qh单位', region: 'qinghai', year: 2023 },
      })
    })
    const NOT_OBJECTED = { equals: { orgId: 'sd-bureau', objectionState: 'none' }, limit: 1 }

    test('it rests on what was voided; the log and the person hear of it once', async () => {
      const opened = await office.as('qh-bureau').oversight.openCase(opening)
      expect(opened).toMatchObject({
        ...{ caseId, conduct: 'abuse-of-office', statement: '替人签到', evidenceNote: '', state: 'open' },
        subject: { kind: 'person', name: '人员qh-cheat', unitName: 'qh单位' },
        ...{ decisions: [], lapsesOn: null, openedBy: '人员qh-bureau', openedAt: office.now },
      })
      expect(await office.as('qh-bureau').oversight.openCase(opening)).toEqual(opened)
      expect(await office.store.get('integrity-cases', caseId)).toMatchObject({
        ...{ version: 1, region: 'qinghai', year: 2023, orgId: 'qh-bureau' },
        evidence: { voidingIds: ['void:qh-line'], note: '' },
        subject: { kind: 'person', id: 'p-qh-cheat' },
      })
      expect(await office.store.get('audit', `case:${caseId}`)).toMatchObject({
        ...{
          action: 'integrity-opened',
          actorId: 'p-qh-bureau',
          role: 'bureau-reviewer',
          scope: 'qh-bureau',
        },
        ...{ subjectId: 'p-qh-cheat', before: '', after: '替人签到' },
      })
      expect(await office.store.get('outbox', `case:${caseId}`)).toMatchObject({
        kind: 'integrity-opened',
        payload: { caseId, personId: 'p-qh-cheat' },
      })
      expect(await office.as('qh-cheat').oversight.myCases()).toEqual({ cases: [opened] })
      expect(await office.as('sd-bureau').oversight.cases()).toMatchObject({ cases: [] })
    })

    test('the first decision is not told; the same tap twice is one; the second begins the record and is told', async () => {
      const once = await decide('qh-bureau', 'p1', 'record')
      expect(once).toMatchObject({ state: 'open', lapsesOn: null })
      expect(await eventOf('p1')).toEqual(['integrity-record', { caseId, personId: null, lapsesOn: '' }])
      const version = await versionOf()
      expect(await decide('qh-bureau', 'p1', 'record')).toEqual(once)
      expect(await versionOf()).toBe(version)
      const recorded = await decide('qh-second', 'p2', 'record')
      expect(recorded).toMatchObject({ state: 'recorded', lapsesOn: '2026-07-01' })
      expect(recorded.decisions).toEqual([
        {
          ...{ verdict: 'record', reason: '已核实', byName: '人员qh-bureau', at: office.now },
          orgName: recorded.orgName,
        },
        {
          ...{ verdict: 'record', reason: '已核实', byName: '人员qh-second', at: office.now },
          orgName: recorded.orgName,
        },
      ])
      expect(await eventOf('p2')).toEqual([
        'integrity-record',
        { caseId, personId: 'p-qh-cheat', lapsesOn: '2026-07-01' },
      ])
      expect(await office.store.get('audit', `case:${caseId}:p2`)).toMatchObject({
        ...{ action: 'integrity-record', subjectId: 'p-qh-cheat', before: 'open', after: '已核实' },
      })
    })

    test('dismissed it is closed, and its person is told that nothing is kept; a unit’s is told to nobody', async () => {
      const before = await office.store.get('integrity-cases', caseId)
      if (!before) throw new Error('no case')
      const open = { state: 'open', decisions: [], decidedOn: null, lapsesOn: null } as const
      await office.store.replace('integrity-cases', { ...before, ...open })
      const dismissed = await decide('qh-second', 'p3', 'dismiss')
      expect(dismissed).toMatchObject({ state: 'dismissed', lapsesOn: null, clause: { id: 'QH23-24' } })
      expect(await eventOf('p3')).toEqual(['integrity-dismiss', { caseId, personId: 'p-qh-cheat' }])
      expect(await codeOf(decide('qh-bureau', 'p4', 'dismiss'))).toBe('CASE_CLOSED')

      const unit = { ...opening, caseId: 'case-u', subject: { kind: 'unit', unitId: 'qh-unit' } } as const
      const ofUnit = (await office.as('qh-bureau').oversight.openCase(unit)).caseId
      await decide('qh-bureau', 'u1', 'dismiss', ofUnit)
      const told = await Promise.all(
        [`case:${ofUnit}`, `case:${ofUnit}:u1`].map((id) => office.store.get('outbox', id)),
      )
      expect(told.map((event) => event?.payload)).toEqual([
        { caseId: ofUnit, personId: null },
        { caseId: ofUnit, personId: null },
      ])
    })
  })
})
