import { hoursOf } from '../../../domain/kernel/hours'
import { plusSeconds } from '../../../domain/kernel/instant'
import { refusalOf } from '../../../tests/harness/classroom'
import { postingOf } from '../../../tests/harness/ledger'
import { at, Reviewers } from '../../../tests/harness/reviewers'
import { newOrganisation } from '../../bodies/new-organisation'
import { postHours } from '../../books/hours/post-hours'
import { packs } from '../../kernel/packs'
import { accept } from '../../kernel/refused'
import type { PersonDocument } from '../../people/documents'

let office: Reviewers
beforeAll(async () => {
  office = await Reviewers.open()
}, 60_000)
afterAll(() => office.stop())

let made = 0
type Verdict = Parameters<ReturnType<Reviewers['as']>['review']['decide']>[0]['verdict']

async function decideAs(name: string, claimId: string, verdict: Verdict) {
  const { revision, stepIndex } = await office.claim(claimId)
  made += 1
  const decisionId = `decision-${made}`
  return office.as(name).review.decide({ claimId, decisionId, revision, stepIndex, verdict })
}

const paper = (id: string, name: string, more: { year?: number; fields?: Record<string, string> } = {}) =>
  office.submit(name, {
    id,
    kind: 'paper',
    year: more.year ?? 2022,
    fields: {
      title: `论文 ${id}`,
      level: '省级',
      'author-rank': '1',
      on: '2022-05-20',
      'meets:published': 'yes',
      ...more.fields,
    },
  })

describe('a transfer', () => {
  const to = (orgId: string): Verdict => ({ kind: 'transfer', orgId, reason: '人已调到那里' })

  test('QH23-2: goes to a verified body of the same kind under the same parent, and to nothing else', async () => {
    await office.person('sd', 'handed')
    const id = await paper('handed-1', 'handed')
    const parent = await office.store.get('organisations', 'sd-department-2')
    const cousin = {
      id: 'sd-cousin',
      name: '堂亲站',
      kind: 'unit',
      region: 'shandong',
      areaCode: '990101',
    } as const
    const verified = { state: 'verified', at: office.now } as const
    await office.store.insert('organisations', newOrganisation({ ...cousin, parent }, verified))
    const unknown = { code: 'ORG_UNKNOWN', details: {} }
    for (const orgId of ['nowhere', 'sd-unit', 'sd-department', 'sd-cousin', 'qh-unit'])
      expect(await refusalOf(decideAs('sd-unit', id, to(orgId)))).toEqual(unknown)
    for (const state of ['registered', 'returned'] as const) {
      await office.change('sd-unit-2', { state })
      expect(await refusalOf(decideAs('sd-unit', id, to('sd-unit-2')))).toEqual(unknown)
    }
    expect(await office.claim(id)).toMatchObject({ queueOrgId: 'sd-unit', unitId: 'sd-unit', version: 1 })
    await office.change('sd-unit-2', { state: 'verified' })
    await decideAs('sd-unit', id, to('sd-unit-2'))
    expect(await office.claim(id)).toMatchObject({
      queueOrgId: 'sd-unit-2',
      unitId: 'sd-unit-2',
      stepIndex: 0,
    })
  })

  test('between departments the claim stays with the unit that the person belongs to', async () => {
    await office.person('sd', 'above')
    const id = await paper('above-1', 'above')
    await decideAs('sd-unit', id, { kind: 'approve' })
    await decideAs('sd-department', id, to('sd-department-2'))
    expect(await office.claim(id)).toMatchObject({
      queueOrgId: 'sd-department-2',
      unitId: 'sd-unit',
      stepIndex: 1,
    })
  })
})

describe('Qinghai: the year’s application', () => {
  /** A paper that is worth so many hours, which wait for the year's application. */
  function learn(person: PersonDocument, id: string, hours: number) {
    const pack = accept(packs.standardOf('qinghai', 2023))
    const now = { earnedAt: office.now, recordedAt: office.now }
    const paper = { kind: 'paper', category: 'professional', recognisedHours: hoursOf(hours) } as const
    const item = { id: `${person._id}:${id}`, earnedAt: office.now, ...paper }
    const posting = {
      ...postingOf(person, [id, hours], now),
      region: 'qinghai',
      targetYear: 2023,
      pack,
      item,
    }
    return office.store.transact((tx) => postHours(tx, posting))
  }

  const later = (): void => {
    office.now = plusSeconds(office.now, 60)
  }

  const approved = async (id: string): Promise<void> => {
    for (const by of ['qh-unit', 'qh-department', 'qh-bureau']) await decideAs(by, id, { kind: 'approve' })
    expect(await office.claim(id)).toMatchObject({ state: 'credited' })
  }

  const standing = async (name: string) =>
    (await office.store.get('accounts', `p-${name}:qinghai:2023`))?.portions.professional

  test('QH23-11: counts what was earned until it was handed in; what came later waits for another', async () => {
    office.now = at('2023-11-20T09:00:00')
    const person = await office.person('qh', 'yearly')
    await learn(person, 'before', 20)
    later()
    const id = await office.submit('yearly', { id: 'yearly-1', kind: 'year', year: 2023, fields: {} })
    later()
    await learn(person, 'after', 8)
    expect(await standing('yearly')).toMatchObject({ counted: 0, pending: hoursOf(28) })
    await approved(id)
    expect(await standing('yearly')).toMatchObject({ counted: hoursOf(20), pending: hoursOf(8) })
  })

  test('QH23-11: handed in again after a return, it counts what was earned until then', async () => {
    const person = await office.person('qh', 'anew')
    const id = await office.submit('anew', { id: 'anew-year', kind: 'year', year: 2023, fields: {} })
    await decideAs('qh-unit', id, { kind: 'return', asks: [{ field: 'title', text: '还有一项没有登记' }] })
    later()
    await learn(person, 'between', 8)
    later()
    const again = { draftId: 'anew-again', kind: 'year', targetYear: 2023, claimId: id, fields: {} }
    await office.as('anew').claim.saveDraft(again)
    await office.as('anew').claim.submit({ draftId: 'anew-again' })
    await approved(id)
    expect(await standing('anew')).toMatchObject({ counted: hoursOf(8), pending: 0 })
  })

  test('QH23-11: what was learned since the unit approved the year is for the unit to see, too', async () => {
    const person = await office.person('qh', 'grown')
    const id = await office.submit('grown', { id: 'grown-year', kind: 'year', year: 2023, fields: {} })
    await decideAs('qh-unit', id, { kind: 'approve' })
    await decideAs('qh-department', id, { kind: 'return', asks: [{ field: 'title', text: '请再看' }] })
    later()
    await learn(person, 'grown-between', 8)
    const again = { draftId: 'grown-again', kind: 'year', targetYear: 2023, claimId: id, fields: {} }
    await office.as('grown').claim.saveDraft(again)
    await office.as('grown').claim.submit({ draftId: 'grown-again' })
    expect(await office.claim(id)).toMatchObject({ stepIndex: 0, queueOrgId: 'qh-unit' })
  })
})
