import { hoursOf } from '../../../domain/kernel/hours'
import { learnedInShandong } from '../../../tests/harness/ledger'
import { codeOf } from '../../../tests/harness/overseers'
import { at, Reviewers } from '../../../tests/harness/reviewers'
import { settleDue } from '../../afterwards/clock/settle-due'
import { accountView } from '../../books/hours/account-view'
import { postHours } from '../../books/hours/post-hours'

let office: Reviewers
beforeAll(async () => {
  office = await Reviewers.open()
})
afterAll(() => office.stop())

let made = 0
const newId = (): string => `decision-${++made}`

async function decideAs(name: string, claimId: string, verdict: Verdict, decisionId = newId()) {
  const { revision, stepIndex } = await office.claim(claimId)
  return office.as(name).review.decide({ claimId, decisionId, revision, stepIndex, verdict })
}
type Verdict = Parameters<ReturnType<Reviewers['as']>['review']['decide']>[0]['verdict']

const paper = (id: string, name: string, more: Record<string, string> = {}) => office.paper(name, id, more)
const study = (id: string, name: string, hours: string) => office.study(name, { id, hours })

describe('Shandong: unit, department, bureau', () => {
  test('three levels approve, one with fewer hours and a reason: these are credited, and the ledger says why', async () => {
    const person = await office.person('sd', 'three')
    const id = await study('three-study', 'three', '16')
    expect(await office.claim(id)).toMatchObject({ state: 'submitted', stepIndex: 0, queueOrgId: 'sd-unit' })
    await decideAs('sd-unit', id, { kind: 'approve' })
    expect(await office.claim(id)).toMatchObject({ stepIndex: 1, queueOrgId: 'sd-department' })
    await decideAs('sd-department', id, { kind: 'approve', hours: hoursOf(12), reason: '有一天没有记录' })
    expect(await office.claim(id)).toMatchObject({
      stepIndex: 2,
      queueOrgId: 'sd-bureau',
      recognisedHours: hoursOf(12),
    })
    office.ledger.cloud.operations.reset()
    const done = await decideAs('sd-bureau', id, { kind: 'approve' })
    expect(done).toMatchObject({ state: 'credited', hours: hoursOf(12), waitsFor: '' })
    const account = await office.store.get('accounts', 'p-three:shandong:2022')
    expect(account?.portions.professional.counted).toBe(hoursOf(12))
    const [line] = (await accountView(office.context(), person, { year: 2022 })).entries
    expect(line).toMatchObject({ state: 'counted', hours: hoursOf(12) })
    expect(line?.evidence.map(({ text }) => text).join()).toContain('减少的原因：有一天没有记录')
    expect(line?.clauses.map((clause) => clause.id)).toContain('NY22-16')
  })

  test('NY22-19: a year is certified once its hours were approved at every level, not before', async () => {
    const person = await office.person('sd', 'certified')
    for (const [category, hours] of [
      ['public', 30],
      ['professional', 50],
    ] as const)
      await office.store.transact((tx) => postHours(tx, learnedInShandong(person, category, hours)))
    const certify = () => office.as('certified').certificate.issue({ year: 2022 })
    const id = await paper('certified-1', 'certified')
    for (const by of ['sd-unit', 'sd-department']) {
      expect(await codeOf(certify())).toBe('YEAR_INCOMPLETE')
      await decideAs(by, id, { kind: 'approve' })
    }
    expect(await codeOf(certify())).toBe('YEAR_INCOMPLETE')
    await decideAs('sd-bureau', id, { kind: 'approve' })
    expect(await certify()).toMatchObject({
      ...{ state: 'valid', regionName: '山东省泰安市宁阳县', kind: 'year-complete' },
      hours: { public: hoursOf(30), professional: hoursOf(60), total: hoursOf(90) },
    })
  })

  test('the final approval is one transaction of at most 6 reads and 7 writes, however long the queue and the history', async () => {
    await office.person('sd', 'counted')
    for (let n = 0; n < 12; n++) await paper(`counted-${n}`, 'counted')
    for (let n = 0; n < 11; n++)
      for (const by of ['sd-unit', 'sd-department', 'sd-bureau'])
        await decideAs(by, `p-counted:counted-${n}`, { kind: 'approve' })
    const id = 'p-counted:counted-11'
    for (const by of ['sd-unit', 'sd-department']) await decideAs(by, id, { kind: 'approve' })
    const { revision, stepIndex } = await office.claim(id)
    office.ledger.cloud.operations.reset()
    await office.as('sd-bureau').review.decide({
      ...{ claimId: id, decisionId: newId(), revision, stepIndex },
      verdict: { kind: 'approve' },
    })
    const { reads, queries, writes } = office.ledger.cloud.operations.read()
    // Two of the reads identify the caller, before the transaction begins.
    expect(reads - 2).toBeLessThanOrEqual(6)
    expect(writes).toBeLessThanOrEqual(7)
    expect(queries).toBe(0)
    const account = await office.store.get('accounts', 'p-counted:shandong:2022')
    expect(account?.portions.professional).toMatchObject({ counted: hoursOf(30), overCap: hoursOf(90) })
  })

  test('the same decision sent twice is one, also after the next level has decided', async () => {
    await office.person('sd', 'twice')
    const id = await paper('twice-1', 'twice')
    const { revision } = await office.claim(id)
    const sent = {
      claimId: id,
      decisionId: 'sent-twice',
      revision,
      stepIndex: 0,
      verdict: { kind: 'approve' as const },
    }
    await office.as('sd-unit').review.decide(sent)
    await office.as('sd-unit').review.decide(sent)
    expect((await office.claim(id)).events.map(({ kind }) => kind)).toEqual(['submitted', 'approved'])
    await decideAs('sd-department', id, { kind: 'approve' })
    expect(await office.as('sd-unit').review.decide(sent)).toMatchObject({ waitsFor: 'sd人社局au' })
  })

  test('two reviewers at the same moment: one decides, the other is told by whom', async () => {
    await office.person('sd', 'race')
    await office.person('sd', 'colleague', {
      roles: [{ role: 'unit-reviewer', orgId: 'sd-unit', until: null, grantedBy: '' }],
    })
    for (const verdict of [
      { kind: 'approve' as const },
      { kind: 'return' as const, asks: [{ field: 'title', text: '写全题目' }] },
    ]) {
      const id = await paper(`race-${verdict.kind}`, 'race')
      const codes = await Promise.all([
        codeOf(decideAs('sd-unit', id, { kind: 'approve' })),
        codeOf(decideAs('colleague', id, verdict)),
      ])
      expect(codes.sort()).toEqual(['STEP_ALREADY_DECIDED', 'accepted'])
    }
  })

  test('returned with asks, corrected and handed in again: who approved it approves what it says now, and sees what changed', async () => {
    await office.person('sd', 'returned')
    const id = await paper('returned-1', 'returned')
    await decideAs('sd-unit', id, { kind: 'approve' })
    await decideAs('sd-department', id, { kind: 'return', asks: [{ field: 'title', text: '写全题目' }] })
    expect(await office.claim(id)).toMatchObject({ state: 'returned', queueOrgId: '', dueAt: null })
    expect(await codeOf(decideAs('sd-bureau', id, { kind: 'approve' }))).toBe('OUT_OF_SCOPE')
    await office.as('returned').claim.saveDraft({
      ...{ draftId: 'returned-2', kind: 'paper', targetYear: 2022, claimId: id },
      fields: {
        title: '论文全名',
        level: '省级',
        'author-rank': '1',
        on: '2022-05-20',
        'meets:published': 'yes',
      },
    })
    await office.as('returned').claim.submit({ draftId: 'returned-2' })
    expect(await office.claim(id)).toMatchObject({ state: 'submitted', stepIndex: 0, revision: 2 })
    expect((await office.claim(id)).steps.map(({ outcome }) => outcome)).toEqual(Array(3).fill('waiting'))
    const changed = 'sd推广站it通过以后内容又改过，请看改了什么，重新审核'
    const queued = await office.as('sd-unit').review.queue({})
    expect(queued.lines.find(({ claimId }) => claimId === id)?.odd).toEqual([changed])
    const shown = await office.as('sd-unit').review.claim({ claimId: id })
    expect(shown).toMatchObject({ canDecide: true, odd: [changed] })
    expect(shown.idNumberMasked).toMatch(/^9901\*+\d{3}[\dX]$/)
    expect(shown.claim.difference).toMatchObject([
      { field: 'title', before: '论文 returned-1', after: '论文全名' },
    ])
    const stale = { claimId: id, decisionId: newId(), revision: 1, stepIndex: 0 }
    expect(await codeOf(office.as('sd-unit').review.decide({ ...stale, verdict: { kind: 'approve' } }))).toBe(
      'CLAIM_CHANGED',
    )
    await decideAs('sd-unit', id, { kind: 'approve' })
    expect(await office.claim(id)).toMatchObject({ stepIndex: 1, queueOrgId: 'sd-department' })
  })

  test('evidence exchanged after the unit approved it comes before the unit again, with no field changed', async () => {
    await office.person('sd', 'swapped')
    const id = await paper('swapped-1', 'swapped')
    const { fields } = await office.claim(id)
    await decideAs('sd-unit', id, { kind: 'approve' })
    await decideAs('sd-department', id, { kind: 'return', asks: [{ field: 'photo', text: '重拍' }] })
    await office.as('swapped').claim.saveDraft({
      ...{ draftId: 'swapped-2', kind: 'paper', targetYear: 2022, claimId: id, fields },
    })
    const draft = await office.store.get('claim-drafts', 'p-swapped:swapped-2')
    if (!draft) throw new Error('no draft')
    const [photo] = draft.attachments
    if (!photo) throw new Error('no photo')
    const others = { ...photo, sha256: 'somebody-else'.padEnd(64, '-') }
    await office.store.replace('claim-drafts', { ...draft, attachments: [others] })
    await office.as('swapped').claim.submit({ draftId: 'swapped-2' })
    expect(await office.claim(id)).toMatchObject({ stepIndex: 0, queueOrgId: 'sd-unit' })
  })

  test('handed in again unchanged it goes back to the level that returned it', async () => {
    await office.person('sd', 'unchanged')
    const id = await paper('unchanged-1', 'unchanged')
    await decideAs('sd-unit', id, { kind: 'approve' })
    await decideAs('sd-department', id, { kind: 'return', asks: [{ field: 'title', text: '请再看' }] })
    await office.as('unchanged').claim.saveDraft({
      ...{ draftId: 'unchanged-2', kind: 'paper', targetYear: 2022, claimId: id, fields: {} },
    })
    await office.as('unchanged').claim.submit({ draftId: 'unchanged-2' })
    expect(await office.claim(id)).toMatchObject({ stepIndex: 1, queueOrgId: 'sd-department' })
  })

  test('SX22-16: nobody decides for another body, for themselves, or while their certification is withdrawn', async () => {
    await office.person('sd', 'scoped')
    const id = await paper('scoped-1', 'scoped')
    for (const name of ['sd-unit-2', 'sd-department', 'sd-bureau', 'qh-unit'])
      expect(await codeOf(decideAs(name, id, { kind: 'approve' }))).toBe('OUT_OF_SCOPE')
    expect(await codeOf(decideAs('scoped', id, { kind: 'approve' }))).toBe('ROLE_MISSING')
    expect(await codeOf(office.as('sd-unit-2').review.claim({ claimId: id }))).toBe('OUT_OF_SCOPE')
    expect(await codeOf(office.as('sd-unit-2').review.queue({ orgId: 'sd-unit' }))).toBe('OUT_OF_SCOPE')
    const own = await paper('own-paper', 'sd-unit')
    expect(await codeOf(decideAs('sd-unit', own, { kind: 'approve' }))).toBe('SELF_REVIEW')
    await office.change('sd-unit', { certifies: { allowed: false, reason: '违规认证', since: office.now } })
    expect(await codeOf(decideAs('sd-unit', id, { kind: 'approve' }))).toBe('CERTIFYING_WITHDRAWN')
    expect((await office.as('sd-unit').review.queue({})).withdrawn).toBe('违规认证')
    await office.change('sd-unit', { certifies: { allowed: true, reason: '', since: null } })
    expect(await codeOf(decideAs('sd-unit', id, { kind: 'approve' }))).toBe('accepted')
  })

  test('more hours than claimed, fewer without a reason, and a transfer to nobody are refused', async () => {
    await office.person('sd', 'bad')
    const id = await paper('bad-paper', 'bad')
    const refused = async (verdict: Verdict) => codeOf(decideAs('sd-unit', id, verdict))
    expect(await refused({ kind: 'approve', hours: hoursOf(11) })).toBe('HOURS_ABOVE_CLAIMED')
    expect(await refused({ kind: 'approve', hours: hoursOf(5) })).toBe('INPUT_INVALID')
    expect(await refused({ kind: 'transfer', orgId: 'sd-bureau', reason: '调走' })).toBe('ORG_UNKNOWN')
    await decideAs('sd-unit', id, { kind: 'opinion', text: '材料齐全' })
    await decideAs('sd-unit', id, { kind: 'transfer', orgId: 'sd-unit-2', reason: '已调到该单位' })
    expect(await office.claim(id)).toMatchObject({
      state: 'submitted',
      stepIndex: 0,
      queueOrgId: 'sd-unit-2',
    })
    await decideAs('sd-unit-2', id, { kind: 'reject', reason: '不是本专业' })
    expect(await office.claim(id)).toMatchObject({ state: 'rejected', queueOrgId: '' })
    const { lines } = await office.as('sd-unit').review.done({})
    expect(lines.slice(0, 2).map(({ act }) => act)).toEqual(expect.arrayContaining(['转办', '提出意见']))
  })
})

describe('Qinghai: the year is handed in', () => {
  const year = (name: string, id: string) => office.submit(name, { id, kind: 'year', year: 2023, fields: {} })

  test('hours wait until the application has passed; later ones wait for another', async () => {
    office.now = at('2023-06-01T09:00:00')
    const person = await office.person('qh', 'yearly')
    const id = await office.submit('yearly', {
      ...{ id: 'yearly-1', kind: 'paper', year: 2023 },
      fields: { title: '高寒水文', level: '核心期刊', 'author-rank': '1', on: '2023-05-20', topic: 'none' },
    })
    expect((await office.as('qh-unit').review.claim({ claimId: id })).needsHours).toBe(true)
    expect(await codeOf(decideAs('qh-unit', id, { kind: 'approve' }))).toBe('INPUT_INVALID')
    await decideAs('qh-unit', id, { kind: 'approve', hours: hoursOf(20) })
    await decideAs('qh-department', id, { kind: 'approve' })
    await decideAs('qh-bureau', id, { kind: 'approve' })
    const standing = async () =>
      (await office.store.get('accounts', 'p-yearly:qinghai:2023'))?.portions.professional
    expect(await standing()).toMatchObject({ counted: 0, pending: hoursOf(20) })
    const [line] = (await accountView(office.context(), person, { year: 2023 })).entries
    expect(line?.cure).toContain('提交 2023 年度学时申请')
    office.now = at('2023-12-01T09:00:00')
    const handed = await year('yearly', 'yearly-2')
    expect((await office.as('qh-unit').review.queue({})).lines[0]?.odd[0]).toContain('还差')
    for (const by of ['qh-unit', 'qh-department']) await decideAs(by, handed, { kind: 'approve' })
    expect(await standing()).toMatchObject({ counted: 0, pending: hoursOf(20) })
    const { revision, stepIndex } = await office.claim(handed)
    office.ledger.cloud.operations.reset()
    await office.as('qh-bureau').review.decide({
      ...{ claimId: handed, decisionId: newId(), revision, stepIndex },
      verdict: { kind: 'approve' },
    })
    const { reads, writes } = office.ledger.cloud.operations.read()
    expect(reads - 2).toBeLessThanOrEqual(5)
    expect(writes).toBeLessThanOrEqual(6)
    expect(await standing()).toMatchObject({ counted: hoursOf(20), pending: 0 })
  })

  test('QH23-12, QH23-13: at the close of the year what is unfinished lapses, names who was late, and takes no decision any more', async () => {
    office.now = at('2023-12-11T09:00:00')
    await office.person('qh', 'late')
    const id = await year('late', 'late-year')
    expect((await office.claim(id)).closesAt).toBe(at('2024-01-01T00:00:00'))
    await decideAs('qh-unit', id, { kind: 'approve' })
    office.now = at('2023-12-31T23:59:59')
    expect((await office.as('qh-bureau').review.queue({})).lateBelow.map(({ claimId }) => claimId)).toContain(
      id,
    )
    office.now = at('2024-01-01T00:00:00')
    expect(await codeOf(decideAs('qh-department', id, { kind: 'approve' }))).toBe('CLAIM_CLOSED')
    expect(await settleDue(office.context())).toMatchObject({ failed: 0 })
    const lapsed = await office.claim(id)
    expect(lapsed).toMatchObject({ state: 'lapsed', queueOrgId: '' })
    expect(lapsed.events.at(-1)).toMatchObject({ kind: 'lapsed', note: 'qh农业农村局nt没有按时审核' })
    expect(await codeOf(year('late', 'too-late'))).toBe('CLAIM_TOO_LATE')
  })

  test('a fact that stands for learning is credited without hours, and the title reads it', async () => {
    office.now = at('2023-06-01T09:00:00')
    await office.person('qh', 'village')
    const kinds = (await office.as('village').claim.kinds({ year: 2023 })).kinds
    const deeming = kinds.find(({ group }) => group === 'deeming')
    if (!deeming) throw new Error('Qinghai deems nothing')
    const answers = Object.fromEntries(
      deeming.fields.map((field) => [
        field.id,
        field.input === 'confirm'
          ? 'yes'
          : field.input === 'year'
            ? '2023'
            : field.input === 'number'
              ? '12'
              : '驻村',
      ]),
    )
    const id = await office.submit('village', {
      id: 'village-1',
      kind: deeming.id,
      year: 2023,
      fields: answers,
    })
    for (const by of ['qh-unit', 'qh-department', 'qh-bureau']) await decideAs(by, id, { kind: 'approve' })
    expect(await office.store.get('deemings', id)).toMatchObject({ personId: 'p-village', state: 'valid' })
    expect(await office.store.get('accounts', 'p-village:qinghai:2023')).toBeNull()
    const check = await office
      .as('village')
      .title.check({ level: 'middle', applicationYear: 2023, declared: {} })
    expect(check.years.find((one) => one.year === 2023)?.state).toBe('deemed')
  })
})
