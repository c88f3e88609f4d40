// What the export must not tell: other people, what a question's answer is, and what is kept under a number that was
// merely typed.

import { ABOUT } from '../../tests/harness/about-person'
import { type Ledger, startLedger } from '../../tests/harness/ledger'
import type { Context } from '../kernel/context'
import { type Place, seal } from '../kernel/ports/sealing'
import type { PersonDocument } from '../people/documents'
import { inPerson } from '../people/sealed-numbers'
import { exportMine } from './export-mine'

const OTHER = `p${'0a'.repeat(12)}`
const OTHER_NAME = '赵其他'

let ledger: Ledger
let ctx: Context
beforeAll(async () => {
  ledger = await startLedger()
  const idNumberKeys = { current: 1, keys: { 1: '0123456789abcdeffedcba9876543210' } }
  const secrets = {
    ...ledger.ctx.ports.secrets,
    idNumberKeys,
    indexKeys: { current: 1, keys: { 1: 'ab'.repeat(32) } },
  }
  const dice = { ...ledger.ctx.dice, bytes: (count: number) => new Uint8Array(count).fill(7) }
  ctx = { ...ledger.ctx, dice, ports: { ...ledger.ctx.ports, secrets } }
})
afterAll(() => ledger.stop())

const given = () => ({
  at: ctx.now,
  seal: (text: string, place: Place) => seal(text, place, ctx.ports.secrets, ctx.dice),
  file: (called: string) => `cloud://here/${called}`,
})

async function personOf(id: string, binding: PersonDocument['binding']): Promise<PersonDocument> {
  const made = await ledger.person(id)
  const sealed = (field: 'idNumber' | 'mobile') =>
    seal('990101199001010001', inPerson(id, field), ctx.ports.secrets, ctx.dice)
  const numbers = { idNumber: sealed('idNumber'), mobile: sealed('mobile') }
  return ctx.store.replace('persons', { ...made, binding, ...numbers })
}

async function exportOf(person: PersonDocument): Promise<Record<string, string>> {
  const sections: Record<string, string> = {}
  for (let after: string | undefined; ; ) {
    const page = await exportMine(ctx, person, after)
    for (const { section, document } of page.items)
      sections[section] = `${sections[section] ?? ''}${document}`
    if (page.next === null) return sections
    after = page.next
  }
}

test('whose claim shares the evidence, who decided, and their ids are not in it; what a screen tells is', async () => {
  const person = await personOf('exports', 'verified')
  const [claim] = ABOUT.claims(given()).own ?? []
  if (!claim) throw new Error('no claim')
  await ctx.store.insert('claims', {
    ...{ ...claim, _id: 'exports:one', personId: 'exports', personName: person.name },
    oddities: [
      { code: 'SHARED_EVIDENCE', text: '用过同样的材料文件', claimId: `${OTHER}:draft-1` },
      { code: 'OVERLAPPING_DAYS', text: '与“课题”的日期有重叠', claimId: 'exports:two' },
    ],
    steps: claim.steps.map((step) => ({
      ...step,
      decidedBy: OTHER,
      decidedByName: OTHER_NAME,
      note: '已核',
    })),
    events: [
      {
        kind: 'approved',
        at: ctx.now,
        by: OTHER,
        byName: '周审核',
        orgName: '单位',
        note: `见 ${OTHER}`,
        hours: null,
      },
    ],
  })
  const shown = (await exportOf(person)).申报 ?? ''
  expect(shown).not.toContain(OTHER)
  expect(shown).not.toContain(OTHER_NAME)
  expect(shown).toContain('另有别人的申报用过同样的材料文件')
  expect(shown).toContain('exports:two')
  expect(shown).toContain('周审核')
  expect(shown).toContain('"personId":"exports"')
})

test('the questions of the lecture that plays are not in it, whose answers stand beside them', async () => {
  const person = await personOf('watches', 'verified')
  const [watch] = ABOUT.watch(given()).own ?? []
  if (!watch?.current) throw new Error('nothing plays')
  const question = { id: 'q', afterSecond: 1, prompt: '问题', options: ['甲', '乙'], key: 1 }
  const current = { ...watch.current, session: { ...watch.current.session, questions: [question] } }
  await ctx.store.insert('watch', { ...watch, _id: 'watches', current, replaced: [current] })
  const shown = (await exportOf(person)).正在学习 ?? ''
  expect(shown).toContain('第一讲')
  expect(shown).not.toMatch(/问题|"key"|challenge"/)
})

test('a contest that is open is not in it, and one that is decided tells nothing of who holds the number', async () => {
  const person = await personOf('contests', 'claimed')
  const [contest] = ABOUT.contests(given()).own ?? []
  if (!contest) throw new Error('no contest')
  const filed = { ...contest, openid: person.openid, holderId: OTHER, unitId: 'unit-of-holder' }
  await ctx.store.insert('contests', { ...filed, _id: 'c1', state: 'open' })
  expect((await exportOf(person)).身份申诉).toBeUndefined()
  await ctx.store.insert('contests', { ...filed, _id: 'c2', state: 'kept', decidedByName: OTHER_NAME })
  const shown = (await exportOf(person)).身份申诉 ?? ''
  expect(shown).toContain('市局')
  expect(shown).not.toMatch(new RegExp(`${OTHER}|${OTHER_NAME}|unit-of-holder`))
})

test('what is kept under a number leads to nobody who merely typed it', async () => {
  const guesser = await personOf('guesses', 'claimed')
  const line = { unitId: guesser.unitId, name: OTHER_NAME }
  await ctx.store.insert('roster-lines', { ...line, _id: `${guesser.unitId}:${guesser.idNumberHash}` })
  const [row] = ABOUT['outside-rows'](given()).own ?? []
  if (!row) throw new Error('no row')
  const sent = { ...row, idNumberHash: guesser.idNumberHash, idNumberMasked: '', name: OTHER_NAME, by: null }
  await ctx.store.insert('outside-rows', { ...sent, _id: 'batch:7', position: 7 })
  expect(Object.keys(await exportOf(guesser))).toEqual(['登记信息'])
  const verified = await ctx.store.replace('persons', { ...guesser, binding: 'verified' })
  const shown = await exportOf(verified)
  expect(Object.keys(shown).sort()).toEqual(['单位名册', '外部学时', '登记信息'])
  // A line that came under the number with another name says not whose.
  expect(shown.外部学时).not.toContain(OTHER_NAME)
})
