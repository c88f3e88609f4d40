import { randomBytes } from 'node:crypto'
import { hoursOf } from '../../../domain/kernel/hours'
import type { Refusal } from '../../../domain/kernel/refusal'
import { anyKeys } from '../../../scripts/any-keys'
import { seedingContext } from '../../../scripts/seed/context'
import { refusalOf } from '../../../tests/harness/classroom'
import { jpegOf } from '../../../tests/harness/files'
import { Reviewers } from '../../../tests/harness/reviewers'
import { api } from '../../surface'

let office: Reviewers
beforeAll(async () => {
  office = await Reviewers.open()
})
afterAll(() => office.stop())

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const refusal: Refusal | 'accepted' = await refusalOf(work)
  return refusal === 'accepted' ? refusal : refusal.code
}

const LINE = {
  ...{ kind: 'self-study', way: '自学考试', title: '土壤学', how: '自学教材，每周写一篇笔记' },
  ...{ from: '2022-03-01', to: '2022-05-20', hours: 1600 },
}
const keep = (name: string, lineId: string, more: Partial<typeof LINE> = {}, revision = 0) =>
  office.as('sd-unit').archive.keep({
    ...{ personId: `p-${name}`, year: 2022, lineId, revision },
    line: { ...LINE, ...more },
  })

let made = 0
async function approveAll(claimId: string): Promise<void> {
  for (const by of ['sd-unit', 'sd-department', 'sd-bureau']) {
    const { revision, stepIndex } = await office.claim(claimId)
    await office.as(by).review.decide({
      ...{ claimId, decisionId: `approve-${++made}`, revision, stepIndex },
      verdict: { kind: 'approve' },
    })
  }
}
const study = (id: string, name: string, fields: Record<string, string>) =>
  office.submit(name, { id, kind: 'self-study', year: 2022, fields })

describe('self-study counts as the unit’s archive has it (NY22-9)', () => {
  test('50 hours in the archive: 40 count, 10 are over the cap and kept', async () => {
    await office.person('sd', 'fifty')
    const record = await office.record('fifty', { id: 'fifty-a', hours: '50' })
    const claimId = await study('fifty-claim', 'fifty', { record })
    expect(await office.claim(claimId)).toMatchObject({ claimedHours: hoursOf(50), title: '自学 fifty-a' })
    await approveAll(claimId)
    const account = await office.store.get('accounts', 'p-fifty:shandong:2022')
    expect(account?.portions.professional).toMatchObject({ counted: hoursOf(40), overCap: hoursOf(10) })
    const { total, cap } = await office.as('sd-unit').archive.person({ personId: 'p-fifty', year: 2022 })
    expect({ total, cap: cap?.hours }).toEqual({ total: hoursOf(50), cap: hoursOf(40) })
  })

  test('without an archive nothing is credited, whatever the phone says of one', async () => {
    await office.person('sd', 'bare')
    const said = {
      ...{ title: '自学', from: '2022-05-01', to: '2022-05-20', hours: '50' },
      'meets:study-record-kept': 'yes',
    }
    expect(await codeOf(study('bare-none', 'bare', said))).toBe('EVIDENCE_MISSING')
    const refusal = await refusalOf(
      study('bare-made-up', 'bare', { ...said, record: 'sd-unit:p-bare:2022:line-none' }),
    )
    expect(refusal).toMatchObject({ code: 'STUDY_RECORD_MISSING', details: { clauseId: 'NY22-9' } })
    expect(await office.store.get('accounts', 'p-bare:shandong:2022')).toBeNull()
  })

  test('the hours and days are the archive’s, not what the form carries; somebody else’s line is none', async () => {
    await office.person('sd', 'honest')
    await office.person('sd', 'greedy')
    const record = await office.record('honest', { id: 'honest-a', hours: '8' })
    expect(await codeOf(study('greedy-claim', 'greedy', { record }))).toBe('STUDY_RECORD_MISSING')
    const fields = { record, hours: '40', title: '别的', to: '2022-05-31' }
    const claim = await office.claim(await study('honest-claim', 'honest', fields))
    expect(claim).toMatchObject({ claimedHours: hoursOf(8), title: '自学 honest-a' })
    expect(claim.fields).toMatchObject({ to: '2022-05-20', hours: '8', way: '个人自学' })
    const view = await office.as('honest').claim.claim({ claimId: claim._id })
    expect(view.fields.map(({ label, text }) => `${label}：${text}`)).toContain('学习方式：个人自学')
    expect(view.fields.map(({ id }) => id)).not.toContain('record')
  })

  test('a line gives its hours once, and again when the claim was withdrawn', async () => {
    await office.person('sd', 'once')
    const record = await office.record('once', { id: 'once-a', hours: '8' })
    const first = await study('once-first', 'once', { record })
    expect(await codeOf(study('once-second', 'once', { record }))).toBe('STUDY_RECORD_USED')
    await office.as('once').claim.withdraw({ claimId: first })
    expect(await codeOf(study('once-third', 'once', { record }))).toBe('accepted')
  })

  test('two claims of one line at the same moment: one has it', async () => {
    await office.person('sd', 'race')
    const record = await office.record('race', { id: 'race-a', hours: '8' })
    const codes = await Promise.all(
      ['race-first', 'race-second'].map((id) => codeOf(study(id, 'race', { record }))),
    )
    expect(codes.sort()).toEqual(['STUDY_RECORD_USED', 'accepted'])
  })

  test('the form asks which line, and ticks nothing; other kinds and regions ask as before', async () => {
    await office.person('sd', 'form')
    const kinds = (await office.as('form').claim.kinds({ year: 2022 })).kinds
    const inputs = kinds
      .find(({ id }) => id === 'self-study')
      ?.fields.map(({ id, input }) => `${id} ${input}`)
    expect(inputs).toEqual([
      ...['record record', 'title kept', 'from kept', 'to kept', 'hours kept', 'way kept', 'how kept'],
    ])
    expect(kinds.find(({ id }) => id === 'training')?.fields.some(({ input }) => input === 'kept')).toBe(
      false,
    )
    await office.person('qh', 'highland')
    const far = (await office.as('highland').claim.kinds({ year: 2023 })).kinds
    expect(far.flatMap(({ fields }) => fields).some(({ input }) => input === 'record')).toBe(false)
    expect(await codeOf(office.as('highland').archive.mine({ year: 2023 }))).toBe('STUDY_RECORD_UNRULED')
  })
})

describe('its sheets', () => {
  const KEYS = {
    ...anyKeys(),
    XUESHI_ID_KEYS: JSON.stringify({ current: 1, keys: { 1: randomBytes(16).toString('hex') } }),
  }
  const JPEG = jpegOf('')
  /** With files as the platform keeps them. */
  const withFiles = (name: string) => {
    const ctx = seedingContext(office.ledger.cloud, KEYS, `o-${name}`)
    return api.createCaller({ ...ctx, now: office.now })
  }
  const upload = async (bytes: Uint8Array): Promise<string> => {
    const { path } = await withFiles('sd-unit').claim.uploadTicket()
    return office.ledger.cloud.storage.put(path, Buffer.from(bytes))
  }

  test('are judged by their bytes as a claim’s are, kept once, and handed in with the claim', async () => {
    await office.person('sd', 'sheets')
    const record = await office.record('sheets', { id: 'sheets-a', hours: '8' })
    const { attach, detach, fileUrl } = withFiles('sd-unit').archive
    const program = await upload(Buffer.from('MZ This program'))
    expect(await codeOf(attach({ record, fileId: program, name: '笔记.pdf' }))).toBe('FILE_TYPE')
    const empty = await upload(Buffer.alloc(0))
    expect(await codeOf(attach({ record, fileId: empty, name: '笔记.jpg' }))).toBe('FILE_EMPTY')
    const photo = { record, fileId: await upload(JPEG), name: '笔记.jpg' }
    await attach(photo)
    const [line] = (await attach({ ...photo, fileId: await upload(JPEG) })).lines
    expect(line).toMatchObject({ revision: 2, attachments: [{ name: '笔记.jpg', type: 'image/jpeg' }] })
    const sha256 = line?.attachments[0]?.sha256 ?? ''
    await detach({ record, sha256 })
    await attach({ ...photo, fileId: await upload(JPEG) })
    expect((await withFiles('sheets').archive.fileUrl({ record, sha256 })).url).not.toBe('')
    expect((await fileUrl({ record, sha256 })).url).not.toBe('')
    await office.person('sd', 'curious')
    expect(await codeOf(office.as('curious').archive.fileUrl({ record, sha256 }))).toBe('OUT_OF_SCOPE')
    const draft = { draftId: 'sheets-claim', kind: 'self-study', targetYear: 2022, fields: { record } }
    await office.as('sheets').claim.saveDraft(draft)
    const claim = await office.as('sheets').claim.submit({ draftId: draft.draftId })
    expect(claim).toMatchObject({ hours: hoursOf(8), attachments: [{ sha256 }] })
    expect(await codeOf(detach({ record, sha256 }))).toBe('STUDY_RECORD_USED')
  })

  test('a line without one asks whoever claims for a photo', async () => {
    await office.person('sd', 'paperless')
    const record = await office.record('paperless', { id: 'paperless-a', hours: '8' })
    const draft = { draftId: 'paperless-claim', kind: 'self-study', targetYear: 2022, fields: { record } }
    await office.as('paperless').claim.saveDraft(draft)
    const refusal = await refusalOf(office.as('paperless').claim.submit({ draftId: draft.draftId }))
    expect(refusal).toMatchObject({ code: 'EVIDENCE_MISSING', details: { fields: ['photo'] } })
  })
})

describe('the unit keeps it', () => {
  test('the same line sent twice is one line, one line of audit and one message', async () => {
    await office.person('sd', 'twice')
    await keep('twice', 'line-twice')
    const again = await keep('twice', 'line-twice')
    expect(again).toMatchObject({ total: hoursOf(16), lines: [{ revision: 1, way: '自学考试' }] })
    const id = 'study-record-kept:sd-unit:p-twice:2022:line-twice:1'
    expect(await office.store.get('audit', id)).toMatchObject({
      version: 1,
      subjectId: 'p-twice',
      before: '',
    })
    expect(await office.store.get('outbox', id)).toMatchObject({
      payload: { hours: hoursOf(16), title: '土壤学' },
    })
  })

  test('a correction says what it was; one that read an older line overwrites nothing', async () => {
    await office.person('sd', 'corrected')
    await keep('corrected', 'line-corrected')
    const after = await keep('corrected', 'line-corrected', { hours: 1200 }, 1)
    expect(after).toMatchObject({ total: hoursOf(12), lines: [{ revision: 2 }] })
    expect(await codeOf(keep('corrected', 'line-corrected', { hours: 2000 }, 1))).toBe('STUDY_RECORD_CHANGED')
    const line = await office.store.get(
      'audit',
      'study-record-corrected:sd-unit:p-corrected:2022:line-corrected:2',
    )
    expect(line?.before).toContain('16 学时')
    expect(line?.after).toContain('12 学时')
  })

  test('unused it is withdrawn, twice is once; used it is neither withdrawn nor changed, returned it is corrected', async () => {
    await office.person('sd', 'used')
    const { withdraw } = office.as('sd-unit').archive
    await keep('used', 'line-gone')
    const gone = 'sd-unit:p-used:2022:line-gone'
    expect((await withdraw({ record: gone })).lines).toEqual([])
    expect((await withdraw({ record: gone })).total).toBe(0)
    expect(await codeOf(study('used-gone', 'used', { record: gone }))).toBe('STUDY_RECORD_MISSING')
    const record = await office.record('used', { id: 'used-a', hours: '16' })
    const claimId = await study('used-claim', 'used', { record })
    expect(await codeOf(withdraw({ record }))).toBe('STUDY_RECORD_USED')
    expect(await codeOf(keep('used', 'line-used-a', { hours: 100 }, 1))).toBe('STUDY_RECORD_USED')
    await office.as('sd-unit').review.decide({
      ...{ claimId, decisionId: 'back', revision: 1, stepIndex: 0 },
      verdict: { kind: 'return', asks: [{ field: 'hours', text: '学时请单位核对' }] },
    })
    expect(await codeOf(withdraw({ record }))).toBe('STUDY_RECORD_USED')
    await keep('used', 'line-used-a', { hours: 1200 }, 1)
    const draftId = 'used-again'
    await office
      .as('used')
      .claim.saveDraft({ draftId, claimId, kind: 'self-study', targetYear: 2022, fields: {} })
    const resubmitted = await office.as('used').claim.submit({ draftId })
    expect(resubmitted).toMatchObject({ claimId, hours: hoursOf(12), state: 'submitted' })
    expect(resubmitted.difference.find(({ field }) => field === 'hours')).toMatchObject({
      before: '16',
      after: '12',
    })
  })

  test('one’s own unit’s confirmed people alone, oneself not, and only where the notice asks for it', async () => {
    await office.person('sd', 'theirs', { unitId: 'sd-unit-2' })
    await office.person('sd', 'claimed', { binding: 'claimed' })
    expect(await codeOf(keep('theirs', 'line-theirs'))).toBe('OUT_OF_SCOPE')
    expect(await codeOf(keep('claimed', 'line-claimed'))).toBe('BINDING_UNVERIFIED')
    expect(await codeOf(keep('sd-unit', 'line-mine'))).toBe('SELF_REVIEW')
    expect(await codeOf(keep('twice', 'line-luck', { way: '听讲座' }))).toBe('INPUT_INVALID')
    expect(await codeOf(keep('twice', 'line-ahead', { to: '2022-07-01' }))).toBe('INPUT_INVALID')
    const qinghai = office.as('qh-unit').archive
    expect(await codeOf(qinghai.people({ year: 2023 }))).toBe('STUDY_RECORD_UNRULED')
    expect(await office.as('sd-unit').account.me()).toMatchObject({ keepsArchive: true })
    expect(await office.as('qh-unit').account.me()).toMatchObject({ keepsArchive: false })
    expect(await office.as('twice').account.me()).toMatchObject({ keepsArchive: false })
    const other = office.as('sd-unit-2').archive
    expect(await codeOf(other.withdraw({ record: 'sd-unit:p-twice:2022:line-twice' }))).toBe('OUT_OF_SCOPE')
    expect(await codeOf(other.person({ personId: 'p-twice', year: 2022 }))).toBe('OUT_OF_SCOPE')
    await office.change('sd-unit', { certifies: { allowed: false, reason: '认证不实', since: office.now } })
    expect(await codeOf(keep('twice', 'line-barred'))).toBe('CERTIFYING_WITHDRAWN')
    await office.change('sd-unit', { certifies: { allowed: true, reason: '', since: null } })
  })

  test('people of the unit with what their year comes to, page by page', async () => {
    const page = await office.as('sd-unit').archive.people({})
    expect(page).toMatchObject({ year: 2022, cap: { hours: hoursOf(40) } })
    expect(page.kinds).toMatchObject([
      { id: 'self-study', ways: ['个人自学', '单位统一安排自学', '自学考试', '在职学历教育'] },
    ])
    expect(page.people.find(({ personId }) => personId === 'p-fifty')).toMatchObject({
      total: hoursOf(50),
      lines: 1,
    })
    expect(page.people.some(({ personId }) => personId === 'p-theirs')).toBe(false)
  })
})
