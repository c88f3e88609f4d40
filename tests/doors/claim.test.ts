// The acts of a trainee with a claim, through the deployed doors: forms, drafts, files, preview, submission,
// correction, withdrawal.
import { instant } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import { newOrganisation } from '../../server/bodies/new-organisation'
import type { ClaimView, DraftView, KindsView, PreviewView } from '../../server/claims/filing/views'
import { jpegOf, pdfOf } from '../harness/files'
import { type Answer, idNumberOf, Town, UNIT } from './town'

let town: Town
beforeAll(async () => {
  town = await Town.open()
  await plant('shandong')
  await plant('qinghai')
  await join('o-li', { name: '李向南', number: ['19900101', '113'] })
  await join('o-wu', { name: '吴清和', number: ['19910102', '124'] })
  await join('o-boss', { name: '程守正', number: ['19791103', '353'] })
  await join('o-lu', { name: '鲁安平', number: ['19880808', '131'], unitId: 'shandong-unit' })
  await join('o-qi', { name: '祁连山', number: ['19870707', '151'], unitId: 'qinghai-unit' })
  await town.appoint('o-boss')
})
afterAll(() => town.close())

const IN_2022 = Date.parse('2022-08-15T10:00:00+08:00')

/** A bureau, a department below it and a unit below that. */
async function plant(region: Region): Promise<void> {
  const { store } = town.context()
  const at = { state: 'verified' as const, at: instant(IN_2022) }
  const body = (kind: 'bureau' | 'department' | 'unit', name: string) =>
    ({ id: `${region}-${kind}`, name, kind, region, areaCode: '990101' }) as const
  const bureau = await store.insert(
    'organisations',
    newOrganisation({ ...body('bureau', '演示县人社局'), parent: null }, at),
  )
  const department = await store.insert(
    'organisations',
    newOrganisation({ ...body('department', '演示县教育局'), parent: bureau }, at),
  )
  await store.insert(
    'organisations',
    newOrganisation({ ...body('unit', '演示县第一中学'), parent: department }, at),
  )
}

async function join(
  openid: string,
  {
    name,
    number: [birthday, sequence],
    unitId = UNIT,
  }: { name: string; number: [string, string]; unitId?: string },
): Promise<void> {
  await town.prepare(openid)
  const { code } = await town.register(openid, { name, idNumber: idNumberOf(birthday, sequence), unitId })
  if (code) throw new Error(code)
}

const ask = <T>(openid: string, path: string, input?: object): Promise<Answer<T>> =>
  town.send<T>(openid, { path, type: 'query', ...(input ? { input } : {}) })
const act = <T>(openid: string, path: string, input?: object): Promise<Answer<T>> =>
  town.send<T>(openid, { path, type: 'mutation', ...(input ? { input } : {}) })

const JPEG = jpegOf('')
const PDF = pdfOf()
let made = 0

async function upload(openid: string, bytes: Uint8Array): Promise<string> {
  const { data } = await act<{ path: string }>(openid, 'claim.uploadTicket')
  return put(openid, data?.path ?? '', bytes)
}

async function put(openid: string, cloudPath: string, bytes: Uint8Array): Promise<string> {
  const query = new URLSearchParams({ cloudPath, openid })
  const response = await fetch(`${town.cloud.origin}/_local/upload?${query}`, {
    method: 'POST',
    body: new Uint8Array(bytes),
  })
  return String(((await response.json()) as { fileID?: string }).fileID ?? '')
}

interface Typed {
  kind: string
  fields: Record<string, string>
  targetYear?: number
  claimId?: string
  /** One of its own where it is not said; null for none. */
  photo?: Uint8Array | null
}

/** A draft as a person leaves it: typed, with a photo. */
async function draft(openid: string, { photo, targetYear = 2022, ...typed }: Typed): Promise<string> {
  made += 1
  const draftId = `draft-${made}`
  const saved = await act(openid, 'claim.saveDraft', { draftId, targetYear, ...typed })
  if (saved.code) throw new Error(saved.code)
  if (photo !== null) {
    const fileId = await upload(openid, photo ?? jpegOf(String(made)))
    await act(openid, 'claim.attach', { draftId, fileId, name: '证书.jpg' })
  }
  return draftId
}

const EQUIVALENT = {
  kind: 'equivalent',
  fields: {
    title: '岩土工程新规范培训',
    organiser: '演示大学',
    from: '2022-07-04',
    to: '2022-07-06',
    hours: '24',
  },
}

const TRAINING = {
  kind: 'training',
  fields: {
    title: '班主任研修',
    organiser: '演示省教育厅',
    from: '2022-07-11',
    to: '2022-07-13',
    days: '3',
    hours: '30',
    'meets:organiser-recognised': 'yes',
  },
}

describe('what can be claimed', () => {
  test('in Shaanxi: equivalents of the professional part, with the form; public courses never (SX22-10)', async () => {
    const { data } = await ask<KindsView>('o-li', 'claim.kinds', {})
    expect(data).toMatchObject({ year: 2022, regionName: '陕西省', closed: null })
    expect(data?.kinds.map(({ id }) => id)).toEqual(['equivalent'])
    expect(data?.kinds[0]?.fields.map(({ id }) => id)).toEqual(['title', 'organiser', 'from', 'to', 'hours'])
    expect(data?.kinds[0]?.needsPhoto).toBe(true)
    expect(data?.notClaimable).toMatchObject([{ title: '公需课', clauseId: 'SX22-10' }])
    expect(data?.automatic).toEqual(['网络课程', '面授培训'])
  })

  test('in Shandong: caps stand beside the kind, deemings after the kinds', async () => {
    const { data } = await ask<KindsView>('o-lu', 'claim.kinds', { year: 2022 })
    const training = data?.kinds.find(({ id }) => id === 'training')
    expect(training?.line.value).toContain('每天最多 8 学时')
    expect(training?.fields.at(-1)).toMatchObject({ id: 'meets:organiser-recognised', input: 'confirm' })
    expect(data?.kinds.some(({ group }) => group === 'deeming')).toBe(true)
    expect(data?.kinds.some(({ group }) => group === 'year')).toBe(false)
  })

  test('a year without a notice has nothing to claim by', async () => {
    expect((await ask('o-qi', 'claim.kinds', { year: 2022 })).code).toBe('NO_RULE_FOR_YEAR')
  })
})

describe('a draft', () => {
  test('is kept as typed, complete or not; the same again changes nothing', async () => {
    const input = {
      draftId: 'half-done',
      kind: 'equivalent',
      targetYear: 2022,
      fields: { title: ' 半', hours: '二' },
    }
    await act('o-li', 'claim.saveDraft', input)
    await act('o-li', 'claim.saveDraft', input)
    const { data } = await ask<DraftView>('o-li', 'claim.draft', { draftId: 'half-done' })
    expect(data).toMatchObject({ fields: input.fields, kindLabel: '同等学时认证', submitted: false })
    const all = await ask<{ drafts: DraftView[] }>('o-li', 'claim.drafts')
    expect(all.data?.drafts.map(({ draftId }) => draftId)).toContain('half-done')
    const [stored] =
      (await personIdOf('o-li').then((id) => [town.get('claim-drafts', `${id}:half-done`)])) ?? []
    expect((await stored)?.version).toBe(1)
  })

  test('is its owner’s alone, and can be put away', async () => {
    expect((await ask('o-wu', 'claim.draft', { draftId: 'half-done' })).code).toBe('CLAIM_UNKNOWN')
    expect((await act('o-wu', 'claim.submit', { draftId: 'half-done' })).code).toBe('CLAIM_UNKNOWN')
    await act('o-li', 'claim.discardDraft', { draftId: 'half-done' })
    const all = await ask<{ drafts: DraftView[] }>('o-li', 'claim.drafts')
    expect(all.data?.drafts.map(({ draftId }) => draftId)).not.toContain('half-done')
  })

  test.each([
    [{ draftId: 'x', kind: 'equivalent', targetYear: 2022, fields: {} }, 'INPUT_INVALID'],
    [{ draftId: 'a-draft:of', kind: 'equivalent', targetYear: 2022, fields: {} }, 'INPUT_INVALID'],
    [
      { draftId: 'too-long', kind: 'equivalent', targetYear: 2022, fields: { title: '长'.repeat(501) } },
      'INPUT_INVALID',
    ],
    [
      {
        draftId: 'too-many',
        kind: 'equivalent',
        targetYear: 2022,
        fields: Object.fromEntries([...Array(41).keys()].map((n) => [`f${n}`, ''])),
      },
      'INPUT_INVALID',
    ],
    [{ draftId: 'foreign', kind: 'trip', targetYear: 2022, fields: {} }, 'CLAIM_KIND_UNKNOWN'],
    [{ draftId: 'course', kind: 'online-course', targetYear: 2022, fields: {} }, 'CLAIM_KIND_UNKNOWN'],
    [
      { draftId: 'not-mine', kind: 'equivalent', targetYear: 2022, fields: {}, claimId: 'nobody:s' },
      'CLAIM_UNKNOWN',
    ],
  ])('that is not one is refused, %#', async (input, code) => {
    expect((await act('o-li', 'claim.saveDraft', input)).code).toBe(code)
  })
})

const personIdOf = async (openid: string): Promise<string> =>
  (await town.get('bindings', openid))?.personId ?? ''

describe('a file', () => {
  let draftId = ''
  beforeAll(async () => {
    draftId = await draft('o-li', { ...EQUIVALENT, photo: null })
  })
  const attach = (fileId: string, name = '证书.pdf', openid = 'o-li') =>
    act<DraftView>(openid, 'claim.attach', { draftId, fileId, name })

  test('is what its bytes say, kept once, and opened by its owner', async () => {
    await attach(await upload('o-li', PDF))
    const { data } = await attach(await upload('o-li', PDF))
    expect(data?.attachments).toMatchObject([
      { name: '证书.pdf', type: 'application/pdf', bytes: PDF.length },
    ])
    const sha256 = data?.attachments[0]?.sha256 ?? ''
    const opened = await ask<{ url: string }>('o-li', 'claim.attachmentUrl', { draftId, sha256 })
    expect(new Uint8Array(await (await fetch(opened.data?.url ?? '')).arrayBuffer())).toEqual(PDF)
    expect((await ask('o-wu', 'claim.attachmentUrl', { draftId, sha256 })).code).toBe('CLAIM_UNKNOWN')
  })

  test('is opened by its address for ten minutes, by whoever has it, and no longer', async () => {
    const { data } = await attach(await upload('o-li', PDF))
    const sha256 = data?.attachments[0]?.sha256 ?? ''
    const opened = await ask<{ url: string; expiresAt: number }>('o-li', 'claim.attachmentUrl', {
      draftId,
      sha256,
    })
    const { url = '', expiresAt = 0 } = opened.data ?? {}
    expect(Math.round((expiresAt - town.cloud.clock.now()) / 60_000)).toBe(10)
    await town.cloud.clock.advanceMs(9 * 60_000)
    expect((await fetch(url)).status).toBe(200)
    await town.cloud.clock.advanceMs(61_000)
    expect((await fetch(url)).status).toBe(403)
  })

  test('cannot be exchanged after it was looked at', async () => {
    const { data } = await act<{ path: string }>('o-li', 'claim.uploadTicket')
    const fileId = await put('o-li', data?.path ?? '', JPEG)
    await attach(fileId, '照片.jpg')
    expect(await put('o-li', data?.path ?? '', PDF)).toBe('')
    const draftNow = await ask<DraftView>('o-li', 'claim.draft', { draftId })
    const sha256 = draftNow.data?.attachments.find(({ name }) => name === '照片.jpg')?.sha256 ?? ''
    await act('o-li', 'claim.detach', { draftId, sha256 })
    const after = await ask<DraftView>('o-li', 'claim.draft', { draftId })
    expect(after.data?.attachments).toHaveLength(1)
  })

  test.each([
    ['nothing in it', new Uint8Array(0), 'FILE_EMPTY'],
    [
      'a program renamed',
      new TextEncoder().encode('MZ\u0090 This program cannot be run in DOS mode'),
      'FILE_TYPE',
    ],
    ['a page', new TextEncoder().encode('<html>%PDF-</html>'), 'FILE_TYPE'],
    [
      'over 20 MB',
      Uint8Array.from({ length: 20 * 1024 * 1024 + 1 }, (_, n) => JPEG[n] ?? 0),
      'FILE_TOO_LARGE',
    ],
  ])('with %s is refused', async (_what, bytes, code) => {
    expect((await attach(await upload('o-li', bytes))).code).toBe(code)
  })

  test('that is not there, or not theirs to attach, is unknown', async () => {
    const foreign = await upload('o-wu', JPEG)
    expect((await attach(foreign)).code).toBe('FILE_UNKNOWN')
    expect((await attach(foreign, 'a', 'o-wu')).code).toBe('CLAIM_UNKNOWN')
    expect((await attach(foreign.replace(/incoming.*/, 'evidence/x/y.jpg'))).code).toBe('FILE_UNKNOWN')
    expect(
      (
        await attach(
          foreign.replace(/[^/]+$/, 'gone').replace(await personIdOf('o-wu'), await personIdOf('o-li')),
        )
      ).code,
    ).toBe('FILE_UNKNOWN')
    expect(await put('o-li', 'evidence/mine.jpg', JPEG)).toBe('')
  })
})

describe('before it is handed in', () => {
  test('hours, what is over a day’s cap, who reviews: three days of ten hours are 24 of 30 (NY22-8)', async () => {
    const { data } = await ask<PreviewView>('o-lu', 'claim.preview', {
      draftId: await draft('o-lu', TRAINING),
    })
    expect(data).toMatchObject({
      hours: 3000,
      effect: { counted: 2400, overCap: 600, capLabel: '培训进修类每天' },
    })
    expect(data?.chain).toMatchObject([
      { orgName: '演示县第一中学', state: 'now' },
      { orgName: '演示县教育局', state: 'waiting' },
      { orgName: '演示县人社局', state: 'waiting' },
    ])
    expect(data?.oddities).toEqual([])
  })

  test('an outcome is ten hours whatever it took; without its table a claim is what the reviewer recognises', async () => {
    const paper = await draft('o-lu', {
      kind: 'paper',
      fields: { title: '论文一', on: '2022-05-01', doi: '10.1/A', 'meets:published': 'yes' },
    })
    expect((await ask<PreviewView>('o-lu', 'claim.preview', { draftId: paper })).data).toMatchObject({
      hours: 1000,
      effect: { counted: 1000, overCap: 0 },
    })
    const { data } = await ask<PreviewView>('o-li', 'claim.preview', {
      draftId: await draft('o-li', EQUIVALENT),
    })
    expect(data).toMatchObject({ hours: 2400, formula: expect.stringContaining('以审核人认定的为准') })
  })

  test.each([
    [{ ...EQUIVALENT, photo: null }, 'EVIDENCE_MISSING', ['photo']],
    [
      { kind: 'equivalent', fields: { title: '只有题目' } },
      'EVIDENCE_MISSING',
      ['organiser', 'from', 'to', 'hours'],
    ],
    [{ ...EQUIVALENT, fields: { ...EQUIVALENT.fields, hours: '-3' } }, 'INPUT_INVALID', ['hours']],
    [{ ...EQUIVALENT, fields: { ...EQUIVALENT.fields, hours: '8.255' } }, 'INPUT_INVALID', ['hours']],
    [{ ...EQUIVALENT, fields: { ...EQUIVALENT.fields, to: '2022-07-01' } }, 'INPUT_INVALID', ['to']],
    [{ ...EQUIVALENT, fields: { ...EQUIVALENT.fields, to: '2022-12-01' } }, 'INPUT_INVALID', ['to']],
    [{ ...EQUIVALENT, fields: { ...EQUIVALENT.fields, from: '2022-02-30' } }, 'INPUT_INVALID', ['from']],
  ])('what is missing or cannot be is said by its field, %#', async (typed, code, fields) => {
    const answer = await ask('o-li', 'claim.preview', { draftId: await draft('o-li', typed) })
    expect(answer).toMatchObject({ code, details: { fields } })
  })

  test('a public course cannot be claimed, whoever says so (SX22-10)', async () => {
    const draftId = await draft('o-li', {
      ...EQUIVALENT,
      fields: { ...EQUIVALENT.fields, category: 'public' },
    })
    expect(await act('o-li', 'claim.submit', { draftId })).toMatchObject({
      code: 'CLAIM_CATEGORY',
      details: { clauseId: 'SX22-10' },
    })
  })
})

describe('handed in', () => {
  test('the same draft twice is one claim, with its audit, event and evidence', async () => {
    const draftId = await draft('o-li', EQUIVALENT)
    const [first, second] = await Promise.all([
      act<ClaimView>('o-li', 'claim.submit', { draftId }),
      act<ClaimView>('o-li', 'claim.submit', { draftId }),
    ])
    expect(first.data).toMatchObject({ state: 'submitted', hours: 2400, waitsFor: '长宁市第一中学' })
    expect(second.data?.claimId).toBe(first.data?.claimId)
    const claimId = first.data?.claimId ?? ''
    expect(await town.get('audit', `claim-submitted:${claimId}:1`)).toMatchObject({ after: 'submitted' })
    expect(await town.get('outbox', `claim-submitted:${claimId}:1`)).toMatchObject({
      payload: { claimId, orgId: UNIT },
    })
    const mine = await ask<{ claims: { claimId: string }[] }>('o-li', 'claim.mine', {})
    expect(mine.data?.claims.filter((one) => one.claimId === claimId)).toHaveLength(1)
    expect((await ask('o-wu', 'claim.claim', { claimId })).code).toBe('CLAIM_UNKNOWN')
    expect((await act('o-wu', 'claim.withdraw', { claimId })).code).toBe('CLAIM_UNKNOWN')
  })

  test('its files are open to whoever reviews it, and to no other', async () => {
    const { data } = await act<ClaimView>('o-li', 'claim.submit', {
      draftId: await draft('o-li', {
        ...EQUIVALENT,
        fields: { ...EQUIVALENT.fields, from: '2022-05-01', to: '2022-05-02' },
      }),
    })
    const of = { claimId: data?.claimId ?? '', sha256: data?.attachments[0]?.sha256 ?? '' }
    expect((await ask('o-boss', 'claim.attachmentUrl', of)).code).toBeNull()
    expect((await ask('o-wu', 'claim.attachmentUrl', of)).code).toBe('OUT_OF_SCOPE')
    expect((await ask('o-li', 'claim.attachmentUrl', { ...of, sha256: '0'.repeat(64) })).code).toBe(
      'FILE_UNKNOWN',
    )
  })

  test('evidence counts once a person; once taken back it is free; with others it is for the reviewer to see', async () => {
    const patent = (openid: string, number: string) =>
      draft(openid, {
        kind: 'outcome',
        fields: {
          title: '测量装置',
          on: '2022-03-01',
          'patent-number': number,
          'meets:outcome-recognised': 'yes',
        },
      })
    const first = await act<ClaimView>('o-lu', 'claim.submit', { draftId: await patent('o-lu', 'ZL 2022-1') })
    expect(first.data?.state).toBe('submitted')
    const again = await patent('o-lu', 'zl20221')
    expect(await act('o-lu', 'claim.submit', { draftId: again })).toMatchObject({
      code: 'EVIDENCE_USED',
    })
    await join('o-co', { name: '鲁安然', number: ['19900303', '171'], unitId: 'shandong-unit' })
    const other = await act<ClaimView>('o-co', 'claim.submit', { draftId: await patent('o-co', 'ZL20221') })
    expect(other.data?.oddities).toMatchObject([{ code: 'SHARED_EVIDENCE' }])
    expect(other.data?.oddities[0]?.text).not.toContain('鲁安平')
    // The reviewer reads the name from the other claim (server/claims/review); a copy would outlive the person's wish to be forgotten.
    const kept = (await town.get('claims', other.data?.claimId ?? ''))?.oddities[0]
    expect(kept).toMatchObject({ text: '用过同样的专利号', claimId: first.data?.claimId })
    const taken = await act<ClaimView>('o-lu', 'claim.withdraw', { claimId: first.data?.claimId ?? '' })
    expect(taken.data).toMatchObject({ state: 'withdrawn', waitsFor: '', canWithdraw: false })
    expect((await act('o-lu', 'claim.withdraw', { claimId: first.data?.claimId ?? '' })).code).toBeNull()
    expect((await act<ClaimView>('o-lu', 'claim.submit', { draftId: again })).data?.state).toBe('submitted')
  })

  test('days that two claims share are told, and days of another year', async () => {
    await act('o-lu', 'claim.submit', { draftId: await draft('o-lu', TRAINING) })
    const same = await draft('o-lu', {
      ...TRAINING,
      fields: { ...TRAINING.fields, title: '另一个研修', from: '2021-07-12', to: '2022-07-12', days: '2' },
    })
    const { data } = await ask<PreviewView>('o-lu', 'claim.preview', { draftId: same })
    expect(data?.oddities.map(({ code }) => code)).toEqual(['OVERLAPPING_DAYS', 'OUTSIDE_YEAR'])
  })
})

describe('returned', () => {
  test('it is corrected beside its fields, goes back to who returned it, and shows the difference', async () => {
    const { data: claim } = await act<ClaimView>('o-li', 'claim.submit', {
      draftId: await draft('o-li', {
        ...EQUIVALENT,
        fields: { ...EQUIVALENT.fields, from: '2022-04-11', to: '2022-04-12' },
      }),
    })
    const claimId = claim?.claimId ?? ''
    const returned = await act('o-boss', 'review.decide', {
      ...{ claimId, decisionId: 'back-1', revision: 1, stepIndex: 0 },
      verdict: { kind: 'return', asks: [{ field: 'organiser', text: '请写举办单位的全称' }] },
    })
    expect(returned.code).toBeNull()
    const seen = await ask<ClaimView>('o-li', 'claim.claim', { claimId })
    expect(seen.data).toMatchObject({
      state: 'returned',
      openAsks: [{ field: 'organiser', label: '举办单位', text: '请写举办单位的全称' }],
    })
    const fields = {
      ...EQUIVALENT.fields,
      from: '2022-04-11',
      to: '2022-04-12',
      organiser: '演示大学土木工程学院',
    }
    const correction = await draft('o-li', { kind: 'equivalent', fields, claimId, photo: null })
    const kept = await ask<DraftView>('o-li', 'claim.draft', { draftId: correction })
    expect(kept.data?.attachments).toHaveLength(1)
    expect(kept.data?.asks).toMatchObject([{ field: 'organiser' }])
    const again = await act<ClaimView>('o-li', 'claim.submit', { draftId: correction })
    expect(again.data).toMatchObject({
      claimId,
      state: 'submitted',
      openAsks: [],
      difference: [{ field: 'organiser', before: '演示大学', after: '演示大学土木工程学院' }],
    })
    expect((await act<ClaimView>('o-li', 'claim.submit', { draftId: correction })).data?.claimId).toBe(
      claimId,
    )
    expect(again.data?.timeline.map(({ kind }) => kind)).toEqual(['submitted', 'returned', 'resubmitted'])
    await town.call('o-boss', 'review.confirm', { personId: await personIdOf('o-li'), decisionId: 'li' })
    const approved = await act('o-boss', 'review.decide', {
      ...{ claimId, decisionId: 'yes-1', revision: 2, stepIndex: 0 },
      verdict: { kind: 'approve' },
    })
    expect(approved.code).toBeNull()
    const credited = await ask<ClaimView>('o-li', 'claim.claim', { claimId })
    expect(credited.data).toMatchObject({ state: 'credited', hours: 2400, canWithdraw: false })
    expect(credited.data?.entry).toMatchObject({ year: 2022 })
    const account = await ask<{ entries: { id: string; evidence: { text: string }[] }[] }>(
      'o-li',
      'hours.account',
      {},
    )
    const line = account.data?.entries.find(({ id }) => id === credited.data?.entry?.entryId)
    expect(line?.evidence.map(({ text }) => text).join()).toContain('程守正')
    expect((await act('o-li', 'claim.withdraw', { claimId })).code).toBe('CLAIM_CLOSED')
  })
})

describe('in Qinghai, in 2023', () => {
  beforeAll(() => town.cloud.clock.set(Date.parse('2023-11-01T10:00:00+08:00')))
  const study = (fields: Record<string, string> = {}) => ({
    kind: 'self-study',
    targetYear: 2023,
    fields: {
      title: '高原生态',
      from: '2023-05-01',
      to: '2023-05-03',
      hours: '12',
      topic: 'none',
      ...fields,
    },
  })

  test('excluded topics stand in the form, and are refused with their clause (QH23-19)', async () => {
    const { data } = await ask<KindsView>('o-qi', 'claim.kinds', {})
    expect(data?.exclusions.map(({ clauseId }) => clauseId)).toEqual(['QH23-19', 'QH23-19', 'QH23-19'])
    expect(data?.kinds.some(({ group }) => group === 'year')).toBe(true)
    const topic = data?.kinds[0]?.fields.find(({ id }) => id === 'topic')
    expect(topic?.options.find(({ value }) => value === 'fxzx')?.stop).toContain('法宣在线')
    const draftId = await draft('o-qi', study({ topic: 'fxzx' }))
    expect(await act('o-qi', 'claim.submit', { draftId })).toMatchObject({
      code: 'CLAIM_EXCLUDED',
      details: { label: '法宣在线', clauseId: 'QH23-19' },
    })
  })

  test('a deeming is claimed on the same path, and is no hours', async () => {
    const fields = { year: '2023', termFromYear: '2019', months: '12' }
    const draftId = await draft('o-qi', { kind: 'deeming:village', targetYear: 2023, fields })
    const { data } = await act<ClaimView>('o-qi', 'claim.submit', { draftId })
    expect(data).toMatchObject({ state: 'submitted', hours: null, kindLabel: '驻村第一书记和工作队队员' })
  })

  test('on 12-31 it is late and taken, a second later closed (QH23-12); what was handed in lapses', async () => {
    const [one, two] = [
      await draft('o-qi', study()),
      await draft('o-qi', study({ title: '另一门', from: '2023-06-01', to: '2023-06-02' })),
    ]
    await town.cloud.clock.set(Date.parse('2023-12-31T23:59:00+08:00'))
    const taken = await act<ClaimView>('o-qi', 'claim.submit', { draftId: one })
    expect(taken.data?.state).toBe('submitted')
    await town.cloud.clock.set(Date.parse('2024-01-01T00:00:00+08:00'))
    expect(await act('o-qi', 'claim.submit', { draftId: two })).toMatchObject({
      code: 'CLAIM_TOO_LATE',
      details: { closedOn: '2023-12-31', clauseId: 'QH23-12' },
    })
    expect((await ask<KindsView>('o-qi', 'claim.kinds', { year: 2023 })).data?.closed).toMatchObject({
      day: '2023-12-31',
    })
    const lapsed = await ask<ClaimView>('o-qi', 'claim.claim', { claimId: taken.data?.claimId ?? '' })
    expect(lapsed.data?.state).toBe('lapsed')
    expect((await ask<DraftView>('o-qi', 'claim.draft', { draftId: two })).data?.submitted).toBe(false)
  })
})
