import { hoursOf } from '../../domain/kernel/hours'
import { plusSeconds } from '../../domain/kernel/instant'
import { firstBreak } from '../../domain/ledger/replay'
import { refusalOf } from '../../tests/harness/classroom'
import { at, Reviewers } from '../../tests/harness/reviewers'
import { settleDue } from '../afterwards/clock/settle-due'
import { newOrganisation } from '../bodies/new-organisation'
import { issue } from '../books/certificate/issue'
import { accountView } from '../books/hours/account-view'
import type { Store } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import { stepJob } from './void-job'

let office: Reviewers
beforeAll(async () => {
  office = await Reviewers.open()
  office.now = at('2022-09-01T09:00:00')
  await foundShaanxi()
  await office.reviewer('sd', 'sd-second', ['bureau-staff', 'sd-bureau'])
  await office.reviewer('sd', 'sx-province', ['bureau-staff', 'sx-province'])
  await office.reviewer('sd', 'sx-city', ['bureau-reviewer', 'sx-city'])
  await office.reviewer('sd', 'sx-unit', ['unit-reviewer', 'sx-unit'])
})
afterAll(() => office.stop())

/** A province, its city and a unit of it: one level reviews, and two bureaus can check. */
async function foundShaanxi(): Promise<void> {
  const bodies = [
    ['sx-province', 'bureau', null],
    ['sx-city', 'bureau', 'sx-province'],
    ['sx-unit', 'unit', 'sx-city'],
  ] as const
  for (const [id, kind, parentId] of bodies) {
    const parent = parentId === null ? null : await office.store.get('organisations', parentId)
    const founding = { id, name: `陕西${id}`, kind, region: 'shaanxi', areaCode: '990101', parent } as const
    await office.store.insert(
      'organisations',
      newOrganisation(founding, { state: 'verified', at: office.now }),
    )
  }
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const refusal = await refusalOf(work)
  return refusal === 'accepted' ? refusal : refusal.code
}

let made = 0
const newId = (): string => `act-${++made}`

/** Handed in, and approved by each of these. */
async function credited(
  name: string,
  of: Parameters<Reviewers['submit']>[1],
  levels: readonly string[],
): Promise<string> {
  // The phone's ids have at least six characters.
  const claimId = await office.submit(name, { ...of, id: `draft-${of.id}` })
  for (const level of levels) {
    const { revision, stepIndex } = await office.claim(claimId)
    const decision = { claimId, decisionId: newId(), revision, stepIndex }
    await office.as(level).review.decide({ ...decision, verdict: { kind: 'approve' } })
  }
  return claimId
}

const SHANDONG = ['sd-unit', 'sd-department', 'sd-bureau']
const paper = (name: string, id: string) =>
  credited(
    name,
    {
      id,
      kind: 'paper',
      year: 2022,
      fields: { title: `论文 ${id}`, level: '省级', 'author-rank': '1', on: '2022-05-20' },
    },
    SHANDONG,
  )

const entriesOf = async (accountId: string) => {
  const { items } = await office.store.query('entries', 'byAccount', { equals: { accountId }, limit: 100 })
  return items.reverse().map((entry) => ({ ...entry, id: entry._id }))
}

describe('a spot check (SX22-16)', () => {
  const rule = { size: { by: 'share', percent: 100 }, strata: 'unit' } as const
  const order = { checkId: 'check-1', orgIds: ['sd-bureau'], whole: true, year: 2022, rule, seed: '2022-09' }
  let claims: string[]

  beforeAll(async () => {
    await office.person('sd', 'writer')
    claims = []
    for (const n of [1, 2, 3, 4]) claims.push(await paper('writer', `w${n}`))
  })

  test('is drawn by rule and seed from all that hangs below, and the same order twice is one check', async () => {
    const check = await office.as('sd-bureau').oversight.startCheck(order)
    expect(check).toMatchObject({
      drawnFrom: { units: 2, unitsLooked: 2, claims: 4 },
      counts: { all: 4, open: 4, false: 0 },
      scopeText: 'sd人社局au及下属单位',
    })
    expect(await office.as('sd-bureau').oversight.startCheck({ ...order, seed: 'other' })).toEqual(check)
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
      'villager',
      {
        ...{ id: 'v1', kind: 'paper', year: 2022 },
        fields: { title: '论文 v1', level: '省级', 'author-rank': '1', on: '2022-05-20' },
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
    expect(reads).toBeLessThanOrEqual(13)
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
      fields: { title: '待审', level: '省级', 'author-rank': '1', on: '2022-05-20' },
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
    expect(await as('own-bureau', await paper('own-bureau', 'mine'))).toBe('SELF_REVIEW')
  })
})

describe('certificate and objection', () => {
  const equivalent = (name: string, id: string, hours: string) =>
    credited(
      name,
      {
        id,
        kind: 'equivalent',
        year: 2022,
        fields: { title: `培训 ${id}`, organiser: '某协会', from: '2022-05-01', to: '2022-05-09', hours },
      },
      ['sx-unit'],
    )

  /** All public hours and so many professional ones by courses; the rest is claimed. */
  async function learner(name: string, professional: number): Promise<PersonDocument> {
    const person = await office.person('sd', name, { region: 'shaanxi', unitId: 'sx-unit' })
    for (const [n, hours] of [12, 10, 2].entries())
      await office.ledger.earn(person, [`${name}-public-${n}`, hours], {
        category: 'public',
        subjectId: `sx22-public-${n + 1}`,
      })
    if (professional > 0) await office.ledger.earn(person, [`${name}-course`, professional])
    return person
  }

  test('a year that is no longer complete: revoked; the objection is heard by another, and the new one has its own date', async () => {
    const person = await learner('holder', 40)
    const claimId = await equivalent('holder', 'e1', '16')
    const certificate = await issue(office.context('holder'), person, { year: 2022 })
    const voided = await office
      .as('sx-city')
      .oversight.voidEntry({ named: { claimId }, reason: '证明上没有这个人' })
    expect(voided.certificate).toEqual({ number: certificate.number, became: 'revoked' })
    expect(voided.clause).toMatchObject({ id: 'SX22-16', reading: false })
    expect((await office.store.get('certificates', certificate.number))?.state).toBe('revoked')
    const view = await accountView(office.context('holder'), person, { year: 2022 })
    const line = view.entries.find(({ state }) => state === 'void')
    expect(line?.clauses[0]?.id).toBe('SX22-16')
    expect(line?.cure).toContain('提出异议')
    expect(view).toMatchObject({ complete: false, certificateNumber: null })
    const entryId = line?.id ?? ''
    const trainee = office.as('holder').oversight
    expect(await codeOf(office.as('writer').oversight.object({ entryId, statement: '是真的' }))).toBe(
      'ENTRY_UNKNOWN',
    )
    const counted = view.entries.find(({ state }) => state === 'counted')?.id ?? ''
    expect(await codeOf(trainee.object({ entryId: counted, statement: '是真的' }))).toBe('ENTRY_NOT_VOID')
    const objected = await trainee.object({ entryId, statement: '名字写错一个字，有签到表' })
    expect(objected.objection).toMatchObject({ state: 'open', statement: '名字写错一个字，有签到表' })
    expect(await trainee.object({ entryId, statement: '名字写错一个字，有签到表' })).toEqual(objected)
    expect(await codeOf(trainee.object({ entryId, statement: '再说一次' }))).toBe('OBJECTION_FILED')
    const { voidingId } = objected
    const hearing = {
      voidingId,
      decisionId: newId(),
      verdict: 'upheld',
      reason: '签到表上有本人签名',
    } as const
    const [atCity] = (await office.as('sx-city').oversight.objections({ state: 'open' })).objections
    expect(atCity).toMatchObject({ voidingId, mayHear: false })
    const [above] = (await office.as('sx-province').oversight.objections({ state: 'open' })).objections
    expect(above).toMatchObject({ voidingId, mayHear: true })
    expect(await codeOf(office.as('sx-city').oversight.hear(hearing))).toBe('SECOND_PERSON_NEEDED')
    expect(await codeOf(office.as('qh-bureau').oversight.hear(hearing))).toBe('OUT_OF_SCOPE')
    office.now = plusSeconds(office.now, 86_400)
    const heard = await office.as('sx-province').oversight.hear(hearing)
    expect(heard.objection?.timeline.map(({ kind }) => kind)).toEqual(['filed', 'upheld'])
    expect(await office.as('sx-province').oversight.hear(hearing)).toEqual(heard)
    const after = await accountView(office.context('holder'), person, { year: 2022 })
    expect(after.complete).toBe(true)
    expect(after.entries.map(({ state }) => state).filter((state) => state === 'void')).toHaveLength(1)
    expect(after.entries.find(({ id }) => id === heard.restoredEntryId)).toMatchObject({
      state: 'counted',
      hours: hoursOf(16),
    })
    expect(await office.claim(claimId)).toMatchObject({ state: 'credited', entryId: heard.restoredEntryId })
    const renewed = await office.store.get('certificates', after.certificateNumber ?? '')
    expect(renewed).toMatchObject({ state: 'valid', issuedAt: office.now })
    expect(await office.store.get('certificates', certificate.number)).toMatchObject({
      state: 'revoked',
      issuedAt: certificate.issuedAt,
      supersededBy: renewed?._id,
    })
    expect(firstBreak(await entriesOf('p-holder:shaanxi:2022'))).toBeNull()
  })

  test('a year that stays complete: superseded by one that says the hours that are left', async () => {
    const person = await learner('plenty', 60)
    const claimId = await equivalent('plenty', 'e2', '16')
    const old = await issue(office.context('plenty'), person, { year: 2022 })
    const voided = await office.as('sx-city').oversight.voidEntry({ named: { claimId }, reason: '不实' })
    expect(voided.certificate).toEqual({ number: old.number, became: 'superseded' })
    const { items } = await office.store.query('certificates', 'byPerson', {
      equals: { personId: 'p-plenty' },
      limit: 9,
    })
    const valid = items.find(({ state }) => state === 'valid')
    expect(valid).toMatchObject({ hours: { professional: hoursOf(60) } })
    expect(items.find(({ _id }) => _id === old.number)).toMatchObject({
      state: 'superseded',
      supersededBy: valid?._id,
      issuedAt: old.issuedAt,
    })
  })

  test('hours of a region that somebody has left stay with its bureau, and are not for that of the new one', async () => {
    await learner('mover', 8)
    const { moveId } = await office
      .as('mover')
      .organisation.requestMove({ toUnitId: 'sd-unit', moveId: newId() })
    await office.as('sd-unit').organisation.confirmMove({ personId: 'p-mover', moveId })
    const named = { entryId: 'course-exam:p-mover:mover-course' }
    const voiding = { named, reason: '他人代看' }
    expect(await codeOf(office.as('sd-bureau').oversight.voidEntry(voiding))).toBe('OUT_OF_SCOPE')
    const voided = await office.as('sx-city').oversight.voidEntry(voiding)
    expect(voided).toMatchObject({ unitName: '陕西sx-unit', year: 2022 })
    const account = await office.store.get('accounts', 'p-mover:shaanxi:2022')
    expect(account?.portions.professional).toMatchObject({ counted: 0, void: hoursOf(8) })
  })

  test('a course’s hours can be voided by their line; a dismissed objection changes nothing', async () => {
    const person = await learner('course', 56)
    const entryId = 'course-exam:p-course:course-course'
    const voided = await office.as('sx-city').oversight.voidEntry({ named: { entryId }, reason: '他人代看' })
    await office.as('course').oversight.object({ entryId, statement: '是本人看的' })
    const hearing = { voidingId: voided.voidingId, decisionId: newId(), verdict: 'dismissed' } as const
    const heard = await office.as('sx-province').oversight.hear({ ...hearing, reason: '两台手机同时在线' })
    expect(heard).toMatchObject({ restoredEntryId: null, objection: { state: 'dismissed' } })
    const again = { ...hearing, decisionId: newId(), verdict: 'upheld', reason: '再看' } as const
    expect(await codeOf(office.as('sx-province').oversight.hear(again))).toBe('OBJECTION_CLOSED')
    const view = await accountView(office.context('course'), person, { year: 2022 })
    expect(view.rings[1]?.counted).toBe(0)
    expect((await office.as('course').oversight.voiding({ entryId })).objection?.state).toBe('dismissed')
  })
})

describe('all that a unit approved in a period', () => {
  const CLAIMS = 30
  const study = (name: string, id: string) => ({
    id,
    kind: 'equivalent',
    year: 2022,
    fields: { title: `${name} ${id}`, organiser: '某协会', from: '2022-05-01', to: '2022-05-01', hours: '1' },
  })

  test('is voided in chunks; killed in the middle it goes on, and counts each once', async () => {
    await office.person('sd', 'many', { region: 'shaanxi', unitId: 'sx-unit' })
    office.now = at('2022-10-01T09:00:00')
    const before = await credited('many', study('many', 'before'), ['sx-unit'])
    office.now = at('2022-10-10T09:00:00')
    for (let n = 0; n < CLAIMS; n++) await credited('many', study('many', `m${n}`), ['sx-unit'])
    const order = {
      jobId: 'job-1',
      unitId: 'sx-unit',
      from: at('2022-10-05T00:00:00'),
      until: at('2022-10-11T00:00:00'),
      reason: '单位集体造假',
    }
    expect(await codeOf(office.as('qh-bureau').oversight.voidAllOf(order))).toBe('OUT_OF_SCOPE')
    const job = await office.as('sx-city').oversight.voidAllOf(order)
    expect(job).toMatchObject({ state: 'waiting', voided: 0 })
    expect(await office.as('sx-city').oversight.voidAllOf(order)).toEqual(job)
    await expect(stepJob({ ...office.context(), store: dyingAfter(7) }, job.jobId)).rejects.toThrow('killed')
    expect((await office.as('sx-city').oversight.job({ jobId: job.jobId })).voided).toBe(7)
    const [left, right] = await Promise.all([
      stepJob(office.context(), job.jobId),
      stepJob(office.context(), job.jobId),
    ])
    expect([left, right]).toContain('more')
    for (let n = 0; n < 5; n++) await settleDue(office.context())
    const done = await office.as('sx-city').oversight.job({ jobId: job.jobId })
    expect(done).toMatchObject({ state: 'done', voided: CLAIMS })
    expect((await office.claim(before)).state).toBe('credited')
    expect((await office.as('sx-city').oversight.stepJob({ jobId: job.jobId })).voided).toBe(CLAIMS)
    const account = await office.store.get('accounts', 'p-many:shaanxi:2022')
    expect(account?.portions.professional).toMatchObject({ counted: hoursOf(1), void: hoursOf(CLAIMS) })
    expect((await office.as('sx-city').oversight.jobs()).jobs).toHaveLength(1)
  })

  test('also what another unit handed to it, and not what it handed on', async () => {
    const handedOver = async (id: string): Promise<string> => {
      const claimId = await credited('handed', { ...study('handed', id), kind: 'paper', fields: PAPER }, [])
      const { revision, stepIndex } = await office.claim(claimId)
      const decision = { claimId, decisionId: newId(), revision, stepIndex }
      const verdict = { kind: 'transfer', orgId: 'sd-unit-2', reason: '已调到该单位' } as const
      await office.as('sd-unit').review.decide({ ...decision, verdict })
      for (const level of ['sd-unit-2', 'sd-department', 'sd-bureau']) {
        const now = await office.claim(claimId)
        const { revision: read, stepIndex: at } = now
        const approving = { claimId, decisionId: newId(), revision: read, stepIndex: at }
        await office.as(level).review.decide({ ...approving, verdict: { kind: 'approve' } })
      }
      return claimId
    }
    await office.person('sd', 'handed')
    const claimId = await handedOver('h1')
    const order = { from: office.now - 1, until: office.now + 1, reason: '单位集体造假' }
    const bureau = office.as('sd-bureau').oversight
    const first = await bureau.voidAllOf({ ...order, jobId: newId(), unitId: 'sd-unit' })
    await bureau.stepJob({ jobId: first.jobId })
    expect((await office.claim(claimId)).state).toBe('credited')
    const second = await bureau.voidAllOf({ ...order, jobId: newId(), unitId: 'sd-unit-2' })
    await bureau.stepJob({ jobId: second.jobId })
    expect((await office.claim(claimId)).state).toBe('revoked')
  })

  const PAPER = { title: '论文', level: '省级', 'author-rank': '1', on: '2022-05-20' }

  /** A store whose process dies at the transaction after so many. */
  function dyingAfter(transactions: number): Store {
    let left = transactions
    const { store } = office
    return {
      ...store,
      get: store.get.bind(store),
      query: store.query.bind(store),
      transact: (work) => {
        left -= 1
        if (left < 0) throw new Error('killed')
        return store.transact(work)
      },
    }
  }
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

  test('about a person it rests on what was voided, and the person reads it; where no notice keeps one, none is opened', async () => {
    office.now = at('2022-11-01T10:00:00')
    const [voided] = (
      await office.store.query('voidings', 'byOrg', {
        equals: { orgId: 'sx-city', objectionState: 'none' },
        limit: 1,
      })
    ).items
    const opening = {
      caseId: 'case-2',
      subject: { kind: 'person', voidingId: voided?._id ?? '' },
      conduct: 'false-hours',
      statement: '伪造证明',
      evidenceNote: '',
    } as const
    expect(await codeOf(office.as('sx-city').oversight.openCase(opening))).toBe('INTEGRITY_UNRULED')
    expect(await office.as('many').oversight.myCases()).toEqual({ cases: [] })
  })
})
