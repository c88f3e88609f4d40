import { type Instant, plusSeconds } from '../../domain/kernel/instant'
import type { RoleGrant } from '../../domain/organisation/roles'
import { type Ledger, startLedger } from '../../tests/harness/ledger'
import { dropOldLines, fileLines } from '../afterwards/audit-log/file-lines'
import { searchLines } from '../afterwards/audit-log/search-lines'
import { settleDue } from '../afterwards/clock/settle-due'
import { newOrganisation } from '../bodies/new-organisation'
import type { Context } from '../kernel/context'
import type { Holder } from '../kernel/holder'
import { seal } from '../kernel/ports/sealing'
import { record } from '../kernel/record'
import type { PersonDocument } from '../people/documents'
import { readingActId } from '../people/reading-act-id'
import { revealIdNumber } from '../people/reveal-id-number'
import { inPerson } from '../people/sealed-numbers'
import { askErasure, showErasure, withdrawErasure } from './ask-erasure'
import { exportMine } from './export-mine'

const DAY_SECONDS = 86_400
const ID_NUMBER = '990101199001010001'

let ledger: Ledger
let ctx: Context
beforeAll(async () => {
  ledger = await startLedger()
  const secrets = {
    ...ledger.ctx.ports.secrets,
    idNumberKeys: { current: 1, keys: { 1: '0123456789abcdeffedcba9876543210' } },
    indexKeys: { current: 1, keys: { 1: 'ab'.repeat(32) } },
  }
  const dice = { ...ledger.ctx.dice, bytes: (count: number) => new Uint8Array(count).fill(7) }
  ctx = { ...ledger.ctx, dice, ports: { ...ledger.ctx.ports, secrets }, device: '测试手机' }
  const founding = { region: 'shaanxi', areaCode: '990100' } as const
  const verified = { state: 'verified', at: ctx.now } as const
  const city = newOrganisation(
    { id: 'city', name: '市局', kind: 'bureau', parent: null, ...founding },
    verified,
  )
  await ctx.store.insert('organisations', city)
  for (const id of ['unit-1', 'unit-2']) {
    const unit = newOrganisation({ id, name: id, kind: 'unit', parent: city, ...founding }, verified)
    await ctx.store.insert('organisations', unit)
  }
  const other = newOrganisation(
    { id: 'other', name: '外市局', kind: 'bureau', parent: null, ...founding },
    verified,
  )
  await ctx.store.insert('organisations', other)
})
afterAll(() => ledger.stop())

const grant = (role: RoleGrant['role'], orgId: string): RoleGrant => ({
  role,
  orgId,
  until: null,
  grantedBy: '',
})

async function registered(id: string): Promise<PersonDocument> {
  const made = await ledger.person(id)
  await ctx.store.insert('bindings', { _id: made.openid, personId: id })
  await ctx.store.insert('identity-keys', { _id: made.idNumberHash, personId: id, unitName: made.unitName })
  const sealed = (field: 'idNumber' | 'mobile') =>
    seal(ID_NUMBER, inPerson(id, field), ctx.ports.secrets, ctx.dice)
  return ctx.store.replace('persons', { ...made, idNumber: sealed('idNumber'), mobile: sealed('mobile') })
}

test('everything about oneself, page by page, with the own number in full and no hash', async () => {
  const person = await registered('mine')
  for (let n = 0; n < 3; n += 1) await ledger.earn(person, [`m${n}`, 8])
  const sections: string[] = []
  let text = ''
  for (let after: string | undefined; ; ) {
    const page = await exportMine(ctx, person, after)
    sections.push(...page.items.map(({ section }) => section))
    text += page.items.map(({ document }) => document).join('\n')
    if (after === undefined) expect(page.summary.join()).toContain('专业 24 学时')
    if (page.next === null) break
    after = page.next
  }
  expect(sections).toEqual(['登记信息', '学时账户', '学时记录', '学时记录', '学时记录'])
  expect(text).toContain(ID_NUMBER)
  expect(text).not.toContain('hash-mine')
  await expect(exportMine(ctx, person, 'nonsense')).rejects.toThrow('INPUT_INVALID')
})

test('forgotten after the days to take it back, not before; taken back it is nothing', async () => {
  const person = await registered('leaves')
  await ledger.earn(person, ['l1', 8])
  const asked = await askErasure(ctx, person)
  expect(asked).toMatchObject({ state: 'waiting', dueAt: ctx.now + 7 * DAY_SECONDS * 1000 })
  expect(await askErasure(ctx, person)).toEqual(asked)
  expect(await withdrawErasure(ctx, person)).toMatchObject({ state: 'none' })
  const later = (days: number): Context => ({ ...ctx, now: plusSeconds(ctx.now, days * DAY_SECONDS) })
  await settleDue(later(8))
  expect((await ctx.store.get('persons', 'leaves'))?.name).toBe('王小明')
  await askErasure(later(10), person)
  await settleDue(later(16))
  expect(await showErasure(ctx, person)).toMatchObject({ state: 'waiting' })
  await settleDue(later(17))
  const gone = await ctx.store.get('persons', 'leaves')
  expect(gone).toMatchObject({ openid: '', idNumberMasked: '', mobileMasked: '', unitId: '', roles: [] })
  expect(gone?.name).toMatch(/^已注销用户/)
  expect(JSON.stringify(gone)).not.toContain('王小明')
  expect(await ctx.store.get('bindings', 'o-leaves')).toBeNull()
  expect(await ctx.store.get('identity-keys', 'hash-leaves')).toBeNull()
  expect((await ctx.store.get('accounts', 'leaves:shaanxi:2022'))?.portions.professional.counted).toBe(800)
  expect((await settleDue(later(18))).failed).toBe(0)
})

test('what a provider sent about somebody forgets whom it was about; the hours and the line stay', async () => {
  const person = await registered('sent-in')
  for (const [position, state] of (['taken', 'refused', 'unmatched'] as const).entries())
    await ctx.store.insert('outside-rows', {
      ...{ _id: `batch:${position}`, batchId: 'batch', position, rowId: `row-${position}`, state },
      ...{ providerId: 'p', region: 'shaanxi', courseCode: 'c', courseTitle: '课程', category: 'public' },
      ...{ hoursText: '8', hours: null, completedOn: '2022-06-01', year: 2022, reason: null, by: null },
      ...{ personId: person._id, entryId: null, receivedAt: ctx.now, decidedAt: ctx.now },
      ...{ idNumberHash: person.idNumberHash, idNumberMasked: person.idNumberMasked, name: person.name },
    })
  await askErasure(ctx, person)
  await settleDue({ ...ctx, now: plusSeconds(ctx.now, 8 * DAY_SECONDS) })
  for (const position of [0, 1, 2]) {
    const row = await ctx.store.get('outside-rows', `batch:${position}`)
    expect(row).toMatchObject({ courseTitle: '课程', idNumberMasked: '', personId: person._id })
    expect(row?.name).toMatch(/^已注销用户/)
    expect(JSON.stringify(row)).not.toContain(person.idNumberHash)
  }
})

test('an ID number in full: in scope alone, with a reason in the log, once for one tap', async () => {
  const subject = await registered('subject')
  let reader = await ledger.person('reader')
  const asked = { personId: subject._id, reason: '核对名册', readingId: 'r1' }
  const holding = async (roles: RoleGrant[]): Promise<Holder> => {
    reader = await ctx.store.replace('persons', { ...reader, roles })
    return { right: 'reveal-id-number', person: reader, grants: roles }
  }
  for (const grants of [
    [grant('bureau-staff', 'other')],
    [grant('unit-reviewer', 'unit-2')],
    [grant('committee', 'city')],
    [grant('base-staff', 'city')],
  ]) {
    await expect(revealIdNumber(ctx, await holding(grants), asked)).rejects.toThrow('OUT_OF_SCOPE')
  }
  const staff = await holding([grant('bureau-staff', 'city')])
  expect(await revealIdNumber(ctx, staff, asked)).toEqual({ idNumber: ID_NUMBER })
  expect(await revealIdNumber(ctx, staff, asked)).toEqual({ idNumber: ID_NUMBER })
  const actId = readingActId(ctx, { readerId: 'reader', readingId: 'r1', personId: 'subject' })
  expect(await ctx.store.get('audit', actId)).toMatchObject({
    role: 'bureau-staff',
    action: 'id-number-revealed',
    after: '核对名册',
    device: '测试手机',
  })
  expect(await ctx.store.get('outbox', actId)).toMatchObject({
    payload: { personId: 'subject', orgName: '市局' },
  })
})

test('a sealed number that was copied from another person, or from another field, is not read', async () => {
  const [victim, thief] = [await registered('sealed-victim'), await registered('sealed-thief')]
  const read = async (change: Partial<PersonDocument>) => {
    const kept = await ctx.store.get('persons', thief._id)
    if (!kept) throw new Error('nobody')
    await ctx.store.replace('persons', { ...kept, ...change })
    return exportMine(ctx, { ...kept, ...change }, undefined)
  }
  await expect(read({ idNumber: victim.idNumber })).rejects.toThrow()
  await expect(read({ idNumber: thief.mobile })).rejects.toThrow()
  await expect(read({ idNumber: thief.idNumber })).resolves.toBeDefined()
})

describe('the log', () => {
  const searching = (held: RoleGrant): Holder => ({
    ...{ right: 'read-log', person: { _id: 'searcher' } as PersonDocument, grants: [held] },
  })
  const act = (id: string, scope: string, change: { at?: Instant; kind?: 'binding-contested' } = {}) =>
    ctx.store.transact((tx) =>
      record(
        tx,
        { ...ctx, now: change.at ?? ctx.now },
        {
          id,
          kind: change.kind ?? 'binding-verified',
          subject: { of: 'person', id: 'subject' },
          by: { actorId: 'reader', role: 'unit-reviewer', scope },
          payload: { personId: 'subject' },
        },
      ),
    )
  const search = (orgId: string, more: object = {}, holds = orgId) =>
    searchLines(ctx, searching(grant('bureau-staff', holds)), { scopeOrgId: orgId, ...more })

  test('each body’s own and below, the newest first, and nothing of a neighbour’s', async () => {
    await act('a1', 'unit-1')
    await act('a2', 'unit-2', { at: plusSeconds(ctx.now, 30 * DAY_SECONDS), kind: 'binding-contested' })
    await act('a3', 'other')
    expect((await search('city')).lines.map(({ id }) => id)).not.toContain('a1')
    while ((await fileLines(ctx)).filed > 0);
    const ids = async (work: ReturnType<typeof search>) => (await work).lines.map(({ id }) => id)
    expect((await ids(search('city'))).slice(0, 2)).toEqual(['a2', expect.any(String)])
    expect(await ids(search('unit-1', {}, 'city'))).toContain('a1')
    expect(await ids(search('unit-1', {}, 'city'))).not.toContain('a2')
    expect(await ids(search('other'))).toEqual(['a3'])
    expect(await ids(search('other', { actorId: 'reader' }))).toEqual(['a3'])
    expect(await ids(search('city', { action: 'binding-contested' }))).toEqual(['a2'])
    expect(await ids(search('city', { subjectId: 'subject', from: ctx.now + 1 }))).toEqual(['a2'])
    expect((await search('city')).lines[0]).toMatchObject({
      scopeName: 'unit-2',
      subjectName: '王小明',
      device: '测试手机',
    })
  })

  test('nobody searches outside their subtree, and only staff search', async () => {
    await expect(search('city', {}, 'other')).rejects.toThrow('OUT_OF_SCOPE')
    await expect(
      searchLines(ctx, searching(grant('unit-reviewer', 'unit-1')), { scopeOrgId: 'unit-1' }),
    ).rejects.toThrow('OUT_OF_SCOPE')
  })

  test('lines end when operations say so, and never before six months', async () => {
    await expect(dropOldLines(ctx, 183)).rejects.toThrow(RangeError)
    const later = { ...ctx, now: plusSeconds(ctx.now, 200 * DAY_SECONDS) }
    expect((await dropOldLines(ctx, 184)).dropped).toBe(0)
    while ((await dropOldLines(later, 184)).dropped > 0);
    expect(await ctx.store.get('audit', 'a3')).toBeNull()
  })
})
