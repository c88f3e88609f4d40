import { hoursOf } from '../../../domain/kernel/hours'
import { day, endOfDay, type Instant } from '../../../domain/kernel/instant'
import { refusalOf } from '../../../tests/harness/classroom'
import { postingOf } from '../../../tests/harness/ledger'
import { Reviewers } from '../../../tests/harness/reviewers'
import { type HoursPosting, postHours } from '../../books/hours/post-hours'
import { packs } from '../../kernel/packs'
import { accept } from '../../kernel/refused'
import type { PersonDocument } from '../../people/documents'

// One hour of learning counts once, by whatever ways it comes. What two ways have in common is a title, days, hours.
let office: Reviewers
beforeAll(async () => {
  office = await Reviewers.open()
  office.now = endOfDay(day('2022-09-01'))
})
afterAll(() => office.stop())

const TITLE = '设施蔬菜栽培'

/** A line of one of the city's platforms, as its batch posts it. */
function pushed(
  person: PersonDocument,
  row: { title?: string; on?: string; hours?: number; code?: string } = {},
) {
  const { title = TITLE, on = '2022-08-01', hours = 30, code = 'VEG-1' } = row
  const pack = accept(packs.standardOf('shandong', 2022))
  const earnedAt = (endOfDay(day(on)) - 1) as Instant
  const posting = postingOf(person, [code, hours], { earnedAt, recordedAt: office.now })
  const evidenceKey = `outside:ta-tyjrp:${code}`
  const posted: HoursPosting = {
    ...posting,
    region: 'shandong',
    pack,
    title,
    item: {
      ...{
        ...posting.item,
        kind: 'online-course',
        meets: ['exam-passed'],
        providerId: 'ta-tyjrp',
        evidenceKey,
      },
    },
    cause: { kind: 'outside', batchId: 'ta-tyjrp:2022-08:1', rowId: `${person._id}:${code}` },
  }
  return office.store.transact((tx) => postHours(tx, posted))
}

const training = (more: Record<string, string> = {}) => ({
  ...{ title: TITLE, organiser: '演示县农业农村局', from: '2022-08-01', to: '2022-08-05', days: '5' },
  ...{ hours: '30', 'meets:organiser-recognised': 'yes', ...more },
})
const claims = (name: string, id: string, more: Record<string, string> = {}) =>
  office.submit(name, { id, kind: 'training', year: 2022, fields: training(more) })

async function approvedBy(id: string, ...names: string[]): Promise<void> {
  for (const name of names) {
    const { revision, stepIndex } = await office.claim(id)
    const decided = { claimId: id, decisionId: `${name}-${id.replace(/\W/g, '-')}`, revision, stepIndex }
    await office.as(name).review.decide({ ...decided, verdict: { kind: 'approve' } })
  }
}
const LEVELS = ['sd-unit', 'sd-department', 'sd-bureau'] as const
const counted = async (name: string) =>
  (await office.store.get('accounts', `p-${name}:shandong:2022`))?.portions.professional.counted
const oddOf = async (by: string, claimId: string) =>
  (await office.as(by).review.claim({ claimId })).odd.join()

test('NY22-16: what a platform sent is not declared again, in the preview and at submission', async () => {
  const person = await office.person('sd', 'twice')
  await pushed(person)
  expect(await refusalOf(claims('twice', 'twice-1'))).toEqual({
    code: 'LEARNED_ALREADY',
    details: { title: TITLE, year: 2022, clauseId: 'NY22-16' },
  })
  expect(await refusalOf(office.as('twice').claim.preview({ draftId: 'twice-1' }))).toMatchObject({
    code: 'LEARNED_ALREADY',
  })
  expect(await counted('twice')).toBe(hoursOf(30))
})

test.each<[what: string, name: string, more: Record<string, string>]>([
  ['other hours', 'fewer', { hours: '24' }],
  ['another day', 'later', { from: '2022-08-11', to: '2022-08-15' }],
  ['another title, and all else alike', 'renamed', { title: '大棚种植' }],
  ['a longer title', 'longer', { title: '设施蔬菜栽培技术（第二期）', hours: '16' }],
])(
  'much alike, %s: the claimant and every reviewer see it before anything is credited',
  async (_, name, more) => {
    const person = await office.person('sd', name)
    await pushed(person)
    const id = await claims(name, `${name}-1`, more)
    const said = `2022 年度的“${TITLE}”（2022 年 8 月 1 日，30 学时）施教机构已经报送，请核对是不是同一次学习`
    expect((await office.claim(id)).oddities.map(({ text }) => text)).toContain(said)
    expect((await office.as(name).claim.claim({ claimId: id })).oddities.map(({ text }) => text)).toContain(
      said,
    )
    for (const by of LEVELS) expect(await oddOf(by, id)).toContain(said)
  },
)

test('the line that comes while the claim waits is seen by whoever decides next', async () => {
  const person = await office.person('sd', 'meanwhile')
  const id = await claims('meanwhile', 'meanwhile-1')
  expect(await oddOf('sd-unit', id)).toBe('')
  await pushed(person)
  expect(await oddOf('sd-unit', id)).toContain('施教机构已经报送')
})

test('the line that comes after the hours were credited is found, and waits for the bureau', async () => {
  const person = await office.person('sd', 'after')
  const id = await claims('after', 'after-1')
  await approvedBy(id, ...LEVELS)
  expect(await counted('after')).toBe(hoursOf(30))
  const { entry } = await pushed(person)
  expect(await office.store.get('doubles', `double:${entry._id}`)).toMatchObject({
    ...{ personId: 'p-after', bureauId: 'sd-bureau', state: 'open' },
    line: { title: TITLE, way: 'outside' },
    like: [{ title: TITLE, way: 'claim', entryId: `claim:${id}` }],
  })
  expect(await office.store.get('audit', `double:${entry._id}`)).toMatchObject({ action: 'double-found' })
})

test('what is different is no double', async () => {
  const person = await office.person('sd', 'honest')
  const id = await claims('honest', 'honest-1', { title: '水稻育秧', from: '2022-06-01', to: '2022-06-05' })
  expect((await office.claim(id)).oddities).toEqual([])
  await approvedBy(id, ...LEVELS)
  const { entry } = await pushed(person)
  const again = await pushed(person, { code: 'VEG-2', on: '2022-08-20' })
  for (const one of [entry, again.entry])
    expect(await office.store.get('doubles', `double:${one._id}`)).toBeNull()
})

const paper = (name: string, id: string, of: { year?: number; fields?: Record<string, string> } = {}) =>
  office.submit(name, {
    ...{ id, kind: 'paper', year: of.year ?? 2022 },
    fields: {
      title: '灌区节水论文',
      level: '省级',
      'author-rank': '1',
      on: '2022-05-20',
      'meets:published': 'yes',
      ...of.fields,
    },
  })

test('one paper, claimed again with no number and another photo, is odd to whoever reviews it', async () => {
  await office.person('sd', 'author')
  await paper('author', 'author-1')
  const again = await paper('author', 'author-2', { fields: { title: '《灌区节水》论文' } })
  expect(await oddOf('sd-unit', again)).toContain('像是同一次学习')
  const other = await paper('author', 'author-3', { fields: { on: '2022-06-20' } })
  expect(await oddOf('sd-unit', other)).toContain('像是同一次学习')
})

test('NY22-10: one paper in two years is seen, with its number refused', async () => {
  await office.person('sd', 'years')
  const first = await paper('years', 'years-1')
  await approvedBy(first, ...LEVELS)
  const second = await paper('years', 'years-2', { year: 2021, fields: { on: '2021-05-20' } })
  expect(await oddOf('sd-unit', second)).toContain('2022 年度的“灌区节水论文”')
  const numbered = { title: '另一篇', doi: '10.1000/x.1', on: '2022-05-21', 'meets:published': 'yes' }
  await paper('years', 'years-3', { fields: numbered })
  const again = { ...numbered, title: '又一篇', doi: 'https://doi.org/10.1000/X.1', on: '2021-05-21' }
  expect(await refusalOf(paper('years', 'years-4', { year: 2021, fields: again }))).toMatchObject({
    code: 'EVIDENCE_USED',
  })
})

test('one certificate of two people: the reviewer of either claim sees it, whatever signs stand around its number', async () => {
  await office.person('sd', 'owner')
  await office.person('sd', 'borrower')
  const number = (text: string, title: string) => ({ title, doi: text })
  const first = await paper('owner', 'owner-1', { fields: number('证书编号：No.2022-0815', '甲') })
  expect(await oddOf('sd-unit', first)).toBe('')
  const second = await paper('borrower', 'borrower-1', { fields: number('20220815', '乙') })
  expect(await oddOf('sd-unit', second)).toContain('人员owner的申报用过同样的编号')
  expect(await oddOf('sd-unit', first)).toContain('人员borrower的申报用过同样的编号')
})

test('what was credited before there was a list of it is compared, too', async () => {
  const person = await office.person('sd', 'former')
  await pushed(person)
  const list = await office.store.get('learned', person._id)
  if (!list) throw new Error('no list')
  await office.store.remove('learned', list)
  expect(await refusalOf(claims('former', 'former-1'))).toMatchObject({ code: 'LEARNED_ALREADY' })
})
