// A person with more than fits a page, and with WeChat accounts and units that were theirs before.

import { plusSeconds } from '../../domain/kernel/instant'
import { ABOUT } from '../../tests/harness/about-person'
import { type Ledger, postingOf, startLedger } from '../../tests/harness/ledger'
import { settleDue } from '../afterwards/clock/settle-due'
import { newOrganisation } from '../bodies/new-organisation'
import { postHours } from '../books/hours/post-hours'
import type { Context } from '../kernel/context'
import { packs } from '../kernel/packs'
import { seal } from '../kernel/ports/sealing'
import { accept } from '../kernel/refused'
import type { Personal, Who } from '../kernel/store/personal'
import type { Stored } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import { inPerson } from '../people/sealed-numbers'
import { askErasure, withdrawErasure } from './ask-erasure'
import { type ExportPage, exportMine } from './export-mine'
import { followLead, personsOf, waysTo } from './find-documents'
import { forgotten } from './forget-documents'

const DAY_SECONDS = 86_400
const IN_2022 = 53
/** More than fit the largest page of a query. */
const CONTESTS = 101
const SEALED = { cipher: '', keyVersion: 0 }
const ID_NUMBER = '990101199001010001'
const MOBILE = '13800009999'

let ledger: Ledger
let ctx: Context
beforeAll(async () => {
  ledger = await startLedger()
  const idNumberKeys = { current: 1, keys: { 1: '0123456789abcdeffedcba9876543210' } }
  const secrets = { ...ledger.ctx.ports.secrets, idNumberKeys }
  const dice = { ...ledger.ctx.dice, bytes: (count: number) => new Uint8Array(count).fill(7) }
  ctx = { ...ledger.ctx, dice, ports: { ...ledger.ctx.ports, secrets } }
})
afterAll(() => ledger.stop())

async function registered(id: string, change: Partial<PersonDocument> = {}): Promise<PersonDocument> {
  const made = await ledger.person(id)
  await ctx.store.insert('bindings', { _id: made.openid, personId: id })
  const numbers = {
    idNumber: seal(ID_NUMBER, inPerson(id, 'idNumber'), ctx.ports.secrets, ctx.dice),
    mobile: seal(MOBILE, inPerson(id, 'mobile'), ctx.ports.secrets, ctx.dice),
  }
  return ctx.store.replace('persons', { ...made, ...numbers, ...change })
}

/** Hours of two years, each credit with the person's name in its title. */
async function learned(id: string): Promise<PersonDocument> {
  const person = await registered(id)
  for (let n = 0; n < IN_2022; n += 1) await ledger.earn(person, [`王小明${n}`, 1])
  const pack = accept(packs.standardOf('shaanxi', 2021))
  for (const course of ['王小明甲', '王小明乙'])
    await ctx.store.transact((tx) =>
      postHours(tx, { ...postingOf(person, [course, 8]), targetYear: 2021, pack }),
    )
  return person
}

async function allPages(person: PersonDocument): Promise<ExportPage[]> {
  const pages: ExportPage[] = []
  for (let after: string | undefined; ; ) {
    const page = await exportMine(ctx, person, after)
    pages.push(page)
    if (page.next === null) return pages
    after = page.next
  }
}

test('the export shows each entry of each year once, over all pages, and sums up on the first', async () => {
  const person = await learned('long')
  const pages = await allPages(person)
  expect(pages.length).toBeGreaterThan(1)
  const items = pages.flatMap((page) => page.items)
  const ids = items
    .filter(({ section }) => section === '学时记录')
    .map(({ document }) => (JSON.parse(document) as Stored)._id)
  expect(ids).toHaveLength(IN_2022 + 2)
  expect(new Set(ids).size).toBe(IN_2022 + 2)
  const [first, ...others] = pages.map(({ summary }) => summary)
  expect(first).toEqual([
    '王小明，青松勘察设计院',
    '身份证 9901**********1234，手机 199****0000（文件里是完整的号码）',
    '2022-08-15 登记',
    '2022 年：公需 0 学时，专业 53 学时',
    '2021 年：公需 0 学时，专业 16 学时',
    '证书 0 张，申报 0 件',
  ])
  for (const summary of others) expect(summary).toEqual([])
})

test.each(['', '|', '0', '1000|', '999|', 'x1|', '1x|', '-1|'])(
  'an export does not go on from %j',
  async (after) => {
    const work = exportMine(ctx, await ledger.person(`from-${after}`), after)
    await expect(work).rejects.toMatchObject({
      refusal: { code: 'INPUT_INVALID', details: { fields: ['after'] } },
    })
  },
)

test('who leaves is taken out of every page of their entries, in every year; they cannot come back', async () => {
  const person = await learned('leaves')
  await askErasure(ctx, person)
  const later = { ...ctx, now: plusSeconds(ctx.now, 8 * DAY_SECONDS) }
  expect((await settleDue(later)).failed).toBe(0)
  for (const year of [2021, 2022]) {
    const titles: string[] = []
    const equals = { accountId: `leaves:shaanxi:${year}` }
    for await (const { facts } of ctx.store.each('entries', 'byAccount', { equals }))
      if (facts.kind === 'credit') titles.push(facts.title)
    expect(titles).toHaveLength(year === 2021 ? 2 : IN_2022)
    for (const title of titles) expect(title).toMatch(/^专业课 已注销用户leaves./)
  }
  expect(await ctx.store.get('outbox', `erasure-done:leaves:${ctx.now}`)).toMatchObject({
    kind: 'erasure-done',
    payload: { personId: 'leaves' },
  })
  expect(await ctx.store.get('audit', `erasure-done:leaves:${ctx.now}`)).toMatchObject({
    ...{ action: 'erasure-done', actorId: 'leaves', role: 'trainee', scope: 'unit-1' },
    ...{ subjectId: 'leaves', after: 'erased' },
  })
  await expect(withdrawErasure(later, person)).rejects.toThrow('NOT_REGISTERED')
})

test('however often their number was contested, every contest is followed, also past a page of them', async () => {
  const person = await registered('contested')
  const [sample] = ABOUT.contests({ at: ctx.now, seal: () => SEALED, file: (name) => name }).own ?? []
  if (!sample) throw new Error('no contest')
  const about = { by: person.openid, against: person._id }
  const ids = Object.keys(about).flatMap((side) => Array.from({ length: CONTESTS }, (_, n) => `${side}-${n}`))
  for (const _id of ids)
    await ctx.store.insert('contests', {
      ...sample,
      ...(_id.startsWith('by') ? { openid: about.by } : { holderId: about.against }),
      _id,
    })
  await askErasure(ctx, person)
  expect((await settleDue({ ...ctx, now: plusSeconds(ctx.now, 8 * DAY_SECONDS) })).failed).toBe(0)
  const left = await Promise.all(ids.map((id) => ctx.store.get('contests', id)))
  expect(left.filter((contest) => contest !== null)).toEqual([])
})

describe('accounts and units of before', () => {
  const registration = (_id: string) =>
    ctx.store.insert('registrations', { _id, consent: null, mobile: null, mobileMasked: null })
  let person: PersonDocument

  beforeAll(async () => {
    const formerOpenids = ['o-was', 'o-lent', 'o-unbound']
    person = await registered('changed', { formerOpenids })
    await ctx.store.insert('bindings', { _id: 'o-was', personId: 'changed' })
    await ctx.store.insert('bindings', { _id: 'o-lent', personId: 'another' })
    for (const openid of [person.openid, ...formerOpenids]) await registration(openid)
  })

  test('lead to the person, unless the account is another’s by now', async () => {
    const persons = await personsOf(ctx, person)
    expect(persons.map(({ openid }) => openid)).toEqual(['o-changed', 'o-was', 'o-unbound'])
    expect(persons[0]).toMatchObject({
      name: '王小明',
      numbers: [ID_NUMBER, MOBILE],
      pseudonym: '已注销用户hanged',
    })
  })

  test('a number that is not known any more is none', async () => {
    const blank = { cipher: '', keyVersion: 0 }
    const [who] = await personsOf(ctx, { ...person, idNumber: blank, mobile: blank })
    expect(who.numbers).toEqual([])
    const [other] = await personsOf(ctx, { ...person, idNumber: blank })
    expect(other.numbers).toEqual([MOBILE])
  })

  test('each way leads there once', async () => {
    const [who] = await personsOf(ctx, person)
    const personal: Personal = {
      leads: [
        { id: ({ openid }) => openid },
        { index: 'byUnit', value: ({ unitId }) => unitId },
        { prefix: ({ unitId }) => `${unitId}:` },
        { accounts: 'byAccount' },
      ],
      exported: { no: '' },
      onErasure: 'remove',
    }
    const ways = waysTo(personal, [who, { ...who, openid: 'o-was' }, { ...who, unitId: 'unit-0' }])
    expect(ways.map(({ lead, who: of }) => [Object.keys(lead)[0], of.openid, of.unitId])).toEqual([
      ['id', 'o-changed', 'unit-1'],
      ['id', 'o-was', 'unit-1'],
      ['index', 'o-changed', 'unit-1'],
      ['index', 'o-changed', 'unit-0'],
      ['prefix', 'o-changed', 'unit-1'],
      ['prefix', 'o-changed', 'unit-0'],
      ['accounts', 'o-changed', 'unit-1'],
    ])
  })

  test('are forgotten with the person; another’s account stays', async () => {
    await askErasure(ctx, person)
    await settleDue({ ...ctx, now: plusSeconds(ctx.now, 8 * DAY_SECONDS) })
    const left = async (name: 'bindings' | 'registrations') => {
      const openids = ['o-changed', 'o-was', 'o-lent', 'o-unbound']
      const found = await Promise.all(openids.map((openid) => ctx.store.get(name, openid)))
      return found.flatMap((document) => document?._id ?? [])
    }
    expect(await left('bindings')).toEqual(['o-lent'])
    expect(await left('registrations')).toEqual(['o-lent'])
  })
})

test('an empty key leads to nobody, not to everybody who has none', async () => {
  const founding = { kind: 'bureau', parent: null, region: 'shaanxi', areaCode: '990100' } as const
  const state = { state: 'verified', at: ctx.now } as const
  const made = await ctx.store.insert(
    'organisations',
    newOrganisation({ id: 'city', name: '市局', ...founding }, state),
  )
  await ctx.store.replace('organisations', { ...made, registrarOpenid: 'o-registrar' })
  await ctx.store.insert('organisations', newOrganisation({ id: 'town', name: '镇', ...founding }, state))
  const lead = { index: 'byRegistrar', value: ({ openid }: Who) => openid }
  const ledBy = async (openid: string) =>
    (await followLead(ctx, 'organisations', { lead, who: { ...WHO, openid }, after: '' })).items
  expect((await ledBy('o-registrar')).map(({ _id }) => _id)).toEqual(['city'])
  expect(await ledBy('')).toEqual([])
})

const WHO: Who = {
  personId: 'p1',
  openid: 'o-1',
  idNumberHash: 'h1',
  unitId: 'unit-1',
  name: '王小明',
  numbers: [ID_NUMBER, MOBILE],
  pseudonym: '已注销用户p1',
}

describe('a document without its person', () => {
  const rewriting = (change: object): Personal =>
    ({
      ...{ leads: [{ id: () => '' }], exported: { no: '' }, onErasure: 'rewrite', fields: {} },
      ...change,
    }) as Personal
  const left = (document: object, change: object) =>
    forgotten({ _id: 'd1', version: 1, ...document }, rewriting(change), WHO)

  test.each([
    ['a pseudonym', 'pseudonym', '王小明', '已注销用户p1'],
    ['a hash', 'hash', 'h1', 'erased:p1'],
    ['a blank text', 'blank', 'o-1', ''],
    ['a blank number', 'blank', { cipher: 'x', keyVersion: 3 }, { cipher: '', keyVersion: 0 }],
    ['itself, where it is kept', { kept: '原因' }, '李想', '李想'],
    ['itself, where it names nobody', { nobody: '课程' }, '土壤学', '土壤学'],
    ['nothing, where there was nothing', 'pseudonym', null, null],
  ])('has %s', (_what, fate, before, after) => {
    expect(left({ of: before }, { fields: { of: fate } })).toEqual({ _id: 'd1', version: 1, of: after })
  })

  test('has nothing new: a field that is not there does not come', () => {
    expect(left({}, { fields: { of: 'blank', 'deep.of': 'blank' } })).toEqual({ _id: 'd1', version: 1 })
    expect(left({ deep: 'text' }, { fields: { 'deep.of': 'blank' } })).toMatchObject({ deep: 'text' })
  })

  test('is changed in each item of a list, and names beside another’s id stay', () => {
    const items = [
      { by: 'p1', byName: '王小明' },
      { by: 'p2', byName: '李想' },
    ]
    expect(
      left({ deep: { items } }, { fields: { 'deep.items.byName': { pseudonymBeside: 'by' } } }),
    ).toMatchObject({
      deep: {
        items: [
          { by: 'p1', byName: '已注销用户p1' },
          { by: 'p2', byName: '李想' },
        ],
      },
    })
  })

  test('is rid of name, account and numbers in free text, in lists and field by field', () => {
    const words = {
      note: '王小明（13800009999）、王小明，证 990101199001010001，o-1',
      typed: { name: '王小明', list: ['是王小明', '不是'], of: null, count: 3 },
    }
    expect(left(words, { words: ['note', 'typed'] })).toEqual({
      ...{ _id: 'd1', version: 1 },
      note: '已注销用户p1（已注销用户p1）、已注销用户p1，证 已注销用户p1，已注销用户p1',
      typed: { name: '已注销用户p1', list: ['是已注销用户p1', '不是'], of: null, count: 3 },
    })
  })

  test('says the same where nothing of the person is known any more', () => {
    const nobody = { ...WHO, name: '', openid: '', numbers: [] }
    const document = { _id: 'd1', version: 1, note: '无' }
    expect(forgotten(document, rewriting({ words: ['note'] }), nobody)).toEqual(document)
  })

  test('is rid of what goes beside as well', () => {
    const rest = (document: { of: string }) => ({ files: [], note: `是${document.of}` })
    expect(left({ of: '王小明', files: ['f1'] }, { fields: { of: 'pseudonym' }, rest })).toEqual({
      ...{ _id: 'd1', version: 1, of: '已注销用户p1' },
      ...{ files: [], note: '是已注销用户p1' },
    })
  })

  test('is the same where all of it is kept', () => {
    expect(
      left({ of: '王小明' }, { onErasure: { kept: '原因' }, fields: { of: 'pseudonym' } }),
    ).toMatchObject({
      of: '王小明',
    })
  })
})
