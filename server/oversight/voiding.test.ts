import { hoursOf } from '../../domain/kernel/hours'
import { plusSeconds } from '../../domain/kernel/instant'
import { firstBreak } from '../../domain/ledger/replay'
import { codeOf, credited, newId, openOffice } from '../../tests/harness/overseers'
import { at, type Reviewers } from '../../tests/harness/reviewers'
import { settleDue } from '../afterwards/clock/settle-due'
import { issue } from '../books/certificate/issue'
import { accountView } from '../books/hours/account-view'
import type { Store } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import { effectOf } from './effect-of'
import { stepJob } from './void-job'

let office: Reviewers
beforeAll(async () => {
  office = await openOffice()
  await office.person('sd', 'writer')
})
afterAll(() => office.stop())

const entriesOf = async (accountId: string) => {
  const { items } = await office.store.query('entries', 'byAccount', { equals: { accountId }, limit: 100 })
  return items.reverse().map((entry) => ({ ...entry, id: entry._id }))
}

describe('certificate and objection', () => {
  const equivalent = (name: string, id: string, hours: string) =>
    credited(
      office,
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
    expect(await codeOf(office.as('sx-city').oversight.hear(hearing))).toBe('DECIDED_ABOVE')
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

  test('what a voiding would do is told before: to the hours, the year and the certificate', async () => {
    const effect = async (name: string, professional: number, isIssued: boolean) => {
      const person = await learner(name, professional)
      const claimId = await equivalent(name, name, '16')
      if (isIssued) await issue(office.context(name), person, { year: 2022 })
      const entry = await office.store.get('entries', (await office.claim(claimId)).entryId ?? '')
      if (!entry) throw new Error('nothing was credited')
      return { entry, claimId, told: await effectOf(office.context(), entry) }
    }
    const counted = (before: number, after: number) => ({
      counted: { before: hoursOf(before), after: hoursOf(after) },
      flowsBack: 0,
    })
    const needed = await effect('needs-it', 40, true)
    expect(needed.told).toEqual({
      ...{ ...counted(80, 64), complete: { before: true, after: false }, certificate: 'revoked' },
    })
    expect((await effect('has-more', 60, true)).told).toEqual({
      ...{ ...counted(100, 84), complete: { before: true, after: true }, certificate: 'superseded' },
    })
    expect((await effect('has-none', 60, false)).told).toMatchObject({ certificate: null })
    const reason = '不实'
    await office.as('sx-city').oversight.voidEntry({ named: { claimId: needed.claimId }, reason })
    expect(await effectOf(office.context(), needed.entry)).toBeNull()
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

describe('a voiding that nobody objected to', () => {
  const training = (id: string) => ({
    ...{ id, kind: 'equivalent', year: 2022 },
    fields: { title: `培训 ${id}`, organiser: '某协会', from: '2022-05-01', to: '2022-05-09', hours: '2' },
  })

  test('is shown to its overseers, who have nothing to hear; in no list of objections', async () => {
    await office.person('sd', 'quiet', { region: 'shaanxi', unitId: 'sx-unit' })
    const claimId = await credited(office, 'quiet', training('q1'), ['sx-unit'])
    const { voidingId } = await office
      .as('sx-city')
      .oversight.voidEntry({ named: { claimId }, reason: '不实' })
    const seen = await office.as('sx-province').oversight.objection({ voidingId })
    expect(seen).toMatchObject({ voidingId, mayHear: false, objection: null, restoredEntryId: null })
    for (const state of ['open', 'upheld', 'dismissed'] as const) {
      const { objections } = await office.as('sx-province').oversight.objections({ state })
      expect(objections.map((card) => card.voidingId)).not.toContain(voidingId)
    }
    const hearing = { voidingId, decisionId: newId(), verdict: 'upheld', reason: '属实' } as const
    expect(await codeOf(office.as('sx-province').oversight.hear(hearing))).toBe('OBJECTION_CLOSED')
  })

  test('leaves hours that had to wait for the unit waiting, as they come back', async () => {
    const person = await office.person('sd', 'waits', {
      ...{ region: 'shaanxi', unitId: 'sx-unit', binding: 'claimed' },
    })
    await office.ledger.earn(person, ['waits-course', 8])
    const entryId = 'course-exam:p-waits:waits-course'
    const { voidingId } = await office
      .as('sx-city')
      .oversight.voidEntry({ named: { entryId }, reason: '他人代看' })
    await office.as('waits').oversight.object({ entryId, statement: '是本人看的' })
    const hearing = { voidingId, decisionId: newId(), verdict: 'upheld', reason: '属实' } as const
    await office.as('sx-province').oversight.hear(hearing)
    const account = await office.store.get('accounts', 'p-waits:shaanxi:2022')
    expect(account?.portions.professional).toMatchObject({
      ...{ counted: 0, pending: hoursOf(8), void: hoursOf(8) },
    })
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
    const before = await credited(office, 'many', study('many', 'before'), ['sx-unit'])
    office.now = at('2022-10-10T09:00:00')
    for (let n = 0; n < CLAIMS; n++) await credited(office, 'many', study('many', `m${n}`), ['sx-unit'])
    const order = {
      jobId: 'job-1',
      unitId: 'sx-unit',
      from: at('2022-10-05T00:00:00'),
      until: at('2022-10-11T00:00:00'),
      reason: '单位集体造假',
    }
    expect(await codeOf(office.as('qh-bureau').oversight.voidAllOf(order))).toBe('OUT_OF_SCOPE')
    const none = { ...order, until: order.from }
    expect(await codeOf(office.as('sx-city').oversight.voidAllOf(none))).toBe('INPUT_INVALID')
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
      const claimId = await credited(
        office,
        'handed',
        { ...study('handed', id), kind: 'paper', fields: PAPER },
        [],
      )
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

  const PAPER = {
    title: '论文',
    level: '省级',
    'author-rank': '1',
    on: '2022-05-20',
    'meets:published': 'yes',
  }

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

describe('a record of dishonesty (QH23-24)', () => {
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
