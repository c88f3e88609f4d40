import { anyKeys } from '../../../scripts/any-keys'
import { claimOf } from '../../../tests/harness/claim-of'
import { personOf } from '../../../tests/harness/person-of'
import { type MemoryStore, memoryStore } from '../../../tests/simulation/memory-store'
import { configFrom } from '../../kernel/config'
import { packs } from '../../kernel/packs'
import { accept, caught } from '../../kernel/refused'
import type { ClaimDocument, ClaimDraftDocument } from './documents'
import { dayOddities, namedOddities, sharedEvidence } from './duplicates'

const claim = claimOf()
const AT = claim.submittedAt
const person = { ...personOf('p', { at: AT }), version: 1 }
const pack = accept(packs.standardOf('shandong', 2022))

describe('evidence that another claim has', () => {
  const { secrets } = configFrom(anyKeys())
  const file = { fileId: 'f', name: '证.jpg', type: 'image/jpeg' as const, bytes: 7, sha256: '5'.repeat(64) }
  const draft = (fields: Record<string, string>, attachments = [file]): ClaimDraftDocument => ({
    ...{ _id: 'p:d', version: 1, personId: 'p', kind: 'paper', targetYear: 2022, fields, attachments },
    ...{ claimId: null, state: 'open', savedAt: AT },
  })

  /** A store in which the claim `other` stands on a piece of evidence. */
  async function taken(key: string, { by, state }: { by: string; state: ClaimDocument['state'] }) {
    const store = memoryStore()
    const { version: _, ...other } = claimOf({ _id: 'other', personId: by, state })
    await store.insert('claims', other)
    for (const _id of [key, `${by}|${key}`])
      await store.insert('evidence-keys', { _id, claimId: 'other', personId: by })
    return store
  }
  const shared = (store: MemoryStore, fields: Record<string, string>, claimId = 'c') =>
    sharedEvidence(store, { person, draft: draft(fields), claimId, pack, secrets })

  test.each([
    ['doi:10.1/x', '用过同样的 DOI'],
    ['isbn:9787111000000', '用过同样的 ISBN'],
    ['patent-number:zl2022', '用过同样的专利号'],
    ['certificate-number:a1', '用过同样的证书编号'],
  ])('%s of somebody else is told to the reviewer', async (key, text) => {
    const [name = '', number = ''] = key.split(':')
    const store = await taken(key, { by: 'q', state: 'credited' })
    expect(await shared(store, { [name]: number })).toEqual([
      { code: 'SHARED_EVIDENCE', text, claimId: 'other' },
    ])
  })

  test('so is the same file', async () => {
    const store = await taken(`file:${file.sha256}`, { by: 'q', state: 'submitted' })
    expect(await shared(store, {})).toEqual([
      { code: 'SHARED_EVIDENCE', text: '用过同样的材料文件', claimId: 'other' },
    ])
  })

  test('the number of a document is told, be it another’s or one’s own, and refuses nothing', async () => {
    const number = { 'document-number': '泰人社〔2022〕15 号' }
    const key = 'document-number:泰人社202215号'
    expect(await shared(await taken(key, { by: 'q', state: 'credited' }), number)).toEqual([
      { code: 'SHARED_EVIDENCE', text: '用过同样的文件号', claimId: 'other' },
    ])
    const own = await taken(key, { by: 'p', state: 'credited' })
    expect(await shared(own, number)).toEqual([
      { code: 'OWN_EVIDENCE', text: '本人的另一份申报也写着这个文件号', claimId: 'other' },
    ])
    expect(await shared(own, number, 'other')).toEqual([])
    expect(await shared(await taken(key, { by: 'q', state: 'withdrawn' }), number)).toEqual([])
    expect(await shared(own, { 'document-number': '15' })).toEqual([])
  })

  test.each([
    ['one certificate in the field of another kind of number', 'number:20220815', { doi: '20220815' }],
    ['with its 编号', 'number:20220815', { 'certificate-number': '证书编号：No.2022-0815' }],
    ['an ISBN of ten digits', 'number:711154742', { isbn: '978-7-111-54742-6' }],
    ['a patent with its country', 'number:2022101234567', { 'patent-number': 'ZL 2022 1 0123456.7' }],
  ])('a number is the same however it is typed: %s', async (_, key, fields) => {
    const found = await shared(await taken(key, { by: 'q', state: 'credited' }), fields)
    expect(found).toEqual([{ code: 'SHARED_EVIDENCE', text: '用过同样的编号', claimId: 'other' }])
  })

  test('one’s own is refused, with the clause by which it counts once, if there is one', async () => {
    const store = await taken('doi:10.1/x', { by: 'p', state: 'returned' })
    const stated = { state: 'stated', value: true, clause: 'NY22-10', words: '不重复计算' } as const
    for (const [countsOnce, clauseId] of [
      [pack.countsOnce, ''],
      [stated, 'NY22-10'],
    ] as const) {
      const claiming = {
        ...{ person, secrets, draft: draft({ doi: '10.1/X' }), claimId: 'c' },
        pack: { ...pack, countsOnce },
      }
      const twice = await caught(sharedEvidence(store, claiming), ['EVIDENCE_USED'])
      expect(twice).toMatchObject({ ok: false, refusal: { code: 'EVIDENCE_USED', details: { clauseId } } })
    }
    expect(await shared(store, { doi: '10.1/X' }, 'other')).toEqual([])
  })

  test.each(['withdrawn', 'rejected', 'lapsed'] as const)(
    'a claim that was %s leaves it free',
    async (state) => {
      expect(await shared(await taken('doi:10.1/x', { by: 'p', state }), { doi: '10.1/x' })).toEqual([])
      expect(await shared(await taken('doi:10.1/x', { by: 'q', state }), { doi: '10.1/x' })).toEqual([])
    },
  )

  test.each(['submitted', 'returned', 'credited', 'revoked'] as const)('%s: it is taken', async (state) => {
    expect(await shared(await taken('doi:10.1/x', { by: 'q', state }), { doi: '10.1/x' })).toHaveLength(1)
  })
})

describe('whose claim it is, as the reviewer reads it', () => {
  const shared = { code: 'SHARED_EVIDENCE', text: '用过同样的 DOI', claimId: 'other' }
  const named = async (oddity: ClaimDocument['oddities'][number]) => {
    const store = memoryStore()
    const { version: _, ...other } = claimOf({ _id: 'other', personName: '李四' })
    await store.insert('claims', other)
    return namedOddities(store, { oddities: [oddity] })
  }
  test('is named where the evidence is shared', async () => {
    expect(await named(shared)).toEqual(['李四的申报用过同样的 DOI'])
    expect(await named({ ...shared, claimId: 'gone' })).toEqual(['别人的申报用过同样的 DOI'])
  })
  test('and nowhere else', async () => {
    expect(await named({ ...shared, claimId: null })).toEqual(['用过同样的 DOI'])
    expect(await named({ ...shared, code: 'OVERLAPPING_DAYS' })).toEqual(['用过同样的 DOI'])
  })
})

describe('days that two claims share', () => {
  const other = claimOf({ title: '培训', fields: { from: '2022-05-10', to: '2022-05-12' } })
  const found = (from: string, to: string, others: ClaimDocument[] = [other]) =>
    dayOddities({ fields: { from, to }, targetYear: 2022 }, others)
  const overlap = {
    code: 'OVERLAPPING_DAYS',
    text: '与“培训”的日期有重叠（2022-05-10 至 2022-05-12）',
    claimId: 'c',
  }

  test.each([
    ['2022-05-08', '2022-05-09', []],
    ['2022-05-08', '2022-05-10', [overlap]],
    [' 2022-05-11', '2022-05-11 ', [overlap]],
    ['2022-05-12', '2022-05-20', [overlap]],
    ['2022-05-13', '2022-05-20', []],
    ['2022-05-12', '', []],
    ['', '2022-05-12', []],
  ])('%s to %s', (from, to, oddities) => {
    expect(found(from, to)).toEqual(oddities)
  })

  test('not with a claim that has ended without hours, nor with one of no days', () => {
    for (const state of ['withdrawn', 'rejected', 'lapsed'] as const)
      expect(found('2022-05-11', '2022-05-11', [claimOf({ ...other, state })])).toEqual([])
    expect(found('2022-05-11', '2022-05-11', [claimOf({ fields: { from: '2022-05-10' } })])).toEqual([])
    expect(found('2022-05-11', '2022-05-11', [claimOf({ fields: { to: '2022-05-12' } })])).toEqual([])
  })
})

describe('days of another year than the one claimed', () => {
  const outside = { code: 'OUTSIDE_YEAR', text: '日期不全在 2022 年内', claimId: null }
  test.each<[fields: Record<string, string>, oddities: object[]]>([
    [{ from: '2022-01-01', to: '2022-12-31' }, []],
    [{ from: '2021-12-31', to: '2022-01-02' }, [outside]],
    [{ from: '2022-12-31', to: '2023-01-01' }, [outside]],
    [{ on: '2022-05-20' }, []],
    [{ on: ' 2021-05-20 ' }, [outside]],
    [{ on: '某天' }, []],
    [{}, []],
  ])('%j', (fields, oddities) => {
    expect(dayOddities({ fields, targetYear: 2022 }, [])).toEqual(oddities)
  })
})
